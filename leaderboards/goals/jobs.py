"""The clock's door: shared goals are counted while they run, those of few people once an hour, and closed in time."""

import logging
from datetime import datetime
from uuid import UUID

from app.core import clock
from app.core.db import committed, db, scope
from app.core.weeks import week_of
from app.identity.queries import organisation, organisation_ids, policy
from leaderboards.goals.actions import count, held, times_of
from leaderboards.goals.queries import open_goals

log = logging.getLogger("loype.goals")


def count_goals() -> None:
    """Bring every open goal up to date. Safe to run every minute."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            try:
                _count_all(organisation_id, clock.now())
            except Exception:
                log.exception("the goals of %s could not be counted; tried again in a minute", organisation_id)
                db.session.rollback()


def _count_all(organisation_id: UUID, now: datetime) -> None:
    due = open_goals(organisation_id, week_of(now, organisation(organisation_id).time_zone))
    db.session.rollback()
    for goal_id in due:
        committed(_turn, organisation_id, goal_id, now)


def _turn(organisation_id: UUID, goal_id: UUID, now: datetime) -> None:
    goal = held(organisation_id, goal_id)
    if goal.closed_at is not None or goal.cancelled_at is not None:
        return
    closes = now >= times_of(goal, organisation(organisation_id).time_zone).closes_at
    few = goal.members < policy(organisation_id)["live_members"]
    hour_began = now.replace(minute=0, second=0, microsecond=0)
    if closes or not few or goal.counted_at is None or goal.counted_at < hour_began:
        count(goal)
    if closes:
        goal.closed_at = now
