"""The badges that players have earned, and the deeds for others that no other floor keeps count of."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, UtcDateTime, belongs_to


class EarnedBadge(Owned, Model):
    """A badge a player has earned, once. `badge` is its slug in the file; `id` names the credential of it."""

    __tablename__ = "earned_badges"
    __table_args__ = (belongs_to("players", "player_id"),)

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    badge: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    earned_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)


class BadgeDeed(Owned, Model):
    """Something done for somebody else, counted once; `key` names it. It outlives the words, which are forgotten."""

    __tablename__ = "badge_deeds"
    __table_args__ = (belongs_to("players", "player_id"), CheckConstraint("deed in ('answered')", "deed"))

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    deed: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    done_at: Mapped[datetime] = mapped_column(UtcDateTime)
