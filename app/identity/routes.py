"""People's doors: sign-in and sign-out, PIN, who has looked at me, people I lead."""

from typing import Any
from uuid import UUID

from flask import Response, request
from flask_smorest import Blueprint

from app.core import clock
from app.core.db import committed
from app.core.errors import Problem, invalid
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged, public
from app.core.keys import sealing_key
from app.identity import access, actions, passwords, queries, schemas, sign_in
from app.identity.door import forget, only_for, remember, viewer
from app.identity.viewer import csrf_token_of, hash_of, viewer_by

blueprint = Blueprint("identity", __name__, url_prefix="/api/v1", description="Sign-in, people, who has looked")


@blueprint.post("/session")
@blueprint.arguments(schemas.SignInIn)
@blueprint.response(200, schemas.SessionOut)
@public
def open_session(given: dict[str, Any]) -> Response:
    """Sign in. An unknown organisation, an unknown number and a wrong PIN get the same answer in the same time."""
    at_door = sign_in.knock(given["organisation"], given["employee_number"], request.remote_addr or "")
    found = sign_in.find(given["organisation"], given["employee_number"])
    right = passwords.matches(found.pin_hash, given["pin"])
    if not right or found.organisation_id is None or found.person_id is None:
        committed(sign_in.note_failure, at_door)
        raise Problem(401, "wrong_credentials", "The number or the PIN is not right.")
    organisation_id, person_id = found.organisation_id, found.person_id

    def admitted() -> tuple[str, str]:
        token = sign_in.open_session(organisation_id, person_id, at_door, given["shared"])
        return token, sign_in.issue_upload_token(organisation_id, person_id)

    token, upload = committed(admitted)
    who = viewer_by(token, clock.now())
    answer = json_answer(
        {
            "person": who.shown() if who else {},
            "csrf_token": csrf_token_of(token),
            "seal": {"key": sealing_key(), "token": upload},
        }
    )
    remember(answer, token, given["shared"])
    return answer


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
def change_pin(given: dict[str, Any]) -> Response:
    """Choose a new PIN. Other devices are signed out."""
    who = viewer()
    at_door = sign_in.knock(who.organisation_code, f"pin of {who.person_id}", request.remote_addr or "")
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


@blueprint.get("/people")
@blueprint.response(200, schemas.ColleaguesOut)
@only_for("leader", "admin")
def people() -> Response:
    """The people of the departments I lead. Each one shown is noted in their access log."""
    who, page = viewer(), page_asked_for()
    items, total = access.people_for(who, _department_asked_for(), page, PAGE_SIZE)
    committed(actions.log_look, who.organisation_id, who.person_id, [UUID(each["id"]) for each in items], "people")
    return json_answer(paged(items, page, total))


@blueprint.get("/people/<uuid:person_id>")
@blueprint.response(200, schemas.ColleagueOut)
@only_for("leader", "admin")
def person(person_id: UUID) -> Response:
    """One of the people I lead; noted in their access log."""
    who = viewer()
    shown = access.person_for(who, person_id)
    committed(actions.log_look, who.organisation_id, who.person_id, [person_id], "person")
    return json_answer(shown)


def _department_asked_for() -> UUID | None:
    text = request.args.get("department")
    try:
        return UUID(text) if text else None
    except ValueError:
        raise invalid("department must be an id.", {"department": ["A UUID."]}) from None
