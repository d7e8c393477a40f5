"""Shapes of fair play's routes."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Matching, YesOrNo
from leaderboards.fairplay.models import ODD

MOST_REASON = 200


class OddPlayOut(Schema):
    """An attempt, and never whose."""

    id = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(ODD))
    module = fields.String(required=True, metadata={"description": "its title"})
    day = fields.String(required=True)
    points = fields.Integer(required=True, metadata={"description": "given for it and not taken back"})
    settled = fields.String(required=True, allow_none=True, validate=validate.OneOf(("stands", "taken_back")))


class OddPlayPageOut(Schema):
    items = fields.List(fields.Nested(OddPlayOut), required=True)
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)


class SettleIn(Schema):
    take_back = YesOrNo(required=True)
    reason = fields.String(load_default="", validate=[validate.Length(max=MOST_REASON), Matching(r"^[^\x00-\x1f]*$")])
