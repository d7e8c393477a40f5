"""What stands on I dag on a day for somebody, told from plans alone: what is open, what comes, what is earlier."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from quests.authoring.calendar.rules.plan import WEEK, Stage, at_hour


@dataclass(frozen=True, slots=True)
class Sight:
    """A stage as somebody meets it. `state`: `open`, `coming`, or `earlier`, whose week is over. Times on the wall."""

    run: UUID
    quest: UUID
    state: str
    opens: datetime
    closes: datetime
    deadline: datetime | None
    mandatory: bool


def sights(run: UUID, stages: Iterable[Stage], mandatory: bool, hour: int, at: datetime) -> list[Sight]:
    """The stages of a run as they stand at that time, when all goes as planned."""
    found = []
    for each in stages:
        closes = at_hour(each.week + WEEK, hour)
        state = "coming" if each.opens > at else "open" if at < closes else "earlier"
        found.append(Sight(run, each.quest, state, each.opens, closes, each.deadline, mandatory))
    return found


def own_pace(
    quests: Sequence[UUID], began: datetime, hour: int, mandatory: bool, deadline_days: int | None
) -> list[Stage]:
    """The stages of somebody who came into a run at that time: the first at once, then one every Monday."""
    monday = began.date() - timedelta(days=began.weekday())
    found = []
    for number, quest in enumerate(quests):
        opens = began if number == 0 else at_hour(monday + number * WEEK, hour)
        closes = at_hour(monday + (number + 1) * WEEK, hour)
        due = (opens + timedelta(days=deadline_days) if deadline_days else closes) if mandatory else None
        found.append(Stage(quest, opens, due, False))
    return found


def in_order(found: Iterable[Sight]) -> list[Sight]:
    """What is open as I dag has it: the nearest deadline first, then the newest; the rest by when it opens."""
    every = list(found)
    opened = sorted((each for each in every if each.state == "open"), key=_urgency)
    coming = sorted((each for each in every if each.state == "coming"), key=lambda each: (each.opens, str(each.quest)))
    earlier = sorted((each for each in every if each.state == "earlier"), key=lambda each: each.opens, reverse=True)
    return [*opened, *coming, *earlier]


def _urgency(sight: Sight) -> tuple[bool, datetime, int, str]:
    due = sight.deadline or sight.closes
    return sight.deadline is None, due, -sight.opens.toordinal(), str(sight.quest)
