"""Shapes of the streak, described for the contract; answers do not pass through here."""

from marshmallow import Schema, fields, validate

from app.identity.models import WEEKLY_GOALS
from quests.paths.schemas import WeekOut

STATES = ("met", "open", "rest")
SHOWN = ("met", "rest", "now")


class StreakGoalOut(Schema):
    kind = fields.String(required=True, validate=validate.OneOf(WEEKLY_GOALS))
    need = fields.Integer(required=True)
    done = fields.Integer(required=True)


class StreakWeekOut(Schema):
    week = fields.Nested(WeekOut, required=True)
    state = fields.String(
        required=True,
        validate=validate.OneOf(SHOWN),
        metadata={"description": "rest: not met, for whatever reason; now: not met yet"},
    )


class StreakOut(Schema):
    weeks = fields.Integer(required=True)
    reserves = fields.Integer(required=True, metadata={"description": "weeks that may be missed yet this quarter"})
    state = fields.String(required=True, validate=validate.OneOf(STATES), metadata={"description": "of this week"})
    goal = fields.Nested(
        StreakGoalOut, required=True, allow_none=True, metadata={"description": "null: nothing is open this week"}
    )
    recent = fields.List(
        fields.Nested(StreakWeekOut), required=True, metadata={"description": "the last seven weeks, this one last"}
    )
