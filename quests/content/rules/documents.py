"""What a module document is the same as, and what a learner is served of it.

Stored documents are in *stored form*: every text an object by language, pictures named by the hash of their bytes
(`{"media": …, "alt": …}`, and where it matters `"focus": {"x": …, "y": …}`), sound and video with what their bytes
tell (`{"media": …, "seconds": …, "bytes": …}`), nothing else in them that can be computed. `stored_form` makes it of a
source document.
"""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import orjson

from quests.content.rules.exams import veiled
from quests.content.rules.kinds.registry import is_exercise, kind_of
from quests.content.rules.pools import faces
from quests.content.rules.reading import seconds_of
from quests.content.rules.texts import Card, Document, languages_of, text_in

Steps = tuple[str | int, ...]
"""The fields, and numbers of items, that lead to a part of a document."""

FORMAT = "loype.module/1"

TEXT_FIELDS = frozenset(
    {"title", "takeaways", "note", "alt", "prompt", "body", "unit", "text", "explanation", "story", "goal"}
    | {"back", "quote", "by", "low", "high", "name", "transcript", "captions", "wrong"}
)
"""Fields of a document, at any depth, whose value is given by language: a text, a list of texts, or a file."""

_SAID = ("alt", "focus")
"""What an author says of a file where it stands: what it shows, and the point that is never cut off."""

_UNSPOKEN = frozenset({"key", "effects", "when"})
"""Fields whose own fields are ids, so that none of them is a text or a file, whatever it is called."""


def canonical(document: object) -> bytes:
    """The one way to write a document as bytes: sorted keys, no spaces, texts NFC-normalised.

    Reading them back and writing them again gives the same bytes.
    """
    return orjson.dumps(_normal(document), option=orjson.OPT_SORT_KEYS)


def readable(document: object) -> bytes:
    """The same as `canonical`, laid out in lines, as it stands in packages."""
    layout = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(_normal(document), option=layout)


def version_of(document: Document) -> str:
    """SHA-256 in hex of the whole document in stored form: all languages, and the pictures by their hashes."""
    return hashlib.sha256(canonical(document)).hexdigest()


def structure_of(document: Document) -> str:
    """SHA-256 in hex of what play rests on: cards, ids, keys; the same whatever is done to texts and pictures.

    Of an exam it is made of the whole document: keys that are the only thing unknown could be found by trying.
    """
    if "exam" in document:
        return hashlib.sha256(canonical({"exam": document["exam"], "version": version_of(document)})).hexdigest()
    cards = [_structure(card) for card in document["cards"]]
    return hashlib.sha256(canonical({"module": document["module"], "cards": cards})).hexdigest()


def salt_of(document: Document) -> str:
    """What the ids on a device are made with in an exam. Nobody can make it without the whole document."""
    return hashlib.sha256(b"exam:" + canonical(document)).hexdigest()


def exercises_of(document: Document) -> list[Card]:
    """The cards that are answered and graded, in their order."""
    return [card for card in document["cards"] if is_exercise(card)]


def remembered_in(document: Document) -> list[str]:
    """The ids of the exercises that come back in reviews: none of an exam, which goes out without its answers."""
    return [] if document.get("exam") else [card["id"] for card in exercises_of(document) if card.get("remember")]


def media_of(document: Document) -> list[str]:
    """The hashes of all files that a document in stored form shows or plays, sorted, each once."""
    return sorted({str(each["media"]) for each in files_in(document["cards"])})


def files_in(part: Any) -> Iterator[Mapping[str, Any]]:
    """Every reference to a file in a part of a document: `{file}` or `{media}`, with `alt` where it is a picture."""
    return (reference for _, reference in placed_files(part))


def placed_files(part: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Mapping[str, Any]]]:
    """The same with the steps that lead to each."""
    if isinstance(part, Mapping) and _is_file(part):
        yield steps, part
    elif isinstance(part, Mapping):
        for name, value in part.items():
            if name not in _UNSPOKEN:
                yield from placed_files(value, (*steps, str(name)))
    elif isinstance(part, list | tuple):
        for number, item in enumerate(part):
            yield from placed_files(item, (*steps, number))


