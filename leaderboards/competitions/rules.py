"""A competition's clock, who races in which team, and what each rule makes of what somebody did."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from app.core.weeks import moment_at

MOST_WEEKS, MOST_TEAMS, MOST_FREEZE_HOURS = 52, 200, 168
CLOSES_ON, CLOSES_AT = 1, 12
"""The Tuesday after its end, at noon: until then letters of those who played offline count."""

STATES = ("planned", "running", "frozen", "ended", "closed", "cancelled")


class Counted(NamedTuple):
    """What somebody could do under a rule and did; x is their ratio."""

    possible: int
    taken: int


@dataclass(frozen=True, slots=True)
class Clock:
    """When a competition starts, stands still, ends and closes."""

    starts_at: datetime
    freezes_at: datetime
    ends_at: datetime
    closes_at: datetime

    def state(self, now: datetime, closed_at: datetime | None, cancelled_at: datetime | None) -> str:
        """One of `STATES`. It is closed when its record has been made, at the earliest at `closes_at`."""
        if cancelled_at is not None:
            return "cancelled"
        if closed_at is not None:
            return "closed"
        if now < self.starts_at:
            return "planned"
        if now >= self.ends_at:
            return "ended"
        return "frozen" if now >= self.freezes_at else "running"


def clock_of(first_week: date, weeks: int, freeze_hours: int, time_zone: str) -> Clock:
    """The moments of a competition of so many weeks from a Monday, in the organisation's time zone."""
    end = end_of(first_week, weeks)
    ends_at = moment_at(end, 0, time_zone)
    return Clock(
        moment_at(first_week, 0, time_zone),
        ends_at - timedelta(hours=freeze_hours),
        ends_at,
        moment_at(end + timedelta(days=CLOSES_ON), CLOSES_AT, time_zone),
    )


def end_of(first_week: date, weeks: int) -> date:
    """The Monday after the last week."""
    return first_week + timedelta(weeks=weeks)


def teams_by_department(teams: Mapping[UUID, Iterable[UUID]], parents: Mapping[UUID, UUID | None]) -> dict[UUID, UUID]:
    """By department: the team it races in, its own or that of the nearest department above that has one."""
    own = {department: team for team, departments in teams.items() for department in departments}
    found: dict[UUID, UUID] = {}
    for department in parents:
        above: UUID | None = department
        while above is not None and above not in own:
            above = parents.get(above)
        if above is not None:
            found[department] = own[above]
    return found


def improved(now: Counted, before: Counted) -> Counted:
    """(1 + change against the own last period) / 2 as a ratio of whole numbers; nothing to compare with is nothing."""
    if not now.possible or not before.possible:
        return Counted(0, 0)
    both = now.possible * before.possible
    return Counted(2 * both, both + now.taken * before.possible - before.taken * now.possible)
