"""What a response chose, and what could be chosen: in words that can be counted, and never in anybody's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from quests.content.rules.scenario import result_of
from quests.content.rules.texts import Card, text_in

BEFORE, INTO = ">", ":"
"""Between the two of what was put before another, and of what was put where."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may be chosen: what it is counted as, its words, and whether it is right."""

    value: str
    text: str
    right: bool


def picked(card: Card, response: Any) -> list[str]:
    """What a well-formed response to a flat card is counted as.

    Of choices all that was chosen; of what is put in order the first two that stand the wrong way round; of pairs and
    buckets what stands in the wrong place; of numbers too low or too high; of conversations the ending. What is written
    in one's own words is not counted.
    """
    values = _picked(card, response)
    return [_within(card, value) for value in values]


def _picked(card: Card, response: Any) -> list[str]:
    match card["type"]:
        case "choice":
            return [response]
        case "multiple" | "hotspot":
            return sorted(set(response))
        case "order":
            return _turned(card["key"], response)
        case "match" | "sort":
            return sorted(f"{thing}{INTO}{place}" for thing, place in response.items() if card["key"][thing] != place)
        case "number":
            return _side(card["key"], float(response))
        case "scenario":
            result = result_of(card, response)
            return [result.ending] if result else []
    return []


def _turned(key: Sequence[str], response: Sequence[str]) -> list[str]:
    place = {each: number for number, each in enumerate(key)}
    return next(
        ([f"{first}{BEFORE}{second}"] for first, second in pairwise(response) if place[first] > place[second]), []
    )


def _side(key: Mapping[str, Any], answer: float) -> list[str]:
    if abs(answer - key["value"]) <= key["tolerance"]:
        return []
    return ["low" if answer < key["value"] else "high"]


def _within(card: Card, value: str) -> str:
    """The same value in different variants is not the same."""
    return f"{card['variant']}/{value}" if "variant" in card else value


def offered(card: Card, language: str) -> list[Offer]:
    """Everything that may be chosen in a flat card, by itself, in its order; of other kinds nothing."""
    match card["type"]:
        case "choice":
            return [_offer(card, each, each["id"] == card["key"], language) for each in card["options"]]
        case "multiple" | "hotspot":
            field = "options" if card["type"] == "multiple" else "regions"
            return [_offer(card, each, each["id"] in card["key"], language) for each in card[field]]
        case "scenario":
            endings = [node for node in card["nodes"] if node.get("ending")]
            return [Offer(node["id"], text_in(node["title"], language), bool(node["good"])) for node in endings]
    return []


def _offer(card: Card, item: Mapping[str, Any], right: bool, language: str) -> Offer:
    return Offer(_within(card, item["id"]), text_in(item.get("text"), language), right)


def said(card: Card, value: str, language: str) -> str:
    """The words of something that was chosen and is not among what is offered by itself: what, and where it was put.

    Empty where there are none, as when the card no longer has it.
    """
    inner = value.partition("/")[2] if "variant" in card else value
    lists = {"order": ("options",), "match": ("left", "right"), "sort": ("options", "buckets")}.get(card["type"], ())
    names = {item["id"]: text_in(item.get("text"), language) for field in lists for item in card[field]}
    for between in (BEFORE, INTO):
        first, found, second = inner.partition(between)
        if found and first in names and second in names:
            return f"{names[first]} → {names[second]}"
    return ""
