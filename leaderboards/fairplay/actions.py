"""Finding play that cannot be, and settling it: it stands, or its points are taken back with the reason."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, not_found
from app.core.inserts import insert_for
from app.identity.actions import touch_player
from leaderboards.fairplay.models import OddPlay, PlayWatch
from leaderboards.points.actions import reverse_letter
from quests.play.sequences import odd_sequences

FIRST_LOOK = timedelta(days=7)
SETTLING = timedelta(seconds=30)
"""What is still being written may carry an earlier moment: it is looked at the next time."""


def watch(organisation_id: UUID) -> int:
    """Look at what has come in since the last time; how many were found. Safe to repeat."""
    now = clock.now()
    seen = db.session.get(PlayWatch, organisation_id, with_for_update=True)
    since = seen.watched_to if seen else now - FIRST_LOOK
    until = now - SETTLING
    if until <= since:
        return 0
    rows = [
        {
            "organisation_id": organisation_id,
            "id": uuid4(),
            "player_id": each.player_id,
            "letter_id": each.letter_id,
            "module_id": each.module_id,
            "kind": kind,
            "happened_at": each.happened_at,
            "found_at": now,
        }
        for each, kind in odd_sequences(organisation_id, since, until)
    ]
    if rows:
        db.session.execute(insert_for(OddPlay).on_conflict_do_nothing(), rows)
    if seen is None:
        db.session.add(PlayWatch(organisation_id=organisation_id, watched_to=until))
    else:
        seen.watched_to = until
    db.session.flush()
    return len(rows)


def settle(organisation_id: UUID, odd_id: UUID, *, take_back: bool, reason: str) -> OddPlay:
    """Let it stand, or take its points back and say why. Safe to repeat; 409 `settled` the other way."""
    odd = db.session.get(OddPlay, (organisation_id, odd_id), with_for_update=True, populate_existing=True)
    if odd is None:
        raise not_found()
    if odd.settled_at is not None:
        if bool(odd.points_taken) != take_back:
            raise Problem(409, "settled", "Somebody has settled this already, the other way.")
        return odd
    touch_player(organisation_id, odd.player_id)  # first, as a letter does: so neither waits for the other in a circle
    odd.points_taken = reverse_letter(organisation_id, odd.player_id, odd.letter_id, reason) if take_back else 0
    odd.settled_at = clock.now()
    db.session.flush()
    return odd


def odd_page(organisation_id: UUID, page: int, size: int) -> tuple[list[OddPlay], int]:
    """Those to be settled first, the newest of them first; how many there are."""
    own = OddPlay.organisation_id == organisation_id
    query = select(OddPlay).where(own)
    query = query.order_by(OddPlay.settled_at.is_not(None), OddPlay.happened_at.desc(), OddPlay.id)
    found = list(db.session.scalars(query.limit(size).offset((page - 1) * size)))
    return found, db.session.scalar(select(func.count()).select_from(OddPlay).where(own)) or 0


def forget_settled(organisation_id: UUID, before: datetime) -> None:
    """Nothing more is to be done about these."""
    for odd in db.session.scalars(
        select(OddPlay).where(OddPlay.organisation_id == organisation_id, OddPlay.settled_at < before)
    ):
        db.session.delete(odd)
    db.session.flush()
