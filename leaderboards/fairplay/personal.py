"""What fair play keeps about one person."""

from uuid import UUID

from sqlalchemy import select

from app.core.personal import Section
from leaderboards.fairplay.models import OddPlay


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """Attempts that cannot have happened as they were told, and what came of it."""
    query = select(
        OddPlay.happened_at,
        OddPlay.kind,
        OddPlay.found_at,
        OddPlay.settled_at,
        OddPlay.points_taken,
        OddPlay.letter_id.label("letter"),
    ).where(OddPlay.organisation_id == organisation_id, OddPlay.player_id == player_id)
    return [Section("odd_plays", query.order_by(OddPlay.happened_at, OddPlay.id))]
