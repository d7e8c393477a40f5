"""What competitions are read from."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app.core.db import db
from leaderboards.competitions.models import Competition, Team, TeamMember


def competition_for(organisation_id: UUID, competition_id: UUID) -> Competition | None:
    """One that has not been called off."""
    found = competition_or_former(organisation_id, competition_id)
    return None if found is None or found.cancelled_at is not None else found


def competition_or_former(organisation_id: UUID, competition_id: UUID) -> Competition | None:
    """One, called off or not."""
    return db.session.get(Competition, (organisation_id, competition_id), populate_existing=True)


_OPEN = (
    select(Competition)
    .where(
        Competition.organisation_id == bindparam("organisation"),
        Competition.first_week <= bindparam("until"),
        Competition.closed_at.is_(None),
        Competition.cancelled_at.is_(None),
    )
    .order_by(Competition.id)
)
_OPEN_BY_RULE = _OPEN.where(Competition.rule.in_(bindparam("rules", expanding=True)))


def open_ones(organisation_id: UUID, until: date, rules: Iterable[str] | None = None) -> list[Competition]:
    """Those whose first week is not after `until` and that have no result yet, in a fixed order."""
    values: dict[str, Any] = {"organisation": organisation_id, "until": until}
    if rules is None:
        return list(db.session.scalars(_OPEN, values))
    return list(db.session.scalars(_OPEN_BY_RULE, {**values, "rules": list(rules)}))


def competitions_page(organisation_id: UUID, page: int, size: int) -> tuple[list[Competition], int]:
    """Those that have not been called off, the last to start first; how many there are."""
    own = (Competition.organisation_id == organisation_id, Competition.cancelled_at.is_(None))
    query = select(Competition).where(*own).order_by(Competition.first_week.desc(), Competition.id)
    found = list(db.session.scalars(query.limit(size).offset((page - 1) * size)))
    return found, db.session.scalar(select(func.count()).select_from(Competition).where(*own)) or 0


def teams_of(organisation_id: UUID, competition_id: UUID) -> list[Team]:
    """In the order they were chosen."""
    query = select(Team).where(Team.organisation_id == organisation_id, Team.competition_id == competition_id)
    query = query.order_by(Team.position, Team.id)
    return list(db.session.scalars(query.execution_options(populate_existing=True)))


def picked_teams(organisation_id: UUID, competition_id: UUID, players: Iterable[UUID] | None) -> dict[UUID, UUID]:
    """By player, of all or of these: the team they have picked."""
    query = select(TeamMember.player_id, TeamMember.team_id).where(
        TeamMember.organisation_id == organisation_id,
        TeamMember.competition_id == competition_id,
        TeamMember.left_at.is_(None),
    )
    if players is not None:
        query = query.where(TeamMember.player_id.in_(list(players)))
    return {row[0]: row[1] for row in db.session.execute(query)}
