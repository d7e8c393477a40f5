"""What happens to people that other storeys react to."""

from dataclasses import dataclass
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipChanged(Event):
    """A player joined or left a department, or works more or less there."""

    player_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipsChanged(Event):
    """Many players at once joined or left departments, or work more or less there."""

    player_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceChanged(Event):
    """A player's leave was recorded or withdrawn."""

    player_id: UUID
