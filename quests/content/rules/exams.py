"""Exams: documents that go out without anything that tells the answer, and come back with answers to be graded here.

What is served is what is listed here and nothing else, so that a new field of a card cannot give the answer away. An
author's ids can (`a`, `b`, `c` in the right order; `wrong`), and so can the order of a file: on the device each thing
has another id, made with a salt that only who holds the whole document can make, and stands in the order of those.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quests.content.rules.pools import faces
from quests.content.rules.texts import Card, Document

LISTS: Mapping[str, tuple[str, ...]] = {
    "choice": ("options",),
    "multiple": ("options",),
    "order": ("options",),
    "match": ("left", "right"),
    "sort": ("options", "buckets"),
    "hotspot": ("regions",),
    "number": (),
    "fill": (),
}
"""The exercises that may stand in an exam, with the lists of what one answers with.

A scenario may not: where it leads shows what was right.
"""

_SHOWN = ("id", "type", "prompt", "body", "picture", "unit", "variant")
_ITEM_SHOWN = ("text", "x", "y", "w", "h")


@dataclass(frozen=True, slots=True)
class Terms:
    """What it takes to pass, and how often one may try on one day."""

    share: float
    attempts_a_day: int

    def passed(self, correct: int, of: int) -> bool:
        """Shares are compared in thousandths, so that 4 of 5 is 0.8."""
        return correct * 1000 >= round(self.share * 1000) * of


def terms_of(document: Document) -> Terms | None:
    """The terms of an exam; None of what is none."""
    exam = document.get("exam")
    return Terms(float(exam["pass"]), int(exam["attempts_a_day"])) if exam else None


def veiled(served: Document, salt: str) -> dict[str, Any]:
    """A served document without keys, explanations, takeaways and sources, its things under other ids."""
    cards = [_veiled_card(card, salt) if card["type"] in LISTS else card for card in served["cards"]]
    return {**served, "takeaways": [], "sources": [], "cards": cards}


def revealed(card: Card, salt: str) -> dict[str, Any]:
    """A served flat card with all that is in it, under the ids and in the order that the device knows."""
    names = _Names(card, salt)
    lists = {field: _renamed(card[field], names.of(field)) for field in LISTS[card["type"]]}
    return {**card, **lists, "key": _answered(card, card["key"], names.of)}


def lifted(card: Card, response: object, salt: str) -> object:
    """A response as the device gives it, in the ids of the document; what it cannot have given becomes None."""
    return _answered(card, response, _Names(card, salt).back)


class _Names:
    """The ids of a flat card's things on the device, by list."""

    def __init__(self, card: Card, salt: str) -> None:
        self._card, self._salt = card, salt

    def of(self, field: str) -> dict[str, str]:
        """By their ids in the document."""
        about = f"{self._salt}:{self._card['id']}:{self._card.get('variant', '')}:{field}"
        ids = [str(item["id"]) for item in self._card[field]]
        return {id: f"i{hashlib.sha256(f'{about}:{id}'.encode()).hexdigest()[:12]}" for id in ids}

    def back(self, field: str) -> dict[str, str]:
        """The ids in the document by those on the device."""
        return {name: id for id, name in self.of(field).items()}


def _veiled_card(card: Card, salt: str) -> dict[str, Any]:
    if "variants" not in card:
        return _veiled_face(card, salt)
    shown = [_veiled_face(face, salt) for face in faces(card)]
    variants = [_without(face, "type", "variant") | {"id": face["variant"]} for face in shown]
    return {"id": card["id"], "type": card["type"], "variants": variants}


def _veiled_face(card: Card, salt: str) -> dict[str, Any]:
    names = _Names(card, salt)
    shown = {field: card[field] for field in _SHOWN if card.get(field) is not None}
    for field in LISTS[card["type"]]:
        bare = [{part: item[part] for part in ("id", *_ITEM_SHOWN) if part in item} for item in card[field]]
        shown[field] = _renamed(bare, names.of(field))
    return shown


def _renamed(items: Sequence[Card], names: Mapping[str, str]) -> list[dict[str, Any]]:
    return sorted(({**item, "id": names[item["id"]]} for item in items), key=lambda item: str(item["id"]))


def _answered(card: Card, response: object, names_of: Callable[[str], Mapping[str, str]]) -> object:
    """A response, or a key, with each id in it given by its other name."""
    fields = LISTS[card["type"]]
    if not fields:
        return response
    names = names_of(fields[0])
    if isinstance(response, Mapping):
        places = names_of(fields[-1])
        return {_named(names, thing): _named(places, place) for thing, place in response.items()}
    if isinstance(response, list):
        return [_named(names, each) for each in response]
    return _named(names, response)


def _named(names: Mapping[str, str], id: object) -> str | None:
    return names.get(id) if isinstance(id, str) else None


def _without(card: Card, *fields: str) -> dict[str, Any]:
    return {name: value for name, value in card.items() if name not in fields}
