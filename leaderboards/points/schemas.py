"""Shapes of the ledger's route."""

from marshmallow import Schema, fields, validate

from leaderboards.points.models import KINDS


class LedgerEntryOut(Schema):
    id = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    points = fields.Integer(required=True)
    day = fields.String(required=True)
    reason = fields.String(required=True, allow_none=True, metadata={"description": "why it was taken back"})


class LedgerPageOut(Schema):
    items = fields.List(fields.Nested(LedgerEntryOut), required=True)
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)