def with_files(part: Any, named: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> Any:
    """The same part with each reference to a file named otherwise, what its author says of it kept."""
    if isinstance(part, list | tuple):
        return [with_files(item, named) for item in part]
    if not isinstance(part, Mapping):
        return part
    if _is_file(part):
        return {**named(part), **{name: part[name] for name in _SAID if name in part}}
    return {name: value if name in _UNSPOKEN else with_files(value, named) for name, value in part.items()}


def _is_file(part: Mapping[str, Any]) -> bool:
    source = part.keys() - {*_SAID, "seconds", "bytes"}
    return source in ({"file"}, {"media"}) and isinstance(part[next(iter(source))], str)


def stored_form(
    document: Document, hashes: Mapping[str, str], lasting: Mapping[str, Mapping[str, int]] = MappingProxyType({})
) -> dict[str, Any]:
    """A valid source document in stored form.

    `hashes` gives the hash of each file it names, `lasting` by hash what sound and video tell of themselves.
    """
    languages = languages_of(document)
    only = languages[0] if "language" in document else None
    stored = {
        "format": FORMAT,
        "module": document["module"],
        "languages": list(languages),
        "title": _by_language(document["title"], only),
        "takeaways": _by_language(document.get("takeaways", []), only) or {language: [] for language in languages},
        "licence": document["licence"],
        "credits": document.get("credits", ""),
        "sources": [_spread(source, only) for source in document.get("sources", ())],
        "cards": [_stored_card(card, hashes, lasting, only) for card in document["cards"]],
    }
    if "topic" in document:
        stored["topic"] = _spread(document["topic"], only)
    if "exam" in document:
        stored["exam"] = dict(document["exam"])
    return dict(_normal(stored))


def path_stored_form(document: Document) -> dict[str, Any]:
    """A valid path document with its languages listed and each text by language."""
    only = document.get("language")
    languages = languages_of(document) or tuple(document["title"])
    kept = {name: value for name, value in document.items() if name != "language"}
    return dict(_normal({**_spread(kept, only), "languages": list(languages)}))


def in_language(document: Document, language: str, version: str) -> dict[str, Any]:
    """The served document: a stored one in one of its languages, an exam without anything that tells its answers.

    KeyError when it is not written in that language.
    """
    served = whole_in_language(document, language, version)
    return veiled(served, salt_of(document)) if "exam" in document else served


def whole_in_language(document: Document, language: str, version: str) -> dict[str, Any]:
    """The same with nothing kept back, for what is shown after the last card of an exam."""
    if language not in document["languages"]:
        raise KeyError(language)
    more = {"topic": _one_language(document["topic"], language)} if "topic" in document else {}
    if "exam" in document:
        more["exam"] = document["exam"]
    return more | {
        "format": FORMAT,
        "module": document["module"],
        "version": version,
        "structure": structure_of(document),
        "language": language,
        "languages": document["languages"],
        "title": text_in(document["title"], language),
        "takeaways": document["takeaways"][language],
        "seconds": seconds_of(document, language),
        "licence": document["licence"],
        "credits": document["credits"],
        "sources": _one_language(document["sources"], language),
        "cards": [_served_card(card, language) for card in document["cards"]],
    }


def _normal(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return {unicodedata.normalize("NFC", key): _normal(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [_normal(part) for part in value]
    return value


def _structure(card: Card) -> dict[str, Any]:
    """Every field is sorted when it is hashed, so what is left out must not be there at all."""
    kept = {field: card[field] for field in ("id", "type", "remember") if field in card}
    if "variants" in card:
        return kept | {"variants": [_structure_of_face(face) | {"id": face["variant"]} for face in faces(card)]}
    return kept | _structure_of_face(card)


def _structure_of_face(card: Card) -> dict[str, Any]:
    kind = kind_of(card)
    lists = {field: [item["id"] for item in card[field]] for field in kind.lists if field in card}
    return lists | kind.structure(card)


def _by_language(text: Any, only: str | None) -> Any:
    """A text as an object by language, when the document is in `only` one; else as it is."""
    return {only: text} if only is not None and text else text


def _spread(part: Any, only: str | None) -> Any:
    """The same part of a document with each text in it by language."""
    if isinstance(part, list):
        return [_spread(item, only) for item in part]
    if isinstance(part, Mapping):
        return {name: _spread_field(name, value, only) for name, value in part.items()}
    return part


def _spread_field(name: str, value: Any, only: str | None) -> Any:
    if name in _UNSPOKEN:
        return value
    return _by_language(value, only) if name in TEXT_FIELDS else _spread(value, only)


def _stored_card(
    card: Card, hashes: Mapping[str, str], lasting: Mapping[str, Mapping[str, int]], only: str | None
) -> dict[str, Any]:
    """The card with each text by language and each file by its hash."""
    said = {name: value for name, value in _spread(card, only).items() if value is not None}
    for part in (said, *said.get("variants", ())):
        if card["type"] == "fill" and "key" in part:
            part["key"] = _by_language(part["key"], only)

    def named(file: Mapping[str, Any]) -> dict[str, Any]:
        digest = file.get("media") or hashes[file["file"]]
        return {"media": digest, **lasting.get(digest, {})}

    return dict(with_files(said, named))


def _served_card(card: Card, language: str) -> dict[str, Any]:
    served = dict(_one_language(card, language))
    for part in (served, *served.get("variants", ())):
        if card["type"] == "fill" and "key" in part:
            part["key"] = _one_text(part["key"], language)
    return served


def _one_language(part: Any, language: str) -> Any:
    if isinstance(part, list):
        return [_one_language(item, language) for item in part]
    if isinstance(part, Mapping):
        return {name: _one_field(name, value, language) for name, value in part.items()}
    return part


def _one_field(name: str, value: Any, language: str) -> Any:
    if name in _UNSPOKEN:
        return value
    return _one_text(value, language) if name in TEXT_FIELDS else _one_language(value, language)


def _one_text(value: Any, language: str) -> Any:
    return value.get(language) if isinstance(value, Mapping) else value
