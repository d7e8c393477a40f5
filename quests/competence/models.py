"""What roles and departments must master, and who has."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, UtcDateTime, belongs_to


class CompetenceRequirement(Identified, Model):
    """What an audience must master. `title` is by language; `topics` says per cent of a topic's items, by topic.

    `looked_on` is the local day on which it was last seen who has mastered it already; null: look at once.
    """

    __tablename__ = "competence_requirements"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        CheckConstraint("months is null or months > 0", "months"),
        CheckConstraint("window_days >= 0", "window_days"),
    )

    title: Mapped[dict[str, str]] = mapped_column(JSON)
    topics: Mapped[dict[str, int]] = mapped_column(JSON)
    audience: Mapped[dict[str, Any]] = mapped_column(JSON)
    mandatory: Mapped[bool]
    months: Mapped[int | None]
    window_days: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    looked_on: Mapped[date | None]


class Certificate(Identified, Model):
    """A certificate. History is kept: each renewal is a row of its own, and the one that ends last is in force.

    `evidence` names the items that were mastered and when they were last right. `opened_at` and `expired_at`: when it
    was noted that the window had opened, and that the certificate had ended.
    """

    __tablename__ = "certificates"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("competence_requirements", "requirement_id"),
        UniqueConstraint("organisation_id", "requirement_id", "player_id", "counts_from", name="uq_certificates_term"),
        Index(None, "organisation_id", "player_id"),
        Index(None, "organisation_id", "renews_from"),
    )

    player_id: Mapped[UUID]
    requirement_id: Mapped[UUID]
    achieved_on: Mapped[date]
    counts_from: Mapped[date]
    valid_until: Mapped[date | None]
    renews_from: Mapped[date | None]
    evidence: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    expired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
