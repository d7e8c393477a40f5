"""Moving stages: whatever is done in whatever order, what is open stays, the order stays, no two open in one week."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.authoring.calendar.rules.plan import (
    WEEK,
    NotPossible,
    Plan,
    Stage,
    at_hour,
    check,
    left_out,
    moved,
    paused,
    put_in,
    resumed,
    revision_of,
    timed,
)

NOW = datetime(2026, 11, 24, 12)  # noqa: DTZ001  # by the clock on the wall
MONDAY = date(2026, 11, 23)
Q = [UUID(int=number) for number in range(1, 9)]


def week(number: int) -> date:
    """So many weeks from this one."""
    return MONDAY + number * WEEK


def stage(quest: int, at: int, opened: bool = False, due: int | None = None) -> Stage:
    opens = at_hour(week(at), 6)
    return Stage(Q[quest], opens, opens + timedelta(days=due) if due else None, opened)


def plan(*weeks: int, off: tuple[int, ...] = ()) -> Plan:
    """Stages in these weeks; those of this week and before are open."""
    stages = tuple(stage(number, at, opened=at <= 0) for number, at in enumerate(weeks))
    return Plan(stages, frozenset(week(each) for each in off))


def weeks_of(found: Plan) -> list[int]:
    return [(each.week - MONDAY) // WEEK for each in found.stages]


@pytest.mark.parametrize(
    ("before", "off", "quest", "to", "after"),
    [
        ((0, 1, 2, 3), (), 1, 2, [0, 2, 3, 4]),  # those behind give way
        ((0, 1, 4, 5), (), 1, 3, [0, 3, 4, 5]),  # a gap takes it up
        ((0, 1, 2, 5), (), 1, 2, [0, 2, 3, 5]),  # only as far as needed
        ((0, 1, 2, 3), (), 1, 9, [0, 9, 10, 11]),
        ((0, 1, 2), (3,), 1, 2, [0, 2, 4]),  # a paused week is stepped over
        ((0, 3, 4), (), 2, 3, [0, 2, 3]),  # earlier: the one before gives way
        ((0, 3, 4), (2,), 2, 3, [0, 1, 3]),
        ((0, 3, 6), (), 2, 6, [0, 3, 6]),
    ],
)
def test_what_stands_in_the_way_is_pushed_on(
    before: tuple[int, ...], off: tuple[int, ...], quest: int, to: int, after: list[int]
) -> None:
    assert weeks_of(moved(plan(*before, off=off), Q[quest], week(to), NOW)) == after


@pytest.mark.parametrize(
    ("before", "off", "quest", "to", "code"),
    [
        ((0, 1), (), 0, 2, "already_open"),
        ((0, 1), (), 1, 0, "already_open"),  # an open stage does not give way
        ((0, 2, 3), (1,), 2, 2, "already_open"),
        ((2, 3), (), 0, 0, "past"),
        ((2, 3), (), 1, 1, "past"),  # the first would have to open on Monday, and it is Tuesday
        ((0, 1), (4,), 1, 4, "paused"),
        ((0, 1), (), 1, 200, "far"),
        ((0, 1), (), 5, 2, "unknown"),
    ],
)
def test_a_move_that_cannot_be_is_refused(
    before: tuple[int, ...], off: tuple[int, ...], quest: int, to: int, code: str
) -> None:
    with pytest.raises(NotPossible) as refused:
        moved(plan(*before, off=off), Q[quest], week(to), NOW)
    assert refused.value.code == code


def test_weekday_hour_and_days_to_the_end_go_along() -> None:
    opens = at_hour(week(1), 14) + timedelta(days=2)
    found = moved(Plan((Stage(Q[0], opens, opens + timedelta(days=10), False),)), Q[0], week(3), NOW)
    assert found.stages[0] == Stage(Q[0], opens + 2 * WEEK, opens + timedelta(days=24), False)


def test_a_paused_week_opens_nothing_and_a_resumed_one_moves_nothing() -> None:
    after = paused(plan(0, 1, 2, 4), week(1), NOW)
    assert (weeks_of(after), after.paused) == ([0, 2, 3, 4], {week(1)})
    assert weeks_of(paused(after, week(3), NOW)) == [0, 2, 4, 5]
    assert weeks_of(resumed(after, week(1))) == [0, 2, 3, 4]
    assert weeks_of(paused(plan(0, 1), week(0), NOW)) == [0, 1]  # what is open there stays


def test_a_stage_is_left_out_and_put_in() -> None:
    without = left_out(plan(0, 1, 2), Q[1])
    assert weeks_of(without) == [0, 2]
    assert weeks_of(put_in(without, stage(1, 2), NOW)) == [0, 2, 3]
    for refused, code in (
        (lambda: left_out(plan(0, 1), Q[0]), "already_open"),
        (lambda: left_out(plan(1), Q[0]), "empty"),
        (lambda: put_in(plan(0, 1), stage(1, 4), NOW), "known"),
        (lambda: put_in(plan(0, 1), stage(4, 0), NOW), "already_open"),
        (lambda: put_in(plan(0, 1, off=(3,)), stage(4, 3), NOW), "paused"),
        (lambda: put_in(plan(2), stage(4, 0), NOW), "past"),
    ):
        with pytest.raises(NotPossible) as found:
            refused()
        assert found.value.code == code


def test_opening_and_end_are_changed_within_the_week() -> None:
    opens = at_hour(week(1), 14) + timedelta(days=3)
    assert timed(plan(0, 1), Q[1], opens, None, NOW).stages[1] == Stage(Q[1], opens, None, False)
    for wrong, end, code in (
        (opens + WEEK, None, "other_week"),
        (opens, opens, "deadline"),
        (at_hour(week(0), 6), None, "other_week"),
    ):
        with pytest.raises(NotPossible) as refused:
            timed(plan(0, 1), Q[1], wrong, end, NOW)
        assert refused.value.code == code
    with pytest.raises(NotPossible) as refused:
        timed(Plan((stage(0, 0),)), Q[0], at_hour(week(0), 7), None, NOW)
    assert refused.value.code == "past"


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (Plan((stage(0, 0, True), stage(2, 2), stage(1, 3))), "order"),
        (Plan((stage(0, 0, True), stage(1, 2), stage(2, 2))), "order"),
        (Plan((stage(1, 1), stage(2, 2))), "already_open"),
        (Plan((replace(stage(0, 0, True), opens=NOW), stage(1, 1), stage(2, 2))), "already_open"),
        (Plan((stage(0, 0, True), stage(1, 1), stage(2, 2), stage(1, 3))), "known"),
        (Plan((stage(0, 0, True), stage(1, 1), stage(2, 2)), frozenset({week(2)})), "paused"),
        (Plan((stage(0, 0, True), stage(1, 1), stage(2, 2)), frozenset({NOW.date()})), "many"),
        (Plan((stage(0, 0, True), stage(1, 1), stage(2, 2, due=3))), "deadline"),
        (Plan((stage(0, -1, True), stage(1, 1), stage(2, 2))), "already_open"),
        (Plan(()), "empty"),
    ],
)
def test_a_plan_that_no_change_makes_is_refused(after: Plan, code: str) -> None:
    with pytest.raises(NotPossible) as refused:
        check(plan(0, 1, 2), after, NOW, mandatory=False)
    assert refused.value.code == code


CHANGES = st.one_of(
    st.tuples(st.just("move"), st.integers(0, 7), st.integers(-4, 20)),
    st.tuples(st.just("pause"), st.just(0), st.integers(-4, 20)),
    st.tuples(st.just("resume"), st.just(0), st.integers(-4, 20)),
    st.tuples(st.just("out"), st.integers(0, 7), st.just(0)),
    st.tuples(st.just("in"), st.integers(0, 7), st.integers(-4, 20)),
    st.tuples(st.just("time"), st.integers(0, 7), st.integers(-40, 200)),
)


def changed(before: Plan, kind: str, quest: int, number: int) -> Plan:
    if kind == "move":
        return moved(before, Q[quest], week(number), NOW)
    if kind == "pause":
        return paused(before, week(number), NOW)
    if kind == "resume":
        return resumed(before, week(number))
    if kind == "out":
        return left_out(before, Q[quest])
    if kind == "in":
        return put_in(before, stage(quest, number), NOW)
    place = before.place_of(Q[quest])
    opens = before.stages[place].opens if place is not None else NOW
    return timed(before, Q[quest], opens + timedelta(hours=number), None, NOW)


@given(st.lists(st.integers(-4, 12), min_size=1, max_size=8, unique=True), st.lists(CHANGES, max_size=12))
def test_whatever_is_done_the_laws_hold(starts: list[int], changes: list[Any]) -> None:
    first = now = plan(*sorted(starts))
    for change in changes:
        try:
            after = changed(now, *change)
        except NotPossible:
            continue
        check(now, after, NOW, mandatory=False)
        now = after
        weeks = weeks_of(now)
        assert weeks == sorted(set(weeks))  # in order, and never two in a week
        assert [each for each in now.stages if each.opened] == [each for each in first.stages if each.opened]
        kept = [each.quest for each in now.stages if each in first.stages]
        assert kept == [each.quest for each in first.stages if each.quest in kept]
        assert not any(each.week in now.paused and not each.opened for each in now.stages)
        assert all(each.opens > NOW for each in now.stages if not each.opened)


@given(st.integers(1, 20), st.integers(1, 20))
def test_the_same_move_twice_is_the_same_plan_and_another_has_another_name(one: int, other: int) -> None:
    before = plan(0, 1, 2, 3)
    first = moved(before, Q[1], week(one), NOW)
    assert moved(first, Q[1], week(one), NOW) == first
    second = moved(before, Q[1], week(other), NOW)
    assert (revision_of(first) == revision_of(second)) == (first == second)
