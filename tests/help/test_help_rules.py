"""Whom a question goes to, and how many there may be."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.help.rules import MOST_A_DAY, MOST_OPEN, after_reply, nearest, refused

TOP, LEFT, RIGHT, WARD, NIGHT = (UUID(int=n) for n in range(1, 6))
PARENTS = {TOP: None, LEFT: TOP, RIGHT: TOP, WARD: LEFT, NIGHT: RIGHT}
NOW = datetime(2026, 11, 19, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("places", "staffed", "expected"),
    [
        ([WARD], {WARD, TOP}, WARD),
        ([WARD], {LEFT, TOP}, LEFT),
        ([WARD], {TOP, RIGHT}, TOP),
        ([WARD], {RIGHT, NIGHT}, None),
        ([WARD, NIGHT], {NIGHT, LEFT}, NIGHT),  # one's own before one above
        ([WARD, NIGHT], {WARD, NIGHT}, WARD),  # the first of one's own
        ([WARD, NIGHT], {LEFT, RIGHT}, LEFT),
        ([WARD, TOP], {TOP}, TOP),
        ([TOP], {WARD}, None),  # never below
        ([], {TOP}, None),
        ([WARD], set(), None),
    ],
)
def test_a_question_goes_to_the_nearest_at_or_above(
    places: list[UUID], staffed: set[UUID], expected: UUID | None
) -> None:
    assert nearest(places, PARENTS, staffed) == expected


@given(st.lists(st.sampled_from(list(PARENTS)), unique=True), st.sets(st.sampled_from(list(PARENTS))))
def test_it_goes_to_one_who_has_somebody_and_stands_above(places: list[UUID], staffed: set[UUID]) -> None:
    def line(place: UUID | None) -> list[UUID]:
        return [] if place is None else [place, *line(PARENTS[place])]

    reachable = {each for place in places for each in line(place)} & staffed
    found = nearest(places, PARENTS, staffed)
    assert (found in reachable) if reachable else found is None


@pytest.mark.parametrize(
    ("open_now", "hours_ago", "expected"),
    [
        (0, [], None),
        (MOST_OPEN - 1, [], None),
        (MOST_OPEN, [], "too_many_open"),
        (0, [1] * (MOST_A_DAY - 1), None),
        (0, [1] * MOST_A_DAY, "too_many_today"),
        (0, [1] * (MOST_A_DAY - 1) + [24], None),
        (MOST_OPEN, [1] * MOST_A_DAY, "too_many_open"),
    ],
)
def test_how_many_may_be_asked(open_now: int, hours_ago: list[int], expected: str | None) -> None:
    assert refused(open_now, [NOW - timedelta(hours=each) for each in hours_ago], NOW) == expected


def test_a_word_of_the_asker_opens_it_and_one_of_the_helper_answers_it() -> None:
    assert (after_reply(by_asker=True), after_reply(by_asker=False)) == ("open", "answered")
