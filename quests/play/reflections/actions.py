"""What a player does with notes of their own."""

from uuid import UUID

from app.core.db import db
from app.core.errors import not_found
from quests.play.models import Answer
from quests.play.reflections.queries import KIND


def delete_reflection(organisation_id: UUID, player_id: UUID, letter_id: UUID, position: int) -> None:
    """Delete a note of that player's, every word of it; 404 where there is none. That the post was played stays."""
    found = db.session.get(Answer, (organisation_id, player_id, letter_id, position))
    if found is None or found.kind != KIND:
        raise not_found()
    db.session.delete(found)
