"""The doors of tests before and after a run: the person's own, and the group figures of a path's owner."""

from uuid import UUID

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint
from app.core.errors import not_found
from app.core.http import json_answer
from app.identity.door import viewer
from quests.change import schemas
from quests.change.leading import change_shown
from quests.change.showing import test_shown
from quests.paths.queries import run_for

blueprint = Blueprint("change", __name__, url_prefix="/api/v1", description="Tests before and after a path")

OWNERS = frozenset({"editor", "admin"})


@blueprint.get("/tests/<uuid:run_id>")
@blueprint.response(200, schemas.RunTestOut)
def test(run_id: UUID) -> Response:
    """The tests of a run I am in: what they ask, what I answered, what I may skip. Kept by devices for when offline."""
    found = test_shown(viewer(), run_id, clock.now())
    if found is None:
        raise not_found()
    return json_answer(found)


@blueprint.get("/studio/runs/<uuid:run_id>/change")
@blueprint.response(200, schemas.GroupChangeOut)
def change(run_id: UUID) -> Response:
    """How answers have changed from the test before a run to the one after, where enough people have taken both."""
    who = viewer()
    if not who.roles & OWNERS or run_for(who.organisation_id, run_id) is None:
        raise not_found()
    return json_answer(change_shown(who.organisation_id, run_id, who.language))
