"""The studio's doors to pilots."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import json_answer, page_asked_for, paged
from app.identity.door import only_for, viewer
from quests.authoring.pilots import actions, queries, schemas
from quests.authoring.pilots.models import Pilot
from quests.authoring.pilots.showing import pilots_shown
from quests.authoring.routes import MAKERS

blueprint = Blueprint("pilots", __name__, url_prefix="/api/v1/studio/pilots", description="Modules tried out by some")

PILOTS_A_PAGE = 20


@blueprint.get("")
@only_for(*MAKERS)
@blueprint.arguments(schemas.PilotsIn, location="query")
@blueprint.response(200, schemas.PilotsOut)
def pilots(asked: dict[str, Any]) -> Response:
    """The pilots, of all modules or of one, the newest first, with what was answered once enough have."""
    who, page = viewer(), page_asked_for()
    found, total = queries.pilots_page(who.organisation_id, asked["module"], page, PILOTS_A_PAGE)
    return json_answer(paged(pilots_shown(who.organisation_id, found, who.language), page, total, PILOTS_A_PAGE))


@blueprint.get("/<uuid:pilot_id>")
@only_for(*MAKERS)
@blueprint.response(200, schemas.PilotOut)
def pilot(pilot_id: UUID) -> Response:
    """One pilot. Figures are of groups: nothing while fewer than `least` have finished."""
    found = queries.pilot_for(viewer().organisation_id, pilot_id)
    if found is None:
        raise not_found()
    return _shown(found)


@blueprint.put("/<uuid:pilot_id>")
@only_for(*MAKERS)
@blueprint.arguments(schemas.PilotIn)
@blueprint.response(200, schemas.PilotOut)
@may_answer(409)
def open_pilot(given: dict[str, Any], pilot_id: UUID) -> Response:
    """Give a module's draft to some before all, under an id made on the device. Safe to repeat.

    They find it under Utforsk and play that version; others never see it. Up to three questions stand at its end.
    """
    return _shown(committed(actions.open_pilot, viewer().organisation_id, pilot_id, given))


@blueprint.post("/<uuid:pilot_id>/end")
@only_for(*MAKERS)
@blueprint.response(200, schemas.PilotOut)
def end(pilot_id: UUID) -> Response:
    """Offer it to nobody any more. What was earned stays. Safe to repeat."""
    return _shown(committed(actions.end_pilot, viewer().organisation_id, pilot_id))


@blueprint.post("/<uuid:pilot_id>/publish")
@only_for(*MAKERS)
@blueprint.response(200, schemas.PilotOut)
@may_answer(409)
def publish(pilot_id: UUID) -> Response:
    """Give to all what was tried out, without the pilot's questions, and end the pilot. Safe to repeat."""
    who = viewer()
    return _shown(committed(actions.publish_pilot, who.organisation_id, pilot_id, who.person_id))


def _shown(found: Pilot) -> Response:
    who = viewer()
    (told,) = pilots_shown(who.organisation_id, [found], who.language)
    return json_answer(told)
