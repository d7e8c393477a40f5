"""Shapes of the boards, described for the contract; answers do not pass through here."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Monday
from leaderboards.competitions.schemas import CompetitionOut
from quests.paths.schemas import WeekOut


class BoardIn(Schema):
    competition = fields.UUID(load_default=None, metadata={"description": "without it, a week's board"})
    week = Monday(load_default=None, metadata={"description": "an earlier week's board", "format": "date"})


class GapOut(Schema):
    modules = fields.Integer(required=True, metadata={"description": "how many steps"})
    unit = fields.String(required=True, validate=validate.OneOf(("module", "quest", "point")))
    to_rank = fields.Integer(required=True)
    to_name = fields.String(required=True)


class PeriodOut(Schema):
    week = fields.Nested(WeekOut, required=True)
    starts_at = fields.String(required=True)
    ends_at = fields.String(required=True)


class PartsOut(Schema):
    sum_w = fields.Float(required=True)
    sum_wx = fields.Float(required=True)
    mean = fields.Float(required=True)
    k = fields.Float(required=True)
    whole_percent = fields.Boolean(required=True)
    merged = fields.List(fields.String(), required=True)


class CountedOut(Schema):
    taken = fields.Integer(required=True)
    possible = fields.Integer(required=True)


class DepartmentRowOut(Schema):
    rank = fields.Integer(required=True, metadata={"description": "in its class"})
    size_class = fields.Integer(required=True, metadata={"description": "1 is that of the largest"})
    department = fields.String(required=True)
    name = fields.String(required=True)
    score = fields.Float(required=True)
    members = fields.Integer(required=True)
    organisation = fields.String(allow_none=True, metadata={"description": "another than one's own"})
    mine = fields.Boolean(required=True)
    counted = fields.Nested(CountedOut, allow_none=True, metadata={"description": "with a result, of ten or more"})
    parts = fields.Nested(PartsOut, required=True)


class OwnPartOut(Schema):
    department = fields.String(required=True)
    share = fields.Float(required=True)
    present = fields.Float(required=True)
    weight = fields.Float(required=True)
    possible = fields.Integer(required=True)
    taken = fields.Integer(required=True)
    x = fields.Float(required=True)


class DepartmentBoardOut(Schema):
    period = fields.Nested(PeriodOut, required=True)
    rows = fields.List(fields.Nested(DepartmentRowOut), required=True)
    updated_at = fields.String(required=True, allow_none=True)
    mine = fields.Nested(OwnPartOut, required=True, allow_none=True)
    gap = fields.Nested(GapOut, required=True, allow_none=True)
    competition = fields.Nested(CompetitionOut, required=True, allow_none=True)


class WeekPlaceOut(Schema):
    week = fields.Nested(WeekOut, required=True)
    name = fields.String(required=True, metadata={"description": "the department's, or that of those it raced with"})
    rank = fields.Integer(required=True, metadata={"description": "in its class"})
    of = fields.Integer(required=True)
    score = fields.Float(required=True)


class WeekPlacePageOut(Schema):
    items = fields.List(fields.Nested(WeekPlaceOut), required=True)
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)


class PersonRowOut(Schema):
    rank = fields.Integer(required=True)
    name = fields.String(required=True, allow_none=True, metadata={"description": "null: shown as anonymous"})
    points = fields.Integer(required=True)
    me = fields.Boolean(required=True)


class PeopleBoardOut(Schema):
    week = fields.Nested(WeekOut, required=True)
    top = fields.List(fields.Nested(PersonRowOut), required=True)
    around = fields.List(fields.Nested(PersonRowOut), required=True)
    me = fields.Nested(PersonRowOut, required=True, allow_none=True)
    total = fields.Integer(required=True)
    updated_at = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "the moment ranks and total are of, at most 30 seconds ago; null: of now"},
    )
