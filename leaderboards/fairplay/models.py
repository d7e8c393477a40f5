"""Play that cannot have happened as it is told, for an editor to look at: never by name."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to

ODD = ("clock", "two_devices")


class PlayWatch(Owned, Model):
    """Up to when an organisation's play has been looked at."""

    __tablename__ = "play_watches"
    __table_args__ = (ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),)

    watched_to: Mapped[datetime] = mapped_column(UtcDateTime)


class OddPlay(Identified, Model):
    """An attempt whose clock jumped, or that ran beside another of the same person's.

    An editor settles it: `points_taken` are those taken back, 0 where it stands as it is.
    """

    __tablename__ = "odd_plays"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("modules", "module_id"),
        CheckConstraint(f"kind in {ODD}", "kind"),
        UniqueConstraint("organisation_id", "player_id", "letter_id", "kind"),
    )

    player_id: Mapped[UUID]
    letter_id: Mapped[UUID]
    module_id: Mapped[UUID]
    kind: Mapped[str]
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    points_taken: Mapped[int | None]
