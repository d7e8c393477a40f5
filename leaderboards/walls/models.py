"""Screens on a wall that show a board to whoever passes."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, UtcDateTime, belongs_to


class Wall(Identified, Model):
    """A screen of a competition or of the week's board. Of what opens it only a hash is kept; `revoked_at` shuts it."""

    __tablename__ = "walls"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        belongs_to("competitions", "competition_id"),
    )

    name: Mapped[str]
    token_hash: Mapped[str]
    competition_id: Mapped[UUID | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
