"""Letters from devices, the attempts they tell of, and what a player has done."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, and_, false
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, UtcDateTime, belongs_to
from quests.paths.models import Enrolment, Release, ReleaseActivity


class Letter(Owned, Model):
    """A letter that was accepted: its id (made on the device), a hash of its content, and the verdict it got."""

    __tablename__ = "letters"
    __table_args__ = (belongs_to("players", "player_id"),)

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    content_hash: Mapped[str]
    verdict: Mapped[dict[str, Any]] = mapped_column(JSON)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Attempt(Owned, Model):
    """One play of a module. `happened_at` is the device's claim, bounded; `finished` false tells of one given up.

    `started_at` lies as long before it as the device's clock says, or after it where that clock was set back.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("runs", "run_id"),
        belongs_to("activities", "activity_id"),
        belongs_to("modules", "module_id"),
        Index(None, "organisation_id", "module_id"),
        Index(None, "organisation_id", "received_at"),
    )

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    letter_id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[UUID]
    activity_id: Mapped[UUID]
    module_id: Mapped[UUID]
    module_version: Mapped[str]
    language: Mapped[str]
    seed: Mapped[int]
    finished: Mapped[bool]
    done: Mapped[bool]
    correct: Mapped[int]
    exercises: Mapped[int]
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Answer(Owned, Model):
    """One answer to a card, in the order of the attempt.

    Where nothing is right or wrong `correct` is null and `kind` says what it is: flashcard, survey or reflection.
    `is_first`: the player had never tried the exercise before, in any run or version.
    """

    __tablename__ = "answers"
    __table_args__ = (belongs_to("players", "player_id"),)

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    letter_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    card: Mapped[str]
    response: Mapped[Any] = mapped_column(JSON)
    correct: Mapped[bool | None]
    kind: Mapped[str | None]
    seconds: Mapped[float | None]
    too_quick: Mapped[bool] = mapped_column(default=False, server_default=false())
    is_first: Mapped[bool] = mapped_column(default=False, server_default=false())


class ExerciseState(Owned, Model):
    """An exercise somebody has tried in a run. `settled`: what it was worth when first right; null: not yet right."""

    __tablename__ = "exercise_states"
    __table_args__ = (belongs_to("players", "player_id"), belongs_to("runs", "run_id"))

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[UUID] = mapped_column(primary_key=True)
    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    first_right: Mapped[bool]
    settled: Mapped[str | None]


class ModuleProgress(Owned, Model):
    """A module somebody has done in a run; `done_at` is the earliest moment it happened.

    `skipped`: it was not played, since the test before the run had shown that it was known.
    """

    __tablename__ = "module_progress"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("runs", "run_id"),
        Index(None, "organisation_id", "done_at"),
    )

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[UUID] = mapped_column(primary_key=True)
    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    done_at: Mapped[datetime] = mapped_column(UtcDateTime)
    skipped: Mapped[bool] = mapped_column(default=False, server_default=false())


DONE_OF_IT = and_(
    ModuleProgress.organisation_id == Release.organisation_id,
    ModuleProgress.player_id == Enrolment.player_id,
    ModuleProgress.run_id == Release.run_id,
    ModuleProgress.module_id == ReleaseActivity.module_id,
)
"""Joins what a release holds with those who have done it."""


class QuestProgress(Owned, Model):
    """A quest of which somebody has done all that counts."""

    __tablename__ = "quest_progress"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("runs", "run_id"),
        belongs_to("quests", "quest_id"),
    )

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[UUID] = mapped_column(primary_key=True)
    quest_id: Mapped[UUID] = mapped_column(primary_key=True)
    done_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ScenarioBest(Owned, Model):
    """The best a player has made of a conversation, in any run: its stars, and how many of its goals were reached."""

    __tablename__ = "scenario_bests"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("modules", "module_id"),
        CheckConstraint("stars between 1 and 3", name="stars"),
        Index(None, "organisation_id", "module_id"),
    )

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    stars: Mapped[int]
    goals: Mapped[int]
    best_at: Mapped[datetime] = mapped_column(UtcDateTime)
