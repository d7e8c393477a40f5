"""Giving badges: each once, by whatever comes first."""

from datetime import datetime
from uuid import UUID, uuid4

from app.core import clock
from app.core.db import db
from app.core.inserts import insert_for
from leaderboards.badges.catalogue import BY_SLUG, waiting_for
from leaderboards.badges.facts import Happening, amounts
from leaderboards.badges.models import BadgeDeed, EarnedBadge
from leaderboards.badges.queries import slugs_of
from leaderboards.badges.rules import Badge, earned_by


def give(event: str, happening: Happening) -> list[Badge]:
    """Give the badges that this was the last thing missing for; those that are new. Safe to repeat."""
    waiting = waiting_for(event)
    if not waiting:
        return []
    has = slugs_of(happening.organisation_id, happening.player_id)
    left = [each for each in waiting if each.slug not in has]
    facts = amounts({each.fact for each in left}, happening)
    earned = earned_by(left, facts)
    if not earned:
        return []
    now = clock.now()
    rows = [
        {
            "organisation_id": happening.organisation_id,
            "player_id": happening.player_id,
            "badge": each.slug,
            "id": uuid4(),
            "earned_at": happening.happened_at,
            "recorded_at": now,
        }
        for each in earned
    ]
    statement = insert_for(EarnedBadge).on_conflict_do_nothing().returning(EarnedBadge.badge)
    return [BY_SLUG[slug] for slug in db.session.scalars(statement, rows)]


def count_deed(organisation_id: UUID, player_id: UUID, deed: str, key: str, done_at: datetime) -> None:
    """Keep that something was done for somebody else. Safe to repeat with the same key."""
    row = {
        "organisation_id": organisation_id,
        "player_id": player_id,
        "deed": deed,
        "key": key,
        "done_at": done_at,
    }
    db.session.execute(insert_for(BadgeDeed).values(row).on_conflict_do_nothing())
