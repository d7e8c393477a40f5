"""Shapes of the calendar's routes. Times are those of the clock on the organisation's wall."""

from datetime import datetime
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from app.core.shapes import Day, Matching, Monday
from quests.authoring.calendar.rules.conflicts import SEVERITY
from quests.authoring.calendar.rules.days import CODES
from quests.authoring.calendar.rules.plan import MOST_PAUSED
from quests.authoring.schemas import NAMED, Loose, PageOut, RunOut
from quests.paths.schemas import WeekOut

CHANGES = ("move", "pause", "resume", "leave_out", "put_in", "time")
HOLIDAYS = sorted(CODES.values())
CLOCK = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"
DAY = {"format": "date"}


class WallClock(fields.String):
    """`2026-12-07T06:00`: a day and a time without a zone."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validate=Matching(CLOCK), **kwargs)

    def deserialize(self, value: Any, attr: Any = None, data: Any = None, **kwargs: Any) -> Any:
        given = super().deserialize(value, attr, data, **kwargs)
        if not isinstance(given, str):
            return given
        try:
            found = datetime.fromisoformat(given)
        except ValueError:
            raise ValidationError("A day and a time: 2026-12-07T06:00.") from None
        if not 2000 <= found.year <= 2200:
            raise ValidationError("Between 2000 and 2200.")
        return found


class WeeksIn(Loose):
    first = fields.Date(load_default=None, allow_none=True)
    weeks = fields.Integer(load_default=12, strict=False, validate=validate.Range(1, 26))


class DayIn(Loose):
    """Somebody who has been in that department since that day (else since the day asked for), and holds that role.

    With `person` it is that person, where they work and with the roles they hold.
    """

    department = fields.UUID(load_default=None, allow_none=True)
    person = fields.UUID(load_default=None, allow_none=True)
    role = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(NAMED))
    since = Day(load_default=None, allow_none=True)
    day = Day(required=True)


class ChangeIn(Loose):
    """`move` and `put_in` take quest and week, `pause` and `resume` a week, `leave_out` a quest, `time` the rest."""

    kind = fields.String(required=True, validate=validate.OneOf(CHANGES))
    quest = fields.UUID(load_default=None, allow_none=True)
    week = Monday(load_default=None, allow_none=True)
    opens = WallClock(load_default=None, allow_none=True)
    deadline = WallClock(load_default=None, allow_none=True)


class PlannedStageIn(Loose):
    quest = fields.UUID(required=True)
    opens = WallClock(required=True)
    deadline = WallClock(load_default=None, allow_none=True)


class PlanIn(Loose):
    revision = fields.String(required=True, validate=validate.Length(1, 64))
    stages = fields.List(fields.Nested(PlannedStageIn), required=True, validate=validate.Length(max=104))
    paused = fields.List(Monday(), load_default=list, validate=validate.Length(max=MOST_PAUSED))


class NumberedOut(Schema):
    quest = fields.String(required=True)
    number = fields.Integer(required=True)
    title = fields.String(required=True)


class CellOut(NumberedOut):
    week = fields.String(required=True, metadata={"description": "the Monday"})
    minutes = fields.Integer(required=True)
    opens = fields.String(required=True)
    deadline = fields.String(required=True, allow_none=True)
    opened = fields.Boolean(required=True)


class CalendarRowOut(Schema):
    run = fields.Nested(RunOut, required=True)
    revision = fields.String(required=True)
    paused = fields.List(fields.String(), required=True)
    cells = fields.List(fields.Nested(CellOut), required=True)
    missing = fields.List(fields.Nested(NumberedOut), required=True)


class CalendarOut(PageOut):
    weeks = fields.List(fields.Nested(WeekOut), required=True)
    items = fields.List(fields.Nested(CalendarRowOut), required=True)


class MinutesOut(Schema):
    week = fields.String(required=True)
    minutes = fields.Integer(required=True, metadata={"description": "the most that anybody is given"})


class HolidayOut(Schema):
    day = fields.String(required=True, metadata=DAY)
    holiday = fields.String(required=True, metadata={"enum": HOLIDAYS})


class ConflictStageOut(NumberedOut):
    run = fields.String(required=True)
    path = fields.String(required=True)
    opened = fields.Boolean(required=True)


class PlacesOut(Schema):
    names = fields.List(fields.String(), required=True, metadata={"description": "none: everybody"})
    more = fields.Integer(required=True)


class TakenChangeOut(Schema):
    kind = fields.String(required=True, metadata={"enum": list(CHANGES)})
    quest = fields.String()
    week = fields.String()
    opens = fields.String()
    deadline = fields.String(allow_none=True)


class RemedyOut(Schema):
    run = fields.String(required=True)
    change = fields.Nested(TakenChangeOut, required=True)
    path = fields.String(required=True)
    number = fields.Integer(required=True)
    title = fields.String(required=True)
    week = fields.Integer(required=True)
    opens = fields.String(required=True)
    deadline = fields.String(required=True, allow_none=True)


class ConflictOut(Schema):
    code = fields.String(required=True, metadata={"enum": list(SEVERITY)})
    severity = fields.String(required=True, metadata={"enum": ["conflict", "advice"]})
    week = fields.Nested(WeekOut, required=True)
    count = fields.Integer(required=True)
    most = fields.Integer(required=True)
    holiday = fields.String(required=True, allow_none=True)
    places = fields.Nested(PlacesOut, required=True)
    stages = fields.List(fields.Nested(ConflictStageOut), required=True)
    remedy = fields.Nested(RemedyOut, required=True, allow_none=True)


class SeasonOut(Schema):
    most_minutes = fields.Integer(required=True)
    minutes = fields.List(fields.Nested(MinutesOut), required=True)
    holidays = fields.List(fields.Nested(HolidayOut), required=True)
    total = fields.Integer(required=True)
    items = fields.List(fields.Nested(ConflictOut), required=True)


class PlannedStageOut(Schema):
    quest = fields.String(required=True)
    opens = fields.String(required=True)
    deadline = fields.String(required=True, allow_none=True)


class PlanOut(Schema):
    stages = fields.List(fields.Nested(PlannedStageOut), required=True)
    paused = fields.List(fields.String(), required=True)


class MoveOut(NumberedOut):
    before = fields.String(required=True, allow_none=True)
    after = fields.String(required=True, allow_none=True)


class ForetoldOut(Schema):
    run = fields.String(required=True)
    revision = fields.String(required=True)
    plan = fields.Nested(PlanOut, required=True)
    moves = fields.List(fields.Nested(MoveOut), required=True)
    made = fields.List(fields.Nested(ConflictOut), required=True, metadata={"description": "conflicts it would make"})
    solved = fields.Integer(required=True, metadata={"description": "conflicts it would take away"})


class DoneOut(Schema):
    run = fields.String(required=True)
    revision = fields.String(required=True)
    plan = fields.Nested(PlanOut, required=True)


class SeenStageOut(NumberedOut):
    run = fields.String(required=True)
    path = fields.String(required=True)
    mandatory = fields.Boolean(required=True)
    minutes = fields.Integer(required=True)
    opens = fields.String(required=True)
    closes = fields.String(required=True)
    deadline = fields.String(required=True, allow_none=True)
    posts = fields.List(fields.String(), required=True)


class SeenPersonOut(Schema):
    name = fields.String(required=True)
    departments = fields.List(fields.String(), required=True)
    roles = fields.List(fields.String(), required=True)
    since = fields.String(required=True, metadata=DAY)


class DaySeenOut(Schema):
    person = fields.Nested(
        SeenPersonOut,
        required=True,
        allow_none=True,
        metadata={"description": "what a person's day is worked out from"},
    )
    day = fields.String(required=True, metadata=DAY)
    open = fields.List(fields.Nested(SeenStageOut), required=True)
    coming = fields.List(fields.Nested(SeenStageOut), required=True)
    earlier = fields.List(fields.Nested(SeenStageOut), required=True)
    choices = fields.List(fields.String(), required=True, metadata={"description": "paths of free choice"})
