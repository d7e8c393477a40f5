"""What competence asks of the review: who has mastered what, and when that was last proved."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from quests.competence.rules import Known
from quests.review.models import MemoryItem


def known_by(organisation_id: UUID, players: Collection[UUID]) -> dict[UUID, Known]:
    """By player the items that they have mastered, each with the day of the recall that last proved it."""
    query = select(MemoryItem.player_id, MemoryItem.module_id, MemoryItem.card, MemoryItem.mastered_on).where(
        MemoryItem.organisation_id == organisation_id,
        MemoryItem.player_id.in_(list(players)),
        MemoryItem.mastered_on.is_not(None),
    )
    found: dict[UUID, dict[tuple[UUID, str], date]] = {}
    for player_id, module_id, card, proved_on in db.session.execute(query):
        if proved_on is not None:
            found.setdefault(player_id, {})[(module_id, card)] = proved_on
    return dict(found)
