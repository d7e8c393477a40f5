"""The badges' doors: one's own, and each as a signed file."""

import secrets
from hashlib import sha256

from flask import Response

from app.core.address import origin
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import json_answer, packed, unchanged
from app.identity.credentials import keys
from app.identity.credentials.credential import Issuer, credential_of, signed
from app.identity.door import viewer
from leaderboards.badges.catalogue import BY_SLUG
from leaderboards.badges.queries import badge_for
from leaderboards.badges.schemas import BadgesOut
from leaderboards.badges.showing import award_of, badges_shown

blueprint = Blueprint("badges", __name__, url_prefix="/api/v1/badges", description="Badges")

BINARY = {"type": "string", "format": "binary"}


@blueprint.get("")
@blueprint.response(200, BadgesOut)
@may_answer(304)
def mine() -> Response:
    """My badges and when I earned them, those that I can earn, and how many show themselves only when they are."""
    body = badges_shown(viewer())
    etag = sha256(packed(body)).hexdigest()[:24]
    return unchanged(etag) or json_answer(body, headers={"ETag": f'W/"{etag}"'})


@blueprint.post("/<string:slug>/credential")
@blueprint.response(200, BINARY, content_type="text/plain")
@may_answer(404)
def credential(slug: str) -> Response:
    """A badge I have earned as an Open Badges 3.0 credential, signed as VC-JWT: it can be checked without a network."""
    who, badge = viewer(), BY_SLUG.get(slug)
    earned = badge_for(who.organisation_id, who.player_id, slug)
    if badge is None or earned is None:
        raise not_found()
    award, issuer = award_of(who, badge, earned), Issuer(who.organisation_name, origin(), who.organisation_code)
    signer = keys.signer(who.organisation_id) or committed(keys.make_key, who.organisation_id)
    made = signed(credential_of(award, issuer, secrets.token_hex(16)), signer)
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{award.id}.jwt"'}
    return Response(made.encode(), 200, headers, mimetype="text/plain")
