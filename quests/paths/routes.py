"""The doors to content: a module or a picture, only when it has been released to who asks, then for ever."""

from re import compile as pattern
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint
from marshmallow import Schema, fields

from app.core.errors import not_found
from app.core.http import json_answer
from app.identity.door import viewer
from app.identity.viewer import Viewer
from quests.content import queries as content
from quests.content.rules.documents import in_language
from quests.paths.queries import modules_released_to

blueprint = Blueprint("paths", __name__, url_prefix="/api/v1", description="Module documents and pictures")

HASH = pattern("[0-9a-f]{64}")  # anything else is not even looked for
MAKERS = frozenset({"editor", "admin"})
FOR_EVER = "private, max-age=31536000, immutable"
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


class ModuleOut(Schema):
    """The head of a module document; its cards are described with the content format."""

    format = fields.String(required=True)
    module = fields.String(required=True)
    version = fields.String(required=True)
    structure = fields.String(required=True)
    language = fields.String(required=True)
    languages = fields.List(fields.String(), required=True)
    title = fields.String(required=True)
    seconds = fields.Integer(required=True)
    cards = fields.List(fields.Dict(), required=True)


@blueprint.get("/modules/<string:version>/<string:language>")
@blueprint.response(200, ModuleOut)
def module(version: str, language: str) -> Response:
    """A published module document in one of its languages. Its version names its content, so it never changes.

    For those it has been released to, and for editors, who look before it is.
    """
    who = viewer()
    found = content.version_for(who.organisation_id, version) if HASH.fullmatch(version) else None
    if found is None or language not in found.document["languages"] or not _may_see(who, {found.module_id}):
        raise not_found()
    document = in_language(found.document, language, version)
    return json_answer(document, headers={"Cache-Control": FOR_EVER})


@blueprint.get("/media/<string:digest>")
@blueprint.response(200, content_type="application/octet-stream")
def media(digest: str) -> Response:
    """A picture of a module that I may see."""
    who = viewer()
    if not HASH.fullmatch(digest):
        raise not_found()
    picture = content.picture(who.organisation_id, digest)
    if picture is None or not _may_see_picture(who, digest):
        raise not_found()
    headers = {"Cache-Control": FOR_EVER, "Content-Security-Policy": SANDBOX}
    return Response(picture.content, mimetype=picture.media_type, headers=headers)


def _may_see_picture(who: Viewer, digest: str) -> bool:
    released = modules_released_to(who.organisation_id, who.player_id)
    return bool(who.roles & MAKERS or content.modules_showing(who.organisation_id, digest, released))


def _may_see(who: Viewer, modules: set[UUID]) -> bool:
    return bool(who.roles & MAKERS or modules & modules_released_to(who.organisation_id, who.player_id))
