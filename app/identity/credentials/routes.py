"""The doors of those who check a credential: who issued it, and with which keys."""

from flask import Response

from app.core.address import origin
from app.core.blueprints import Blueprint, may_answer
from app.core.db import enter
from app.core.errors import not_found
from app.core.http import json_answer, public
from app.identity.credentials import keys, schemas
from app.identity.credentials.credential import Issuer
from app.identity.models import Organisation
from app.identity.queries import organisation_by_code

blueprint = Blueprint(
    "issuers", __name__, url_prefix="/api/v1/competence/issuers", description="Who has signed a credential"
)


@blueprint.get("/<string:code>")
@blueprint.response(200, schemas.ProfileOut)
@public
@may_answer(404)
def issuer(code: str) -> Response:
    """Who issues credentials under this address: an Open Badges profile. Open to all."""
    found = _organisation(code)
    return _open(Issuer(found.name, origin(), found.code).profile())


@blueprint.get("/<string:code>/keys")
@blueprint.response(200, schemas.KeysOut)
@public
@may_answer(404)
def issuer_keys(code: str) -> Response:
    """Every public key the organisation has signed credentials with, as a JWK set (RFC 7517). Open to all."""
    found = _organisation(code)
    enter(found.id)
    return _open({"keys": keys.published(found.id), "name": found.name})


def _organisation(code: str) -> Organisation:
    found = organisation_by_code(code)
    if found is None:
        raise not_found()
    return found


def _open(value: object) -> Response:
    return json_answer(value, headers={"Cache-Control": "public, max-age=300"})
