"""The studio's doors to requirements: what is required of whom, and the topics there are to require."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.identity.door import only_for, viewer
from quests.competence import actions, queries, schemas
from quests.competence.models import CompetenceRequirement
from quests.competence.showing import requirements_shown, topics_shown

blueprint = Blueprint(
    "competence-studio", __name__, url_prefix="/api/v1/studio/competence", description="Requirements, for editors"
)

MAKERS = ("editor", "admin")
TOPICS_A_PAGE = 200


@blueprint.get("")
@blueprint.response(200, schemas.RequirementsOut)
@only_for(*MAKERS)
def requirements() -> Response:
    """What is required of whom, and how many hold it; what has ended comes last."""
    who, page = viewer(), page_asked_for()
    found, total = queries.requirements_page(who.organisation_id, page, PAGE_SIZE)
    today = actions.today_in(who.organisation_id)
    return json_answer(paged(requirements_shown(who.organisation_id, found, who.language, today), page, total))


@blueprint.get("/topics")
@blueprint.response(200, schemas.TopicsOut)
@only_for(*MAKERS)
def topics() -> Response:
    """The topics that have something to remember, by title."""
    who, page = viewer(), page_asked_for()
    found = topics_shown(who.organisation_id, who.language)
    first = (page - 1) * TOPICS_A_PAGE
    return json_answer(paged(found[first : first + TOPICS_A_PAGE], page, len(found), TOPICS_A_PAGE))


@blueprint.get("/<uuid:requirement_id>")
@blueprint.response(200, schemas.RequirementOut)
@only_for(*MAKERS)
@may_answer(404)
def requirement(requirement_id: UUID) -> Response:
    """One requirement, for changing it."""
    found = queries.requirement_for(viewer().organisation_id, requirement_id)
    if found is None:
        raise not_found()
    return _shown(found)


@blueprint.put("/<uuid:requirement_id>")
@blueprint.arguments(schemas.RequirementIn)
@blueprint.response(200, schemas.RequirementOut)
@only_for(*MAKERS)
@may_answer(409)
def define(given: dict[str, Any], requirement_id: UUID) -> Response:
    """Make a requirement under an id made on the device, or change it. Safe to repeat; 409 once it has ended."""
    return _shown(committed(actions.define, viewer().organisation_id, requirement_id, given))


@blueprint.post("/<uuid:requirement_id>/end")
@blueprint.response(200, schemas.RequirementOut)
@only_for(*MAKERS)
@may_answer(404)
def end(requirement_id: UUID) -> Response:
    """Require it of nobody from now on. Certificates hold to their end. Safe to repeat."""
    return _shown(committed(actions.end, viewer().organisation_id, requirement_id))


def _shown(found: CompetenceRequirement) -> Response:
    who = viewer()
    today = actions.today_in(who.organisation_id)
    (shown,) = requirements_shown(who.organisation_id, [found], who.language, today)
    return json_answer(shown)
