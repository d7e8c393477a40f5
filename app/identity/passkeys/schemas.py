"""Shapes of passkeys. What the browser makes passes as it is: WebAuthn's own JSON."""

from marshmallow import Schema, fields, validate

from app.core.shapes import YesOrNo
from app.identity.schemas import Loose, PageOut

LONGEST = 16_000  # characters of one member: attestations carry certificates


def _member(required: bool = True) -> fields.String:
    return fields.String(required=required, allow_none=not required, validate=validate.Length(max=LONGEST))


class AnswerIn(Loose):
    clientDataJSON = _member()


class AttestationIn(AnswerIn):
    attestationObject = _member()


class AssertionIn(AnswerIn):
    authenticatorData = _member()
    signature = _member()
    userHandle = _member(required=False)


class CredentialIn(Loose):
    id = _member()
    rawId = _member()
    type = _member()


class NewCredentialIn(CredentialIn):
    response = fields.Nested(AttestationIn, required=True)


class ProofIn(CredentialIn):
    response = fields.Nested(AssertionIn, required=True)


class RegisterIn(Loose):
    credential = fields.Nested(NewCredentialIn, required=True)


class PasskeySignInIn(Loose):
    credential = fields.Nested(ProofIn, required=True)
    shared = YesOrNo(load_default=False)


class OptionsOut(Schema):
    publicKey = fields.Dict(required=True, metadata={"description": "for navigator.credentials, in WebAuthn's JSON"})


class PasskeyOut(Schema):
    id = fields.String(required=True)
    created_at = fields.String(required=True)
    used_at = fields.String(required=True, allow_none=True)


class PasskeysOut(PageOut):
    items = fields.List(fields.Nested(PasskeyOut), required=True)
