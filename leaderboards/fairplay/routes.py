"""The doors of fair play: for editors, who never see whose it was."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Response

from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import invalid
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.core.weeks import local_date
from app.identity.door import only_for, viewer
from app.identity.viewer import Viewer
from leaderboards.fairplay import actions, schemas
from leaderboards.fairplay.models import OddPlay
from leaderboards.points.queries import points_of_letters
from quests.content.queries import titles_of

blueprint = Blueprint("fair play", __name__, url_prefix="/api/v1/studio/odd-plays", description="Fair play")
EDITORS = ("editor", "admin")


@blueprint.get("")
@only_for(*EDITORS)
@blueprint.response(200, schemas.OddPlayPageOut)
def odd_plays() -> Response:
    """Attempts that cannot have happened as they are told, those to be settled first. Never whose they were."""
    who, page = viewer(), page_asked_for()
    found, total = actions.odd_page(who.organisation_id, page, PAGE_SIZE)
    return json_answer(paged(_shown(who, found), page, total))


@blueprint.post("/<uuid:odd_id>/settle")
@only_for(*EDITORS)
@blueprint.arguments(schemas.SettleIn)
@blueprint.response(200, schemas.OddPlayOut)
@may_answer(404, 409)
def settle(given: dict[str, Any], odd_id: UUID) -> Response:
    """Let it stand, or take its points back with a reason, which the person sees. Safe to repeat."""
    if given["take_back"] and not given["reason"].strip():
        raise invalid("Why?", {"reason": ["The person sees it: say why the points are taken back."]})
    who = viewer()
    return json_answer(_shown(who, [committed(actions.settle, who.organisation_id, odd_id, **given)])[0])


def _shown(who: Viewer, found: Sequence[OddPlay]) -> list[dict[str, Any]]:
    titles = titles_of(who.organisation_id, {each.module_id for each in found}, who.language)
    points = points_of_letters(who.organisation_id, {each.letter_id for each in found})
    return [
        {
            "id": str(each.id),
            "kind": each.kind,
            "module": titles.get(each.module_id, ""),
            "day": local_date(each.happened_at, who.time_zone).isoformat(),
            "points": points.get((each.player_id, each.letter_id), 0),
            "settled": None if each.settled_at is None else "taken_back" if each.points_taken else "stands",
        }
        for each in found
    ]
