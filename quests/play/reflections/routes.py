"""The doors of one's own notes: nobody else has any to them."""

from uuid import UUID

from flask import Response, request

from app.core.blueprints import Blueprint
from app.core.db import committed
from app.core.errors import invalid
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged, rfc3339
from app.identity.door import viewer
from quests.play.letters import MOST_ANSWERS
from quests.play.reflections import schemas
from quests.play.reflections.actions import delete_reflection
from quests.play.reflections.queries import Reflection, reflections_of

blueprint = Blueprint("reflections", __name__, url_prefix="/api/v1/reflections", description="Notes for oneself")


@blueprint.get("")
@blueprint.response(200, schemas.ReflectionsOut)
def reflections() -> Response:
    """What I have written for myself in posts, the newest first, with what was asked. Nobody else can read it."""
    who, page = viewer(), page_asked_for()
    found, total = reflections_of(who.organisation_id, who.player_id, who.language, page, PAGE_SIZE)
    return json_answer(paged([_shown(each) for each in found], page, total))


@blueprint.delete("/<uuid:letter_id>")
@blueprint.response(204)
def delete(letter_id: UUID) -> Response:
    """Delete a note of mine: the one at ?position in that letter, 0 where not said."""
    who, position = viewer(), _position_asked_for()
    committed(delete_reflection, who.organisation_id, who.player_id, letter_id, position)
    return Response(status=204)


def _position_asked_for() -> int:
    text = request.args.get("position", "0")
    if not (text.isascii() and text.isdecimal()) or int(text) >= MOST_ANSWERS:
        raise invalid("position must be a place in the letter.", {"position": ["A whole number from 0."]})
    return int(text)


def _shown(each: Reflection) -> dict[str, object]:
    return {
        "letter": str(each.letter_id),
        "position": each.position,
        "question": each.question,
        "module": each.module,
        "text": each.text,
        "written_at": rfc3339(each.written_at),
    }
