"""Tests before and after a run, and what was answered in them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, UtcDateTime, belongs_to


class RunTest(Owned, Model):
    """A test of one player in a run, `before` or `after`. `finished` false: it was offered and passed over."""

    __tablename__ = "run_tests"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("runs", "run_id"),
        CheckConstraint("kind in ('before', 'after')", "kind"),
        Index(None, "organisation_id", "run_id"),
    )

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    letter_id: Mapped[UUID]
    language: Mapped[str]
    seed: Mapped[int]
    finished: Mapped[bool]
    correct: Mapped[int]
    cards: Mapped[int]
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)


class RunTestAnswer(Owned, Model):
    """One answer of a test, in the order they were asked."""

    __tablename__ = "run_test_answers"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "player_id", "run_id", "kind"],
            ["run_tests.organisation_id", "run_tests.player_id", "run_tests.run_id", "run_tests.kind"],
        ),
        belongs_to("modules", "module_id"),
    )

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[UUID]
    module_version: Mapped[str]
    card: Mapped[str]
    variant: Mapped[str | None]
    response: Mapped[Any] = mapped_column(JSON)
    correct: Mapped[bool]
    seconds: Mapped[float | None]
