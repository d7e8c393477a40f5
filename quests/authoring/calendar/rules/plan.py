"""A run's plan, which changes until a stage opens: moved, paused, left out, put in. Values in, values out.

One rule for every move: a run has one stage a week, in an order that stays. What stands in the way is pushed on in the
same direction, to the next week that is not paused. What is open never moves. Times are those of the clock on the wall.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from uuid import UUID

from app.core.weeks import monday_of

WEEK = timedelta(days=7)
FARTHEST = timedelta(days=3 * 366)
"""From now: nothing is planned later."""
MOST_PAUSED = 60


@dataclass(frozen=True, slots=True)
class Stage:
    """A quest of the run: when it opens and when it is due, by the clock on the wall."""

    quest: UUID
    opens: datetime
    deadline: datetime | None
    opened: bool

    @property
    def week(self) -> date:
        """Its Monday."""
        return monday_of(self.opens.date())


@dataclass(frozen=True, slots=True)
class Plan:
    """The stages in the order they open, and the weeks (Mondays) in which none does."""

    stages: tuple[Stage, ...]
    paused: frozenset[date] = frozenset()

    def place_of(self, quest: UUID) -> int | None:
        return next((place for place, each in enumerate(self.stages) if each.quest == quest), None)


class NotPossible(Exception):
    """A change that cannot be made, by code; `quest` is the stage that stands in the way, where one does."""

    def __init__(self, code: str, quest: UUID | None = None) -> None:
        super().__init__(code)
        self.code, self.quest = code, quest


def moved(plan: Plan, quest: UUID, week: date, now: datetime) -> Plan:
    """The plan with a stage in that week; those in the way are pushed on. Weekday, hour and days to its end stay."""
    place = _movable(plan, quest)
    if week in plan.paused:
        raise NotPossible("paused", quest)
    weeks = [each.week for each in plan.stages]
    forward = week > weeks[place]
    weeks[place] = week
    if forward:
        _push_later(weeks, place, plan.paused)
    else:
        _push_earlier(weeks, place, plan)
    return _in_weeks(plan, weeks, now)


def paused(plan: Plan, week: date, now: datetime) -> Plan:
    """The plan with nothing opening in that week: its stage, and those then in the way, come later."""
    after = replace(plan, paused=plan.paused | {week})
    if len(after.paused) > MOST_PAUSED:
        raise NotPossible("many")
    there = next((place for place, each in enumerate(plan.stages) if each.week == week and not each.opened), None)
    if there is None:
        return after
    weeks = [each.week for each in plan.stages]
    weeks[there] = _free(week, WEEK, after.paused)
    _push_later(weeks, there, after.paused)
    return _in_weeks(after, weeks, now)


def resumed(plan: Plan, week: date) -> Plan:
    """The plan with that week free again. Nothing moves by itself."""
    return replace(plan, paused=plan.paused - {week})


def left_out(plan: Plan, quest: UUID) -> Plan:
    """The plan without a stage; the others stay where they are."""
    place = _movable(plan, quest)
    if len(plan.stages) == 1:
        raise NotPossible("empty", quest)
    return replace(plan, stages=plan.stages[:place] + plan.stages[place + 1 :])


def put_in(plan: Plan, stage: Stage, now: datetime) -> Plan:
    """The plan with one more stage in its week; if another stands there, it and those in the way come later."""
    if plan.place_of(stage.quest) is not None:
        raise NotPossible("known", stage.quest)
    if stage.week in plan.paused:
        raise NotPossible("paused", stage.quest)
    place = sum(each.week < stage.week or (each.opened and each.week == stage.week) for each in plan.stages)
    after = replace(plan, stages=(*plan.stages[:place], stage, *plan.stages[place:]))
    weeks = [each.week for each in after.stages]
    if place and weeks[place - 1] == stage.week:
        raise NotPossible("already_open", plan.stages[place - 1].quest)
    _push_later(weeks, place, plan.paused)
    return _in_weeks(after, weeks, now, fresh=stage.quest)


def timed(plan: Plan, quest: UUID, opens: datetime, deadline: datetime | None, now: datetime) -> Plan:
    """The plan with another time of opening within the stage's week, and another end."""
    place = _movable(plan, quest)
    before = plan.stages[place]
    if monday_of(opens.date()) != before.week:
        raise NotPossible("other_week", quest)
    if opens != before.opens and opens <= now:
        raise NotPossible("past", quest)
    if deadline is not None and deadline <= opens:
        raise NotPossible("deadline", quest)
    stages = list(plan.stages)
    stages[place] = replace(before, opens=opens, deadline=deadline)
    return replace(plan, stages=tuple(stages))


