"""Teams that people pick themselves: who may, until when, and what follows for the sums."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, not_found
from app.core.weeks import moment_at
from app.identity import queries as identity
from app.identity.access import departments_of
from leaderboards.competitions.actions import held, places_of, refresh
from leaderboards.competitions.models import Competition, Team, TeamMember
from leaderboards.competitions.queries import teams_of


def open_until(competition: Competition, time_zone: str) -> datetime:
    """The end of the first week: who comes later could only pick a winner."""
    return moment_at(competition.first_week + timedelta(weeks=1), 0, time_zone)


def has_begun(competition: Competition, time_zone: str) -> bool:
    return clock.now() >= moment_at(competition.first_week, 0, time_zone)


def may_join(competition: Competition, player_id: UUID) -> bool:
    """Whether somebody works where people may pick a team."""
    if competition.open_to is None:
        return False
    within = places_of(competition)
    return any(UUID(each["id"]) in within for each in departments_of(competition.organisation_id, player_id))


def join(organisation_id: UUID, competition_id: UUID, player_id: UUID, team_id: UUID | None) -> Competition:
    """Pick a team, or be drawn into the smallest. Safe to repeat.

    404 where somebody may not take part; 409 `late` after the first week, and once it runs `begun` for another team and
    `left` for who has left: nobody changes over to those who lead.
    """
    competition = held(organisation_id, competition_id)
    teams = {each.id: each for each in teams_of(organisation_id, competition_id)}
    if competition.cancelled_at is not None or not may_join(competition, player_id):
        raise not_found()
    if team_id is not None and team_id not in teams:
        raise not_found()
    known = db.session.get(TeamMember, (organisation_id, competition_id, player_id))
    if known is not None and known.left_at is not None:
        raise Problem(409, "left", "You have left this competition, and cannot join it again.")
    if known is not None and team_id in (None, known.team_id):
        return competition
    now, time_zone = clock.now(), identity.organisation(organisation_id).time_zone
    if now >= open_until(competition, time_zone):
        raise Problem(409, "late", "Teams are picked in the first week at the latest.")
    if known is not None and has_begun(competition, time_zone):
        raise Problem(409, "begun", "It has begun: you stay on the team you have, or leave it.")
    wanted = team_id or smallest(teams.values(), sizes_of(competition))
    if known is None:
        own = {"organisation_id": organisation_id, "competition_id": competition_id, "player_id": player_id}
        known = TeamMember(**own, joined_at=now)
        db.session.add(known)
    known.team_id = wanted
    _count(competition, player_id)
    return competition


def leave(organisation_id: UUID, competition_id: UUID, player_id: UUID) -> Competition:
    """Take part no more; what one has brought the team is gone with one, and once it runs one does not come back.

    Safe to repeat; 409 `closed` at its result.
    """
    competition = held(organisation_id, competition_id)
    known = db.session.get(TeamMember, (organisation_id, competition_id, player_id))
    if competition.cancelled_at is not None or competition.open_to is None:
        raise not_found()
    if known is None or known.left_at is not None:
        return competition
    if competition.closed_at is not None:
        raise Problem(409, "closed", "This competition has its result, which stands.")
    if has_begun(competition, identity.organisation(organisation_id).time_zone):
        known.left_at = clock.now()
    else:
        db.session.delete(known)
    _count(competition, player_id)
    return competition


def _count(competition: Competition, player_id: UUID) -> None:
    db.session.flush()
    if competition.drawn_at is not None:
        refresh(competition, [player_id])


def smallest(teams: Iterable[Team], sizes: Mapping[UUID, int]) -> UUID:
    """The team with the fewest members, of several the first."""
    return min(teams, key=lambda each: (sizes.get(each.id, 0), each.position)).id


def sizes_of(competition: Competition) -> dict[UUID, int]:
    """How many have picked each team; nobody, none."""
    own = (TeamMember.organisation_id == competition.organisation_id, TeamMember.competition_id == competition.id)
    query = (
        select(TeamMember.team_id, func.count()).where(*own, TeamMember.left_at.is_(None)).group_by(TeamMember.team_id)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}
