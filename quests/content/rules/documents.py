"""What a module document is the same as, and what a learner is served of it.

Stored documents are in *stored form*: every text an object by language, pictures named by the hash of their bytes
(`{"media": …, "alt": …}`), nothing in them that can be computed. `stored_form` makes it of a source document.
"""

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from quests.content.rules.reading import is_exercise, seconds_of
from quests.content.rules.texts import Card, Document, languages_of, text_in

FORMAT = "loype.module/1"

TEXT_FIELDS = frozenset(
    {"title", "takeaways", "note", "alt", "prompt", "body", "unit", "text", "explanation", "story", "goal"}
)
"""Fields of a document, at any depth, whose value is a text (or list of texts) by language."""


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
    """SHA-256 in hex of what play rests on: cards, ids, keys; the same whatever is done to texts and pictures."""
    cards = [_structure(card) for card in document["cards"]]
    return hashlib.sha256(canonical({"module": document["module"], "cards": cards})).hexdigest()


def exercises_of(document: Document) -> list[Card]:
    """The cards that are answered and graded, in their order."""
    return [card for card in document["cards"] if is_exercise(card)]


def remembered_in(document: Document) -> list[str]:
    """The ids of the exercises that come back in reviews."""
    return [card["id"] for card in exercises_of(document) if card.get("remember")]


def media_of(document: Document) -> list[str]:
    """The hashes of the pictures that a document in stored form shows, sorted, each once."""
    return sorted({card["picture"]["media"] for card in document["cards"] if "picture" in card})


def stored_form(document: Document, hashes: Mapping[str, str]) -> dict[str, Any]:
    """A valid source document in stored form. `hashes` gives the hash of each picture file it names."""
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
        "cards": [_stored_card(card, hashes, only) for card in document["cards"]],
    }
    return dict(_normal(stored))


def path_stored_form(document: Document) -> dict[str, Any]:
    """A valid path document with its languages listed and each text by language."""
    only = document.get("language")
    languages = languages_of(document) or tuple(document["title"])
    kept = {name: value for name, value in document.items() if name != "language"}
    return dict(_normal({**_spread(kept, only), "languages": list(languages)}))


def in_language(document: Document, language: str, version: str) -> dict[str, Any]:
    """The served document: a stored one in one of its languages. KeyError when it is not written in that language."""
    if language not in document["languages"]:
        raise KeyError(language)
    return {
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
        "cards": _one_language(document["cards"], language),
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
    kept = {field: card[field] for field in ("id", "type", "key", "remember") if field in card}
    items = {field: [item["id"] for item in card[field]] for field in ("options", "left", "right") if field in card}
    return kept | items


def _by_language(text: Any, only: str | None) -> Any:
    """A text as an object by language, when the document is in `only` one; else as it is."""
    return {only: text} if only is not None and text else text


def _spread(part: Any, only: str | None) -> Any:
    """The same part of a document with each text in it by language."""
    if isinstance(part, list):
        return [_spread(item, only) for item in part]
    if isinstance(part, Mapping):
        return {
            name: _by_language(value, only) if name in TEXT_FIELDS else _spread(value, only)
            for name, value in part.items()
        }
    return part


def _stored_card(card: Card, hashes: Mapping[str, str], only: str | None) -> dict[str, Any]:
    stored: dict[str, Any] = {name: value for name, value in _spread(card, only).items() if value is not None}
    if "picture" in stored:
        picture = stored["picture"]
        stored["picture"] = {"media": picture.get("media") or hashes[picture["file"]], "alt": picture["alt"]}
    return stored


def _one_language(part: Any, language: str) -> Any:
    if isinstance(part, list):
        return [_one_language(item, language) for item in part]
    if isinstance(part, Mapping):
        return {
            name: _one_text(value, language) if name in TEXT_FIELDS else _one_language(value, language)
            for name, value in part.items()
        }
    return part


def _one_text(value: Any, language: str) -> Any:
    return value.get(language) if isinstance(value, Mapping) else value
