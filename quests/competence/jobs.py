"""The clock's door: after local midnight windows open, terms end, and whoever is new under a requirement is met."""

import logging
from datetime import date
from uuid import UUID

from app.core.db import committed, db, scope
from app.identity.queries import organisation_ids
from quests.competence import actions
from quests.competence.queries import meant_by, requirements

log = logging.getLogger("loype.competence")


def follow_competence() -> int:
    """Do what the day asks in every organisation, once; how many certificates were awarded."""
    awarded = 0
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            try:
                today = actions.today_in(organisation_id)
                for note in (actions.note_ended, actions.open_windows):
                    while committed(note, organisation_id, today):
                        pass
                awarded += _looked_over(organisation_id, today)
            except Exception:
                log.exception("competence of %s was not all followed; tried again at its next time", organisation_id)
                db.session.rollback()
    return awarded


def _looked_over(organisation_id: UUID, today: date) -> int:
    awarded = 0
    for each in requirements(organisation_id):
        if each.looked_on is not None and each.looked_on >= today:
            continue
        requirement_id, players = each.id, meant_by(organisation_id, each, today)
        for first in range(0, len(players), actions.PAGE):
            page = players[first : first + actions.PAGE]
            awarded += committed(actions.look_over, organisation_id, requirement_id, page, today)
        committed(actions.note_looked, organisation_id, requirement_id, today)
    return awarded
