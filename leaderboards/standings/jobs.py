"""The clock's door: once an hour small departments' figures move, so that nobody's single act can be read from them."""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from app.core import clock
from app.core.db import committed, db, scope
from app.identity.queries import organisation, organisation_ids
from leaderboards.standings.actions import show_now
from leaderboards.standings.pictures import TOGETHER
from leaderboards.standings.queries import has_old_picture
from leaderboards.standings.rules import decided_at
from quests.paths.queries import board_week

WEEK = timedelta(days=7)
log = logging.getLogger("loype.standings")


def show_small() -> None:
    """Renew the hourly picture of every organisation whose hour has turned. Safe to run every minute."""
    hour_began = clock.now().replace(minute=0, second=0, microsecond=0)
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            try:
                _show(organisation_id, hour_began)
            except Exception:
                log.exception("the hourly picture of %s could not be renewed; tried again in a minute", organisation_id)
                db.session.rollback()


def _show(organisation_id: UUID, hour_began: datetime) -> None:
    """Of the board's week and of the one before, to which letters of those who played offline still come."""
    week, zone = board_week(organisation_id, clock.now()), organisation(organisation_id).time_zone
    stale = [each for each in (week - WEEK, week) if has_old_picture(organisation_id, each, hour_began)]
    db.session.rollback()
    for each in stale:
        least = 1 if clock.now() >= decided_at(each, zone) else TOGETHER
        committed(show_now, organisation_id, each, hour_began, least)
