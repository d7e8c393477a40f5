"""What competence says has happened, for those who tell people of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateEarned(Event):
    """A player has mastered what a requirement asks, for the first time or anew."""

    player_id: UUID
    requirement_id: UUID
    certificate_id: UUID
    valid_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalOpened(Event):
    """A certificate that is required of its player can be renewed from today on, before it ends."""

    player_id: UUID
    certificate_id: UUID
    valid_until: date
