"""Cards that are answered and not graded, earn nothing and are never wrong: flashcard, survey, reflection."""

from typing import Any

from quests.content.rules.inspection import LONGEST_LINE, Spot, check_object, check_text
from quests.content.rules.kinds.kind import Asks, Kind, Outcome, given
from quests.content.rules.kinds.shapes import check_items, some_of
from quests.content.rules.spelling import is_writing, says_something
from quests.content.rules.texts import Card

LONGEST_WORDS = 2000
"""Code points of what a person writes in a survey or a reflection."""

_FORMS = ("scale", "options", "free")


def _check_flashcard(spot: Spot, card: Card) -> None:
    if "back" in card:
        check_text(spot.at("back"), card["back"])


def _check_survey(spot: Spot, card: Card) -> None:
    """Exactly one of a scale, options, and free text."""
    forms = [field for field in _FORMS if field in card]
    if len(forms) != 1:
        spot.refuse("survey_form")
    if "scale" in card:
        _check_scale(spot.at("scale"), card["scale"])
    if "options" in card:
        check_items(spot.at("options"), card["options"], most=10, explained=False)
    for field in ("many", "free"):
        if field in card and card[field] is not True:
            spot.at(field).refuse("not_true")
    if "many" in card and "options" not in card:
        spot.at("many").refuse("unknown_field")


def _check_scale(spot: Spot, scale: object) -> None:
    given = check_object(spot, scale, {"least", "most", "low", "high"}, set())
    if given is None:
        return
    ends = [given.get("least"), given.get("most")]
    if not all(isinstance(end, int) and not isinstance(end, bool) for end in ends) or not _is_span(*ends):
        spot.refuse("scale_ends")
    for field in ("low", "high"):
        if field in given:
            check_text(spot.at(field), given[field], LONGEST_LINE)


def _is_span(least: Any, most: Any) -> bool:
    """Two to eleven steps."""
    return bool(0 <= least < most <= 10)


def _grade_flashcard(card: Card, response: object, language: str) -> Outcome:
    return given(isinstance(response, bool))


def _grade_survey(card: Card, response: object, language: str) -> Outcome:
    if "scale" in card:
        whole = isinstance(response, int | float) and not isinstance(response, bool) and response == response // 1
        return given(whole and card["scale"]["least"] <= response <= card["scale"]["most"])
    if "options" in card:
        return given(bool(some_of(card, "options", response if card.get("many") else [response])))
    return _grade_words(card, response, language)


def _grade_words(card: Card, response: object, language: str) -> Outcome:
    return given(isinstance(response, str) and is_writing(response, LONGEST_WORDS) and says_something(response))


def _structure_of_survey(card: Card) -> dict[str, Any]:
    scale = {field: card["scale"][field] for field in ("least", "most")} if "scale" in card else None
    return {"scale": scale, "many": card.get("many", False), "free": card.get("free", False)}


WORDING = (
    Kind(
        name="flashcard",
        asks=Asks.WORD,
        needed=frozenset({"back"}),
        check=_check_flashcard,
        grade=_grade_flashcard,
        explained=lambda card: [card["back"]],
    ),
    Kind(
        name="survey",
        asks=Asks.WORD,
        allowed=frozenset({"scale", "options", "many", "free"}),
        lists=("options",),
        pooled=False,
        check=_check_survey,
        grade=_grade_survey,
        structure=_structure_of_survey,
    ),
    Kind(name="reflection", asks=Asks.WORD, pooled=False, check=lambda spot, card: None, grade=_grade_words),
)
