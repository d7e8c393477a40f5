"""What play says has happened: graded facts, so that no reaction needs to read again what the action knew."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.core.events import Event


class Outcome(StrEnum):
    """What an exercise was worth the first time it was right; every exercise gets at most one of these, once."""

    FIRST = "first"  # right at the first try ever received
    LATER = "later"  # right at a later try
    TOO_QUICK = "too_quick"  # right, but quicker than it can be read


@dataclass(frozen=True, slots=True)
class FirstTry:
    """The first try at an exercise within an attempt, and where in it."""

    card: str
    position: int
    variant: str | None
    right: bool
    too_quick: bool
    happened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptReceived(Event):
    """A letter was accepted. `settled` names the exercises that were right for the first time, by card id."""

    player_id: UUID
    letter_id: UUID
    run_id: UUID
    module_id: UUID
    module_version: str
    seed: int
    settled: tuple[tuple[str, Outcome], ...]
    first_tries: tuple[FirstTry, ...]
    happened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleFinished(Event):
    """A player finished a module of a run for the first time."""

    player_id: UUID
    letter_id: UUID
    run_id: UUID
    module_id: UUID
    activity_id: UUID
    quest_id: UUID
    release_id: UUID
    week: date  # the week of the release
    happened_at: datetime
    counts_in_week: bool  # happened before the release closed, and belongs to its frozen set


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestFinished(Event):
    """A player has done all that counts in a quest of a run. `happened_at` is the latest of its modules'."""

    player_id: UUID
    letter_id: UUID
    run_id: UUID
    quest_id: UUID
    release_id: UUID
    happened_at: datetime
    in_week: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleSkipped(Event):
    """A player was given a module that they knew already: the last that is told of it."""

    player_id: UUID
    module_id: UUID


@dataclass(frozen=True, slots=True)
class Played:
    """The first try at an exercise within an attempt, with what was answered.

    `ever`: the player had never tried it before, in any run or version.
    """

    card: str
    response: Any
    right: bool
    too_quick: bool
    seconds: float | None
    ever: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptPlayed(Event):
    """How an attempt went, card by card: the last that is told of one.

    `answered` names every card that was answered, graded or not, in the order they first were. `done`: brought to its
    end with every exercise right, for the first time or again.
    """

    player_id: UUID
    module_id: UUID
    module_version: str
    seed: int
    finished: bool
    done: bool
    answered: tuple[str, ...]
    tries: tuple[Played, ...]
    happened_at: datetime
