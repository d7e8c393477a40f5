"""Doors of passkeys: make one on one's own device, sign in with it, take it away."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core.address import caller
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed, enter
from app.core.errors import Problem
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged, public
from app.identity import sign_in
from app.identity.door import held_before, signed_in_answer, viewer
from app.identity.passkeys import actions, ceremony, queries, schemas
from app.identity.passkeys.ceremony import Refused
from app.identity.passkeys.models import Passkey
from app.identity.passkeys.rules import handle_of, owner_in
from app.identity.schemas import SessionOut

blueprint = Blueprint("passkeys", __name__, url_prefix="/api/v1", description="Signing in with a passkey")


@blueprint.post("/me/passkeys/options")
@blueprint.response(200, schemas.OptionsOut)
@may_answer(429)
def registration_options() -> Response:
    """Begin to make a passkey for me."""
    who = viewer()
    _must_be_vouched_for()
    challenge = committed(actions.challenge_for, actions.purpose_of(who), caller())
    options = ceremony.registration_options(
        challenge,
        handle_of(who.organisation_id, who.person_id),
        queries.employee_number_of(who),
        who.name,
        queries.credentials_of(who),
    )
    return json_answer({"publicKey": options})


@blueprint.post("/me/passkeys")
@blueprint.arguments(schemas.RegisterIn)
@blueprint.response(201, schemas.PasskeyOut)
def register(given: dict[str, Any]) -> Response:
    """Keep the passkey my device has made."""
    who = viewer()
    _must_be_vouched_for()
    try:
        credential, challenge = ceremony.read_registration(given["credential"])
        if not committed(actions.spend, challenge, actions.purpose_of(who)):
            raise Refused
        made = ceremony.registered(credential, challenge)
        return json_answer(queries.shown(committed(actions.keep_passkey, who, made)), 201)
    except Refused:
        raise Problem(422, "passkey_refused", "This passkey was not made here and now. Try again.") from None


@blueprint.get("/me/passkeys")
@blueprint.response(200, schemas.PasskeysOut)
def passkeys() -> Response:
    """My passkeys, newest first."""
    page = page_asked_for()
    items, total = queries.passkeys_of(viewer(), page, PAGE_SIZE)
    return json_answer(paged(items, page, total))


@blueprint.delete("/me/passkeys/<uuid:passkey_id>")
@blueprint.response(204)
def forget(passkey_id: UUID) -> Response:
    """Take one of my passkeys away: it opens nothing any more."""
    found = queries.passkey_for(viewer(), passkey_id)
    committed(actions.forget_passkey, found.organisation_id, found.id)
    return Response(status=204)


@blueprint.post("/session/passkey/options")
@blueprint.response(200, schemas.OptionsOut)
@public
@may_answer(429)
def sign_in_options() -> Response:
    """Begin to sign in with a passkey; nobody needs to say who they are."""
    challenge = committed(actions.challenge_for, actions.SIGN_IN, caller())
    return json_answer({"publicKey": ceremony.sign_in_options(challenge)})


@blueprint.post("/session/passkey")
@blueprint.arguments(schemas.PasskeySignInIn)
@blueprint.response(200, SessionOut)
@public
@may_answer(401, 429)
def open_session(given: dict[str, Any]) -> Response:
    """Sign in with a passkey. Whatever is wrong with it is answered alike."""
    at_door = sign_in.knock("", f"passkey {given['credential']['id']}", caller())
    former = held_before()
    try:
        passkey, count = _proven(given["credential"])

        def admitted() -> tuple[str, str]:
            sign_in.take_over(former, passkey.organisation_id, passkey.person_id)
            actions.note_use(passkey, count)
            token = sign_in.open_session(
                passkey.organisation_id, passkey.person_id, at_door, given["shared"], enrolled=passkey.enrolled
            )
            return token, sign_in.issue_upload_token(passkey.organisation_id, passkey.person_id)

        return signed_in_answer(*committed(admitted), given["shared"])
    except Refused:
        committed(sign_in.note_failure, at_door)
        raise Problem(401, "passkey_refused", "This passkey does not open anything here.") from None


def _proven(given: dict[str, Any]) -> tuple[Passkey, int]:
    """The passkey that made this proof, in its organisation's scope, and its new count. Raises Refused."""
    credential, challenge = ceremony.read_proof(given)
    owner = owner_in(credential.response.user_handle)
    if not committed(actions.spend, challenge, actions.SIGN_IN) or owner is None:
        raise Refused
    enter(owner[0])
    passkey = queries.passkey_by(*owner, credential.id)
    if passkey is None:
        raise Refused
    return passkey, ceremony.proven(credential, challenge, passkey.public_key, passkey.sign_count)


def _must_be_vouched_for() -> None:
    """A passkey made where somebody's roles are not in force would bring them in by the back door."""
    if viewer().waiting:
        raise Problem(403, "device_not_enrolled", "Enrol this device first: ask for a QR code and open it here.")
