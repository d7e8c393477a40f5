"""The doors of competitions between organisations: for those who may let the whole of theirs race."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import json_answer
from app.identity.door import only_for, viewer
from leaderboards.competitions.meets import actions, schemas
from leaderboards.competitions.meets.models import Meet
from leaderboards.competitions.meets.queries import meet_by, sides_of
from leaderboards.competitions.queries import competition_for
from leaderboards.competitions.routes import check_plan
from leaderboards.competitions.schemas import CompetitionOut
from leaderboards.competitions.showing import competitions_shown
from quests.play.showing import week_shown

blueprint = Blueprint("meets", __name__, url_prefix="/api/v1", description="Competitions between organisations")
SPEAKERS = ("editor", "admin")
"""Who may speak for the whole organisation."""


@blueprint.post("/competitions/<uuid:competition_id>/invite")
@only_for(*SPEAKERS)
@blueprint.response(200, schemas.InvitationOut)
@may_answer(404, 409)
def invite(competition_id: UUID) -> Response:
    """A code by which another organisation may join, told this once. Asked for again, the former opens nothing."""
    organisation_id = viewer().organisation_id
    if competition_for(organisation_id, competition_id) is None:
        raise not_found()
    code = committed(actions.invite, organisation_id, competition_id)
    return json_answer({"code": code}, headers={"Cache-Control": "no-store"})


@blueprint.get("/meets/<string:code>")
@only_for(*SPEAKERS)
@blueprint.response(200, schemas.MeetOut)
@may_answer(404)
def meet(code: str) -> Response:
    """What this code invites to, and who is in it."""
    found = _meet(code)
    plan = {name: getattr(found, name) for name in ("name", "rule", "weeks", "freeze_hours", "prize")}
    sides = [each.name for each in sides_of(found.id)]
    return json_answer({**plan, "week": week_shown(found.first_week), "sides": sides})


@blueprint.put("/meets/<string:code>/competitions/<uuid:new_id>")
@only_for(*SPEAKERS)
@blueprint.arguments(schemas.JoinIn)
@blueprint.response(200, CompetitionOut)
@may_answer(404, 409)
def join(given: dict[str, Any], code: str, new_id: UUID) -> Response:
    """Take part with these teams, in a competition of one's own under an id made on the device. Safe to repeat.

    From then on the others see the totals of the departments that race, and this side theirs.
    """
    who, found = viewer(), _meet(code)
    check_plan({**given, "paths": None})
    competition = committed(actions.join, who.organisation_id, found, new_id, given["teams"])
    return json_answer(competitions_shown(who, [competition], clock.now())[0])


@blueprint.post("/competitions/<uuid:competition_id>/leave-meet")
@only_for(*SPEAKERS)
@blueprint.response(200, CompetitionOut)
@may_answer(404)
def leave(competition_id: UUID) -> Response:
    """Race alone from now on: the others see nothing more of this side. Safe to repeat."""
    who = viewer()
    competition = competition_for(who.organisation_id, competition_id)
    if competition is None:
        raise not_found()
    committed(actions.leave, who.organisation_id, competition_id)
    return json_answer(competitions_shown(who, [competition], clock.now())[0])


def _meet(code: str) -> Meet:
    found = meet_by(code)
    if found is None:
        raise not_found()
    return found
