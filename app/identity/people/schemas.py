"""Shapes of the leader's people screens."""

from datetime import date

from marshmallow import Schema, fields, validate

from app.core.shapes import Matching, Number, text
from app.identity.schemas import ColleagueOut, Loose, PageOut

_DAYS = validate.Range(min=date(1950, 1, 1), max=date(2100, 1, 1))


def _day() -> fields.Date:
    return fields.Date(required=True, validate=_DAYS)


class ListIn(Loose):
    department = fields.UUID(load_default=None)
    q = fields.String(load_default="", validate=[validate.Length(max=100), Matching(r"^[^\x00-\x1f\x7f-\x9f]*$")])


class NewPersonIn(Loose):
    name = text(100)
    employee_number = text(64)
    department = fields.UUID(required=True)
    share = Number(load_default=1.0, validate=validate.Range(min=0.01, max=1))
    starts_on = _day()


class EndIn(Loose):
    last_day = _day()


class LeaveIn(Loose):
    starts_on = _day()
    ends_on = _day()


class StandingOut(Schema):
    id = fields.String(required=True)
    department = fields.String(required=True)
    name = fields.String(required=True)
    primary = fields.Boolean(required=True)
    share = fields.Float(required=True)
    starts_on = fields.String(required=True)
    ends_on = fields.String(required=True, allow_none=True)
    mine = fields.Boolean(required=True, metadata={"description": "whether the viewer leads that department"})


class LeaveOut(Schema):
    id = fields.String(required=True)
    starts_on = fields.String(required=True)
    ends_on = fields.String(required=True)


class ListedOut(ColleagueOut):
    has_pin = fields.Boolean(required=True)
    away_until = fields.String(required=True, allow_none=True)
    can_enrol = fields.Boolean(required=True, metadata={"description": "whether the viewer may make a code for them"})
    code_expires_at = fields.String(required=True, allow_none=True)


class ListedPeopleOut(PageOut):
    items = fields.List(fields.Nested(ListedOut), required=True)


class LedPersonOut(ListedOut):
    memberships = fields.List(fields.Nested(StandingOut), required=True)
    leaves = fields.List(fields.Nested(LeaveOut), required=True)


class LedDepartmentOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    depth = fields.Integer(required=True)


class LedDepartmentsOut(PageOut):
    items = fields.List(fields.Nested(LedDepartmentOut), required=True)
