"""The doors of working together on a draft: read it, talk about its cards, be asked to look, tell what one found."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed, db
from app.core.errors import not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.identity.door import only_for, viewer
from quests.authoring.drafts.models import Draft
from quests.authoring.talking import actions, queries, schemas
from quests.authoring.talking.models import DraftComment, DraftReview
from quests.authoring.talking.showing import askable_shown, draft_shown, reviews_shown, threads_shown

blueprint = Blueprint("talking", __name__, url_prefix="/api/v1/studio/modules", description="Working together")

MAKERS = ("editor", "admin")


@blueprint.get("/<uuid:module_id>/reading")
@blueprint.response(200, schemas.ReadDraftOut)
def read(module_id: UUID) -> Response:
    """The draft to be read, in my language where it has it: for who makes content, and who was asked to look."""
    who = viewer()
    queries.check_may_talk(who, module_id)
    draft = db.session.get(Draft, (who.organisation_id, module_id))
    if draft is None:
        raise not_found()
    return json_answer(draft_shown(draft, who.language))


@blueprint.get("/<uuid:module_id>/comments")
@blueprint.arguments(schemas.TalkIn, location="query")
@blueprint.response(200, schemas.TalkOut)
def talk(asked: dict[str, Any], module_id: UUID) -> Response:
    """What is said of a draft, or of its ?card: open threads first. And on which cards threads are open."""
    who, page = viewer(), page_asked_for()
    queries.check_may_talk(who, module_id)
    found, total = queries.threads_of(who.organisation_id, module_id, asked["card"], page, PAGE_SIZE)
    cards = queries.open_by_card(who.organisation_id, module_id).items()
    shown = [{"card": card, "open": count} for card, count in sorted(cards, key=lambda pair: pair[0] or "")]
    return json_answer({**paged(threads_shown(who, found), page, total), "cards": shown})


@blueprint.post("/<uuid:module_id>/comments")
@blueprint.arguments(schemas.CommentIn)
@blueprint.response(200, schemas.TalkThreadOut)
@may_answer(409)
def say(given: dict[str, Any], module_id: UUID) -> Response:
    """Say something of a card, or of the whole; in a thread, or in a new one. Safe to repeat by its key."""
    told = given["key"], given["card"], given["thread"], given["text"]
    return _thread_shown(committed(actions.say, viewer(), module_id, *told))


@blueprint.put("/<uuid:module_id>/comments/<uuid:thread_id>/resolved")
@blueprint.arguments(schemas.SettledIn)
@blueprint.response(200, schemas.TalkThreadOut)
def settle(given: dict[str, Any], module_id: UUID, thread_id: UUID) -> Response:
    """Say that a thread is settled, or that it is not."""
    return _thread_shown(committed(actions.settle, viewer(), module_id, thread_id, given["resolved"]))


@blueprint.get("/<uuid:module_id>/reviews")
@blueprint.response(200, schemas.ReviewsOfDraftOut)
def reviews(module_id: UUID) -> Response:
    """Who was asked to look at a draft and what they found, the last first. And whom I may ask."""
    who, page = viewer(), page_asked_for()
    queries.check_may_talk(who, module_id)
    found, total = queries.reviews_of(who.organisation_id, module_id, page, PAGE_SIZE)
    shown = reviews_shown(who, found, db.session.get(Draft, (who.organisation_id, module_id)))
    return json_answer({**paged(shown, page, total), "askable": askable_shown(who)})


@blueprint.put("/<uuid:module_id>/reviews/<uuid:new_id>")
@only_for(*MAKERS)
@blueprint.arguments(schemas.ReviewIn)
@blueprint.response(200, schemas.ReviewOfDraftOut)
@may_answer(409)
def ask(given: dict[str, Any], module_id: UUID, new_id: UUID) -> Response:
    """Ask somebody to look at the draft, who may read it from here on. Safe to repeat: the id is made on the device."""
    return _review_shown(committed(actions.ask_to_look, viewer(), module_id, new_id, given["reviewer"]))


@blueprint.post("/<uuid:module_id>/reviews/<uuid:review_id>/verdict")
@blueprint.arguments(schemas.VerdictIn)
@blueprint.response(200, schemas.ReviewOfDraftOut)
def verdict(given: dict[str, Any], module_id: UUID, review_id: UUID) -> Response:
    """I was asked: approve the draft, or ask for changes. Said again, it takes the place of the first."""
    told = given["verdict"], given["text"]
    return _review_shown(committed(actions.tell_what_one_found, viewer(), module_id, review_id, *told))


@blueprint.delete("/<uuid:module_id>/readers/<uuid:person_id>")
@only_for(*MAKERS)
@blueprint.response(204)
def let_out(module_id: UUID, person_id: UUID) -> Response:
    """Take back the right to read a draft from somebody who was asked to look."""
    committed(actions.let_out, viewer(), module_id, person_id)
    return Response(status=204)


def _thread_shown(thread_id: UUID) -> Response:
    who = viewer()
    (shown,) = threads_shown(who, [db.session.get_one(DraftComment, (who.organisation_id, thread_id))])
    return json_answer(shown)


def _review_shown(found: DraftReview) -> Response:
    who = viewer()
    (shown,) = reviews_shown(who, [found], db.session.get(Draft, (who.organisation_id, found.module_id)))
    return json_answer(shown)
