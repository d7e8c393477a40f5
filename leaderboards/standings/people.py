"""The board of persons: the first three and the nearest neighbours. Names are off until turned on."""

from datetime import date
from typing import Any
from uuid import UUID

from app.core import clock
from app.core.http import rfc3339
from leaderboards.points.queries import Place, places, ranks

TOP, EACH_SIDE = 3, 2
Shown = dict[str, Any]


def people_board(organisation_id: UUID, player_id: UUID, takes_part: bool, week: date) -> Shown:
    """{top, around, me, total, updated_at} by that week's points. Who stays off the boards sees them without a row.

    `updated_at`: the moment that ranks and total are of, where the worker counts for all; None: they are of now.
    """
    found = places(organisation_id, week, player_id if takes_part else None, TOP, EACH_SIDE)
    points = {each.points for each in (*found.top, *found.around)}
    ranked, total, counted_at = ranks(organisation_id, week, points, found.counted_at, clock.now())

    def shown(place: Place) -> Shown:
        rank, me = ranked[place.points], place.player_id == player_id
        return {"rank": rank, "name": place.name, "points": place.points, "me": me}

    return {
        "top": [shown(each) for each in found.top],
        "around": [shown(each) for each in found.around],
        "me": shown(found.mine) if found.mine else None,
        "total": total,
        "updated_at": rfc3339(counted_at),
    }
