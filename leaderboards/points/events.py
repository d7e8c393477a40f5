"""What the ledger says has happened."""

from dataclasses import dataclass
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsReversed(Event):
    """An entry of this player's was taken back."""

    player_id: UUID
