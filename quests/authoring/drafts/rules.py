"""What may be kept as a draft, what lists show of one, and how two documents differ. Values in, values out."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import chain
from typing import Any

import orjson

from quests.content.rules.documents import FORMAT, TEXT_FIELDS, version_of
from quests.content.rules.inspection import is_id
from quests.content.rules.reading import seconds_of
from quests.content.rules.texts import LANGUAGES

DEEDS = ("made", "edited", "published", "restored", "taken_back", "retired", "returned")
STATES = ("draft", "pilot", "scheduled", "published", "retired")

PRESENT = timedelta(seconds=45)
"""Who has said so within this time has a draft open."""

MOST_BYTES = 256 * 1024
MOST_CARDS = 60
MOST_SEARCHED = 8000
"""Characters of a draft that a search looks through."""
MOST_DIFFERENCES = 200
_WORDS = re.compile(r"\w+")

FIELDS = frozenset({"format", "module", "languages", "title", "takeaways", "licence", "credits", "sources", "cards"})
FURTHER = frozenset({"topic", "exam"})

Document = Mapping[str, Any]
Step = str | int
Said = dict[tuple[Step, ...], Any]


def empty(slug: str, title: str, language: str) -> dict[str, Any]:
    """What a new module begins as."""
    return {
        "format": FORMAT,
        "module": slug,
        "languages": [language],
        "title": {language: title},
        "takeaways": {language: []},
        "licence": "CC-BY-4.0",
        "credits": "",
        "sources": [],
        "cards": [],
    }


def slug_of(title: str) -> str:
    """A name in addresses and packages, made of a title; `post` where nothing of it can stand in one."""
    plain = title.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:60].strip("-") or "post"


def kept(document: object, slug: str) -> dict[str, Any] | str:
    """The document as it is kept, or in a word what keeps it from being a draft.

    A draft may lack everything that a published module has. It is an object with the fields of a module, its languages
    known and its cards objects with ids of their own, so that it can be shown and mended.
    """
    if not isinstance(document, Mapping):
        return "document"
    own = {name: value for name, value in document.items() if name in FIELDS | FURTHER}
    languages = own.get("languages")
    if not isinstance(languages, list) or not languages or len(set(map(str, languages))) != len(languages):
        return "languages"
    if any(each not in LANGUAGES for each in languages):
        return "languages"
    cards = own.get("cards")
    if not isinstance(cards, list) or len(cards) > MOST_CARDS or not all(isinstance(each, Mapping) for each in cards):
        return "cards"
    ids = [each.get("id") for each in cards]
    if not all(is_id(each) for each in ids) or len(set(ids)) != len(ids):
        return "cards"
    for name in ("title", "takeaways"):
        if not isinstance(own.get(name), Mapping):
            return name
    written = orjson.dumps({**own, "format": FORMAT, "module": slug})
    if len(written) > MOST_BYTES:
        return "large"
    if b"\\u0000" in written:
        return "document"
    found: dict[str, Any] = orjson.loads(written)
    return found


def summary_of(document: Document, languages: Mapping[str, str], blocking: int, advice: int) -> dict[str, Any]:
    """What lists show; `languages` tells of each how far it is translated."""
    return {
        "titles": {each: text for each, text in document["title"].items() if isinstance(text, str)},
        "languages": dict(languages),
        "cards": len(document["cards"]),
        "seconds": _seconds(document),
        "faults": blocking,
        "advice": advice,
    }


def _seconds(document: Document) -> int | None:
    """None where what is there cannot be read yet."""
    try:
        return seconds_of(document, document["languages"][0])
    except (AttributeError, KeyError, TypeError, ValueError, LookupError):
        return None


def texts_in(part: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Mapping[str, Any]]]:
    """Every text by language in a document, with the steps that lead to it. Files count as what they are."""
    if isinstance(part, Mapping):
        for name, value in part.items():
            if name in TEXT_FIELDS and isinstance(value, Mapping) and value.keys() <= set(LANGUAGES):
                yield (*steps, name), value
            elif name not in ("key", "effects", "when"):
                yield from texts_in(value, (*steps, name))
    elif isinstance(part, list):
        for number, item in enumerate(part):
            yield from texts_in(item, (*steps, number))


def searched_in(document: Document) -> str:
    """The words of a document for a search, each once, and not more than so many characters."""
    texts = chain.from_iterable(_strings(part) for _, part in texts_in(document))
    return " ".join(dict.fromkeys(words_in(" ".join(texts))))[:MOST_SEARCHED]


def words_in(text: str) -> list[str]:
    """As searches compare them: one spelling of each letter, no difference of case, no signs between them."""
    return _WORDS.findall(unicodedata.normalize("NFC", text).casefold())


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        yield from chain.from_iterable(map(_strings, part.values()))
    elif isinstance(part, list):
        yield from chain.from_iterable(map(_strings, part))


def same(document: Document, version: str | None) -> bool:
    """Whether a draft is what that version holds."""
    return version is not None and version_of(document) == version


def differences(before: Document, after: Document) -> list[dict[str, Any]]:
    """What changed from one document to the next: card, field and language, with what stood there and what stands."""
    old, new = _flat(before), _flat(after)
    changed = [steps for steps in {**old, **new} if old.get(steps) != new.get(steps)]
    return [_difference(steps, old.get(steps), new.get(steps)) for steps in changed[:MOST_DIFFERENCES]]


def _difference(steps: tuple[Step, ...], before: Any, after: Any) -> dict[str, Any]:
    inside = steps[0] == "cards" and len(steps) > 1
    field = [str(each) for each in (steps[2:] if inside else steps)]
    language = field.pop() if field and field[-1] in LANGUAGES else None
    return {
        "card": str(steps[1]) if inside else None,
        "field": ".".join(field),
        "language": language,
        "before": _told(before),
        "after": _told(after),
    }


def _told(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else orjson.dumps(value).decode()


def _flat(document: Document) -> Said:
    """Every value by where it stands; what has an id stands by it, so that moving it changes nothing below."""
    found: Said = {}

    def walk(part: Any, steps: tuple[Step, ...]) -> None:
        if isinstance(part, Mapping):
            for name, value in part.items():
                walk(value, (*steps, str(name)))
        elif isinstance(part, list) and part and all(isinstance(each, Mapping) and "id" in each for each in part):
            found[(*steps, "order")] = [each["id"] for each in part]
            for each in part:
                walk({name: value for name, value in each.items() if name != "id"}, (*steps, str(each["id"])))
        else:
            found[steps] = part

    walk({name: value for name, value in document.items() if name not in ("format", "module")}, ())
    return found
