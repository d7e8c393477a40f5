"""A competition's board: computed at reading, kept until something it is made of has changed, or as a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.identity.queries import departments, policy
from leaderboards.competitions.models import Competition, Team
from leaderboards.competitions.queries import teams_of
from leaderboards.standings.classes import classes, race
from leaderboards.standings.rules import MILLION, Group, Placed, Sums, gap, mean, merge_small

Shown = dict[str, Any]

UNITS = {"participation": "module", "improvement": None, "completion": "quest", "points": "point", "recall": None}
"""What a step forward is under each rule; None where what is possible grows with it, so that none can be told."""


@dataclass(frozen=True, slots=True, eq=False)
class Race:
    """The places, with what their computation rests on. `teams`: by the key under which a team races."""

    placed: tuple[Placed, ...]
    teams: Mapping[UUID, UUID]
    names: Mapping[UUID, str]
    mean: float
    live_members: int
    unit: str | None
    updated_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Field:
    """Teams under the keys they race by: one department's is that department, so that small ones merge in the tree."""

    keys: Mapping[UUID, UUID]  # by team
    parents: Mapping[UUID, UUID | None]
    order: Mapping[UUID, str]
    names: Mapping[UUID, str]
    least: int

    def groups(self, sums: Mapping[UUID, Sums]) -> list[Group]:
        own = {self.keys[team]: each for team, each in sums.items() if each.members}
        return merge_small(self.parents, own, self.least, self.order)


def _field(organisation_id: UUID, teams: Sequence[Team]) -> _Field:
    tree = departments(organisation_id)
    parents: dict[UUID, UUID | None] = {each.id: each.parent_id for each in tree}
    order, names = {each.id: each.sort_key for each in tree}, {each.id: each.name for each in tree}
    keys: dict[UUID, UUID] = {}
    for team in teams:
        alone = team.name is None and len(team.departments) == 1
        key = keys[team.id] = UUID(team.departments[0]) if alone else team.id
        parents.setdefault(key, None)
        order.setdefault(key, f"{team.position:04}")
        names.setdefault(key, team.name or "")
    return _Field(keys, parents, order, names, policy(organisation_id)["least_members"])


def classes_of(competition: Competition, sums: Mapping[UUID, Sums]) -> dict[UUID, int]:
    """By team: the class, 1 for the largest, in which it would race with these sums."""
    field = _field(competition.organisation_id, teams_of(competition.organisation_id, competition.id))
    number = {
        key: at
        for at, some in enumerate(classes(field.groups(sums)), start=1)
        for group in some
        for key in group.departments
    }
    return {team: number[key] for team, key in field.keys.items() if key in number}


@lru_cache(maxsize=256)
def race_of(organisation_id: UUID, competition_id: UUID, rule: str, revision: int, version: int) -> Race:
    """The places now. `revision` is the organisation's, `version` the competition's own (`Facts.version`)."""
    return run_race(organisation_id, competition_id, rule)


def run_race(organisation_id: UUID, competition_id: UUID, rule: str) -> Race:
    teams = teams_of(organisation_id, competition_id)
    field, live = _field(organisation_id, teams), policy(organisation_id)["live_members"]
    groups = field.groups({each.id: _sums(each, live) for each in teams})
    drawn = {field.keys[each.id]: each.size_class for each in teams if each.size_class is not None}
    moments = [each.updated_at if each.members >= live else each.shown_at for each in teams if each.members]
    teams_by_key = {key: team for team, key in field.keys.items()}
    placed = tuple(race(groups, live, drawn))
    return Race(placed, teams_by_key, field.names, mean(groups), live, UNITS[rule], max(moments, default=None))


def _sums(team: Team, live_members: int) -> Sums:
    """As they may be shown: of a small team its hourly picture."""
    live = team.members >= live_members
    shown = (team.taken, team.weight, team.result) if live else (team.shown_taken, team.shown_weight, team.shown_result)
    return Sums(team.members, team.possible, *shown)


def record_of(board: Race) -> Shown:
    """The board with the numbers it was computed from, as it is kept: of few people only what boards show of them."""
    counted = [
        None if each.whole_percent or board.unit is None else {"taken": sums.taken, "possible": sums.possible}
        for each in board.placed
        for sums in [each.group.sums]
    ]
    rows = [{**row, "counted": some} for row, some in zip(rows_shown(board), counted, strict=True)]
    return {"rows": rows, "updated_at": rfc3339(board.updated_at)}


def rows_shown(board: Race) -> list[Shown]:
    """Each row with how it was computed; `teams` are those that race in it."""
    return [_row(board, each) for each in board.placed]


def _row(board: Race, placed: Placed) -> Shown:
    sums, keys = placed.group.sums, placed.group.departments
    return {
        "rank": placed.rank,
        "size_class": placed.size_class,
        "teams": [str(board.teams[each]) for each in keys],
        "department": str(keys[0]),
        "name": board.names[keys[0]],
        "score": round(placed.score, 4),
        "members": sums.members,
        "parts": {
            "sum_w": round(sums.weight / MILLION, 4),
            "sum_wx": round(placed.brought / MILLION, 4),
            "mean": round(board.mean, 4),
            "k": round(placed.k, 2),
            "whole_percent": placed.whole_percent,
            "merged": [board.names[each] for each in keys[1:]],
        },
    }


def gap_shown(board: Race, own: frozenset[UUID]) -> Shown | None:
    """How far it is to the place above, in steps of the rule; None for the first and where it cannot be told."""
    mine = next((each for each in board.placed if own & {board.teams[key] for key in each.group.departments}), None)
    if mine is None or board.unit is None:
        return None
    above = [each for each in board.placed if each.size_class == mine.size_class and each.rank < mine.rank]
    if not above:
        return None
    groups, nearest = [each.group for each in board.placed], above[-1]
    steps = gap(groups, mine.group, nearest.group, mine.k, board.live_members)
    name = board.names[nearest.group.departments[0]]
    return None if steps is None else {"modules": steps, "unit": board.unit, "to_rank": nearest.rank, "to_name": name}
