"""The clock's door: play that cannot be is found, and forgotten some time after it was settled."""

import logging
from datetime import timedelta

from app.core import clock
from app.core.db import committed, db, scope
from app.identity.queries import organisation_ids
from leaderboards.fairplay.actions import forget_settled, watch

KEPT = timedelta(days=90)
log = logging.getLogger("loype.fairplay")


def watch_play() -> None:
    """Look at every organisation's play. Safe to run at any time."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            try:
                committed(watch, organisation_id)
                committed(forget_settled, organisation_id, clock.now() - KEPT)
            except Exception:
                log.exception("the play of %s could not be looked at; tried again later", organisation_id)
                db.session.rollback()
