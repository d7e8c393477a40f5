"""The clock's door: spreads what is planned, gives what is due, sends what is given. Any number may run at once."""

import logging
from collections.abc import Sequence
from uuid import UUID

from flask import current_app

from app.core.db import committed, db, scope
from app.identity.queries import organisation_ids
from app.nudges.actions import forget_moved
from app.nudges.delivering import Claimed, claim, record
from app.nudges.giving import due_nudges, give
from app.nudges.keeping import forget_old_deliveries, forget_old_nudges
from app.nudges.planning import spread_page
from app.nudges.rules.answers import Answer
from app.nudges.rules.endpoints import allowed_in
from app.nudges.sending import post

log = logging.getLogger("loype.nudges")
MOST_ROUNDS = 500  # of a job's batches in one go; what is left waits a minute


def nudge_due() -> int:
    """Do all that is due in every organisation; how many pushes were taken by their services."""
    sent = 0
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            try:
                _spread(organisation_id)
                _give(organisation_id)
                sent += _send(organisation_id)
            except Exception:
                log.exception("nudges of %s were not all given; tried again in a minute", organisation_id)
                db.session.rollback()
    return sent


def _spread(organisation_id: UUID) -> None:
    for _ in range(MOST_ROUNDS):
        if not committed(spread_page, organisation_id):
            return


def _give(organisation_id: UUID) -> None:
    for _ in range(MOST_ROUNDS):
        found = due_nudges(organisation_id)
        db.session.rollback()
        if not found or not _given(organisation_id, found):
            return


def _given(organisation_id: UUID, nudges: Sequence[UUID]) -> bool:
    """Give these together, or where one of them cannot be, each alone; whether it is worth to go on."""
    try:
        return committed(give, organisation_id, nudges) > 0
    except Exception:
        if len(nudges) == 1:
            log.exception("nudge %s of %s could not be given; tried again in a minute", nudges[0], organisation_id)
            return False
        alone = [_given(organisation_id, [each]) for each in nudges]
        return any(alone)


def _send(organisation_id: UUID) -> int:
    sent = 0
    for _ in range(MOST_ROUNDS):
        claimed = committed(claim, organisation_id)
        if not claimed:
            return sent
        sent += _sent(organisation_id, claimed)
    return sent


def _sent(organisation_id: UUID, claimed: Sequence[Claimed]) -> int:
    answers: list[Answer] = post([each.push for each in claimed], allowed_in(current_app.config["LOYPE"].push_allow))
    return committed(record, organisation_id, claimed, answers).count("sent")


def forget_devices() -> None:
    """Forget the devices of every organisation that have gone over to another."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            committed(forget_moved, organisation_id)


def forget_old() -> None:
    """Forget nudges and deliveries whose time is over, a page at a time."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            for forget in (forget_old_deliveries, forget_old_nudges):
                for _ in range(MOST_ROUNDS):
                    if not committed(forget, organisation_id):
                        break
