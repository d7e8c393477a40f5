"""When somebody may be nudged, and at which hour. Values in, values out; days and hours are the organisation's."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.weeks import local_date, moment_at

QUIET_FROM, QUIET_UNTIL = 21, 6
PLAYS_THAT_MAKE_A_HABIT = 3
DEADLINES = (7, 2, 0)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a release will nudge about: from that day, until the matter ends."""

    rule: str
    day: date
    ends_at: datetime


def hour_of(moment: datetime, zone: str) -> int:
    return moment.astimezone(ZoneInfo(zone)).hour


def is_quiet(moment: datetime, zone: str) -> bool:
    """Whether nobody is to be nudged at that moment: from 21:00 to 06:00."""
    return not QUIET_UNTIL <= hour_of(moment, zone) < QUIET_FROM


def waking(hour: int) -> int:
    """The hour itself, or for who plays by night the last one before it: in the morning they sleep."""
    return hour if QUIET_UNTIL <= hour < QUIET_FROM else QUIET_FROM - 1


def usual_hour(played: Sequence[datetime], zone: str) -> int | None:
    """The hour at which somebody usually plays, by their latest plays; None while there are too few to say.

    Of hours that are equally usual, the one played at last.
    """
    if len(played) < PLAYS_THAT_MAKE_A_HABIT:
        return None
    hours = [waking(hour_of(each, zone)) for each in sorted(played, reverse=True)]
    return Counter(hours).most_common(1)[0][0]  # among equals the first met, which is the latest


def first_at(moment: datetime, hour: int, zone: str) -> datetime:
    """The first moment from `moment` on at which the clock shows that hour."""
    day = local_date(moment, zone)
    today = moment_at(day, hour, zone)
    return today if today >= moment else moment_at(day + DAY, hour, zone)


def last_day(deadline: datetime, zone: str) -> date:
    """The last day on which somebody can be nudged before a deadline."""
    day = local_date(deadline - SECOND, zone)
    return day if moment_at(day, QUIET_UNTIL, zone) < deadline else day - DAY


def before(deadline: datetime, day: date, hour: int, zone: str) -> datetime:
    """That hour of that day, or on the last day an earlier one that still lies before the deadline."""
    at = moment_at(day, hour, zone)
    while at >= deadline and hour > QUIET_UNTIL:
        hour -= 1
        at = moment_at(day, hour, zone)
    return at


def planned_for(
    opened_at: datetime, closes_at: datetime, deadline_at: datetime | None, zone: str, reminder_after: int
) -> list[Planned]:
    """What a release nudges about: that it opened; then a reminder, or where it is mandatory 7, 2 and 0 days before.

    Nothing twice on the day it opens.
    """
    opened_on = local_date(opened_at, zone)
    found = [Planned("quest_opened", opened_on, closes_at)]
    if deadline_at is None:
        day = opened_on + reminder_after * DAY
        if moment_at(day, QUIET_UNTIL, zone) < closes_at:
            found.append(Planned("reminder", day, closes_at))
        return found
    last = last_day(deadline_at, zone)
    days = {left: last - left * DAY for left in DEADLINES}
    found.extend(Planned(f"deadline_{left}", day, deadline_at) for left, day in days.items() if day > opened_on)
    return found


def planned_for_ending(now: datetime, last_day: date, hour: int, zone: str) -> list[tuple[str, datetime]]:
    """What is told of something that ends with its last day: that the end can be met from now on, 7 and 0 days before.

    Each at that hour, none twice on one day, and nothing once it is past.
    """
    today = local_date(now, zone)
    first = first_at(now, hour, zone)
    found = [("opened", first)] if local_date(first, zone) <= last_day else []
    for left in (7, 0):
        day = last_day - left * DAY
        if day > max(today, local_date(first, zone)):
            found.append((str(left), moment_at(day, hour, zone)))
    return found
