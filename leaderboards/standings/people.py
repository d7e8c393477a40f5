"""The board of persons: the first three and the nearest neighbours. Names are off until turned on."""

from datetime import date
from typing import Any
from uuid import UUID

from app.identity.queries import shown_names
from leaderboards.points.queries import beside, points_of, ranked, ranks

TOP, EACH_SIDE = 3, 2
Shown = dict[str, Any]


def people_board(organisation_id: UUID, player_id: UUID, takes_part: bool, week: date) -> Shown:
    """{top, around, me, total} by that week's points. Who stays off the boards sees them without an own row."""
    points = points_of(organisation_id, player_id, week)["week"]
    top = ranked(organisation_id, week, TOP)
    mine = (player_id, points) if takes_part and points > 0 else None
    around: list[tuple[UUID, int]] = []
    if mine:
        around = beside(organisation_id, player_id, points, week, EACH_SIDE)
        around = sorted([*around, mine], key=lambda each: (-each[1], each[0]))
    every = {*top, *around}
    names = shown_names(organisation_id, {player for player, _ in every})
    places, total = ranks(organisation_id, week, {points for _, points in every})

    def shown(row: tuple[UUID, int]) -> Shown:
        player, points = row
        return {"rank": places[points], "name": names.get(player), "points": points, "me": player == player_id}

    return {
        "top": [shown(each) for each in top],
        "around": [shown(each) for each in around],
        "me": shown(mine) if mine else None,
        "total": total,
    }
