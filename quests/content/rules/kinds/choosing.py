"""Exercises answered by choosing: one, several, an order, dangers in a picture."""

from quests.content.rules.inspection import Spot
from quests.content.rules.kinds.kind import Asks, Kind, Outcome, verdict
from quests.content.rules.kinds.shapes import (
    are_ids,
    check_items,
    check_key_list,
    check_media,
    check_place,
    ids_in,
    some_of,
)
from quests.content.rules.texts import Card


def _check_choice(spot: Spot, card: Card) -> None:
    check_items(spot.at("options"), card.get("options"))
    if "key" in card and not are_ids([card["key"]], ids_in(card.get("options"))):
        spot.at("key").refuse("key_choice")


def _check_multiple(spot: Spot, card: Card) -> None:
    check_items(spot.at("options"), card.get("options"))
    if "key" in card:
        check_key_list(spot.at("key"), card["key"], ids_in(card.get("options")), whole=False)


def _check_order(spot: Spot, card: Card) -> None:
    check_items(spot.at("options"), card.get("options"))
    if "key" in card:
        check_key_list(spot.at("key"), card["key"], ids_in(card.get("options")), whole=True)


def _check_hotspot(spot: Spot, card: Card) -> None:
    regions = check_items(spot.at("regions"), card.get("regions"), most=12, further=("x", "y", "w", "h"))
    for number, region in enumerate(regions):
        check_place(spot.at("regions").at(number), region, ("x", "y", "w", "h"))
    if "key" in card:
        check_key_list(spot.at("key"), card["key"], ids_in(card.get("regions")), whole=False)
    if "picture" in card:
        check_media(spot.at("picture"), card["picture"], described=True)


def _grade_choice(card: Card, response: object, language: str) -> Outcome:
    return verdict(bool(some_of(card, "options", [response])), response == card["key"])


def _grade_multiple(card: Card, response: object, language: str) -> Outcome:
    chosen = some_of(card, "options", response)
    return verdict(bool(chosen), set(chosen) == set(card["key"]))


def _grade_order(card: Card, response: object, language: str) -> Outcome:
    order = some_of(card, "options", response)
    return verdict(len(order) == len(card["options"]), order == card["key"])


def _grade_hotspot(card: Card, response: object, language: str) -> Outcome:
    found = some_of(card, "regions", response)
    return verdict(bool(found), set(found) == set(card["key"]))


_OPTIONS = frozenset({"options", "key"})
CHOOSING = (
    Kind(name="choice", asks=Asks.RIGHT, needed=_OPTIONS, lists=("options",), check=_check_choice, grade=_grade_choice),
    Kind(
        name="multiple",
        asks=Asks.RIGHT,
        needed=_OPTIONS,
        lists=("options",),
        check=_check_multiple,
        grade=_grade_multiple,
    ),
    Kind(name="order", asks=Asks.RIGHT, needed=_OPTIONS, lists=("options",), check=_check_order, grade=_grade_order),
    Kind(
        name="hotspot",
        asks=Asks.RIGHT,
        needed=frozenset({"picture", "regions", "key"}),
        lists=("regions",),
        check=_check_hotspot,
        grade=_grade_hotspot,
    ),
)
