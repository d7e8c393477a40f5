"""Play's doors: paths and quests with progress, letters, sealed letters."""

from typing import Any
from uuid import UUID

import orjson
from flask import Response, request

from app.core import clock, metrics
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import Problem, not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged, public
from app.identity.door import viewer
from quests.paths.schemas import PathsOut, QuestOut
from quests.paths.tasting import tastes_of, tastes_shown
from quests.play import schemas
from quests.play.letters import Refused, read_moment
from quests.play.overview import quest_for, seen_by
from quests.play.queries import bests_of
from quests.play.receive import receive
from quests.play.sealed import claim, opened, settle, spent_for
from quests.play.showing import paths_shown, quest_shown

blueprint = Blueprint("play", __name__, url_prefix="/api/v1", description="Paths, quests, letters from devices")

MOST_LETTERS, MOST_BYTES = 100, 256 * 1024


@blueprint.get("/paths")
@blueprint.response(200, PathsOut)
def paths() -> Response:
    """My paths with all their weeks, done and coming, and what I may taste before it starts."""
    who = viewer()
    seen = seen_by(who.organisation_id, who.revisions[0], who.player_id)
    teasers = tastes_shown(tastes_of(who), who.language)
    return json_answer({"items": paths_shown(seen, who.language, clock.now()), "teasers": teasers})


@blueprint.get("/quests/<uuid:quest_id>")
@blueprint.response(200, QuestOut)
def quest(quest_id: UUID) -> Response:
    """A quest that is released to me, with its activities."""
    who = viewer()
    seen = quest_for(who.organisation_id, who.revisions[0], who.player_id, quest_id)
    if seen is None:
        raise not_found()
    return json_answer(quest_shown(seen, who.language))


@blueprint.get("/play/bests")
@blueprint.response(200, schemas.BestsOut)
def bests() -> Response:
    """The best I have made of each conversation, by module: stars, never points."""
    who, page = viewer(), page_asked_for()
    found, total = bests_of(who.organisation_id, who.player_id, page, PAGE_SIZE)
    return json_answer(paged(found, page, total))


@blueprint.post("/play/letters")
@blueprint.doc(requestBody={"required": True, "content": {"application/json": {"schema": schemas.EnvelopeIn}}})
@blueprint.response(200, schemas.VerdictsOut)
def deliver() -> Response:
    """Hand in what a device has recorded. Safe to send twice; each letter stands for itself."""
    who = viewer()
    return json_answer({"verdicts": _received(who.organisation_id, who.player_id, _envelope(_bounded(MOST_BYTES)))})


@blueprint.post("/play/sealed")
@blueprint.arguments(schemas.SealedIn)
@blueprint.response(200, schemas.SealedOut)
@public
@may_answer(404)
def deliver_sealed(given: dict[str, str]) -> Response:
    """Hand in letters that were sealed at sign-out. The token opens one delivery; the same one may come again."""
    delivery = opened(given)
    if (outcome := spent_for(delivery)) is not None:
        return json_answer(outcome)
    envelope = _envelope(delivery.content)
    committed(claim, delivery)
    verdicts = _received(delivery.organisation_id, delivery.player_id, envelope)
    refused = sum(each["status"] == "refused" for each in verdicts)
    outcome = {"received": len(verdicts) - refused, "refused": refused}
    committed(settle, delivery, outcome)
    return json_answer(outcome)


def _received(organisation_id: UUID, player_id: UUID, envelope: dict[str, Any]) -> list[dict[str, Any]]:
    sent_at, now = read_moment(envelope["sent_at"]), clock.now()
    verdicts = [committed(receive, organisation_id, player_id, letter, sent_at, now) for letter in envelope["letters"]]
    for verdict in verdicts:
        metrics.letters.labels(verdict["status"]).inc()
    return verdicts


def _bounded(most: int) -> bytes:
    """The body, refused when it is larger, whatever the caller says of its length."""
    body = request.stream.read(most + 1)
    if len(body) > most:
        raise Problem(413, "too_large", "Send at most 100 letters and 256 KiB in a call: cut it in two.")
    return bytes(body)


def _envelope(body: bytes) -> dict[str, Any]:
    try:
        envelope = orjson.loads(body)
        letters = envelope["letters"]
        read_moment(envelope["sent_at"])
    except (ValueError, TypeError, KeyError, RecursionError, Refused):
        raise Problem(400, "invalid", "Send {sent_at, letters} as JSON, sent_at an RFC 3339 moment.") from None
    if not isinstance(envelope, dict) or not isinstance(letters, list):
        raise Problem(400, "invalid", "letters must be a list.")
    if len(letters) > MOST_LETTERS:
        raise Problem(413, "too_large", "Send at most 100 letters and 256 KiB in a call: cut it in two.")
    return envelope
