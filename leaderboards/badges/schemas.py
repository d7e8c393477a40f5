"""Shapes of badges, described for the contract; answers do not pass through here."""

from marshmallow import Schema, fields, validate

from leaderboards.badges.rules import KINDS


class BadgeOut(Schema):
    slug = fields.String(required=True)
    name = fields.String(required=True)
    description = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    drawing = fields.String(required=True)
    earned_at = fields.String(required=True, allow_none=True, metadata={"format": "date-time"})


class BadgesOut(Schema):
    items = fields.List(
        fields.Nested(BadgeOut),
        required=True,
        metadata={"description": "earned ones first, the newest first; then those that can be, without the hidden"},
    )
    hidden = fields.Integer(required=True, metadata={"description": "how many are hidden until they are earned"})
