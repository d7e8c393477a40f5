"""The streak's arithmetic: weeks in a row with one's own goal met, worked out from the weeks each time.

It is read backwards from now. A week in which the goal was met counts; one that was away, in which nothing was open, or
that is not over yet neither counts nor ends it. A week that was missed takes a reserve of its quarter, and the streak
reaches back to where a quarter would need a third. So what is done never makes it shorter, and what is missed takes no
more from it than what lies behind that third week.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from quests.play.rules import goal_of

RESERVES = 2
"""Weeks a quarter that may be missed."""

WEEKS_A_QUARTER = 13
Quarter = tuple[int, int]


class State(StrEnum):
    """What a week is to the streak."""

    MET = "met"
    REST = "rest"  # away, or nothing was open
    OPEN = "open"  # not over
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Week:
    """What was possible and taken in the week from that Monday, the goal that held in it, and whether one was away."""

    monday: date
    possible: int
    taken: int
    goal: str
    away: bool = False
    over: bool = True


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks in a row, and how many reserves this quarter has left."""

    weeks: int
    reserves: int


def state_of(week: Week) -> State:
    """A goal that is met counts also in a week one was away for."""
    if week.possible and week.taken >= goal_of(week.goal, week.possible):
        return State.MET
    if week.away or not week.possible:
        return State.REST
    return State.MISSED if week.over else State.OPEN


def streak(weeks: Iterable[Week], today: date) -> Streak:
    """The streak as of `today`. Weeks may come in any order, each once; one that is not given had nothing open."""
    count, spent = 0, Counter[Quarter]()
    within: Counter[Quarter] = Counter()  # what was spent since the first week of the streak
    for week in sorted(weeks, key=lambda each: each.monday, reverse=True):
        state, quarter = state_of(week), quarter_of(week.monday)
        if state is State.MET:
            count, within = count + 1, spent.copy()
        elif state is State.MISSED:
            if spent[quarter] == RESERVES:
                break
            spent[quarter] += 1
    return Streak(count, RESERVES - within[quarter_of(today)])


def quarter_of(day: date) -> Quarter:
    """The quarter of an ISO year: thirteen weeks, the last with the fifty-third where there is one."""
    year, week, _ = day.isocalendar()
    return year, min(3, (week - 1) // WEEKS_A_QUARTER)


def goal_in(monday: date, left: Sequence[tuple[date, str]], now: str) -> str:
    """The goal that held in that week: of those that were left, in order, the first that held beyond it, else `now`."""
    return next((goal for until, goal in left if monday < until), now)


def is_away(monday: date, leaves: Iterable[tuple[date, date]]) -> bool:
    """Whether any day of the week falls in a period away, both days included."""
    sunday = monday + timedelta(days=6)
    return any(first <= sunday and last >= monday for first, last in leaves)
