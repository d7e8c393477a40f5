"""Shapes that come in and go out of the doors of ratings and comments."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Lines, Matching, YesOrNo, lines
from app.identity.models import LANGUAGES
from app.identity.schemas import Loose, PageOut
from quests.authoring.feedback.rules import LONGEST, LONGEST_ANSWER, REASONS, STATES

TYPED_OR_NOTHING = Matching(r"^[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]*$")
REASON = validate.OneOf(REASONS)


class RatingIn(Loose):
    useful = YesOrNo(required=True)
    reason = fields.String(load_default=None, allow_none=True, validate=REASON)
    text = Lines(load_default="", validate=[validate.Length(max=LONGEST), TYPED_OR_NOTHING])
    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))


class AnswerIn(Loose):
    key = fields.UUID(required=True)
    text = lines(LONGEST_ANSWER)


class StateIn(Loose):
    state = fields.String(required=True, validate=validate.OneOf(STATES))


class CommentsIn(Loose):
    state = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(STATES))


class AnswerOut(Schema):
    id = fields.String(required=True)
    at = fields.String(required=True)
    text = fields.String(required=True)


class RatingOut(Schema):
    version = fields.String(required=True)
    module = fields.String(required=True, metadata={"description": "the title of what it is about"})
    useful = fields.Boolean(required=True)
    reason = fields.String(required=True, allow_none=True, validate=REASON)
    text = fields.String(required=True)
    changed_at = fields.String(required=True)
    answers = fields.List(fields.Nested(AnswerOut), required=True)


class RatingsOut(PageOut):
    items = fields.List(fields.Nested(RatingOut), required=True)


class CommentOut(Schema):
    id = fields.String(required=True)
    useful = fields.Boolean(required=True)
    reason = fields.String(required=True, allow_none=True, validate=REASON)
    text = fields.String(required=True)
    language = fields.String(required=True)
    number = fields.Integer(
        required=True, metadata={"description": "of the version it was said of; below 1 of one that is tried out"}
    )
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    said_on = fields.String(required=True, metadata={"format": "date", "description": "a day, never an hour"})
    answers = fields.List(fields.Nested(AnswerOut), required=True)


class StatesOut(Schema):
    new = fields.Integer(required=True)
    read = fields.Integer(required=True)
    done = fields.Integer(required=True)


class ReasonCountOut(Schema):
    reason = fields.String(required=True, validate=REASON)
    count = fields.Integer(required=True)


class OfUseOut(Schema):
    useful = fields.Integer(required=True)
    of = fields.Integer(required=True)
    reasons = fields.List(fields.Nested(ReasonCountOut), required=True)


class CommentsOut(PageOut):
    items = fields.List(fields.Nested(CommentOut), required=True)
    counts = fields.Nested(StatesOut, required=True)
    ratings = fields.Nested(
        OfUseOut, required=True, allow_none=True, metadata={"description": "null of fewer than the smallest group"}
    )
