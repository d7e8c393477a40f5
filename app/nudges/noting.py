"""Nudges about what was said of a module, or must be looked at in it: told at once, outside the ceilings."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.nudges.models import Nudge, NudgeNote
from app.nudges.rules.deciding import HELP
from app.nudges.rules.timing import QUIET_UNTIL
from app.nudges.telling import WORTH_TELLING


def note(organisation_id: UUID, module_id: UUID, code: str, key: str, players: Sequence[UUID]) -> None:
    """A nudge for each of these players, due now; by night it waits for the morning. None where the key was used."""
    now, key = clock.now(), f"{HELP}:{key}"
    known = select(Nudge.player_id).where(
        Nudge.organisation_id == organisation_id, Nudge.key == key, Nudge.player_id.in_(list(players))
    )
    told = set(db.session.scalars(known))
    for player_id in players:
        if player_id in told:
            continue
        nudge = Nudge(
            organisation_id=organisation_id,
            id=uuid4(),
            player_id=player_id,
            kind=HELP,
            key=key,
            hour=QUIET_UNTIL,
            due_at=now,
            ends_at=now + WORTH_TELLING,
        )
        db.session.add(nudge)
        db.session.flush()
        db.session.add(NudgeNote(organisation_id=organisation_id, nudge_id=nudge.id, module_id=module_id, code=code))
    db.session.flush()
