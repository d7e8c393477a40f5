"""Shapes of the way in by QR code."""

from marshmallow import Schema, fields, validate

from app.core.shapes import YesOrNo
from app.identity.models import LANGUAGES
from app.identity.rules import LONGEST_PIN
from app.identity.schemas import Loose

LONGEST_TOKEN = 128


class LookIn(Loose):
    token = fields.String(required=True, validate=validate.Length(min=1, max=LONGEST_TOKEN))


class UseIn(LookIn):
    pin = fields.String(required=True, validate=validate.Length(min=1, max=LONGEST_PIN))
    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))
    shared = YesOrNo(load_default=False)


class EnrolmentPlaceOut(Schema):
    code = fields.String(required=True)
    name = fields.String(required=True)


class EnrolmentOut(Schema):
    first_name = fields.String(required=True)
    organisation = fields.Nested(EnrolmentPlaceOut, required=True)
    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))
    resets = fields.Boolean(required=True, metadata={"description": "whether a PIN is there already"})
    expires_at = fields.String(required=True)


class CodeOut(Schema):
    address = fields.String(required=True, metadata={"description": "what the QR code says; shown this once"})
    svg = fields.String(required=True)
    expires_at = fields.String(required=True)


class SheetIn(Loose):
    department = fields.UUID(required=True)
    everybody = YesOrNo(load_default=False, metadata={"description": "also those who have a PIN already"})
