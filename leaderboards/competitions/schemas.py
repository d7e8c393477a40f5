"""Shapes of competitions' routes."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Matching, Monday, Whole
from leaderboards.competitions.models import RULES
from leaderboards.competitions.rules import MOST_FREEZE_HOURS, MOST_TEAMS, MOST_WEEKS, STATES
from quests.paths.schemas import WeekOut

LINE = r"^[^\x00-\x1f]*[^\x00-\x20][^\x00-\x1f]*$"
"""Text on one line, of which something can be seen."""
MOST_NAME, MOST_PRIZE, MOST_PATHS, MOST_TOGETHER = 80, 200, 100, 100


class TeamPlanIn(Schema):
    """One department with all below it, several under a name of their own, or a name alone for people to pick."""

    name = fields.String(allow_none=True, load_default=None, validate=[validate.Length(1, MOST_NAME), Matching(LINE)])
    departments = fields.List(fields.UUID(), load_default=list, validate=validate.Length(max=MOST_TOGETHER))


class CompetitionPlanIn(Schema):
    name = fields.String(required=True, validate=[validate.Length(1, MOST_NAME), Matching(LINE)])
    rule = fields.String(required=True, validate=validate.OneOf(RULES))
    first_week = Monday(required=True, metadata={"format": "date"})
    weeks = Whole(required=True, validate=validate.Range(1, MOST_WEEKS))
    paths = fields.List(fields.UUID(), allow_none=True, load_default=None, validate=validate.Length(1, MOST_PATHS))
    open_to = fields.List(
        fields.UUID(),
        allow_none=True,
        load_default=None,
        validate=validate.Length(1, MOST_TOGETHER),
        metadata={"description": "departments whose people pick a team themselves; null: whole departments race"},
    )
    prize = fields.String(load_default="", validate=[validate.Length(max=MOST_PRIZE), Matching(r"^[^\x00-\x1f]*$")])
    freeze_hours = Whole(load_default=24, validate=validate.Range(0, MOST_FREEZE_HOURS))
    teams = fields.List(fields.Nested(TeamPlanIn), required=True, validate=validate.Length(2, MOST_TEAMS))


class RacedPathOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)


class OwnPlaceOut(Schema):
    name = fields.String(required=True)
    rank = fields.Integer(required=True)
    of = fields.Integer(required=True)


class TeamPickIn(Schema):
    team = fields.UUID(
        allow_none=True, load_default=None, metadata={"description": "null: drawn into the team with the fewest"}
    )


class PickableTeamOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    members = fields.Integer(required=True)


class JoiningOut(Schema):
    teams = fields.List(fields.Nested(PickableTeamOut), required=True)
    mine = fields.String(required=True, allow_none=True)
    may_join = fields.Boolean(required=True)
    may_change = fields.Boolean(required=True)
    until = fields.String(required=True, metadata={"description": "RFC 3339, the end of the first week"})


class CompetitionOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    rule = fields.String(required=True, validate=validate.OneOf(RULES))
    week = fields.Nested(WeekOut, required=True)
    weeks = fields.Integer(required=True)
    starts_at = fields.String(required=True)
    freezes_at = fields.String(required=True, allow_none=True, metadata={"description": "null: it never stands still"})
    ends_at = fields.String(required=True)
    closes_at = fields.String(required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    prize = fields.String(required=True)
    paths = fields.List(fields.Nested(RacedPathOut), required=True, allow_none=True)
    teams = fields.Integer(required=True)
    mine = fields.Nested(OwnPlaceOut, required=True, allow_none=True)
    joining = fields.Nested(
        JoiningOut, required=True, allow_none=True, metadata={"description": "where people pick a team themselves"}
    )
    sides = fields.List(fields.String(), required=True, metadata={"description": "other organisations in it"})
    revealed = fields.Boolean(required=True, metadata={"description": "shown before the result was in"})
    may_reveal = fields.Boolean(required=True)
    may_cancel = fields.Boolean(required=True)


class CompetitionPageOut(Schema):
    items = fields.List(fields.Nested(CompetitionOut), required=True)
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)


class RacingDepartmentOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    parent = fields.String(required=True, allow_none=True)
    level = fields.Integer(required=True, metadata={"description": "how far down the tree, from 0"})
    members = fields.Integer(required=True, metadata={"description": "today, with all below it"})


class RacingChoicesOut(Schema):
    departments = fields.List(fields.Nested(RacingDepartmentOut), required=True)
    paths = fields.List(fields.Nested(RacedPathOut), required=True)
    least_members = fields.Integer(required=True)
    live_members = fields.Integer(required=True, metadata={"description": "of fewer, boards show hourly pictures"})
