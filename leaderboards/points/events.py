"""What the ledger says has happened."""

from dataclasses import dataclass
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsReversed(Event):
    """Points of a player's were taken back, each by an entry that says why."""

    player_id: UUID
