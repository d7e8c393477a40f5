"""What badges keep about one person."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.personal import Section
from leaderboards.badges.catalogue import BY_SLUG
from leaderboards.badges.models import BadgeDeed, EarnedBadge
from quests.paths.rules import in_language


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """Every badge one has earned, and what one has done for others that counts towards them."""
    badges = select(EarnedBadge.badge, EarnedBadge.earned_at, EarnedBadge.recorded_at).where(
        EarnedBadge.organisation_id == organisation_id, EarnedBadge.player_id == player_id
    )
    deeds = select(BadgeDeed.deed.label("kind"), BadgeDeed.done_at).where(
        BadgeDeed.organisation_id == organisation_id, BadgeDeed.player_id == player_id
    )
    return [
        Section("badges", badges.order_by(EarnedBadge.earned_at, EarnedBadge.badge), _named),
        Section("badge_deeds", deeds.order_by(BadgeDeed.done_at, BadgeDeed.key)),
    ]


def _named(row: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    badge = BY_SLUG.get(row["badge"])
    return {"badge": in_language(badge.name, language)} if badge else {}
