"""The doors to content (a module or its media, only for those it is given to, then for ever) and to free choice."""

from re import compile as pattern
from typing import Any
from uuid import UUID

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged, rfc3339
from app.core.weeks import local_date
from app.identity.door import viewer
from app.identity.viewer import Viewer
from quests.content import queries as content
from quests.content.keeping import narrow
from quests.content.queries import Medium, Version
from quests.content.rules.documents import in_language
from quests.paths import joining, schemas
from quests.paths.belonging import belonging
from quests.paths.exploring import offered_to
from quests.paths.queries import modules_released_to, piloted_to
from quests.paths.sending import FOR_EVER, sent
from quests.paths.tasting import tastes_of
from quests.paths.trying import tried_by

blueprint = Blueprint("paths", __name__, url_prefix="/api/v1", description="Module documents, media, free choice")

HASH = pattern("[0-9a-f]{64}")  # anything else is not even looked for
MAKERS = frozenset({"editor", "admin"})


@blueprint.get("/modules/<string:version>/<string:language>")
@blueprint.response(200, schemas.ModuleOut)
def module(version: str, language: str) -> Response:
    """A published module document in one of its languages. Its version names its content, so it never changes.

    For those it has been released to or who may taste it, and for editors, who look before that.
    """
    who = viewer()
    found = content.version_for(who.organisation_id, version) if HASH.fullmatch(version) else None
    if found is None or language not in found.document["languages"] or not _may_see(who, found):
        raise not_found()
    document = in_language(found.document, language, version)
    return json_answer(document, headers={"Cache-Control": FOR_EVER})


@blueprint.get("/media/<string:digest>")
@blueprint.arguments(schemas.MediaIn, location="query")
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type="*/*")
@blueprint.alt_response(206, description="The part asked for (Range)")
@may_answer(304, 416, 507)
def media(asked: dict[str, Any], digest: str) -> Response:
    """A picture, sound, video or captions of a module that I may see: whole, or one part (`Range`).

    A picture may be asked for as `width` pixels wide; it then comes as WebP, that wide or the next step up.
    """
    who = viewer()
    medium = content.medium(who.organisation_id, digest) if HASH.fullmatch(digest) else None
    if medium is None or not _may_see_media(who, digest):
        raise not_found()
    return sent(who, _as_narrow_as(who, medium, asked["width"]))


def _as_narrow_as(who: Viewer, medium: Medium, width: int | None) -> Medium:
    narrower = content.narrower(who.organisation_id, medium.hash, width) if width else None
    if narrower is None:
        return medium
    step, made = narrower
    return made or committed(narrow, who.organisation_id, medium.hash, step)


def _may_see_media(who: Viewer, digest: str) -> bool:
    if who.roles & MAKERS:
        return True
    return bool(content.modules_showing(who.organisation_id, digest, _given_to(who), _piloted_to(who)))


def _may_see(who: Viewer, version: Version) -> bool:
    """A version that has never been in force is only for who tries it out, whatever else of the module is theirs."""
    if who.roles & MAKERS:
        return True
    if version.pilot:
        return version.version in _piloted_to(who)
    return version.module_id in _given_to(who)


def _piloted_to(who: Viewer) -> set[str]:
    """The versions the person tries out, and those they may begin."""
    return piloted_to(who.organisation_id, who.player_id) | tried_by(who)


def _given_to(who: Viewer) -> set[UUID]:
    """The modules released to the person, and those they may taste."""
    tasted = {module.module_id for taste in tastes_of(who) for module in taste.modules}
    return tasted | modules_released_to(who.organisation_id, who.player_id)


@blueprint.get("/explore")
@blueprint.arguments(schemas.ExploreIn, location="query")
@blueprint.response(200, schemas.OffersOut)
def explore(asked: dict[str, Any]) -> Response:
    """The runs I may start myself and am not in, by title; `search` looks in the titles of every language."""
    who, page = viewer(), page_asked_for()
    revision, today = who.revisions[0], local_date(clock.now(), who.time_zone)
    own = belonging(who.organisation_id, revision, who.player_id, who.roles, today)
    found = offered_to(who.organisation_id, revision, who.player_id, own, asked["search"].strip(), who.language)
    first = (page - 1) * PAGE_SIZE
    return json_answer(paged(found[first : first + PAGE_SIZE], page, len(found)))


@blueprint.post("/explore/<uuid:run_id>/start")
@blueprint.response(200, schemas.StartedOut)
def start(run_id: UUID) -> Response:
    """Start a run of free choice; in my own pace its first quest opens at once. Safe to repeat."""
    who = viewer()
    done = committed(joining.start, who.organisation_id, who.player_id, run_id)
    quest = str(done.quest_id) if done.quest_id else None
    return json_answer({"run": str(run_id), "quest": quest, "opens_at": rfc3339(done.opens_at)})


@blueprint.post("/explore/<uuid:run_id>/leave")
@blueprint.response(204)
def leave(run_id: UUID) -> Response:
    """Leave a run I have started; what I have done in it stays. Safe to repeat."""
    who = viewer()
    committed(joining.leave, who.organisation_id, who.player_id, run_id)
    return Response(status=204)
