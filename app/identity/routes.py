"""People's doors: sign-in and sign-out, PIN, who has looked at me."""

from typing import Any

from flask import Response

from app.core.address import caller
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import Problem
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged, public
from app.identity import actions, passwords, queries, schemas, sign_in
from app.identity.door import forget, held_before, signed_in_answer, viewer
from app.identity.viewer import hash_of

blueprint = Blueprint("identity", __name__, url_prefix="/api/v1", description="Sign-in, PIN, who has looked")


@blueprint.post("/session")
@blueprint.arguments(schemas.SignInIn)
@blueprint.response(200, schemas.SessionOut)
@public
@may_answer(401, 429)
def open_session(given: dict[str, Any]) -> Response:
    """Sign in. An unknown organisation, an unknown number and a wrong PIN get the same answer in the same time."""
    at_door = sign_in.knock(given["organisation"], given["employee_number"], caller())
    found = sign_in.find(given["organisation"], given["employee_number"])
    right = passwords.matches(found.pin_hash, given["pin"])
    if not right or found.organisation_id is None or found.person_id is None:
        committed(sign_in.note_failure, at_door)
        raise Problem(401, "wrong_credentials", "The number or the PIN is not right.")
    organisation_id, person_id = found.organisation_id, found.person_id

    former = held_before()

    def admitted() -> tuple[str, str]:
        known = sign_in.take_over(former, organisation_id, person_id)
        token = sign_in.open_session(organisation_id, person_id, at_door, given["shared"], enrolled=known)
        return token, sign_in.issue_upload_token(organisation_id, person_id)

    return signed_in_answer(*committed(admitted), given["shared"])


@blueprint.delete("/session")
@blueprint.response(204)
def close_session() -> Response:
    """Sign out on this device."""
    who = viewer()
    committed(sign_in.close_session, who.organisation_id, who.token)
    answer = Response(status=204)
    forget(answer)
    return answer


@blueprint.put("/me/pin")
@blueprint.arguments(schemas.PinIn)
@blueprint.response(204)
@may_answer(429)
def change_pin(given: dict[str, Any]) -> Response:
    """Choose a new PIN. Other devices are signed out."""
    who = viewer()
    at_door = sign_in.knock(who.organisation_code, f"pin of {who.person_id}", caller())
    if not passwords.matches(queries.pin_hash(who.organisation_id, who.person_id), given["old"]):
        committed(sign_in.note_failure, at_door)
        raise Problem(403, "wrong_pin", "The old PIN is not right.", {"old": ["Not right."]})
    committed(actions.set_pin, who.organisation_id, who.person_id, given["new"], keep=hash_of(who.token))
    return Response(status=204)


@blueprint.get("/me/access-log")
@blueprint.response(200, schemas.LooksOut)
def looks_at_me() -> Response:
    """Who has seen me by name, newest first."""
    who, page = viewer(), page_asked_for()
    items, total = queries.looks_at(who.organisation_id, who.person_id, page, PAGE_SIZE)
    return json_answer(paged(items, page, total))
