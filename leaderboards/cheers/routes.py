"""The doors of cheers."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import json_answer
from app.identity.access import departments_led
from app.identity.door import viewer
from app.identity.queries import departments
from leaderboards.cheers import actions, schemas
from leaderboards.cheers.showing import cheers_shown

blueprint = Blueprint("cheers", __name__, url_prefix="/api/v1/cheers", description="Cheers")


@blueprint.get("")
@blueprint.response(200, schemas.CheersOut)
def cheers() -> Response:
    """What my departments were sent this week, and what I may still send today."""
    return json_answer(cheers_shown(viewer(), clock.now()))


@blueprint.put("/<uuid:new_id>")
@blueprint.arguments(schemas.CheerIn)
@blueprint.response(200, schemas.CheersOut)
@may_answer(404, 409)
def send(given: dict[str, Any], new_id: UUID) -> Response:
    """Cheer a department, from a fixed set, under an id made on the device. Safe to repeat.

    Once a day each and three in all, else 409 `cheered`. From its leader it comes with their name.
    """
    who, department_id = viewer(), given["department"]
    if department_id not in {each.id for each in departments(who.organisation_id)}:
        raise not_found()
    led = departments_led(who) if "leader" in who.roles else set()
    leading = led is None or department_id in led
    sent = (who.organisation_id, who.player_id, new_id, department_id, given["cheer"])
    committed(actions.send_cheer, *sent, leading=leading)
    return json_answer(cheers_shown(who, clock.now()))
