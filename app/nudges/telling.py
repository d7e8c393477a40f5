"""Nudges about a question between colleagues: told at once, by the same rules as all others but the ceilings."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, select

from app.core import clock
from app.core.db import db
from app.identity.actions import touch_player
from app.nudges.models import Nudge, NudgeMatter
from app.nudges.rules.deciding import HELP
from app.nudges.rules.timing import QUIET_UNTIL

WORTH_TELLING = timedelta(days=7)


def tell_of_matter(organisation_id: UUID, request_id: UUID, code: str, word_id: UUID, players: Sequence[UUID]) -> None:
    """A nudge for each of these players about one word in a question, due now; by night it waits for the morning."""
    now = clock.now()
    for player_id in players:
        nudge = Nudge(
            organisation_id=organisation_id,
            id=uuid4(),
            player_id=player_id,
            kind=HELP,
            key=f"{HELP}:{word_id}",
            hour=QUIET_UNTIL,
            due_at=now,
            ends_at=now + WORTH_TELLING,
        )
        db.session.add(nudge)
        db.session.flush()
        matter = NudgeMatter(organisation_id=organisation_id, nudge_id=nudge.id, request_id=request_id, code=code)
        db.session.add(matter)
    db.session.flush()


def forget_matter(organisation_id: UUID, request_id: UUID) -> None:
    """Take the nudges about a question away, from inboxes too."""
    about = select(NudgeMatter.nudge_id).where(
        NudgeMatter.organisation_id == organisation_id, NudgeMatter.request_id == request_id
    )
    own = (Nudge.organisation_id == organisation_id, Nudge.id.in_(about))
    players = set(db.session.scalars(select(Nudge.player_id).where(*own)))
    gone = delete(Nudge).where(*own)
    db.session.execute(gone, execution_options={"synchronize_session": False})
    for player_id in players:
        touch_player(organisation_id, player_id)
