"""The doors of owning: who answers for a module, and by when it is looked at again."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core.blueprints import Blueprint
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import json_answer
from app.identity.door import only_for, viewer
from app.identity.queries import holders_of, names_of
from quests.authoring.owning import actions, schemas
from quests.authoring.owning.queries import owner_of
from quests.content.queries import module_exists

blueprint = Blueprint("owning", __name__, url_prefix="/api/v1/studio", description="Who answers for a module")

MAKERS = ("editor", "admin")
MOST_MAKERS = 200


@blueprint.get("/modules/<uuid:module_id>/owner")
@only_for(*MAKERS)
@blueprint.response(200, schemas.OwnerOut)
def owner(module_id: UUID) -> Response:
    """Who answers for a module, the day it is to be looked over by, and who could answer for it."""
    if not module_exists(viewer().organisation_id, module_id):
        raise not_found()
    return _shown(module_id)


@blueprint.put("/modules/<uuid:module_id>/owner")
@only_for(*MAKERS)
@blueprint.arguments(schemas.OwnerIn)
@blueprint.response(200, schemas.OwnerOut)
def set_owner(given: dict[str, Any], module_id: UUID) -> Response:
    """Let somebody who makes content answer for a module. They are told of comments, and when the day has come."""
    committed(actions.own, viewer().organisation_id, module_id, given["owner"], given["check_by"])
    return _shown(module_id)


def _shown(module_id: UUID) -> Response:
    organisation_id = viewer().organisation_id
    found = owner_of(organisation_id, module_id)
    names = names_of(organisation_id, [found.owner_id]) if found else {}
    makers = [{"id": str(id), "name": name} for id, name in holders_of(organisation_id, MAKERS)[:MOST_MAKERS]]
    return json_answer(
        {
            "owner": {"id": str(found.owner_id), "name": names[found.owner_id]} if found else None,
            "check_by": found.check_by.isoformat() if found and found.check_by else None,
            "makers": makers,
        }
    )
