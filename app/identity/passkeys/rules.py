"""Limits of passkeys, and the handle by which a passkey says whose it is."""

from datetime import timedelta
from uuid import UUID

CHALLENGE_LASTS = timedelta(minutes=5)
MOST_WAITING = 100  # challenges one address may leave unanswered
MOST_PASSKEYS = 10  # of one person


def handle_of(organisation_id: UUID, person_id: UUID) -> bytes:
    """What a passkey remembers of its owner: no name, but enough to know which organisation to look in."""
    return organisation_id.bytes + person_id.bytes


def owner_in(handle: bytes | None) -> tuple[UUID, UUID] | None:
    """(organisation, person) of a handle of ours, else None."""
    if handle is None or len(handle) != 32:
        return None
    return UUID(bytes=handle[:16]), UUID(bytes=handle[16:])
