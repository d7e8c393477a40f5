"""Badges as screens show them, in one language, and as they are taken along."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from app.core.http import rfc3339
from app.core.weeks import local_date
from app.identity.credentials.credential import Award
from app.identity.queries import employee_number_of
from app.identity.viewer import Viewer
from leaderboards.badges.catalogue import BADGES, BY_SLUG
from leaderboards.badges.models import EarnedBadge
from leaderboards.badges.queries import earned_of
from leaderboards.badges.rules import Badge
from quests.paths.rules import in_language

ACHIEVEMENTS = UUID("0c3f4a8e-5f1d-4f0b-9a63-2d9f6f7f5b41")
"""The namespace of what badges are given for: the same id for all who have earned one in an organisation."""


def badges_shown(who: Viewer) -> dict[str, Any]:
    """The `Badges` of the contract."""
    earned = {each.badge: each.earned_at for each in earned_of(who.organisation_id, who.player_id)}
    ahead = [each for each in BADGES if each.slug not in earned]
    has = [BY_SLUG[slug] for slug in earned if slug in BY_SLUG]
    shown = [*has, *(each for each in ahead if not each.hidden)]
    return {
        "items": [_shown(each, earned.get(each.slug), who.language) for each in shown],
        "hidden": sum(each.hidden for each in ahead),
    }


def _shown(badge: Badge, earned_at: datetime | None, language: str) -> dict[str, Any]:
    return {
        "slug": badge.slug,
        "name": in_language(badge.name, language),
        "description": in_language(badge.description, language),
        "kind": badge.kind,
        "drawing": badge.drawing,
        "earned_at": rfc3339(earned_at),
    }


def award_of(who: Viewer, badge: Badge, earned: EarnedBadge) -> Award:
    """What is written on the viewer's badge. It holds for good."""
    number = employee_number_of(who.organisation_id, who.person_id)
    description = in_language(badge.description, who.language)
    return Award(
        id=earned.id,
        kind="Badge",
        achievement_id=uuid5(ACHIEVEMENTS, f"{who.organisation_code}/{badge.slug}"),
        person=who.name,
        account=f"{who.organisation_code}/{number}",
        title=in_language(badge.name, who.language),
        topics=(),
        achieved_on=local_date(earned.earned_at, who.time_zone),
        valid_until=None,
        language=who.language,
        description=description,
        narrative=description,
        zone=who.time_zone,
    )
