"""Exercises answered by writing: a number, or a word."""

import math
from collections.abc import Mapping

from quests.content.rules.inspection import (
    LONGEST_LINE,
    Spot,
    check_each_language,
    check_list,
    check_object,
    check_text,
)
from quests.content.rules.kinds.kind import Asks, Kind, Outcome, verdict
from quests.content.rules.kinds.shapes import is_measure
from quests.content.rules.spelling import LONGEST_WORD, accepted, is_writing, plain
from quests.content.rules.texts import Card

ROUNDING = 1e-9
"""Decimal fractions are not exact in binary: both ends of a tolerance count as right."""


def _check_number(spot: Spot, card: Card) -> None:
    _check_explanation(spot, card)
    if card.get("unit") is not None:
        check_text(spot.at("unit"), card["unit"], LONGEST_LINE)
    if "key" in card:
        _check_number_key(spot.at("key"), card["key"])


def _check_explanation(spot: Spot, card: Card) -> None:
    if "explanation" in card:
        check_text(spot.at("explanation"), card["explanation"])


def _check_number_key(spot: Spot, key: object) -> None:
    given = check_object(spot, key, {"value", "tolerance"}, set()) or {}
    for field in ("value", "tolerance"):
        if field in given and not is_measure(given[field]):
            spot.at(field).refuse("measure")
    if is_measure(given.get("tolerance")) and given["tolerance"] < 0:
        spot.at("tolerance").refuse("negative")


def _check_fill(spot: Spot, card: Card) -> None:
    _check_explanation(spot, card)
    if not isinstance(card.get("exact", False), bool):
        spot.at("exact").refuse("not_boolean")
    for field in ("key", "wrong"):
        if field in card:
            check_each_language(spot.at(field), card[field], _check_forms)


def _check_forms(spot: Spot, forms: object) -> None:
    for number, form in enumerate(check_list(spot, forms, 1, 20, "forms")):
        if not isinstance(form, str):
            spot.at(number).refuse("not_text")
        elif not is_writing(form, LONGEST_WORD) or not plain(form):
            spot.at(number).refuse("form", most=LONGEST_WORD)


def _grade_number(card: Card, response: object, language: str) -> Outcome:
    if isinstance(response, bool) or not isinstance(response, int | float):
        return Outcome.MALFORMED
    try:
        answer = float(response)
    except OverflowError:
        return Outcome.MALFORMED
    difference = abs(answer - card["key"]["value"])
    return verdict(math.isfinite(answer), difference <= card["key"]["tolerance"] + ROUNDING)


def _grade_fill(card: Card, response: object, language: str) -> Outcome:
    formed = isinstance(response, str) and is_writing(response, LONGEST_WORD) and plain(response) != ""
    forms, wrong = _forms(card.get("key"), language), _forms(card.get("wrong"), language)
    right = formed and accepted(str(response), forms, wrong, exact=card.get("exact", False)) is not None
    return verdict(formed, right)


def _forms(forms: object, language: str) -> list[str]:
    """The forms in a language, of a document in any form."""
    found = forms.get(language) if isinstance(forms, Mapping) else forms
    return list(found) if isinstance(found, list) else []


WRITING = (
    Kind(
        name="number",
        asks=Asks.RIGHT,
        needed=frozenset({"key", "explanation"}),
        allowed=frozenset({"unit"}),
        check=_check_number,
        grade=_grade_number,
    ),
    Kind(
        name="fill",
        asks=Asks.RIGHT,
        needed=frozenset({"key", "explanation"}),
        allowed=frozenset({"exact", "wrong"}),
        check=_check_fill,
        grade=_grade_fill,
        structure=lambda card: {},
    ),
)
