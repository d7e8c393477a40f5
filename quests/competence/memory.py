"""What competence asks of the review: who has mastered what, and when that was last proved."""

from collections.abc import Collection
from uuid import UUID

from quests.competence.rules import Known


def known_by(organisation_id: UUID, players: Collection[UUID]) -> dict[UUID, Known]:
    """By player the items that they have mastered."""
    return {}
