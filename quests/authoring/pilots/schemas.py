"""Shapes of the pilots' routes."""

from marshmallow import Schema, ValidationError, fields, validate

from app.core.shapes import Matching, Whole
from app.identity.models import LANGUAGES
from quests.authoring.feedback.schemas import CommentOut, OfUseOut
from quests.authoring.pilots.rules import ASKS, LONGEST_QUESTION, MOST_QUESTIONS
from quests.authoring.schemas import AudienceIn, AudienceOut, Loose, PageOut

TYPED = Matching(r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f]+$")


def _said(value: dict[str, str]) -> None:
    if not value:
        raise ValidationError("In at least one language.")


class QuestionIn(Loose):
    prompt = fields.Dict(
        keys=fields.String(validate=validate.OneOf(LANGUAGES)),
        values=fields.String(validate=[validate.Length(1, LONGEST_QUESTION), TYPED]),
        required=True,
        validate=_said,
        metadata={"description": "by language, at least one", "minProperties": 1},
    )
    asks = fields.String(required=True, validate=validate.OneOf(ASKS))


class PilotIn(Loose):
    module = fields.UUID(required=True)
    revision = Whole(required=True, validate=validate.Range(1, 2**31 - 1))
    audience = fields.Nested(AudienceIn, required=True)
    questions = fields.List(fields.Nested(QuestionIn), load_default=list, validate=validate.Length(max=MOST_QUESTIONS))


class PilotsIn(Loose):
    module = fields.UUID(load_default=None, allow_none=True)


class QuestionOut(Schema):
    prompt = fields.String(required=True)
    asks = fields.String(required=True, metadata={"enum": list(ASKS)})
    scale = fields.List(fields.Integer(), required=True, metadata={"description": "how many chose each step, 1 to 5"})
    texts = fields.List(fields.String(), required=True)


class TriedOut(Schema):
    card = fields.String(required=True)
    prompt = fields.String(required=True)
    first_right = fields.Float(required=True, allow_none=True)


class PilotOut(Schema):
    id = fields.String(required=True)
    module = fields.String(required=True)
    title = fields.String(required=True)
    version = fields.String(required=True)
    revision = fields.Integer(required=True)
    audience = fields.Nested(AudienceOut, required=True)
    state = fields.String(required=True, metadata={"enum": ["open", "ended", "published"]})
    opened_at = fields.String(required=True)
    ended_at = fields.String(required=True, allow_none=True)
    begun = fields.Integer(required=True)
    finished = fields.Integer(required=True)
    least = fields.Integer(required=True, metadata={"description": "so many come in at a time"})
    counted = fields.Integer(required=True, metadata={"description": "how many the figures below are of"})
    questions = fields.List(fields.Nested(QuestionOut), required=True)
    exercises = fields.List(fields.Nested(TriedOut), required=True)
    ratings = fields.Nested(
        OfUseOut, required=True, allow_none=True, metadata={"description": "by those in it; null of fewer than `least`"}
    )
    comments = fields.List(fields.Nested(CommentOut), required=True, metadata={"description": "the newest first"})
    more_comments = fields.Integer(required=True, metadata={"description": "so many stand with the module's others"})


class PilotsOut(PageOut):
    items = fields.List(fields.Nested(PilotOut), required=True)
