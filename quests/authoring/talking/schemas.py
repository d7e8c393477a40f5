"""Shapes that come in and go out of the doors of talk about drafts."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Lines, Matching, YesOrNo, lines
from app.identity.schemas import Loose, PageOut
from quests.authoring.talking.rules import LONGEST, VERDICTS

CARD = Matching(r"^[a-z0-9][a-z0-9-]{0,63}$")
TYPED_OR_NOTHING = Matching(r"^[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]*$")
VERDICT = validate.OneOf(VERDICTS)


class TalkIn(Loose):
    card = fields.String(load_default=None, allow_none=True, validate=CARD)


class CommentIn(Loose):
    key = fields.UUID(required=True)
    card = fields.String(load_default=None, allow_none=True, validate=CARD)
    thread = fields.UUID(load_default=None, allow_none=True)
    text = lines(LONGEST)


class SettledIn(Loose):
    resolved = YesOrNo(required=True)


class ReviewIn(Loose):
    reviewer = fields.UUID(required=True)


class VerdictIn(Loose):
    verdict = fields.String(required=True, validate=VERDICT)
    text = Lines(load_default="", validate=[validate.Length(max=LONGEST), TYPED_OR_NOTHING])


class WordOut(Schema):
    id = fields.String(required=True)
    author = fields.String(required=True)
    mine = fields.Boolean(required=True)
    at = fields.String(required=True)
    text = fields.String(required=True)


class TalkThreadOut(Schema):
    id = fields.String(required=True)
    card = fields.String(required=True, allow_none=True, metadata={"description": "null: about the whole"})
    resolved = fields.Boolean(required=True)
    words = fields.List(fields.Nested(WordOut), required=True)


class OpenOnCardOut(Schema):
    card = fields.String(required=True, allow_none=True)
    open = fields.Integer(required=True)


class TalkOut(PageOut):
    items = fields.List(fields.Nested(TalkThreadOut), required=True)
    cards = fields.List(fields.Nested(OpenOnCardOut), required=True, metadata={"description": "with open threads"})


class AskableOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)


class ReviewOfDraftOut(Schema):
    id = fields.String(required=True)
    reviewer = fields.String(required=True)
    mine = fields.Boolean(required=True, metadata={"description": "the viewer is asked"})
    asked_by = fields.String(required=True)
    asked_at = fields.String(required=True)
    revision = fields.Integer(required=True)
    changed_since = fields.Boolean(required=True, metadata={"description": "the draft has been saved since"})
    verdict = fields.String(required=True, allow_none=True, validate=VERDICT)
    text = fields.String(required=True)
    answered_at = fields.String(required=True, allow_none=True)


class ReviewsOfDraftOut(PageOut):
    items = fields.List(fields.Nested(ReviewOfDraftOut), required=True)
    askable = fields.List(fields.Nested(AskableOut), required=True, metadata={"description": "by who may ask"})


class LineOut(Schema):
    text = fields.String(required=True)
    right = fields.Boolean(required=True, allow_none=True)
    explanation = fields.String(required=True)


class FaceOut(Schema):
    prompt = fields.String(required=True)
    body = fields.String(required=True)
    explanation = fields.String(required=True)
    lines = fields.List(fields.Nested(LineOut), required=True)


class ReadCardOut(Schema):
    id = fields.String(required=True)
    number = fields.Integer(required=True)
    type = fields.String(required=True)
    faces = fields.List(fields.Nested(FaceOut), required=True, metadata={"description": "one, or each variant"})


class ReadDraftOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    revision = fields.Integer(required=True)
    changed_at = fields.String(required=True)
    takeaways = fields.List(fields.String(), required=True)
    sources = fields.List(fields.String(), required=True)
    cards = fields.List(fields.Nested(ReadCardOut), required=True)
