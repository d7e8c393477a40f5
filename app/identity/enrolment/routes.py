"""The door for newcomers: look at a code, and use it."""

from typing import Any

from flask import Response

from app.core.address import caller
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.http import json_answer, public
from app.identity import sign_in
from app.identity.actions import hash_of_pin
from app.identity.door import held_before, signed_in_answer
from app.identity.enrolment import actions, schemas
from app.identity.enrolment.queries import Enrolment, enrolment_by
from app.identity.schemas import SessionOut
from app.identity.sign_in import Knock

blueprint = Blueprint("enrolment", __name__, url_prefix="/api/v1/enrolment", description="The way in by QR code")


@blueprint.post("/look")
@blueprint.arguments(schemas.LookIn)
@blueprint.response(200, schemas.EnrolmentOut)
@public
@may_answer(404, 429)
def look(given: dict[str, Any]) -> Response:
    """Whom a code is for. Looking does not use it up."""
    found, _ = _opened(given["token"])
    return json_answer(found.shown(), headers={"Cache-Control": "no-store"})


@blueprint.post("/use")
@blueprint.arguments(schemas.UseIn)
@blueprint.response(200, SessionOut)
@public
@may_answer(404, 429)
def use(given: dict[str, Any]) -> Response:
    """Use a code: set the PIN and be signed in on this device. Works once."""
    found, at_door = _opened(given["token"])
    pin_hash = hash_of_pin(given["pin"])
    former = held_before()

    def admitted() -> tuple[str, str]:
        sign_in.take_over(former, found.organisation_id, found.person_id)
        token = actions.use(found, given["token"], pin_hash, given["language"], at_door, given["shared"])
        return token, sign_in.issue_upload_token(found.organisation_id, found.person_id)

    return signed_in_answer(*committed(admitted), given["shared"])


def _opened(token: str) -> tuple[Enrolment, Knock]:
    """What the token opens. Raises Problem 404, noted as a failure of the address, when it opens nothing."""
    at_door = sign_in.knock("", f"enrolment {token}", caller())
    found = enrolment_by(token)
    if found is None:
        committed(sign_in.note_failure, at_door)
        raise actions.gone()
    return found, at_door
