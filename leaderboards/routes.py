"""The boards' doors."""

from datetime import date, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.http import json_answer, packed, page_asked_for, paged, rfc3339, unchanged
from app.core.weeks import moment_at, week_of
from app.identity.access import departments_of
from app.identity.door import viewer
from app.identity.viewer import Viewer
from leaderboards import schemas
from leaderboards.competitions.models import Competition
from leaderboards.competitions.routes import competition_or_404
from leaderboards.competitions.showing import competitions_shown, gap_now, rows_now
from leaderboards.competitions.showing import own_shown as own_figures
from leaderboards.standings.board import board_of, gap_shown, own_shown, rows_shown
from leaderboards.standings.history import WEEKS, weeks_page
from leaderboards.standings.people import people_board
from leaderboards.standings.queries import board_version
from quests.paths.queries import board_week
from quests.play.showing import week_shown

blueprint = Blueprint("standings", __name__, url_prefix="/api/v1/boards", description="Standings")


@blueprint.get("/departments")
@blueprint.arguments(schemas.BoardIn, location="query")
@blueprint.response(200, schemas.DepartmentBoardOut)
@may_answer(304, 404)
def departments(asked: dict[str, Any]) -> Response:
    """The departments by taking part, this week or an earlier one, or a competition.

    How each row was computed stands with it, and my own figures.
    """
    who = viewer()
    if asked["competition"] is not None:
        return _competition(who, competition_or_404(who.organisation_id, asked["competition"]))
    week = asked["week"] or board_week(who.organisation_id, clock.now())
    version = board_version(who.organisation_id, week)
    etag = _etag(who, week, version)
    if (answer := unchanged(etag)) is not None:
        return answer
    board = board_of(who.organisation_id, who.revisions[0], week, version)
    places = departments_of(who.organisation_id, who.player_id)
    own = UUID(places[0]["id"]) if places else None
    shares = {UUID(each["id"]): each["share"] for each in places}
    body = {
        "period": {
            "week": week_shown(week),
            "starts_at": rfc3339(moment_at(week, 0, who.time_zone)),
            "ends_at": rfc3339(moment_at(week + timedelta(days=7), 0, who.time_zone)),
        },
        "rows": rows_shown(board, own),
        "updated_at": rfc3339(board.updated_at),
        "mine": own_shown(who.organisation_id, who.player_id, week, own, shares),
        "gap": gap_shown(board, own),
        "competition": None,
    }
    return json_answer(body, headers={"ETag": f'W/"{etag}"'})


def _competition(who: Viewer, competition: Competition) -> Response:
    now = clock.now()
    rows, updated_at = rows_now(who, competition, now)
    (told,) = competitions_shown(who, [competition], now)
    body = {
        "period": {"week": told["week"], "starts_at": told["starts_at"], "ends_at": told["ends_at"]},
        "rows": rows,
        "updated_at": updated_at,
        "mine": own_figures(who, competition),
        "gap": gap_now(who, competition, now),
        "competition": told,
    }
    etag = sha256(packed(body)).hexdigest()[:24]
    return unchanged(etag) or json_answer(body, headers={"ETag": f'W/"{etag}"'})


@blueprint.get("/weeks")
@blueprint.response(200, schemas.WeekPlacePageOut)
def weeks() -> Response:
    """Where my department stood, week by week, the newest first: those weeks in which it had something to do."""
    who, page = viewer(), page_asked_for()
    places = departments_of(who.organisation_id, who.player_id)
    own = UUID(places[0]["id"]) if places else None
    found, total = weeks_page(who.organisation_id, who.revisions[0], own, page)
    return json_answer(paged(found, page, total, WEEKS))


@blueprint.get("/people")
@blueprint.response(200, schemas.PeopleBoardOut)
@may_answer(304)
def people() -> Response:
    """The week's first three, and those nearest to me. Names only of those who turned theirs on."""
    who = viewer()
    week = week_of(clock.now(), who.time_zone)
    takes_part = who.on_boards and who.game_layer and who.has_game
    board = people_board(who.organisation_id, who.player_id, takes_part, week)
    body = {"week": week_shown(week), **board}
    etag = sha256(packed(body)).hexdigest()[:24]
    return unchanged(etag) or json_answer(body, headers={"ETag": f'W/"{etag}"'})


def _etag(who: Viewer, week: date, version: int) -> str:
    parts = (who.revisions, who.player_id, week, version, clock.now().date())
    return sha256(repr(parts).encode()).hexdigest()[:24]
