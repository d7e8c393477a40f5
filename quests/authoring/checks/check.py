"""One thing to say of a draft."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

BLOCK = "block"
ADVISE = "advise"

Document = Mapping[str, Any]
"""A draft in stored form, which may lack anything and hold anything that JSON can."""


@dataclass(frozen=True, slots=True)
class Check:
    """What to mend (`block`) or to think about (`advise`), where, in which language; `given` fills its sentence.

    `place` is as `cards[2].options[0].explanation`, empty where the whole is meant.
    """

    severity: str
    code: str
    place: str = ""
    language: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)


def advise(code: str, place: str = "", language: str | None = None, **given: object) -> Check:
    return Check(ADVISE, code, place, language, {name: str(value) for name, value in given.items()})


def cards_of(document: Document) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The cards that are any, with their places; of a pool each variant as the card it is shown as."""
    for place, card in placed(document, "cards"):
        variants = list(placed(card, "variants", f"{place}."))
        for below, variant in variants:
            yield below, {**card, **variant}
        if not variants:
            yield place, card


def placed(part: Mapping[str, Any], name: str, before: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The objects in a list of a part, with their places."""
    items = part.get(name)
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, Mapping):
            yield f"{before}{name}[{number}]", item


def spoken_in(document: Document) -> tuple[str, ...]:
    """The languages of a draft, the one it was written in first."""
    languages = document.get("languages")
    known = [each for each in languages if each in ("nb", "nn", "en")] if isinstance(languages, list) else []
    return tuple(dict.fromkeys(known))


def text_of(part: Mapping[str, Any], name: str, language: str) -> str:
    """A text of a part in a language; empty where there is none."""
    value = part.get(name)
    text = value.get(language) if isinstance(value, Mapping) else None
    return text if isinstance(text, str) else ""
