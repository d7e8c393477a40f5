"""The clock's door: opens what is due, one release a transaction, so that one bad row does not stop the rest."""

import logging
from datetime import date
from uuid import UUID

from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db, scope
from app.core.weeks import local_date
from app.identity.queries import organisation, organisation_ids
from quests.paths.actions import enrol_again
from quests.paths.audiences import out_of_line, running
from quests.paths.models import Release, Run
from quests.paths.opening import open_release

log = logging.getLogger("loype.releases")
AT_ONCE = 200


def open_due() -> int:
    """Open every due release of every organisation; how many were opened here. Exactly once, however often it runs."""
    opened = 0
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            for release_id in _due(organisation_id):
                opened += _opened(organisation_id, release_id)
    return opened


def _due(organisation_id: UUID) -> list[UUID]:
    query = (
        select(Release.id)
        .where(Release.organisation_id == organisation_id, Release.opened_at.is_(None), Release.opens_at <= clock.now())
        .order_by(Release.opens_at, Release.id)
        .limit(AT_ONCE)
    )
    found = list(db.session.scalars(query))
    db.session.rollback()
    return found


def _opened(organisation_id: UUID, release_id: UUID) -> bool:
    try:
        return committed(open_release, organisation_id, release_id)
    except Exception:
        log.exception("release %s of %s could not be opened; tried again in a minute", release_id, organisation_id)
        return False


def follow_audiences() -> None:
    """Bring everybody into the runs they belong to today; memberships begin and end by their dates.

    Looked at before it is written: of many, the look alone takes a second, and others wait for who writes.
    """
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            today = local_date(clock.now(), organisation(organisation_id).time_zone)
            runs = [run.id for run in running(organisation_id)]
            for run_id in runs:
                _followed(organisation_id, run_id, today)


def _followed(organisation_id: UUID, run_id: UUID, today: date) -> None:
    try:
        is_behind = any(out_of_line(db.session.get_one(Run, (organisation_id, run_id)), today))
        if is_behind:
            committed(enrol_again, organisation_id, run_id)
    except Exception:
        log.exception("who is in run %s of %s could not be brought up to date", run_id, organisation_id)
    finally:
        db.session.rollback()
