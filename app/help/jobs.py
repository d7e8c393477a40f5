"""The clock's door: questions are deleted when they have been kept as long as they may be."""

from datetime import datetime
from uuid import UUID

from app.core import clock
from app.core.db import committed, db, scope
from app.help.actions import forget
from app.help.queries import last_words_before
from app.help.rules import DAY, KEPT
from app.identity.queries import organisation_ids

AT_ONCE = 200


def forget_old_questions() -> int:
    """Delete what is due in every organisation; how many questions."""
    now, gone = clock.now(), 0
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            gone += _forgotten(organisation_id, now - KEPT, withdrawn=False)
            gone += _forgotten(organisation_id, now - DAY, withdrawn=True)
    return gone


def _forgotten(organisation_id: UUID, before: datetime, withdrawn: bool) -> int:
    gone = 0
    while found := last_words_before(organisation_id, before, withdrawn, AT_ONCE):
        db.session.rollback()
        gone += committed(forget, organisation_id, found, before)
    return gone
