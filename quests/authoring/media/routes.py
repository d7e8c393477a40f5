"""The library's doors: media in, found, described, and taken away."""

from hashlib import sha256
from re import compile as pattern
from typing import Any

from flask import Response, request

from app.core import storage
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import json_answer, page_asked_for, paged
from app.identity.door import only_for, viewer
from quests.authoring.media import actions, queries, schemas, showing
from quests.authoring.media.receiving import made_of, received
from quests.authoring.media.rules import title_of
from quests.content.jobs import forget, stored

blueprint = Blueprint("library", __name__, url_prefix="/api/v1/studio/media", description="The studio's media")

MAKERS = ("editor", "admin")
MEDIA_A_PAGE = 48
HASH = pattern("[0-9a-f]{64}")  # anything else is not even looked for
FILE = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}, "required": True}


@blueprint.get("")
@only_for(*MAKERS)
@blueprint.arguments(schemas.AskedIn, location="query")
@blueprint.response(200, schemas.StudioMediaOut)
def library(asked: dict[str, Any]) -> Response:
    """The media, the newest first: all, of one family, found by words, or those that nothing uses."""
    who, page = viewer(), page_asked_for()
    found, total = queries.page_of(
        who.organisation_id, page, MEDIA_A_PAGE, words=asked["q"], family=asked["family"], unused=asked["unused"]
    )
    shown = showing.media_shown(who.organisation_id, found, who.language)
    room = showing.room_shown(queries.room_of(who.organisation_id))
    return json_answer({**paged(shown, page, total, MEDIA_A_PAGE), "room": room})


@blueprint.post("")
@only_for(*MAKERS)
@blueprint.arguments(schemas.SentIn, location="query")
@blueprint.doc(requestBody=FILE)
@blueprint.response(200, schemas.StudioMediumOut)
def add(asked: dict[str, Any]) -> Response:
    """Take in a picture, sound, video or captions: the file itself is the body, and what it is, its bytes tell.

    Pictures are drawn anew without what tells where and by whom. Safe to repeat: the same bytes are one medium.
    Refusals say why in `faults` (413, 422, 507 `media_full`).
    """
    who = viewer()
    with received(request) as content:
        known = queries.known_as(who.organisation_id, sha256(content).hexdigest())
        if known is not None and storage.held(who.organisation_id, known):
            return _answer(known)
        made = made_of(content)
        with stored(who.organisation_id, {made.digest: made.content}):
            committed(actions.add, who.organisation_id, who.person_id, made, title_of(asked["name"]))
    return _answer(made.digest)


@blueprint.get("/<string:digest>")
@only_for(*MAKERS)
@blueprint.response(200, schemas.StudioMediumOut)
def medium(digest: str) -> Response:
    """One medium, with what is said of it and where it is used."""
    return _answer(digest)


@blueprint.patch("/<string:digest>")
@only_for(*MAKERS)
@blueprint.arguments(schemas.DescriptionIn)
@blueprint.response(200, schemas.StudioMediumOut)
def describe(given: dict[str, Any], digest: str) -> Response:
    """Say what a medium shows, on what terms, and where its middle is. What is not given stays as it was."""
    committed(actions.describe, viewer().organisation_id, _looked_for(digest), given)
    return _answer(digest)


@blueprint.delete("/<string:digest>")
@only_for(*MAKERS)
@blueprint.response(204)
@may_answer(409)
def take_away(digest: str) -> Response:
    """Take a medium that nothing uses out of the library (409 `in_use`, with where, while something does)."""
    own = viewer().organisation_id
    forget(own, committed(actions.take_away, own, _looked_for(digest)))
    return Response(status=204)


def _looked_for(digest: str) -> str:
    if not HASH.fullmatch(digest):
        raise not_found()
    return digest


def _answer(digest: str) -> Response:
    who = viewer()
    found = queries.medium_of(who.organisation_id, _looked_for(digest))
    if found is None:
        raise not_found()
    (shown,) = showing.media_shown(who.organisation_id, [found], who.language)
    return json_answer(shown)
