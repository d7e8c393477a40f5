"""What paths and runs say has happened."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestOpened(Event):
    """A release opened: its set of activities is frozen. `week` is the Monday of the organisation's week."""

    release_id: UUID
    run_id: UUID
    cohort_id: UUID
    quest_id: UUID
    week: date
    opened_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayersEnrolled(Event):
    """Players came into (or left) a run, so that what is released to them has changed."""

    run_id: UUID
    player_ids: tuple[UUID, ...]
