"""The doors of screens on a wall: for who puts them up, and, open to all, what one shows."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from flask import Response

from app.core import clock
from app.core.address import origin
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import PAGE_SIZE, json_answer, packed, page_asked_for, paged, public, rfc3339, unchanged
from app.core.weeks import moment_at
from app.identity.door import only_for, viewer
from app.identity.models import Organisation
from app.identity.queries import organisation
from leaderboards.competitions.models import Competition
from leaderboards.competitions.queries import competition_for
from leaderboards.competitions.showing import MAKERS, rows_at, state_of, times_of
from leaderboards.standings.board import board_of, rows_shown
from leaderboards.standings.queries import board_version
from leaderboards.walls import actions, schemas
from leaderboards.walls.models import Wall
from quests.paths.queries import board_week
from quests.play.showing import week_shown

blueprint = Blueprint("walls", __name__, url_prefix="/api/v1", description="Screens on a wall")
Shown = dict[str, Any]

NO_DOT = "~"
"""Stands for the dot of a token in an address: what has a dot in it is taken for a file."""


def address_of(origin: str, token: str) -> str:
    """Where a screen is to be opened."""
    return f"{origin}/wall/{token.replace('.', NO_DOT)}"


@blueprint.get("/walls")
@only_for(*MAKERS)
@blueprint.response(200, schemas.WallPageOut)
def walls() -> Response:
    """The screens that show something, the newest first. What opens one is told once, when it is put up."""
    page, organisation_id = page_asked_for(), viewer().organisation_id
    found, total = actions.walls_page(organisation_id, page, PAGE_SIZE)
    return json_answer(paged([_wall_shown(each) for each in found], page, total))


@blueprint.put("/walls/<uuid:new_id>")
@only_for(*MAKERS)
@blueprint.arguments(schemas.WallIn)
@blueprint.response(200, schemas.NewWallOut)
@may_answer(404)
def put_up(given: dict[str, Any], new_id: UUID) -> Response:
    """Put up a screen under an id made on the device. Done again, another address shows it and the former nothing."""
    who = viewer()
    if given["competition"] is not None and competition_for(who.organisation_id, given["competition"]) is None:
        raise not_found()
    wall, token = committed(actions.put_up, who.organisation_id, new_id, given)
    return json_answer(
        {**_wall_shown(wall), "address": address_of(origin(), token)}, headers={"Cache-Control": "no-store"}
    )


@blueprint.post("/walls/<uuid:wall_id>/revoke")
@only_for(*MAKERS)
@blueprint.response(200, schemas.WallOut)
@may_answer(404)
def revoke(wall_id: UUID) -> Response:
    """From now on it shows nothing. Safe to repeat."""
    return json_answer(_wall_shown(committed(actions.revoke, viewer().organisation_id, wall_id)))


@blueprint.get("/wall/<string:token>")
@blueprint.response(200, schemas.WallBoardOut)
@public
@may_answer(304, 404)
def shown(token: str) -> Response:
    """What a screen shows: departments and their results, never a person."""
    wall = actions.wall_by(token.replace(NO_DOT, "."))
    if wall is None:
        raise not_found()
    house, now = organisation(wall.organisation_id), clock.now()
    competition = wall.competition_id and competition_for(wall.organisation_id, wall.competition_id)
    if wall.competition_id and not competition:
        raise not_found()
    told = _competition(house, competition, now) if competition else _week(house, now)
    own = {"organisation": house.name, "time_zone": house.time_zone, "language": house.language}
    etag = sha256(packed(body := {**own, **told})).hexdigest()[:24]
    return unchanged(etag) or json_answer(body, headers={"ETag": f'W/"{etag}"'})


def _competition(house: Organisation, competition: Competition, now: datetime) -> Shown:
    times = times_of(competition, house.time_zone)
    rows, updated_at = rows_at(house.id, house.time_zone, house.revision, competition, now)
    return {
        "name": competition.name,
        "rule": competition.rule,
        "state": state_of(competition, house.time_zone, now),
        "prize": competition.prize,
        "week": week_shown(competition.first_week),
        "weeks": competition.weeks,
        "ends_at": rfc3339(times.ends_at),
        "closes_at": rfc3339(times.closes_at),
        "rows": rows,
        "updated_at": updated_at,
    }


def _week(house: Organisation, now: datetime) -> Shown:
    week = board_week(house.id, now)
    board = board_of(house.id, house.revision, week, board_version(house.id, week))
    return {
        "name": None,
        "rule": "participation",
        "state": "running",
        "prize": "",
        "week": week_shown(week),
        "weeks": 1,
        "ends_at": rfc3339(moment_at(week + timedelta(days=7), 0, house.time_zone)),
        "closes_at": None,
        "rows": [{name: value for name, value in each.items() if name != "mine"} for each in rows_shown(board, None)],
        "updated_at": rfc3339(board.updated_at),
    }


def _wall_shown(wall: Wall) -> Shown:
    competition = wall.competition_id and competition_for(wall.organisation_id, wall.competition_id)
    told = {"competition": competition.name if competition else None, "created_at": rfc3339(wall.created_at)}
    return {"id": str(wall.id), "name": wall.name, **told}