def check(before: Plan, after: Plan, now: datetime, mandatory: bool) -> None:
    """Raise NotPossible where `before` may not become `after`, however it was made."""
    known = {each.quest: each for each in before.stages}
    if not after.stages:
        raise NotPossible("empty")
    if len({each.quest for each in after.stages}) != len(after.stages):
        raise NotPossible("known")
    for each in before.stages:
        if each.opened and each not in after.stages:
            raise NotPossible("already_open", each.quest)
    _check_order([each.quest for each in before.stages], after.stages)
    for each in after.stages:
        if known.get(each.quest) != each:
            _check_stage(each, known.get(each.quest), after.paused, now, mandatory)
    if len(after.paused) > MOST_PAUSED or any(each.weekday() for each in after.paused):
        raise NotPossible("many")
    for week in after.paused - before.paused:
        if there := next((each for each in after.stages if each.week == week and not each.opened), None):
            raise NotPossible("paused", there.quest)


def _check_order(quests: Sequence[UUID], stages: Sequence[Stage]) -> None:
    places = [quests.index(each.quest) for each in stages if each.quest in quests]
    if places != sorted(places):
        raise NotPossible("order")
    weeks = [each.week for each in stages]
    for place in range(1, len(weeks)):
        if weeks[place] <= weeks[place - 1]:
            raise NotPossible("order", stages[place].quest)


def _check_stage(stage: Stage, before: Stage | None, off: frozenset[date], now: datetime, mandatory: bool) -> None:
    if stage.week in off and (before is None or before.week != stage.week):
        raise NotPossible("paused", stage.quest)
    if stage.opens <= now and (before is None or before.opens != stage.opens):
        raise NotPossible("past", stage.quest)
    if stage.opens > now + FARTHEST:
        raise NotPossible("far", stage.quest)
    if (stage.deadline is not None) != mandatory:
        raise NotPossible("deadline", stage.quest)
    if stage.deadline is not None and not stage.opens < stage.deadline <= stage.opens + FARTHEST:
        raise NotPossible("deadline", stage.quest)


def revision_of(plan: Plan) -> str:
    """A name of the plan that is another when anything planned is; opening a stage changes nothing of it."""
    stages = ";".join(f"{each.quest}|{each.opens.isoformat()}|{each.deadline}" for each in plan.stages)
    return sha256(f"{stages}/{sorted(plan.paused)}".encode()).hexdigest()[:24]


def at_hour(week: date, hour: int) -> datetime:
    """The Monday of that week, when the clock on the wall shows that hour."""
    return datetime.combine(week, time(hour))


def _movable(plan: Plan, quest: UUID) -> int:
    place = plan.place_of(quest)
    if place is None:
        raise NotPossible("unknown", quest)
    if plan.stages[place].opened:
        raise NotPossible("already_open", quest)
    return place


def _free(week: date, step: timedelta, off: frozenset[date]) -> date:
    """The nearest week after (or, stepping back, before) that one that is not paused."""
    week += step
    while week in off:
        week += step
    return week


def _push_later(weeks: list[date], place: int, off: frozenset[date]) -> None:
    for each in range(place + 1, len(weeks)):
        if weeks[each] <= weeks[each - 1]:
            weeks[each] = _free(weeks[each - 1], WEEK, off)


def _push_earlier(weeks: list[date], place: int, plan: Plan) -> None:
    for each in range(place - 1, -1, -1):
        if weeks[each] >= weeks[each + 1]:
            if plan.stages[each].opened:
                raise NotPossible("already_open", plan.stages[each].quest)
            weeks[each] = _free(weeks[each + 1], -WEEK, plan.paused)


def _in_weeks(plan: Plan, weeks: Sequence[date], now: datetime, fresh: UUID | None = None) -> Plan:
    """The plan with its stages in these weeks; what moves, or is new, must open in time to come."""
    stages = tuple(_shifted(each, week) for each, week in zip(plan.stages, weeks, strict=True))
    for before, after in zip(plan.stages, stages, strict=True):
        if after.opens > now + FARTHEST:
            raise NotPossible("far", after.quest)
        if (before != after or after.quest == fresh) and after.opens <= now:
            raise NotPossible("past", after.quest)
    return replace(plan, stages=stages)


def _shifted(stage: Stage, week: date) -> Stage:
    by = week - stage.week
    return replace(stage, opens=stage.opens + by, deadline=stage.deadline + by if stage.deadline else None)
