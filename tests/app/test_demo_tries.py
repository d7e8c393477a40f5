"""Whoever answers in the demo can answer every exercise of its courses, rightly and wrongly."""

from collections.abc import Iterator

import pytest

from app.demo.tries import LANGUAGE, right_response, wrong_response
from quests.content.package import read_folder
from quests.content.rules.documents import exercises_of
from quests.content.rules.grading import grade
from quests.content.rules.kinds.kind import Outcome
from quests.content.rules.pools import faces
from quests.content.rules.texts import Card
from tests.quests.content.examples import COURSES


def exercises() -> Iterator[Card]:
    """Every exercise, in the form it is stored in, each way it may be asked."""
    for course in COURSES:
        for document in read_folder(course).modules:
            for card in exercises_of(document):
                yield from faces(card)


@pytest.mark.parametrize("card", list(exercises()), ids=lambda card: card["id"])
def test_an_exercise_of_a_course_is_answered(card: Card) -> None:
    assert grade(card, right_response(card), LANGUAGE) is Outcome.RIGHT
    assert grade(card, wrong_response(card), LANGUAGE) is Outcome.WRONG
