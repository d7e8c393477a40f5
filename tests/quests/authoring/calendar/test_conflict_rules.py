"""What is too much in a week and for whom, and which days are holidays."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.authoring.calendar.rules.conflicts import (
    Ceilings,
    Conflict,
    Reach,
    Slot,
    conflicts_of,
    groups_of,
    minutes_in,
)
from quests.authoring.calendar.rules.days import CODES, holiday_on, holidays_between, quiet_in, workday_from
from quests.authoring.calendar.rules.plan import WEEK, at_hour

MONDAY = date(2026, 11, 30)
HOME, WARD, SHOP = (UUID(int=number) for number in (1, 2, 3))
A, B, C = (UUID(int=number) for number in (11, 12, 13))
CEILINGS = Ceilings(minutes=15, items=12)
EVERYBODY = Reach(None, frozenset())


def slot(run: UUID, minutes: int = 5, at: int = 0, **facts: Any) -> Slot:
    week = MONDAY + at * WEEK
    given = {
        "path": run,
        "quest": UUID(int=run.int * 1000 + at),
        "items": 2,
        "mandatory": False,
        "deadline": None,
        "opened": False,
    }
    return Slot(run=run, week=week, minutes=minutes, opens=at_hour(week, 6), **(given | facts))  # type: ignore[arg-type]


def found(slots: list[Slot], roles: tuple[str, ...] = ("leader",), **reaches: Reach) -> list[Conflict]:
    names = {"a": A, "b": B, "c": C}
    groups = groups_of({names[name]: reach for name, reach in reaches.items()}, [HOME, WARD, SHOP], roles)
    return conflicts_of(slots, groups, CEILINGS)


def at(*departments: UUID, roles: tuple[str, ...] = ()) -> Reach:
    return Reach(frozenset(departments) or None, frozenset(roles))


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (EVERYBODY, EVERYBODY, {HOME, WARD, SHOP}),
        (EVERYBODY, at(WARD), {WARD}),
        (at(HOME, WARD), at(WARD, SHOP), {WARD}),
        (at(HOME), at(SHOP), set()),
        (at(roles=("leader",)), at(WARD), {WARD}),  # a leader there is given both
        (at(roles=("leader",)), at(roles=("editor",)), set()),
    ],
)
def test_minutes_are_counted_for_who_is_given_both(a: Reach, b: Reach, meet: set[UUID]) -> None:
    told = found([slot(A, 8), slot(B, 9)], ("leader", "editor"), a=a, b=b)
    assert [(each.code, each.count, each.most, set(each.places)) for each in told] == (
        [("minutes", 17, 15, meet)] if meet else []
    )


def test_up_to_the_ceiling_is_well_and_alone_nobody_is_crowded() -> None:
    assert found([slot(A, 8), slot(B, 7)], a=EVERYBODY, b=EVERYBODY) == []
    assert found([slot(A, 40)], a=EVERYBODY) == []


def test_the_whole_crowd_is_told_once_not_each_pair_of_it() -> None:
    told = found([slot(A, 10), slot(B, 10), slot(C, 10)], a=EVERYBODY, b=at(WARD), c=at(WARD, SHOP))
    assert [(len(each.slots), each.count, set(each.places)) for each in told] == [(3, 30, {WARD})]


@pytest.mark.parametrize(("items", "code", "count"), [((6, 7), "items", 13), ((6, 6), "mandatory", 2)])
def test_two_mandatory_in_a_week_and_more_to_remember_than_a_week_asks(
    items: tuple[int, int], code: str, count: int
) -> None:
    slots = [slot(run, 2, mandatory=True, items=each) for run, each in zip((A, B), items, strict=True)]
    assert [(each.code, each.count) for each in found(slots, a=EVERYBODY, b=EVERYBODY)] == [(code, count)]
    assert found([slots[0], slot(B, 2)], a=EVERYBODY, b=EVERYBODY) == []


def test_the_same_quest_given_twice_is_told_once_for_the_two_runs() -> None:
    quests = {"path": C, "quest": C}
    slots = [slot(A, 2, **quests), slot(B, 2, 1, **quests), slot(A, 2, 2), slot(B, 2, 2)]
    (told,) = found(slots, a=EVERYBODY, b=at(WARD))
    assert (told.code, told.week, told.places) == ("twice", MONDAY + WEEK, {WARD})


def test_what_has_opened_is_past_mending() -> None:
    assert found([slot(A, 20, opened=True), slot(B, 20, opened=True)], a=EVERYBODY, b=EVERYBODY) == []


@pytest.mark.parametrize(
    ("week", "code", "holiday"),
    [
        (date(2027, 3, 29), "opens_on_holiday", "easter_monday"),
        (date(2027, 5, 17), "opens_on_holiday", "constitution_day"),
        (date(2027, 3, 22), "quiet_week", "maundy_thursday"),
        (date(2026, 12, 21), "quiet_week", "christmas_day"),
        (date(2026, 12, 28), "quiet_week", "new_year"),
        (date(2027, 5, 3), None, None),  # Ascension Day alone empties no week
    ],
)
def test_holidays_are_pointed_out(week: date, code: str | None, holiday: str | None) -> None:
    told = found([slot(A, at=(week - MONDAY) // WEEK)], a=EVERYBODY)
    assert [(each.code, each.holiday) for each in told] == ([(code, holiday)] if code else [])


def test_a_deadline_on_a_holiday_is_pointed_out() -> None:
    told = found([slot(A, mandatory=True, deadline=at_hour(date(2027, 5, 17), 6))], a=EVERYBODY)
    assert [(each.code, each.holiday) for each in told] == [("due_on_holiday", "constitution_day")]


@pytest.mark.parametrize(
    ("year", "easter"),
    [(2024, date(2024, 3, 31)), (2025, date(2025, 4, 20)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))],
)
def test_easter_moves_and_what_follows_moves_with_it(year: int, easter: date) -> None:
    days = {
        -3: "maundy_thursday",
        -2: "good_friday",
        0: "easter_sunday",
        1: "easter_monday",
        39: "ascension",
        49: "whit_sunday",
        50: "whit_monday",
    }
    for after, code in days.items():
        day = easter + timedelta(days=after)
        assert holiday_on(day) in (code, "constitution_day", "labour_day"), day
    assert len(holidays_between(date(year, 1, 1), date(year, 12, 31))) in (11, 12)


@given(st.integers(2000, 2100))
def test_every_holiday_of_every_year_has_a_code(year: int) -> None:
    found = holidays_between(date(year, 1, 1), date(year, 12, 31))
    assert set(found.values()) <= set(CODES.values())
    assert {date(year, 5, 1), date(year, 5, 17), date(year, 12, 25)} <= found.keys()


def test_the_next_working_day_keeps_the_hour() -> None:
    assert workday_from(at_hour(date(2027, 3, 25), 14)) == at_hour(date(2027, 3, 30), 14)
    assert workday_from(at_hour(date(2026, 12, 1), 6)) == at_hour(date(2026, 12, 1), 6)
    assert quiet_in(date(2026, 11, 30)) is None
    assert holiday_on(datetime(2026, 11, 30).date()) is None  # noqa: DTZ001


@given(st.lists(st.tuples(st.sampled_from([A, B, C]), st.integers(0, 20), st.integers(0, 3)), max_size=8, unique=True))
def test_no_week_is_told_of_unless_somebody_is_given_that_much(stages: list[tuple[UUID, int, int]]) -> None:
    slots = [slot(run, minutes, at) for run, minutes, at in stages]
    reaches = {A: EVERYBODY, B: at(WARD), C: at(SHOP, roles=("leader",))}
    groups = groups_of(reaches, [HOME, WARD, SHOP], ["leader"])
    told = {each.week for each in conflicts_of(slots, groups, CEILINGS) if each.code == "minutes"}
    for week in {each.week for each in slots}:
        own = [each for each in slots if each.week == week]
        crowded = any(
            sum(each.minutes for each in own if each.run in runs) > 15 and sum(each.run in runs for each in own) > 1
            for runs in groups
        )
        assert crowded == (week in told)
        assert minutes_in(own, groups) <= sum(each.minutes for each in own)
