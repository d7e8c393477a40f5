"""The doors of help from a colleague: who can be asked, asking, and the talk between who asks and who helps."""

from typing import Any
from uuid import UUID

from flask import Response, request

from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import invalid, not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.help import actions, queries, schemas
from app.help.models import HelpRequest
from app.help.showing import help_shown, post_shown, questions_shown, requests_shown, thread_shown
from app.identity.door import only_for, viewer
from quests.content.queries import module_exists
from quests.paths.schemas import ModuleOut

blueprint = Blueprint("help", __name__, url_prefix="/api/v1/help", description="Help from a colleague")
posts = Blueprint("questions", __name__, url_prefix="/api/v1/studio", description="What is asked about a post")
MAKERS = ("editor", "admin")


@blueprint.get("")
@blueprint.response(200, schemas.HelpOut)
def help() -> Response:
    """Whom I can ask: my department's resource persons, or the nearest above. And what waits."""
    return json_answer(help_shown(viewer()))


@blueprint.get("/mine")
@blueprint.response(200, schemas.RequestsOut)
def mine() -> Response:
    """What I have asked, the one with the last word first."""
    who, page = viewer(), page_asked_for()
    found, total = queries.asked_by(who, page, PAGE_SIZE)
    return json_answer(paged(requests_shown(who, found), page, total))


@blueprint.get("/to-me")
@blueprint.response(200, schemas.RequestsOut)
def to_me() -> Response:
    """What my departments ask their resource persons, if I am one: those that wait, the longest first.

    With ?answered=yes the others, the newest first.
    """
    who, page = viewer(), page_asked_for()
    found, total = queries.asked_of(who, not _answered_asked_for(), page, PAGE_SIZE)
    return json_answer(paged(requests_shown(who, found), page, total))


def _answered_asked_for() -> bool:
    text = request.args.get("answered", "no")
    if text not in ("yes", "no"):
        raise invalid("answered must be yes or no.", {"answered": ["yes or no."]})
    return text == "yes"


@blueprint.post("/mine")
@blueprint.arguments(schemas.HelpIn)
@blueprint.response(200, schemas.ThreadOut)
@may_answer(409, 429)
def ask(given: dict[str, Any]) -> Response:
    """Ask, by name. Safe to repeat: the key is made on the device. Five may wait, ten may be asked in a day."""
    about = given["about"] or {"version": None, "card": None}
    made = committed(
        actions.ask, viewer(), given["key"], given["text"], about["version"], about["card"], given["shared"]
    )
    return _shown(made)


@blueprint.get("/requests/<uuid:request_id>")
@blueprint.response(200, schemas.ThreadOut)
def thread(request_id: UUID) -> Response:
    """A question with all that was said to it: for who asked it and who answers it, nobody else."""
    return _shown(queries.request_for(viewer(), request_id))


@blueprint.get("/requests/<uuid:request_id>/post")
@blueprint.response(200, ModuleOut)
def post(request_id: UUID) -> Response:
    """The post a question is about, as it was then, for who asked and who answers; in my language where it has it."""
    who = viewer()
    document = post_shown(queries.request_for(who, request_id), who.language)
    if document is None:
        raise not_found()
    return json_answer(document)


@blueprint.delete("/requests/<uuid:request_id>")
@blueprint.response(204)
@may_answer(409)
def withdraw(request_id: UUID) -> Response:
    """Take a question of mine back while it is open: every word of it is deleted."""
    committed(actions.withdraw, viewer(), request_id)
    return Response(status=204)


@blueprint.post("/requests/<uuid:request_id>/replies")
@blueprint.arguments(schemas.ReplyIn)
@blueprint.response(200, schemas.ThreadOut)
@may_answer(409)
def reply(given: dict[str, Any], request_id: UUID) -> Response:
    """Say something to a question. Safe to repeat: the key is made on the device."""
    return _shown(committed(actions.reply, viewer(), request_id, given["key"], given["text"]))


@blueprint.post("/requests/<uuid:request_id>/answered")
@blueprint.response(200, schemas.ThreadOut)
@only_for(queries.ROLE)
def answered(request_id: UUID) -> Response:
    """I have answered in another way, as face to face."""
    return _shown(committed(actions.mark_answered, viewer(), request_id))


@blueprint.post("/requests/<uuid:request_id>/thanks")
@blueprint.response(200, schemas.ThreadOut)
def thanks(request_id: UUID) -> Response:
    """It helped: my question is closed."""
    return _shown(committed(actions.thank, viewer(), request_id))


@posts.get("/modules/<uuid:module_id>/questions")
@only_for(*MAKERS)
@posts.response(200, schemas.PostQuestionsOut)
def questions_about(module_id: UUID) -> Response:
    """What players have asked colleagues about a post and let its makers read: without who, where and at which hour."""
    who, page = viewer(), page_asked_for()
    if not module_exists(who.organisation_id, module_id):
        raise not_found()
    found, total = queries.shared_about(who.organisation_id, module_id, page, PAGE_SIZE)
    return json_answer(paged(questions_shown(who, module_id, found), page, total))


def _shown(found: HelpRequest) -> Response:
    return json_answer(thread_shown(viewer(), found))
