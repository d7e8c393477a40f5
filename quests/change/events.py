"""What tests before and after a run say has happened."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMeasured(Event):
    """A player has taken both tests of a run: how many were right in each, of how many."""

    player_id: UUID
    run_id: UUID
    before: tuple[int, int]
    after: tuple[int, int]
    happened_at: datetime
