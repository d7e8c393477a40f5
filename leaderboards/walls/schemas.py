"""Shapes of walls' routes."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Matching
from app.identity.models import LANGUAGES
from leaderboards.competitions.models import RULES
from leaderboards.competitions.rules import STATES
from leaderboards.competitions.schemas import LINE, MOST_NAME
from leaderboards.schemas import PartsOut
from quests.paths.schemas import WeekOut


class WallIn(Schema):
    name = fields.String(required=True, validate=[validate.Length(1, MOST_NAME), Matching(LINE)])
    competition = fields.UUID(allow_none=True, load_default=None, metadata={"description": "null: the week's board"})


class WallOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    competition = fields.String(required=True, allow_none=True, metadata={"description": "its name"})
    created_at = fields.String(required=True)


class WallPageOut(Schema):
    items = fields.List(fields.Nested(WallOut), required=True)
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)


class NewWallOut(WallOut):
    address = fields.String(required=True, metadata={"description": "told this once"})


class WallRowOut(Schema):
    rank = fields.Integer(required=True)
    size_class = fields.Integer(required=True)
    department = fields.String(required=True)
    name = fields.String(required=True)
    score = fields.Float(required=True)
    organisation = fields.String(allow_none=True, metadata={"description": "another than the wall's"})
    members = fields.Integer(required=True)
    parts = fields.Nested(PartsOut, required=True)


class WallBoardOut(Schema):
    """Departments and their results; never a person."""

    organisation = fields.String(required=True)
    time_zone = fields.String(required=True)
    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))
    name = fields.String(required=True, allow_none=True, metadata={"description": "the competition's"})
    rule = fields.String(required=True, validate=validate.OneOf(RULES))
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    prize = fields.String(required=True)
    week = fields.Nested(WeekOut, required=True)
    weeks = fields.Integer(required=True)
    ends_at = fields.String(required=True)
    closes_at = fields.String(required=True, allow_none=True)
    rows = fields.List(fields.Nested(WallRowOut), required=True)
    updated_at = fields.String(required=True, allow_none=True)
