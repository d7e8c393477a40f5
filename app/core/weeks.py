"""Days and weeks of an organisation, as pure functions of a moment and a time zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def local_date(moment: datetime, zone: str) -> date:
    """The calendar date of `moment` in `zone`."""
    return moment.astimezone(ZoneInfo(zone)).date()


def monday_of(day: date) -> date:
    """The Monday that starts the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


def week_of(moment: datetime, zone: str) -> date:
    """The Monday of the ISO week in which `moment` falls in `zone`."""
    return monday_of(local_date(moment, zone))


def moment_at(day: date, hour: int, zone: str) -> datetime:
    """The moment in UTC when the clock in `zone` shows `hour`:00 on `day`.

    An hour that is skipped in spring gives the moment an hour later; one that comes twice in autumn the first of them.
    """
    return datetime.combine(day, time(hour), ZoneInfo(zone)).astimezone(UTC)


def wall_clock(moment: datetime, zone: str) -> datetime:
    """What the clock in `zone` shows at `moment`: a time without a zone."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def moment_of(wall: datetime, zone: str) -> datetime:
    """The moment in UTC when the clock in `zone` shows `wall`; of two, the first."""
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def week_number(monday: date) -> tuple[int, int]:
    """ISO year and week number, for showing: (2026, 53)."""
    year, week, _ = monday.isocalendar()
    return year, week
