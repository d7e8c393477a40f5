"""Competitions between organisations of one installation: who takes part, and what each lets the others see.

These rows belong to no organisation alone. What is in them crosses by consent: names of organisations and departments,
and the departments' totals. Nothing of a person.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, UtcDateTime
from leaderboards.competitions.models import RULES


class Meet(Model):
    """What is raced: the plan each side's own competition follows. Whoever holds the code may look at it and join."""

    __tablename__ = "meets"
    __table_args__ = (CheckConstraint(f"rule in {RULES}", "rule"), Index(None, "code_hash", unique=True))

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    code_hash: Mapped[str]
    name: Mapped[str]
    rule: Mapped[str]
    first_week: Mapped[date]
    weeks: Mapped[int]
    freeze_hours: Mapped[int]
    prize: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class MeetSide(Model):
    """An organisation in a meet, with its departments as the others see them. `final`: they change no more."""

    __tablename__ = "meet_sides"
    __table_args__ = (
        ForeignKeyConstraint(["meet_id"], ["meets.id"]),
        ForeignKeyConstraint(
            ["organisation_id", "competition_id"],
            ["competitions.organisation_id", "competitions.id"],
            ondelete="CASCADE",
        ),
        Index(None, "organisation_id", "competition_id"),
    )

    meet_id: Mapped[UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(primary_key=True)
    competition_id: Mapped[UUID]
    name: Mapped[str]
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
    rows: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    final: Mapped[bool] = mapped_column(default=False)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
