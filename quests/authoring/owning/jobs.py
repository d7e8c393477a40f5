"""The clock's door: owners are told, once, when what they answer for is to be looked at again."""

import logging

from app.core import clock
from app.core.db import committed, db, scope
from app.core.weeks import local_date
from app.identity.queries import organisation, organisation_ids
from quests.authoring.owning.actions import tell_of_check
from quests.authoring.owning.queries import to_check

log = logging.getLogger("loype.owning")


def remind_owners() -> int:
    """Tell every owner whose day has come; how many were told. Any number may run at once."""
    told = 0
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            today = local_date(clock.now(), organisation(organisation_id).time_zone)
            due = to_check(organisation_id, today)
            db.session.rollback()
            for module_id in due:
                try:
                    told += committed(tell_of_check, organisation_id, module_id, today)
                except Exception:
                    log.exception("the owner of %s was not told; tried again next time", module_id)
    return told
