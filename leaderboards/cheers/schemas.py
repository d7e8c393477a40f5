"""Shapes of cheers' routes."""

from marshmallow import Schema, fields, validate

from leaderboards.cheers.models import CHEERS


class CheerIn(Schema):
    department = fields.UUID(required=True)
    cheer = fields.String(required=True, validate=validate.OneOf(CHEERS))


class CheeredDepartmentOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)


class CheerCountOut(Schema):
    cheer = fields.String(required=True, validate=validate.OneOf(CHEERS))
    count = fields.Integer(required=True)


class LatestCheerOut(Schema):
    cheer = fields.String(required=True, validate=validate.OneOf(CHEERS))
    who = fields.String(
        required=True, allow_none=True, data_key="from", metadata={"description": "as they choose to be known"}
    )
    leading = fields.Boolean(required=True, metadata={"description": "a leader's, who is always known"})
    to = fields.String(required=True)
    at = fields.String(required=True)


class CheersOut(Schema):
    counts = fields.List(fields.Nested(CheerCountOut), required=True)
    latest = fields.List(fields.Nested(LatestCheerOut), required=True)
    left = fields.Integer(required=True, metadata={"description": "how many I may still send today"})
    cheered = fields.List(fields.String(), required=True, metadata={"description": "departments I cheered today"})
    departments = fields.List(fields.Nested(CheeredDepartmentOut), required=True, metadata={"description": "mine"})
