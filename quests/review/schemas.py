"""The shapes of reviewing. Described for the contract; answered without passing through here."""

from marshmallow import Schema, fields, validate

from app.identity.models import LANGUAGES
from quests.paths.schemas import TitleOut, WeekOut


class DueOut(Schema):
    due = fields.Integer(required=True)
    left_this_week = fields.Integer(required=True)
    round = fields.Integer(required=True)
    minutes = fields.Integer(required=True)


class WhyOut(Schema):
    code = fields.String(required=True, validate=validate.OneOf(["met", "missed", "recalled"]))
    last_on = fields.String(required=True)
    tries = fields.Integer(required=True)
    chance = fields.Float(required=True)


class BackOut(Schema):
    recalled = fields.Integer(required=True)
    missed = fields.Integer(required=True)


class ReviewItemOut(Schema):
    module = fields.String(required=True)
    version = fields.String(required=True)
    languages = fields.List(fields.String(validate=validate.OneOf(LANGUAGES)), required=True)
    title = fields.String(required=True)
    card = fields.String(required=True)
    topic = fields.Nested(TitleOut, required=True)
    due_at = fields.String(required=True)
    asked_from = fields.String(required=True)
    mastered = fields.Boolean(required=True)
    wanted = fields.Boolean(required=True, metadata={"description": "a certificate that is to be renewed rests on it"})
    why = fields.Nested(WhyOut, required=True)
    days_until_back = fields.Nested(BackOut, required=True)


class ReviewOut(DueOut):
    week = fields.Nested(WeekOut, required=True)
    time_zone = fields.String(required=True)
    per_week = fields.Integer(required=True)
    per_round = fields.Integer(required=True)
    seconds_each = fields.Integer(required=True)
    items = fields.List(fields.Nested(ReviewItemOut), required=True)


class KnownTopicOut(TitleOut):
    met = fields.List(fields.Integer(), required=True)
    mastered = fields.List(fields.Integer(), required=True)


class MasteryOut(Schema):
    weeks = fields.List(fields.Nested(WeekOut), required=True)
    topics = fields.List(fields.Nested(KnownTopicOut), required=True)
