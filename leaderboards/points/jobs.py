"""The clock's door: where very many have points, how many have which is counted for all who look."""

import logging
from uuid import UUID

from app.core import clock
from app.core.db import committed, db, scope
from app.core.weeks import week_of
from app.identity.queries import organisation, organisation_ids
from leaderboards.points.actions import keep_spread
from leaderboards.points.queries import count_spread, is_large

log = logging.getLogger("loype.points")


def count_points() -> None:
    """Count the week of every organisation in which very many have points. Safe to run every few seconds."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            try:
                _count(organisation_id)
            except Exception:
                log.exception("the points of %s could not be counted; tried again in some seconds", organisation_id)
                db.session.rollback()


def _count(organisation_id: UUID) -> None:
    """Counted before anything is written, so that nobody who writes waits for it."""
    counted_at = clock.now()
    week = week_of(counted_at, organisation(organisation_id).time_zone)
    people = count_spread(organisation_id, week) if is_large(organisation_id, week) else None
    db.session.rollback()
    if people is not None:
        committed(keep_spread, organisation_id, week, people, counted_at)
