"""The doors of the first screen and of oneself."""

from typing import Any

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.http import json_answer, unchanged
from app.core.weeks import week_of
from app.home.schemas import TodayOut
from app.home.today import board_state, organisation_shown, today_etag, today_shown
from app.identity.access import departments_of
from app.identity.actions import change_settings
from app.identity.door import viewer
from app.identity.schemas import MeOut, SettingsIn
from app.identity.viewer import Viewer, viewer_by
from leaderboards.points.queries import points_of

blueprint = Blueprint("home", __name__, url_prefix="/api/v1", description="The first screen, and oneself")


@blueprint.get("/today")
@blueprint.response(200, TodayOut)
@may_answer(304)
def today() -> Response:
    """All that the first screen needs. With If-None-Match: 304 while nothing has changed."""
    who, now = viewer(), clock.now()
    board = board_state(who, now)
    etag = today_etag(who, now, board)
    return unchanged(etag) or json_answer(today_shown(who, now, board), headers={"ETag": f'W/"{etag}"'})


@blueprint.get("/me")
@blueprint.response(200, MeOut)
def me() -> Response:
    """Who I am here, my departments, settings and points, and the value for X-CSRF-Token."""
    return json_answer(_shown(viewer()))


@blueprint.patch("/me")
@blueprint.arguments(SettingsIn, required=False)
@blueprint.response(200, MeOut)
def change_me(given: dict[str, Any]) -> Response:
    """Change some of my settings; what is not named stays."""
    who = viewer()
    committed(change_settings, who.organisation_id, who.person_id, who.player_id, given)
    changed = viewer_by(who.token, clock.now())
    return json_answer(_shown(changed or who))


def _shown(who: Viewer) -> dict[str, Any]:
    return {
        "person": who.shown(),
        "organisation": organisation_shown(who),
        "csrf_token": who.csrf_token,
        "points": points_of(who.organisation_id, who.player_id, week_of(clock.now(), who.time_zone)),
        "settings": {
            "language": who.language,
            "alias": who.alias,
            "on_boards": who.on_boards,
            "show_name": who.show_name,
            "game_layer": who.game_layer,
            "in_league": who.in_league,
            "weekly_goal": who.weekly_goal,
            "practised": who.practised,
        },
        "departments": departments_of(who.organisation_id, who.player_id),
        "device": who.device_shown(),
    }
