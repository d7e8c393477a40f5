"""The league's door: one's own group, nobody else's."""

from hashlib import sha256

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.http import json_answer, packed, unchanged
from app.identity.door import viewer
from leaderboards.leagues.schemas import LeagueOut
from leaderboards.leagues.showing import league_shown

blueprint = Blueprint("leagues", __name__, url_prefix="/api/v1/boards/league", description="Weekly groups")


@blueprint.get("")
@blueprint.response(200, LeagueOut)
@may_answer(304)
def mine() -> Response:
    """My tier, my place this week and those around me, and what last week came to. Names only of who shows theirs."""
    body = league_shown(viewer(), clock.now())
    etag = sha256(packed(body)).hexdigest()[:24]
    return unchanged(etag) or json_answer(body, headers={"ETag": f'W/"{etag}"'})
