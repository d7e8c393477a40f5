"""The laws of the streak: what is done never shortens it, and nobody loses by being away."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboards.streaks.rules import (
    RESERVES,
    State,
    Streak,
    Week,
    goal_in,
    is_away,
    quarter_of,
    state_of,
    streak,
)
from quests.play.rules import goal_of

MONDAY = date(2026, 10, 5)  # week 41, the second of the last quarter
GOALS = ("one", "half", "all")


def weeks(words: str, first: date = MONDAY) -> list[Week]:
    """A week for each letter: m(et), x (missed), a(way), n(othing open), o(pen yet)."""
    made = {
        "m": Week(first, 4, 2, "half"),
        "x": Week(first, 4, 1, "half"),
        "a": Week(first, 4, 0, "half", away=True),
        "n": Week(first, 0, 0, "half"),
        "o": Week(first, 4, 1, "half", over=False),
    }
    return [replace(made[each], monday=first + timedelta(weeks=n)) for n, each in enumerate(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", Streak(0, 2)),
        ("mmm", Streak(3, 2)),
        ("mmo", Streak(2, 2)),
        ("mxm", Streak(2, 1)),
        ("mxxm", Streak(2, 0)),
        ("mxxxm", Streak(1, 2)),
        ("mmx", Streak(2, 1)),
        ("xxm", Streak(1, 2)),
        ("xxx", Streak(0, 2)),
        ("mmaaaaaam", Streak(3, 2)),
        ("mnnnnnm", Streak(2, 2)),
    ],
)
def test_a_table_of_weeks(words: str, expected: Streak) -> None:
    made = weeks(words)
    assert streak(made, made[-1].monday if made else MONDAY) == expected


def test_a_new_quarter_has_new_reserves() -> None:
    across = weeks("mxxm" + "xxm", date(2026, 12, 7))  # weeks 50 to 53, then 1 to 3
    assert streak(across, across[-1].monday) == Streak(3, 0)
    assert quarter_of(date(2026, 12, 28)) == (2026, 3)
    assert quarter_of(date(2027, 1, 4)) == (2027, 0)
    assert quarter_of(date(2027, 1, 3)) == (2026, 3)  # a Sunday that belongs to the week 53 before it


def test_a_goal_met_while_away_counts() -> None:
    assert state_of(Week(MONDAY, 4, 4, "all", away=True)) is State.MET
    assert state_of(Week(MONDAY, 4, 3, "all", away=True)) is State.REST


def test_one_day_away_is_a_week_away() -> None:
    sunday = MONDAY + timedelta(days=6)
    assert is_away(MONDAY, [(sunday, sunday + timedelta(days=30))])
    assert is_away(MONDAY, [(MONDAY - timedelta(days=9), MONDAY)])
    assert not is_away(MONDAY, [(sunday + timedelta(days=1), sunday + timedelta(days=2))])


@st.composite
def lives(draw: st.DrawFn) -> list[Week]:
    """Weeks of a year or so; the last may not be over."""
    first = MONDAY + timedelta(weeks=draw(st.integers(0, 60)))
    made = []
    for n in range(draw(st.integers(1, 40))):
        possible = draw(st.integers(0, 4))
        taken, goal, away = draw(st.integers(0, possible)), draw(st.sampled_from(GOALS)), draw(st.integers(0, 5)) == 0
        made.append(Week(first + timedelta(weeks=n), possible, taken, goal, away))
    return [*made[:-1], replace(made[-1], over=draw(st.booleans()))]


def length(life: list[Week]) -> int:
    return streak(life, life[-1].monday).weeks


@given(lives(), st.randoms())
def test_the_order_in_which_weeks_are_told_does_not_matter(life: list[Week], random: Random) -> None:
    shuffled = list(life)
    random.shuffle(shuffled)
    assert streak(shuffled, life[-1].monday) == streak(life, life[-1].monday)


@given(lives(), st.data())
def test_being_away_never_gives_less_than_being_there(life: list[Week], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(life) - 1))
    away = [replace(week, away=True) if n == place else week for n, week in enumerate(life)]
    assert length(away) >= length(life)


@given(lives(), st.data())
def test_doing_more_never_gives_less(life: list[Week], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(life) - 1))
    more = replace(life[place], taken=data.draw(st.integers(life[place].taken, life[place].possible)))
    assert length([more if n == place else week for n, week in enumerate(life)]) >= length(life)


@given(lives())
def test_a_week_more_with_the_goal_met_is_a_week_longer(life: list[Week]) -> None:
    after = Week(life[-1].monday + timedelta(weeks=1), 1, 1, "all")
    assert length([*life, after]) == length(life) + 1


@given(lives())
def test_no_quarter_lends_more_than_its_reserves_and_the_streak_is_as_long_as_they_allow(life: list[Week]) -> None:
    found = streak(life, life[-1].monday)
    met = [n for n, week in enumerate(life) if state_of(week) is State.MET]

    def spent(weeks_in_a_row: int) -> Counter[tuple[int, int]]:
        since = met[-weeks_in_a_row] if weeks_in_a_row else len(life)
        return Counter(quarter_of(week.monday) for week in life[since:] if state_of(week) is State.MISSED)

    assert all(each <= RESERVES for each in spent(found.weeks).values())
    assert found.reserves == RESERVES - spent(found.weeks)[quarter_of(life[-1].monday)]
    if found.weeks < len(met):
        assert max(spent(found.weeks + 1).values()) > RESERVES


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(GOALS)), max_size=12), st.sampled_from(GOALS))
def test_weeks_that_are_over_keep_the_goal_they_had(changes: list[tuple[int, str]], at_first: str) -> None:
    """Kept as the account does it: what held before a week, once for the week, when it is left for another."""
    now, left, ended = at_first, dict[date, str](), dict[date, str]()
    told = sorted(changes, key=lambda each: each[0])
    for n, monday in zip(range(21), (MONDAY + timedelta(weeks=n) for n in count()), strict=False):
        for _, goal in (each for each in told if each[0] == n):
            if goal != now:
                left.setdefault(monday, now)
            now = goal
        ended[monday] = now
        held = sorted(left.items())
        assert {each: goal_in(each, held, now) for each in ended} == ended


def test_the_goal_is_the_one_that_i_dag_shows() -> None:
    for goal in GOALS:
        for possible in range(1, 8):
            need = goal_of(goal, possible)
            assert state_of(Week(MONDAY, possible, need, goal)) is State.MET
            assert state_of(Week(MONDAY, possible, need - 1, goal)) is State.MISSED
