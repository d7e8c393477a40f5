"""When somebody may be nudged: tables of examples, over both turns of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.core.weeks import local_date, moment_at
from app.nudges.rules import timing

OSLO = "Europe/Oslo"
MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)  # six in the morning in Oslo


def utc(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        ("2026-11-19 04:59:59", True),
        ("2026-11-19 05:00", False),
        ("2026-11-19 19:59:59", False),
        ("2026-11-19 20:00", True),
        ("2026-11-19 23:30", True),
        ("2026-07-06 03:59", True),  # summer time: two hours ahead
        ("2026-07-06 04:00", False),
        ("2026-07-06 18:59", False),
        ("2026-07-06 19:00", True),
        ("2026-10-25 01:30", True),  # the hour that comes twice
        ("2026-10-25 04:59", True),  # the clock went back in the night
        ("2026-10-25 05:00", False),
        ("2027-03-28 03:59", True),  # and forward
        ("2027-03-28 04:00", False),
    ],
)
def test_the_quiet_hours(moment: str, quiet: bool) -> None:
    assert timing.is_quiet(utc(moment), OSLO) is quiet


@pytest.mark.parametrize(("hour", "expected"), [(0, 20), (5, 20), (6, 6), (10, 10), (20, 20), (21, 20), (23, 20)])
def test_who_plays_by_night_is_nudged_in_the_evening(hour: int, expected: int) -> None:
    assert timing.waking(hour) == expected


@pytest.mark.parametrize(
    ("played", "expected"),
    [
        ([], None),
        (["2026-11-16 13:10", "2026-11-17 13:50"], None),
        (["2026-11-16 13:10", "2026-11-17 13:50", "2026-11-18 06:00"], 14),
        (["2026-11-16 13:10", "2026-11-17 08:50", "2026-11-18 06:00"], 7),  # all equal: the latest
        (["2026-11-16 01:00", "2026-11-17 01:30", "2026-11-18 12:00"], 20),
        (["2026-10-20 12:00", "2026-10-22 12:10", "2026-10-27 13:05", "2026-10-28 06:00"], 14),  # by the clock, not UTC
    ],
)
def test_the_usual_hour(played: list[str], expected: int | None) -> None:
    assert timing.usual_hour([utc(each) for each in played], OSLO) == expected


@pytest.mark.parametrize(
    ("moment", "hour", "expected"),
    [
        ("2026-11-23 05:00", 10, "2026-11-23 09:00"),
        ("2026-11-23 05:00", 6, "2026-11-23 05:00"),
        ("2026-11-23 09:00:01", 10, "2026-11-24 09:00"),
        ("2026-11-23 22:30", 10, "2026-11-24 09:00"),  # half past eleven in the evening
        ("2026-10-24 10:00", 10, "2026-10-25 09:00"),  # the next day is an hour longer
        ("2027-03-27 10:00", 10, "2027-03-28 08:00"),
    ],
)
def test_the_first_time_the_clock_shows_an_hour(moment: str, hour: int, expected: str) -> None:
    assert timing.first_at(utc(moment), hour, OSLO) == utc(expected)


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("2026-11-30 05:00", "2026-11-29"),  # Monday at six: Sunday is the last day
        ("2026-11-30 05:00:01", "2026-11-30"),
        ("2026-11-29 23:00", "2026-11-29"),  # midnight
        ("2026-11-27 13:00", "2026-11-27"),
        ("2026-10-26 05:00", "2026-10-25"),
        ("2027-03-29 04:00", "2027-03-28"),
    ],
)
def test_the_last_day_before_a_deadline(deadline: str, expected: str) -> None:
    assert timing.last_day(utc(deadline), OSLO) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("deadline", "hour", "expected"),
    [
        ("2026-11-27 13:00", 10, "2026-11-27 09:00"),
        ("2026-11-27 13:00", 14, "2026-11-27 12:00"),  # at two it is over: at one
        ("2026-11-27 13:00", 20, "2026-11-27 12:00"),
        ("2026-11-27 05:30", 20, "2026-11-27 05:00"),
    ],
)
def test_on_the_last_day_it_comes_in_time(deadline: str, hour: int, expected: str) -> None:
    assert timing.before(utc(deadline), date(2026, 11, 27), hour, OSLO) == utc(expected)


def rules(**given: object) -> list[tuple[str, str]]:
    values = {"opened_at": MONDAY, "closes_at": MONDAY + timedelta(days=7), "deadline_at": None, "reminder_after": 3}
    found = timing.planned_for(**{**values, **given}, zone=OSLO)  # type: ignore[arg-type]
    return [(each.rule, each.day.isoformat()) for each in found]


def test_a_voluntary_quest_opens_and_reminds_once() -> None:
    assert rules() == [("quest_opened", "2026-11-23"), ("reminder", "2026-11-26")]
    assert rules(closes_at=MONDAY + timedelta(days=2)) == [("quest_opened", "2026-11-23")]


def test_a_mandatory_quest_reminds_seven_two_and_no_days_before() -> None:
    assert rules(deadline_at=MONDAY + timedelta(days=7)) == [
        ("quest_opened", "2026-11-23"),
        ("deadline_2", "2026-11-27"),
        ("deadline_0", "2026-11-29"),
    ]
    assert rules(deadline_at=MONDAY + timedelta(days=28)) == [
        ("quest_opened", "2026-11-23"),
        ("deadline_7", "2026-12-13"),
        ("deadline_2", "2026-12-18"),
        ("deadline_0", "2026-12-20"),
    ]
    assert rules(deadline_at=MONDAY + timedelta(hours=9)) == [("quest_opened", "2026-11-23")]


@given(some.integers(0, 4 * 366 * 24 * 60), some.integers(0, 23))
def test_no_moment_a_rule_gives_is_quiet(minutes: int, hour: int) -> None:
    opened = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    moment = timing.first_at(opened, timing.waking(hour), OSLO)
    assert not timing.is_quiet(moment, OSLO)
    deadline = opened + timedelta(days=9)
    day = timing.last_day(deadline, OSLO)
    at = timing.before(deadline, day, timing.waking(hour), OSLO)
    assert not timing.is_quiet(at, OSLO)
    assert at < deadline
    assert local_date(at, OSLO) == day
    assert moment_at(day, 6, OSLO) <= at


@pytest.mark.parametrize(
    ("now", "last_day", "planned"),
    [
        (
            "2027-09-20 22:30",  # past midnight in Oslo: the window opens
            "2027-11-20",
            [("opened", "2027-09-21 08:00"), ("7", "2027-11-13 09:00"), ("0", "2027-11-20 09:00")],
        ),
        ("2026-11-19 11:00", "2026-11-26", [("opened", "2026-11-20 09:00"), ("0", "2026-11-26 09:00")]),
        ("2026-11-18 23:10", "2026-11-26", [("opened", "2026-11-19 09:00"), ("0", "2026-11-26 09:00")]),
        ("2026-11-18 23:10", "2026-11-20", [("opened", "2026-11-19 09:00"), ("0", "2026-11-20 09:00")]),
        ("2026-11-18 23:10", "2026-11-19", [("opened", "2026-11-19 09:00")]),  # one day left: told once
        ("2026-11-19 11:00", "2026-11-19", []),  # its hour is past
        ("2026-11-19 11:00", "2026-11-01", []),
    ],
)
def test_the_end_of_a_certificate_is_told_when_it_can_be_met_and_7_and_0_days_before(
    now: str, last_day: str, planned: list[tuple[str, str]]
) -> None:
    found = timing.planned_for_ending(utc(now), date.fromisoformat(last_day), 10, OSLO)
    assert found == [(rule, utc(at)) for rule, at in planned]
