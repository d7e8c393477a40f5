"""Setting a shared goal, calling it off, and counting how far it has come: always from the facts."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, invalid, not_found
from app.core.weeks import local_date, moment_at, week_of
from app.identity import queries as identity
from leaderboards.competitions.rules import Clock, clock_of, end_of
from leaderboards.goals.models import SharedGoal
from leaderboards.goals.rules import days_counted
from quests.play.counting import modules_done_between

AT_ONCE = 1000


def set_goal(organisation_id: UUID, goal_id: UUID, plan: Mapping[str, Any]) -> SharedGoal:
    """Set a goal of a checked plan. Safe to repeat; the same id for another one is refused (409 `taken`)."""
    known = db.session.get(SharedGoal, (organisation_id, goal_id))
    if known is not None:
        if any(getattr(known, name) != value for name, value in plan.items()):
            raise Problem(409, "taken", "This goal exists already, with another plan.")
        return known
    if plan["first_week"] < week_of(clock.now(), identity.organisation(organisation_id).time_zone):
        raise invalid("When does it start?", {"first_week": ["A Monday that has not passed, or this week's."]})
    goal = SharedGoal(organisation_id=organisation_id, id=goal_id, created_at=clock.now(), **plan)
    db.session.add(goal)
    db.session.flush()
    count(goal)
    return goal


def cancel(organisation_id: UUID, goal_id: UUID) -> SharedGoal:
    """Call it off. Safe to repeat; 409 `closed` when it is over."""
    goal = held(organisation_id, goal_id)
    if goal.closed_at is not None:
        raise Problem(409, "closed", "This goal is over, and what was reached stands.")
    goal.cancelled_at = goal.cancelled_at or clock.now()
    db.session.flush()
    return goal


def held(organisation_id: UUID, goal_id: UUID) -> SharedGoal:
    """The goal, held until the transaction ends; 404 where there is none."""
    found = db.session.get(SharedGoal, (organisation_id, goal_id), with_for_update=True, populate_existing=True)
    if found is None:
        raise not_found()
    return found


def times_of(goal: SharedGoal, time_zone: str) -> Clock:
    """It closes as competitions do, on the Tuesday after its end, for those who played offline."""
    return clock_of(goal.first_week, goal.weeks, 0, time_zone)


def count(goal: SharedGoal) -> None:
    """Count what has been reached by now; whoever is away counts as anybody."""
    organisation_id, now = goal.organisation_id, clock.now()
    zone = identity.organisation(organisation_id).time_zone
    places = None if goal.department_id is None else identity.subtree(organisation_id, goal.department_id)
    goal.members = identity.count_members(organisation_id, local_date(now, zone), places)
    goal.reached, goal.counted_at = _reached(goal, places, zone), now
    if goal.reached >= goal.target and goal.reached_at is None:
        goal.reached_at = now
    db.session.flush()


def _reached(goal: SharedGoal, places: set[UUID] | None, zone: str) -> int:
    def moment(day: date) -> datetime:
        return moment_at(day, 0, zone)

    organisation_id, first, end = goal.organisation_id, goal.first_week, end_of(goal.first_week, goal.weeks)
    if places is None:
        return modules_done_between(organisation_id, moment(first), moment(end))
    standings = identity.memberships_between(organisation_id, first, end - timedelta(days=1), places=places)
    return sum(
        modules_done_between(organisation_id, moment(start), moment(until), players[at : at + AT_ONCE])
        for days, players in days_counted(standings, first, end).items()
        for at in range(0, len(players), AT_ONCE)
        for start, until in days
    )
