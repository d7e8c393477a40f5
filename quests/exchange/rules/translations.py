"""The texts of a module from one language into another, out and in again: only texts, each by a name of its own."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from quests.authoring.checks.check import spoken_in
from quests.authoring.checks.translation import Sources, fingerprint, stale
from quests.authoring.checks.walking import Text, texts_of, words_of
from quests.content.rules.texts import Document

LONGEST = 8000
MOST_UNITS = 2000
NEW, STALE, FRESH = "new", "stale", "fresh"

_NAMES = (
    *("title", "takeaways", "topic", "prompt", "body", "text", "explanation", "unit", "back", "quote", "by", "alt"),
    *("transcript", "key", "wrong", "name", "low", "high", "note", "card", "answer"),
)
_SAID_IN = {
    "nb": "Tittel|Å ta med seg|Tema|Spørsmål|Situasjon|Tekst|Forklaring|Enhet|Baksiden|Sitat|Hvem|Bildebeskrivelse"
    "|Utskrift|Svar som godtas|Svar som ikke godtas|Navn|Lavt|Høyt|Om kilden|Kort|svar",
    "nn": "Tittel|Å ta med seg|Tema|Spørsmål|Situasjon|Tekst|Forklaring|Eining|Baksida|Sitat|Kven|Biletskildring"
    "|Utskrift|Svar som blir godtekne|Svar som ikkje blir godtekne|Namn|Lågt|Høgt|Om kjelda|Kort|svar",
    "en": "Title|To take along|Topic|Question|Situation|Text|Explanation|Unit|Back|Quote|Who|Picture description"
    "|Transcript|Accepted answers|Answers not accepted|Name|Low|High|About the source|Card|answer",
}
_FIELDS = {language: dict(zip(_NAMES, said.split("|"), strict=True)) for language, said in _SAID_IN.items()}


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to translate: what it says in the source, and in the other language so far.

    A list is one text with an item a line. `id` is the text's name with full stops.
    """

    id: str
    where: str
    source: str
    target: str
    state: str


@dataclass(frozen=True, slots=True)
class Given:
    """A translation as it came in. `source` is what it was made of, None where the file does not say."""

    id: str
    source: str | None
    target: str


@dataclass(slots=True)
class Received:
    """What a file does to a draft: the document, of which source texts it was made, and what must be told."""

    document: dict[str, Any]
    made_of: dict[str, str] = field(default_factory=dict)
    taken: int = 0
    same: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    """(id, code): `unknown`, `source_changed`, `too_long`."""


def source_of(document: Document) -> str:
    """The language a module was written in."""
    return next(iter(spoken_in(document)), "nb")


def units_of(document: Document, sources: Sources, language: str, words: str) -> Iterator[Unit]:
    """Every text that the source has, in the order it is read; `where` is said in `words`."""
    source = source_of(document)
    old = {text.name for text, spoken in stale(document, sources) if spoken == language}
    for text in texts_of(document):
        if text.has(source):
            state = NEW if not text.has(language) else STALE if text.name in old else FRESH
            yield Unit(_id(text), _where(text, document, words), _said(text, source), _said(text, language), state)


def received(document: Document, given: Sequence[Given], language: str) -> Received:
    """The document with these translations in it. What is not translated in the file stays as it is."""
    source, found = source_of(document), Received(deepcopy(dict(document)))
    texts = {_id(text): text for text in texts_of(found.document) if text.has(source)}
    for each in given:
        text = texts.get(each.id)
        if text is None:
            found.notes.append((each.id[:200], "unknown"))
        elif len(each.target) > LONGEST:
            found.notes.append((each.id, "too_long"))
        elif each.target.strip():
            _take(found, text, each, source, language)
    if found.taken and language not in found.document["languages"]:
        found.document["languages"] = [*found.document["languages"], language]
    return found


def right_still(document: Document, ids: Sequence[str], language: str) -> dict[str, str]:
    """Of which source texts these translations are from now on: those that stand there, by the name of the text."""
    source, wanted = source_of(document), set(ids)
    texts = [each for each in texts_of(document) if each.has(source) and each.has(language)]
    return {each.name: fingerprint(each.said[source]) for each in texts if _id(each) in wanted}


def _take(found: Received, text: Text, given: Given, source: str, language: str) -> None:
    is_list = isinstance(text.said[source], list)
    value = _lines(given.target) if is_list else given.target.strip()
    made_of = text.said[source]
    if given.source is not None and _plain(given.source) != _plain(_said(text, source)):
        made_of = _lines(given.source) if is_list else given.source
        found.notes.append((given.id, "source_changed"))
    found.made_of[text.name] = fingerprint(made_of)
    if words_of(text.said.get(language)) == words_of(value):
        found.same += 1
        return
    found.taken += 1
    text.said[language] = value  # type: ignore[index]  # of the copy


def _id(text: Text) -> str:
    return text.name.replace("/", ".")


def _said(text: Text, language: str) -> str:
    return "\n".join(words_of(text.said.get(language)))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _where(text: Text, document: Document, words: str) -> str:
    """As "Kort 2, svar B: Forklaring"."""
    names, steps = _FIELDS[words], text.name.split("/")
    field_name = names.get(steps[0] if steps[0] == "topic" else steps[-1], steps[-1])
    if steps[0] != "cards" or len(steps) < 3:
        return field_name
    ids = [each.get("id") for each in document["cards"] if isinstance(each, Mapping)]
    card = f"{names['card']} {ids.index(steps[1]) + 1 if steps[1] in ids else steps[1]}"
    below = (
        f", {names['answer']} {steps[3].upper()}" if steps[2] in ("options", "left", "right") and len(steps) > 4 else ""
    )
    return f"{card}{below}: {field_name}"
