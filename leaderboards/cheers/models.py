"""Cheers that people send to departments."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, UtcDateTime, belongs_to

CHEERS = ("go", "thanks", "well_done", "together")
"""All there is to say: a kind word out of a fixed set, so that there is nothing to moderate."""


class Cheer(Identified, Model):
    """A cheer to a department, one a day from each player. `leading`: from somebody who led it then."""

    __tablename__ = "cheers"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("departments", "department_id"),
        CheckConstraint(f"cheer in {CHEERS}", "cheer"),
        UniqueConstraint("organisation_id", "player_id", "day", "department_id"),
        Index(None, "organisation_id", "department_id", "day"),
    )

    player_id: Mapped[UUID]
    department_id: Mapped[UUID]
    day: Mapped[date]
    cheer: Mapped[str]
    leading: Mapped[bool]
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
