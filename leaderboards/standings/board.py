"""The department board of a week: computed at reading, kept until something it is made of has changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.identity.queries import departments, policy
from leaderboards.standings.classes import race
from leaderboards.standings.queries import own_parts, sums_of
from leaderboards.standings.rules import MILLION, Group, Placed, gap, mean, merge_small

Shown = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """The places of a week, with what their computation rests on. Each is itself alone, so that it can be a key."""

    week: date
    placed: tuple[Placed, ...]
    names: Mapping[UUID, str]
    mean: float
    live_members: int
    updated_at: datetime | None

    def place_of(self, department_id: UUID | None) -> Placed | None:
        return next((each for each in self.placed if department_id in each.group.departments), None)

    def beside(self, mine: Placed) -> list[Placed]:
        """Those it races against, itself among them."""
        return [each for each in self.placed if each.size_class == mine.size_class]

    def groups(self) -> list[Group]:
        return [each.group for each in self.placed]


@lru_cache(maxsize=512)
def board_of(organisation_id: UUID, revision: int, week: date, version: int) -> Board:
    """The week's board. `revision` is the organisation's, `version` the board's own (`board_version`).

    Never ask inside a transaction that changes them.
    """
    rules = policy(organisation_id)
    tree = departments(organisation_id)
    sums, updated_at = sums_of(organisation_id, week, rules["live_members"])
    parents = {each.id: each.parent_id for each in tree}
    order = {each.id: each.sort_key for each in tree}
    groups = merge_small(parents, sums, rules["least_members"], order)
    placed = race(groups, rules["live_members"])
    names = {each.id: each.name for each in tree}
    return Board(week, tuple(placed), names, mean(groups), rules["live_members"], updated_at)


def rows_shown(board: Board, own: UUID | None) -> list[Shown]:
    """The `rows` of the contract, each with how it was computed."""
    return [
        {
            "rank": each.rank,
            "size_class": each.size_class,
            "department": str(each.group.departments[0]),
            "name": board.names[each.group.departments[0]],
            "score": round(each.score, 4),
            "members": each.group.sums.members,
            "mine": own in each.group.departments,
            "parts": _parts(board, each),
        }
        for each in board.placed
    ]


def _parts(board: Board, placed: Placed) -> Shown:
    return {
        "sum_w": round(placed.group.sums.weight / MILLION, 4),
        "sum_wx": round(placed.brought / MILLION, 4),
        "mean": round(board.mean, 4),
        "k": round(placed.k, 2),
        "whole_percent": placed.whole_percent,
        "merged": [board.names[each] for each in placed.group.departments[1:]],
    }


@lru_cache(maxsize=1024)
def gap_shown(board: Board, own: UUID | None) -> Shown | None:
    """How far it is to the place above, in modules; None for the first, or when it cannot be reached this week."""
    mine = board.place_of(own)
    above = [each for each in board.beside(mine) if each.rank < mine.rank] if mine else []
    if mine is None or not above:
        return None
    nearest = above[-1]
    modules = gap(board.groups(), mine.group, nearest.group, mine.k, board.live_members)
    if modules is None:
        return None
    name = board.names[nearest.group.departments[0]]
    return {"modules": modules, "unit": "module", "to_rank": nearest.rank, "to_name": name}


def place_shown(board: Board, department: Mapping[str, Any] | None) -> Shown | None:
    """The `board` of the first screen: where the person's own department stands."""
    own = UUID(department["id"]) if department else None
    mine = board.place_of(own)
    if mine is None or department is None:
        return None
    field = board.beside(mine)
    return {
        "department": {"id": department["id"], "name": department["name"]},
        "rank": mine.rank,
        "of": len(field),
        "sharing": sum(each.rank == mine.rank for each in field),
        "score": round(mine.score, 4),
        "gap": gap_shown(board, own),
        "updated_at": rfc3339(board.updated_at),
    }


def own_shown(
    organisation_id: UUID, player_id: UUID, week: date, own: UUID | None, shares: Mapping[UUID, float]
) -> Shown | None:
    """The viewer's own figures, for working the computation through: in the department `own`, whose row is `mine`.

    Who has nothing that counts there sees the membership that weighs most.
    """
    parts = own_parts(organisation_id, player_id, week)
    if not parts:
        return None
    most = next((each for each in parts if each["department_id"] == own), parts[0])
    heavy = most["weight"] / MILLION
    share = shares.get(most["department_id"], heavy)
    return {
        "department": str(most["department_id"]),
        "share": share,
        "present": round(min(1.0, heavy / share), 4) if share else 0.0,
        "weight": round(heavy, 4),
        "possible": most["possible"],
        "taken": most["taken"],
        "x": round(most["taken"] / most["possible"], 4),
    }
