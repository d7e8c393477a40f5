"""Exercises answered by giving each thing its place: pairs, and sorting into buckets."""

from collections.abc import Mapping
from typing import Any

from quests.content.rules.inspection import Spot
from quests.content.rules.kinds.kind import Asks, Kind, Outcome, verdict
from quests.content.rules.kinds.shapes import check_items, check_key_pairs, ids_in
from quests.content.rules.texts import Card


def _check_match(spot: Spot, card: Card) -> None:
    check_items(spot.at("left"), card.get("left"))
    check_items(spot.at("right"), card.get("right"), explained=False)
    if "key" in card:
        check_key_pairs(spot.at("key"), card["key"], ids_in(card.get("left")), ids_in(card.get("right")), "key_match")


def _check_sort(spot: Spot, card: Card) -> None:
    check_items(spot.at("options"), card.get("options"), most=12)
    check_items(spot.at("buckets"), card.get("buckets"), most=5, explained=False)
    if "key" in card:
        items, buckets = ids_in(card.get("options")), ids_in(card.get("buckets"))
        check_key_pairs(spot.at("key"), card["key"], items, buckets, "key_sort")


def _placed(things: list[Card], places: list[Card], key: Mapping[str, Any], response: object) -> Outcome:
    """Every thing must have a known place; several may have the same one."""
    if not isinstance(response, Mapping) or set(response) != {item["id"] for item in things}:
        return Outcome.MALFORMED
    known = {item["id"] for item in places}
    formed = all(isinstance(place, str) and place in known for place in response.values())
    return verdict(formed, dict(response) == key)


def _grade_match(card: Card, response: object, language: str) -> Outcome:
    return _placed(card["left"], card["right"], card["key"], response)


def _grade_sort(card: Card, response: object, language: str) -> Outcome:
    return _placed(card["options"], card["buckets"], card["key"], response)


PAIRING = (
    Kind(
        name="match",
        asks=Asks.RIGHT,
        needed=frozenset({"left", "right", "key"}),
        lists=("left", "right"),
        check=_check_match,
        grade=_grade_match,
    ),
    Kind(
        name="sort",
        asks=Asks.RIGHT,
        needed=frozenset({"options", "buckets", "key"}),
        lists=("options", "buckets"),
        check=_check_sort,
        grade=_grade_sort,
    ),
)
