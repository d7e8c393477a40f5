"""The ledger of points and the totals derived from it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to

KINDS = ("exercise_first", "exercise_later", "module", "quest", "quest_late", "recall", "reversal")
REVERSALS = text("reverses_id is not null")  # else deleting an entry would look through all others


class LedgerEntry(Identified, Model):
    """Points somebody got, for what and when. Append-only: a mistake is mended by an entry that reverses it.

    `key` names what it was for, so that nothing is rewarded twice. `week` is the Monday of the moment it happened.
    """

    __tablename__ = "ledger_entries"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("ledger_entries", "reverses_id"),
        UniqueConstraint("organisation_id", "player_id", "key"),
        Index(None, "organisation_id", "reverses_id", sqlite_where=REVERSALS, postgresql_where=REVERSALS),
        CheckConstraint(f"kind in {KINDS}", "kind"),
    )

    player_id: Mapped[UUID]
    key: Mapped[str]
    kind: Mapped[str]
    points: Mapped[int]
    week: Mapped[date]
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    letter_id: Mapped[UUID | None]
    reverses_id: Mapped[UUID | None]
    reason: Mapped[str | None]


class PointTotal(Owned, Model):
    """A player's points in a period: a week (`2026-11-16`) or `all`. A projection of the ledger."""

    __tablename__ = "point_totals"
    __table_args__ = (
        belongs_to("players", "player_id"),
        Index(None, "organisation_id", "period", "points", "player_id"),
    )

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    points: Mapped[int]


class PointSpread(Owned, Model):
    """How many people of a week's board had so many points at `counted_at`; kept by the worker where there are many."""

    __tablename__ = "point_spreads"
    __table_args__ = (ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),)

    period: Mapped[str] = mapped_column(primary_key=True)
    points: Mapped[int] = mapped_column(primary_key=True)
    people: Mapped[int]
    counted_at: Mapped[datetime] = mapped_column(UtcDateTime)
