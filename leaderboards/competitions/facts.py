"""All that the list of competitions is told from, asked for many of them at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core.db import db
from app.identity.access import departments_of
from app.identity.queries import departments
from leaderboards.competitions.meets.board import Other
from leaderboards.competitions.meets.queries import others_by_competition
from leaderboards.competitions.models import Team, TeamMember, TeamPart


@dataclass(slots=True)
class Facts:
    """What there is of one competition, and of somebody in it.

    `parts`: what they bring, {team_id, possible, taken, weight (millionths)}, what weighs most first. `picked` and
    `sizes`: the team they have picked, and how many have picked each, where people do; `left`: they have, for good.
    """

    teams: list[Team] = field(default_factory=list)
    parts: list[dict[str, Any]] = field(default_factory=list)
    others: list[Other] = field(default_factory=list)
    picked: UUID | None = None
    left: bool = False
    sizes: dict[UUID, int] = field(default_factory=dict)
    parents: Mapping[UUID, UUID | None] = field(default_factory=dict)
    """The tree of departments, by department the one above."""
    home: Sequence[UUID] = ()
    """Where they work, the primary department first."""

    @property
    def version(self) -> int:
        """A figure that grows with every change of the competition's sums."""
        return sum(each.version for each in self.teams)


def facts_of(organisation_id: UUID, player_id: UUID | None, competitions: Sequence[UUID]) -> dict[UUID, Facts]:
    """By competition: its facts; those of somebody with a player."""
    found = {each: Facts() for each in competitions}
    _add_teams(organisation_id, found)
    for id, others in others_by_competition(organisation_id, competitions).items():
        found[id].others = others
    if player_id is not None:
        _add_own(organisation_id, player_id, found)
    return found


def _add_teams(organisation_id: UUID, found: dict[UUID, Facts]) -> None:
    query = select(Team).where(Team.organisation_id == organisation_id, Team.competition_id.in_(found))
    query = query.order_by(Team.position, Team.id).execution_options(populate_existing=True)
    for team in db.session.scalars(query):
        found[team.competition_id].teams.append(team)


def _add_own(organisation_id: UUID, player_id: UUID, found: dict[UUID, Facts]) -> None:
    parents = {each.id: each.parent_id for each in departments(organisation_id)}
    home = [UUID(each["id"]) for each in departments_of(organisation_id, player_id)]
    for facts in found.values():
        facts.parents, facts.home = parents, home
    parts = select(TeamPart).where(
        TeamPart.organisation_id == organisation_id,
        TeamPart.competition_id.in_(found),
        TeamPart.player_id == player_id,
    )
    parts = parts.order_by(TeamPart.weight.desc(), TeamPart.team_id).execution_options(populate_existing=True)
    for each in db.session.scalars(parts):
        own = {name: getattr(each, name) for name in ("team_id", "possible", "taken", "weight")}
        found[each.competition_id].parts.append(own)
    _add_picks(organisation_id, player_id, found)


def _add_picks(organisation_id: UUID, player_id: UUID, found: dict[UUID, Facts]) -> None:
    stays, mine = TeamMember.left_at.is_(None), TeamMember.player_id == player_id
    many, own, former = func.count().filter(stays), func.count().filter(mine, stays), func.count().filter(mine, ~stays)
    picks = (
        select(TeamMember.competition_id, TeamMember.team_id, many, own, former)
        .where(TeamMember.organisation_id == organisation_id, TeamMember.competition_id.in_(found))
        .group_by(TeamMember.competition_id, TeamMember.team_id)
    )
    for competition_id, team_id, size, is_mine, was_mine in db.session.execute(picks):
        facts = found[competition_id]
        facts.sizes[team_id] = size
        facts.picked = team_id if is_mine else facts.picked
        facts.left = facts.left or bool(was_mine)
