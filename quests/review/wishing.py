"""Wishes: items that are to be asked from a day on, before all others, whenever memory would have asked them."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import delete

from app.core.db import db
from quests.review.models import MemoryWish


def wish(organisation_id: UUID, player_id: UUID, wanted: Mapping[tuple[UUID, str], date]) -> None:
    """Let these items of a player's be wanted, each from its day, and no others. Safe to repeat."""
    own = (MemoryWish.organisation_id == organisation_id, MemoryWish.player_id == player_id)
    db.session.execute(delete(MemoryWish).where(*own))
    db.session.add_all(
        MemoryWish(
            organisation_id=organisation_id, player_id=player_id, module_id=module_id, card=card, wanted_from=day
        )
        for (module_id, card), day in wanted.items()
    )
    db.session.flush()
