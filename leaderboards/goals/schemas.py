"""Shapes of shared goals' routes."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Matching, Monday, Whole
from leaderboards.competitions.rules import STATES
from leaderboards.competitions.schemas import MOST_PRIZE
from leaderboards.goals.rules import MOST_TARGET, MOST_WEEKS
from quests.paths.schemas import WeekOut


class SharedGoalIn(Schema):
    department = fields.UUID(allow_none=True, load_default=None, metadata={"description": "null: everybody"})
    target = Whole(required=True, validate=validate.Range(1, MOST_TARGET), metadata={"description": "modules"})
    first_week = Monday(required=True, metadata={"format": "date"})
    weeks = Whole(required=True, validate=validate.Range(1, MOST_WEEKS))
    promise = fields.String(load_default="", validate=[validate.Length(max=MOST_PRIZE), Matching(r"^[^\x00-\x1f]*$")])


class SharedGoalDepartmentOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)


class SharedGoalOut(Schema):
    id = fields.String(required=True)
    department = fields.Nested(SharedGoalDepartmentOut, required=True, allow_none=True)
    target = fields.Integer(required=True)
    reached = fields.Integer(required=True, metadata={"description": "modules, as of counted_at"})
    week = fields.Nested(WeekOut, required=True)
    weeks = fields.Integer(required=True)
    starts_at = fields.String(required=True)
    ends_at = fields.String(required=True)
    closes_at = fields.String(required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    promise = fields.String(required=True)
    members = fields.Integer(required=True)
    counted_at = fields.String(required=True, allow_none=True)
    reached_at = fields.String(required=True, allow_none=True)
    may_cancel = fields.Boolean(required=True)


class SharedGoalPageOut(Schema):
    items = fields.List(fields.Nested(SharedGoalOut), required=True)
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)
