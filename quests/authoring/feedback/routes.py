"""The doors of ratings and comments: the player's own, and the editors' without who has said what."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.identity.door import only_for, viewer
from quests.authoring.feedback import actions, queries, schemas
from quests.authoring.feedback.models import ModuleFeedback
from quests.authoring.feedback.showing import comments_shown, ratings_shown, whole_shown
from quests.content.queries import module_exists

blueprint = Blueprint("feedback", __name__, url_prefix="/api/v1", description="What players say of modules")

MAKERS = ("editor", "admin")


@blueprint.get("/feedback")
@blueprint.response(200, schemas.RatingsOut)
def mine() -> Response:
    """What I have said of modules, the last first, with what was answered."""
    who, page = viewer(), page_asked_for()
    found, total = queries.feedback_of(who.organisation_id, who.player_id, page, PAGE_SIZE)
    return json_answer(paged(ratings_shown(who.organisation_id, found, who.language), page, total))


@blueprint.put("/feedback/<string:version>")
@blueprint.arguments(schemas.RatingIn)
@blueprint.response(200, schemas.RatingOut)
def rate(given: dict[str, Any], version: str) -> Response:
    """Say whether a module was of use, why, and a comment if I like. Said again, it takes the place of the first.

    Editors read the comment without knowing whose it is.
    """
    who = viewer()
    made = committed(actions.rate, who, version, given["useful"], given["reason"], given["text"], given["language"])
    (shown,) = ratings_shown(who.organisation_id, [made], who.language)
    return json_answer(shown)


@blueprint.delete("/feedback/<string:version>")
@blueprint.response(204)
def take_back(version: str) -> Response:
    """Delete what I have said of a module, every word of it."""
    committed(actions.take_back, viewer(), version)
    return Response(status=204)


@blueprint.get("/studio/modules/<uuid:module_id>/feedback")
@only_for(*MAKERS)
@blueprint.arguments(schemas.CommentsIn, location="query")
@blueprint.response(200, schemas.CommentsOut)
def comments(asked: dict[str, Any], module_id: UUID) -> Response:
    """What players say of a module: comments, the unread first, and ratings where at least the smallest group did."""
    who, page = viewer(), page_asked_for()
    if not module_exists(who.organisation_id, module_id):
        raise not_found()
    found, total = queries.comments_on(who.organisation_id, module_id, asked["state"], page, PAGE_SIZE)
    shown = paged(comments_shown(who.organisation_id, found), page, total)
    return json_answer({**shown, **whole_shown(who.organisation_id, module_id)})


@blueprint.post("/studio/feedback/<uuid:feedback_id>/answers")
@only_for(*MAKERS)
@blueprint.arguments(schemas.AnswerIn)
@blueprint.response(200, schemas.CommentOut)
@may_answer(409)
def answer(given: dict[str, Any], feedback_id: UUID) -> Response:
    """Answer a comment. The player is told; who it is, nobody here learns. Safe to repeat: the key is the device's."""
    who = viewer()
    return _shown(
        committed(actions.answer, who.organisation_id, who.person_id, feedback_id, given["key"], given["text"])
    )


@blueprint.put("/studio/feedback/<uuid:feedback_id>/state")
@only_for(*MAKERS)
@blueprint.arguments(schemas.StateIn)
@blueprint.response(200, schemas.CommentOut)
def mark(given: dict[str, Any], feedback_id: UUID) -> Response:
    """Mark a comment as new, read or done."""
    return _shown(committed(actions.mark, viewer().organisation_id, feedback_id, given["state"]))


def _shown(found: ModuleFeedback) -> Response:
    (shown,) = comments_shown(viewer().organisation_id, [found])
    return json_answer(shown)
