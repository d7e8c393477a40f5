"""The clock's door: on Tuesdays at noon the week before is settled, and this week's groups are drawn."""

import logging
from datetime import timedelta
from uuid import UUID

from app.core import clock
from app.core.db import committed, db, scope
from app.core.weeks import week_of
from app.identity.queries import has_leagues, organisation, organisation_ids
from leaderboards.leagues.actions import close, draw
from leaderboards.leagues.queries import entrants, outcome_of, week_drawn, weeks_open
from leaderboards.leagues.rules import turns_at

log = logging.getLogger("loype.leagues")


def turn_leagues() -> None:
    """Settle and draw wherever it is time. Safe to run every minute; who was down on Tuesday does it when up again."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            try:
                turn_league(organisation_id)
            except Exception:
                log.exception("the league of %s could not be turned; tried again in a minute", organisation_id)
                db.session.rollback()


def turn_league(organisation_id: UUID) -> None:
    """A week that has passed without its groups being drawn has none; those who raced before it are settled.

    Everything is worked out before it is written, since of a large organisation that takes seconds.
    """
    if not has_leagues(organisation_id):
        return
    now = clock.now()
    time_zone = organisation(organisation_id).time_zone
    over = [
        each.week for each in weeks_open(organisation_id) if now >= turns_at(each.week + timedelta(weeks=1), time_zone)
    ]
    this = week_of(now, time_zone)
    due = now >= turns_at(this, time_zone) and week_drawn(organisation_id, this) is None
    db.session.rollback()
    for week in over:
        outcome = outcome_of(organisation_id, week)
        db.session.rollback()
        committed(close, organisation_id, week, outcome)
    if due:
        taking_part = entrants(organisation_id, this)
        db.session.rollback()
        committed(draw, organisation_id, this, taking_part)
