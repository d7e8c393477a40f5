"""Shapes of meets' routes."""

from marshmallow import Schema, fields, validate

from leaderboards.competitions.models import RULES
from leaderboards.competitions.rules import MOST_TEAMS
from leaderboards.competitions.schemas import TeamPlanIn
from quests.paths.schemas import WeekOut


class InvitationOut(Schema):
    code = fields.String(required=True, metadata={"description": "told this once"})


class MeetOut(Schema):
    name = fields.String(required=True)
    rule = fields.String(required=True, validate=validate.OneOf(RULES))
    week = fields.Nested(WeekOut, required=True)
    weeks = fields.Integer(required=True)
    freeze_hours = fields.Integer(required=True)
    prize = fields.String(required=True)
    sides = fields.List(fields.String(), required=True, metadata={"description": "the organisations in it"})


class JoinIn(Schema):
    teams = fields.List(fields.Nested(TeamPlanIn), required=True, validate=validate.Length(1, MOST_TEAMS))
