"""The learner's day and week, over both changes of the clock and through week 53."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.weeks import local_date, moment_at, monday_of, week_number, week_of

OSLO = "Europe/Oslo"


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        (date(2026, 11, 23), 6, datetime(2026, 11, 23, 5, tzinfo=UTC)),
        (date(2026, 7, 6), 6, datetime(2026, 7, 6, 4, tzinfo=UTC)),
        (date(2026, 10, 26), 6, datetime(2026, 10, 26, 5, tzinfo=UTC)),  # the Monday after the clock went back
        (date(2027, 3, 29), 6, datetime(2027, 3, 29, 4, tzinfo=UTC)),  # the Monday after it went forward
        (date(2027, 3, 28), 2, datetime(2027, 3, 28, 1, tzinfo=UTC)),  # skipped: an hour later on the wall
        (date(2026, 10, 25), 2, datetime(2026, 10, 25, 0, tzinfo=UTC)),  # twice: the first of them
    ],
)
def test_an_hour_on_a_day(day: date, hour: int, expected: datetime) -> None:
    assert moment_at(day, hour, OSLO) == expected


@pytest.mark.parametrize(
    ("moment", "monday"),
    [
        (datetime(2026, 11, 22, 22, 59, tzinfo=UTC), date(2026, 11, 16)),
        (datetime(2026, 11, 22, 23, 0, tzinfo=UTC), date(2026, 11, 23)),  # midnight in Oslo
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), date(2026, 10, 19)),
        (datetime(2027, 1, 3, 22, 0, tzinfo=UTC), date(2026, 12, 28)),  # the last evening of week 53
        (datetime(2027, 1, 3, 23, 0, tzinfo=UTC), date(2027, 1, 4)),
    ],
)
def test_the_week_of_a_moment(moment: datetime, monday: date) -> None:
    assert week_of(moment, OSLO) == monday


def test_week_53_belongs_to_the_old_year() -> None:
    assert week_number(date(2026, 12, 28)) == (2026, 53)
    assert week_number(date(2027, 1, 4)) == (2027, 1)


@given(
    st.integers(946_684_800, 4_102_444_800),
    st.sampled_from([OSLO, "UTC", "Pacific/Kiritimati"]),
)
def test_a_moment_lies_in_its_week(seconds: int, zone: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    monday = week_of(moment, zone)
    assert monday.weekday() == 0
    assert 0 <= (local_date(moment, zone) - monday).days < 7
    assert monday_of(monday) == monday
