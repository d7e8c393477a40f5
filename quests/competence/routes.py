"""Competence's doors: what is required of me, my certificates; for leaders who holds what."""

import secrets
from uuid import UUID

from flask import Response

from app.core.address import origin
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.identity.actions import log_look
from app.identity.credentials import keys
from app.identity.credentials.credential import Award, Issuer, credential_of, signed
from app.identity.credentials.keys import Signer, thumbprint
from app.identity.door import only_for, viewer
from app.identity.viewer import Viewer
from quests.competence import schemas
from quests.competence.actions import today_in
from quests.competence.certificate import certificate_of
from quests.competence.leading import holders_shown, led_shown
from quests.competence.queries import required_of, requirement_for
from quests.competence.showing import award_of, mine_shown
from quests.paths.rules import in_language

blueprint = Blueprint(
    "competence", __name__, url_prefix="/api/v1/competence", description="What must be mastered, and until when"
)

BINARY = {"type": "string", "format": "binary"}
LEADERS = ("leader", "admin")


@blueprint.get("")
@blueprint.response(200, schemas.CompetencesOut)
def mine() -> Response:
    """What is required of me, until when it holds, what is left, and which posts teach it; what needs me first."""
    who, page = viewer(), page_asked_for()
    today = today_in(who.organisation_id)
    found = mine_shown(who, today)
    first = (page - 1) * PAGE_SIZE
    shown = paged(found[first : first + PAGE_SIZE], page, len(found))
    return json_answer({**shown, "today": today.isoformat()})


@blueprint.post("/<uuid:requirement_id>/certificate")
@blueprint.response(200, BINARY, content_type="application/pdf")
@may_answer(404)
def certificate(requirement_id: UUID) -> Response:
    """My certificate that holds today, as PDF in my language with the credential attached. Nothing of it is stored."""
    award, issuer, signer, credential = _awarded(viewer(), requirement_id)
    return _file(
        certificate_of(award, issuer, credential, thumbprint(signer.public)), "application/pdf", f"{award.id}.pdf"
    )


@blueprint.post("/<uuid:requirement_id>/credential")
@blueprint.response(200, BINARY, content_type="text/plain")
@may_answer(404)
def credential(requirement_id: UUID) -> Response:
    """The same as an Open Badges 3.0 credential, signed as VC-JWT: it can be checked without a network."""
    award, _, _, made = _awarded(viewer(), requirement_id)
    return _file(made.encode(), "text/plain", f"{award.id}.jwt")


def _awarded(who: Viewer, requirement_id: UUID) -> tuple[Award, Issuer, Signer, str]:
    found = required_of(who.organisation_id, who.player_id, today_in(who.organisation_id))
    own = next((each for each in found if each.requirement.id == requirement_id and each.in_force), None)
    if own is None:
        raise not_found()
    award, issuer = award_of(who, own), Issuer(who.organisation_name, origin(), who.organisation_code)
    signer = keys.signer(who.organisation_id) or committed(keys.make_key, who.organisation_id)
    return award, issuer, signer, signed(credential_of(award, issuer, secrets.token_hex(16)), signer)


def _file(content: bytes, kind: str, name: str) -> Response:
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, 200, headers, mimetype=kind)


@blueprint.get("/led")
@blueprint.response(200, schemas.LedRequirementsOut)
@only_for(*LEADERS)
def led() -> Response:
    """What is required of people in the departments I lead, and how many hold it; no figures of groups under five."""
    who, page = viewer(), page_asked_for()
    found = led_shown(who, today_in(who.organisation_id))
    first = (page - 1) * PAGE_SIZE
    return json_answer(paged(found[first : first + PAGE_SIZE], page, len(found)))


@blueprint.get("/led/<uuid:requirement_id>")
@blueprint.response(200, schemas.HoldersOut)
@only_for(*LEADERS)
@may_answer(404)
def holders(requirement_id: UUID) -> Response:
    """Who of my people holds a mandatory requirement, and until when. Each look is noted; 404 for a voluntary one."""
    who, page = viewer(), page_asked_for()
    found = requirement_for(who.organisation_id, requirement_id)
    if found is None or not found.mandatory or found.ended_at is not None:
        raise not_found()
    items, total = holders_shown(who, found, today_in(who.organisation_id), page, PAGE_SIZE)
    if not total:
        raise not_found()
    committed(log_look, who.organisation_id, who.person_id, [UUID(each["id"]) for each in items], "competence")
    return json_answer({**paged(items, page, total), "title": in_language(found.title, who.language)})
