"""Right or wrong as a whole, whatever was handed in.

The same rules stand in `pwa/src/rules/grading.ts`; `tests/vectors/grading.json` keeps the two together.
"""

import math
from collections.abc import Mapping
from enum import StrEnum

from quests.content.rules.texts import Card

ROUNDING = 1e-9
"""Decimal fractions are not exact in binary: both ends of a tolerance count as right."""


class Outcome(StrEnum):
    """What an answer is worth; `malformed` is one that no form gives, and the server refuses it."""

    RIGHT = "right"
    WRONG = "wrong"
    MALFORMED = "malformed"


def grade(card: Card, response: object) -> Outcome:
    """Grade one answer to a valid card, source or served; a card that asks nothing has no well-formed answer."""
    match card["type"]:
        case "choice":
            return _verdict(_are_known(card, [response]), response == card["key"])
        case "multiple":
            formed = _are_known(card, response)
            return _verdict(formed, formed and set(_texts(response)) == set(card["key"]))
        case "order":
            formed = _are_known(card, response) and len(_texts(response)) == len(card["options"])
            return _verdict(formed, response == card["key"])
        case "match":
            return _grade_match(card, response)
        case "number":
            return _grade_number(card, response)
        case _:
            return Outcome.MALFORMED


def _verdict(formed: bool, right: bool) -> Outcome:
    if not formed:
        return Outcome.MALFORMED
    return Outcome.RIGHT if right else Outcome.WRONG


def _texts(value: object) -> list[str]:
    """The list of strings that `value` is, or an empty one."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    return []


def _are_known(card: Card, response: object) -> bool:
    """Whether it is a list of one or more of the card's options, none of them twice."""
    ids = _texts(response)
    return bool(ids) and len(set(ids)) == len(ids) and set(ids) <= {option["id"] for option in card["options"]}


def _grade_match(card: Card, response: object) -> Outcome:
    """Every left side must have a known right side; two may name the same one."""
    if not isinstance(response, Mapping) or set(response) != {item["id"] for item in card["left"]}:
        return Outcome.MALFORMED
    known = {item["id"] for item in card["right"]}
    formed = all(isinstance(side, str) and side in known for side in response.values())
    return _verdict(formed, dict(response) == card["key"])


def _grade_number(card: Card, response: object) -> Outcome:
    if isinstance(response, bool) or not isinstance(response, int | float):
        return Outcome.MALFORMED
    try:
        answer = float(response)
    except OverflowError:
        return Outcome.MALFORMED
    difference = abs(answer - card["key"]["value"])
    return _verdict(math.isfinite(answer), difference <= card["key"]["tolerance"] + ROUNDING)
