"""Shapes of the doors of owning."""

from marshmallow import Schema, fields

from app.identity.schemas import Loose


class OwnerIn(Loose):
    owner = fields.UUID(required=True)
    check_by = fields.Date(required=True, allow_none=True)


class MakerOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)


class OwnerOut(Schema):
    owner = fields.Nested(MakerOut, required=True, allow_none=True)
    check_by = fields.String(required=True, allow_none=True, metadata={"format": "date"})
    makers = fields.List(fields.Nested(MakerOut), required=True, metadata={"description": "who may answer for it"})
