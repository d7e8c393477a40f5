"""Taking a copy: once in a while, and noted."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import or_, update

from app.core import clock
from app.core.db import db
from app.core.errors import Problem
from app.identity.models import Person

BETWEEN = timedelta(minutes=1)


def note_copy(organisation_id: UUID, person_id: UUID) -> None:
    """Note that somebody takes a copy of all about them; 429 while the last one is too near.

    The row decides, however many ask at once. It stands in the copy itself, so that a copy others took is seen.
    """
    now = clock.now()
    mine = (
        update(Person)
        .where(
            Person.organisation_id == organisation_id,
            Person.id == person_id,
            or_(Person.copied_at.is_(None), Person.copied_at <= now - BETWEEN),
        )
        .values(copied_at=now)
        .execution_options(synchronize_session=False)
    )
    if not db.session.execute(mine).rowcount:  # type: ignore[attr-defined]
        wait = int(BETWEEN.total_seconds())
        raise Problem(429, "too_many_attempts", "You have just taken one.", headers={"Retry-After": str(wait)})
