"""The studio's doors to paths in the making."""

from typing import Any
from uuid import UUID

from flask import Response, request

from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import json_answer
from app.identity.door import only_for, viewer
from quests.authoring.paths import actions, schemas
from quests.authoring.paths.queries import document_shown
from quests.authoring.queries import path_for
from quests.authoring.routes import MAKERS
from quests.paths.models import Path

blueprint = Blueprint("path_drafts", __name__, url_prefix="/api/v1/studio/paths", description="Paths in the making")

MOST_BYTES = 512 * 1024


@blueprint.before_request
def bounded() -> None:
    """No path is larger than this, so no body is."""
    request.max_content_length = MOST_BYTES


@blueprint.get("/<uuid:path_id>/document")
@only_for(*MAKERS)
@blueprint.response(200, schemas.PathDraftOut)
def document(path_id: UUID) -> Response:
    """A path as a document to be changed, with the weeks that have opened for somebody. The ETag is its revision."""
    found = path_for(viewer().organisation_id, path_id)
    if found is None:
        raise not_found()
    return _shown(found)


@blueprint.put("/<uuid:path_id>")
@only_for(*MAKERS)
@blueprint.doc(parameters=[{"in": "header", "name": "If-Match", "schema": {"type": "string"}}])
@blueprint.arguments(schemas.SavePathIn)
@blueprint.response(200, schemas.PathDraftOut)
@may_answer(409, 412, 413)
def save(given: dict[str, Any], path_id: UUID) -> Response:
    """Make a path under an id made on the device, or give it another document. Safe to repeat.

    `If-Match` names the revision that a change was made of: 412 `changed_elsewhere` when it has changed since. What has
    opened stays as it was; 409 `quest_open` when a week is left out that has opened for somebody.
    """
    revision = (request.headers.get("If-Match") or "").strip().strip('"')[:64] or None
    organisation_id = viewer().organisation_id
    return _shown(committed(actions.save_path, organisation_id, path_id, given["document"], revision))


def _shown(path: Path) -> Response:
    who = viewer()
    told = document_shown(who.organisation_id, path, who.language)
    return json_answer(told, headers={"ETag": f'"{told["revision"]}"'})
