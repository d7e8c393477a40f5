"""The board of persons: the first three and the nearest neighbours. Names are off until turned on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from app.identity.queries import shown_names
from leaderboards.points.queries import beside, points_of, rank_of, ranked

TOP, EACH_SIDE = 3, 2
Shown = dict[str, Any]


def people_board(organisation_id: UUID, player_id: UUID, takes_part: bool, week: date) -> Shown:
    """{top, around, me, total} by that week's points. Who stays off the boards sees them without an own row."""
    points = points_of(organisation_id, player_id, week)["week"]
    rank, total = rank_of(organisation_id, player_id, points, week)
    top = ranked(organisation_id, week, TOP)
    mine = (player_id, points) if takes_part and points > 0 else None
    around: list[tuple[UUID, int]] = []
    if mine:
        others = beside(organisation_id, player_id, points, week, EACH_SIDE)
        around = sorted([*others, mine], key=lambda each: (-each[1], each[0]))
    names = shown_names(organisation_id, {each[0] for each in [*top, *around]})
    every = _ranks(organisation_id, week, [*top, *around])

    def shown(rows: Sequence[tuple[UUID, int]]) -> list[Shown]:
        return [_row(each, names, every, player_id) for each in rows]

    own = {"rank": rank, "name": names.get(player_id), "points": points, "me": True} if mine else None
    return {"top": shown(top), "around": shown(around), "me": own, "total": total}


def _ranks(organisation_id: UUID, week: date, rows: Sequence[tuple[UUID, int]]) -> dict[int, int]:
    """The rank that each number of points gives."""
    return {points: rank_of(organisation_id, player_id, points, week)[0] for player_id, points in rows}


def _row(row: tuple[UUID, int], names: Mapping[UUID, str | None], ranks: Mapping[int, int], me: UUID) -> Shown:
    return {"rank": ranks[row[1]], "name": names.get(row[0]), "points": row[1], "me": row[0] == me}
