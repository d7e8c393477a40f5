"""How far talk about a draft may go, and what a card is to who reads it and does not write it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 1000  # characters of a comment
MOST_IN_THREAD = 50
MOST_THREADS = 300  # of a module
MOST_OPEN_REVIEWS = 20  # of a module
VERDICTS = ("approved", "changes")
LISTS = ("options", "left", "right", "buckets", "regions", "spots", "steps")
"""Fields of a card that hold things with words."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something that a card says. `right`: whether choosing it is right; None where nothing is chosen."""

    text: str
    right: bool | None
    explanation: str


def words(text: object, language: str) -> str:
    """A text of a draft in that language, or in the first it has; empty where there is none, whatever stands there."""
    if isinstance(text, str):
        return text
    if not isinstance(text, Mapping):
        return ""
    found = text.get(language) or next((each for each in text.values() if each), "")
    return found if isinstance(found, str) else ""


def faces_of(card: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The variants of a card of a draft, or the card itself; a draft may be half written."""
    variants = card.get("variants")
    found = [each for each in variants if isinstance(each, Mapping)] if isinstance(variants, list) else []
    return found or [card]


def lines_of(card: Mapping[str, Any], language: str) -> Iterator[Line]:
    """All that the lists of a card say, in order."""
    key = card.get("key")
    for name in LISTS:
        items = card.get(name)
        for item in items if isinstance(items, list) else ():
            if isinstance(item, Mapping):
                right = _is_right(key, item.get("id")) if name in ("options", "regions") else None
                yield Line(words(item.get("text"), language), right, words(item.get("explanation"), language))


def _is_right(key: object, id: object) -> bool | None:
    if isinstance(key, str):
        return key == id
    return id in key if isinstance(key, list) else None
