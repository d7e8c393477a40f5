"""What badges are read from."""

from uuid import UUID

from sqlalchemy import bindparam, func, select

from app.core.db import db, read
from leaderboards.badges.models import BadgeDeed, EarnedBadge

_OWN = select(EarnedBadge.badge).where(
    EarnedBadge.organisation_id == bindparam("organisation"), EarnedBadge.player_id == bindparam("player")
)


def slugs_of(organisation_id: UUID, player_id: UUID) -> frozenset[str]:
    """The badges a player has."""
    return frozenset(read(_OWN, {"organisation": organisation_id, "player": player_id}).scalars())


def earned_of(organisation_id: UUID, player_id: UUID) -> list[EarnedBadge]:
    """The same as they were earned, the newest first."""
    query = select(EarnedBadge).where(
        EarnedBadge.organisation_id == organisation_id, EarnedBadge.player_id == player_id
    )
    return list(db.session.scalars(query.order_by(EarnedBadge.earned_at.desc(), EarnedBadge.badge)))


def badge_for(organisation_id: UUID, player_id: UUID, slug: str) -> EarnedBadge | None:
    """A badge of a player by its slug."""
    return db.session.get(EarnedBadge, (organisation_id, player_id, slug))


def count_deeds(organisation_id: UUID, player_id: UUID, deed: str) -> int:
    query = select(func.count()).where(
        BadgeDeed.organisation_id == organisation_id, BadgeDeed.player_id == player_id, BadgeDeed.deed == deed
    )
    return db.session.scalar(query) or 0
