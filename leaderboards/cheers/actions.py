"""Sending a cheer, and forgetting old ones."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select

from app.core import clock
from app.core.db import db
from app.core.errors import Problem
from app.core.weeks import local_date
from app.identity.models import Player
from app.identity.queries import organisation
from leaderboards.cheers.models import Cheer

A_DAY = 3
KEPT = timedelta(days=60)


def send_cheer(
    organisation_id: UUID, player_id: UUID, id: UUID, department_id: UUID, cheer: str, *, leading: bool
) -> None:
    """Cheer a department, once a day each and `A_DAY` in all (else 409 `cheered`). Safe to repeat."""
    db.session.get_one(Player, (organisation_id, player_id), with_for_update=True)  # one after the other
    known = db.session.get(Cheer, (organisation_id, id))
    if known is not None:
        if (known.player_id, known.department_id, known.cheer) != (player_id, department_id, cheer):
            raise Problem(409, "taken", "This cheer exists already, with other words.")
        return
    now = clock.now()
    day = local_date(now, organisation(organisation_id).time_zone)
    sent = sent_on(organisation_id, player_id, day)
    if department_id in sent or len(sent) >= A_DAY:
        raise Problem(409, "cheered", f"One cheer a day to each department, and {A_DAY} in all.")
    fresh = Cheer(organisation_id=organisation_id, id=id, player_id=player_id, department_id=department_id)
    fresh.day, fresh.cheer, fresh.leading, fresh.sent_at = day, cheer, leading, now
    db.session.add(fresh)
    db.session.flush()


def sent_on(organisation_id: UUID, player_id: UUID, day: date) -> set[UUID]:
    """The departments a player has cheered that day."""
    query = select(Cheer.department_id).where(
        Cheer.organisation_id == organisation_id, Cheer.player_id == player_id, Cheer.day == day
    )
    return set(db.session.scalars(query))


def forget_old_cheers(organisation_id: UUID) -> int:
    """Forget those that nobody is shown any more; how many there were."""
    own = (Cheer.organisation_id == organisation_id, Cheer.sent_at < clock.now() - KEPT)
    found = db.session.scalar(select(func.count()).select_from(Cheer).where(*own)) or 0
    if found:
        db.session.execute(delete(Cheer).where(*own).execution_options(synchronize_session=False))
    return found
