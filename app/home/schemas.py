"""The shapes of the first screen, described for the contract; answers do not pass through here."""

from marshmallow import Schema, fields, validate

from app.home.next import KINDS, REASONS
from app.identity.models import WEEKLY_GOALS
from app.identity.schemas import OrganisationOut, PersonOut, PointsOut
from leaderboards.schemas import GapOut
from quests.change.schemas import OfferedTestOut
from quests.paths.schemas import QuestOut, WeekOut
from quests.review.schemas import DueOut


class ComingOut(Schema):
    title = fields.String(required=True)
    path_title = fields.String(required=True)
    terrain = fields.String(required=True)
    opens_at = fields.String(required=True)
    modules = fields.Integer(required=True)
    minutes = fields.Integer(required=True)
    week = fields.Nested(WeekOut, required=True)


class OwnDepartmentOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)


class PlaceOnBoardOut(Schema):
    department = fields.Nested(OwnDepartmentOut, required=True)
    rank = fields.Integer(required=True)
    of = fields.Integer(required=True)
    sharing = fields.Integer(
        required=True, metadata={"description": "How many of those have this rank, the department among them"}
    )
    score = fields.Float(required=True)
    gap = fields.Nested(GapOut, required=True, allow_none=True)
    updated_at = fields.String(required=True, allow_none=True)


class GoalOut(Schema):
    kind = fields.String(required=True, validate=validate.OneOf(WEEKLY_GOALS))
    need = fields.Integer(required=True)
    done = fields.Integer(required=True)


class UnreadOut(Schema):
    unread = fields.Integer(required=True)


class NextStepOut(Schema):
    kind = fields.String(required=True, metadata={"enum": list(KINDS)})
    reason = fields.String(required=True, metadata={"enum": list(REASONS)})
    quest = fields.String(required=True, allow_none=True)
    activity = fields.String(required=True, allow_none=True)
    run = fields.String(required=True, allow_none=True)
    at = fields.String(required=True, allow_none=True)


class TodayOut(Schema):
    person = fields.Nested(PersonOut, required=True)
    organisation = fields.Nested(OrganisationOut, required=True)
    quest = fields.Nested(QuestOut, required=True, allow_none=True)
    quests = fields.List(fields.Nested(QuestOut), required=True)
    catch_up = fields.List(fields.Nested(QuestOut), required=True)
    pilots = fields.List(
        fields.Nested(QuestOut), required=True, metadata={"description": "to try before all others; begun by playing"}
    )
    coming = fields.Nested(ComingOut, required=True, allow_none=True)
    board = fields.Nested(PlaceOnBoardOut, required=True, allow_none=True)
    goal = fields.Nested(GoalOut, required=True, allow_none=True)
    points = fields.Nested(PointsOut, required=True)
    review = fields.Nested(DueOut, required=True)
    inbox = fields.Nested(UnreadOut, required=True)
    next = fields.Nested(NextStepOut, required=True)
    due_days = fields.Integer(required=True)
    tests = fields.List(fields.Nested(OfferedTestOut), required=True)
    skippable = fields.List(fields.String(), required=True)
