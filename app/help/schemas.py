"""Shapes that come in and go out of help's routes."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Matching, YesOrNo, lines
from app.help.rules import LONGEST, STATES
from app.identity.schemas import Loose, PageOut


class PostIn(Loose):
    version = fields.String(required=True, validate=Matching(r"^[0-9a-f]{64}$"))
    card = fields.String(load_default=None, allow_none=True, validate=validate.Length(min=1, max=64))


class HelpIn(Loose):
    key = fields.UUID(required=True)
    text = lines(LONGEST)
    about = fields.Nested(PostIn, load_default=None, allow_none=True)
    shared = YesOrNo(
        load_default=False, metadata={"description": "whether who makes the post may read it too, without a name"}
    )


class ReplyIn(Loose):
    key = fields.UUID(required=True)
    text = lines(LONGEST)


class HelperOut(Schema):
    name = fields.String(required=True)


class HelpPlaceOut(Schema):
    name = fields.String(required=True)
    helpers = fields.List(fields.Nested(HelperOut), required=True)


class HelpOut(Schema):
    place = fields.Nested(
        HelpPlaceOut, required=True, allow_none=True, metadata={"description": "the department that would be asked"}
    )
    helps = fields.Boolean(required=True, metadata={"description": "whether the viewer answers questions"})
    waiting = fields.Integer(required=True, metadata={"description": "questions that wait for the viewer's answer"})
    open = fields.Integer(required=True, metadata={"description": "the viewer's own that wait"})
    answered = fields.Integer(required=True, metadata={"description": "the viewer's own that are answered"})


class PostOut(Schema):
    title = fields.String(required=True)
    prompt = fields.String(required=True, allow_none=True)
    to = fields.String(required=True, metadata={"description": "where it is played, or only read, in the app"})


class RequestOut(Schema):
    id = fields.String(required=True)
    key = fields.String(required=True, allow_none=True, metadata={"description": "the viewer's own key, else null"})
    state = fields.String(required=True, validate=validate.OneOf([each for each in STATES if each != "withdrawn"]))
    mine = fields.Boolean(required=True)
    asker = fields.String(required=True)
    department = fields.String(required=True)
    text = fields.String(required=True)
    about = fields.Nested(PostOut, required=True, allow_none=True)
    asked_at = fields.String(required=True)
    last_word_at = fields.String(required=True)


class RequestsOut(PageOut):
    items = fields.List(fields.Nested(RequestOut), required=True)


class ReplyOut(Schema):
    id = fields.String(required=True)
    at = fields.String(required=True)
    author = fields.String(required=True)
    mine = fields.Boolean(required=True)
    text = fields.String(required=True)


class ThreadOut(RequestOut):
    shared = fields.Boolean(required=True, metadata={"description": "who makes the post reads it too, without names"})
    helpers = fields.List(fields.Nested(HelperOut), required=True, metadata={"description": "who can read it today"})
    replies = fields.List(fields.Nested(ReplyOut), required=True)


class PostQuestionOut(Schema):
    id = fields.String(required=True)
    text = fields.String(required=True)
    answers = fields.List(fields.String(), required=True, metadata={"description": "what colleagues said, no names"})
    card = fields.String(required=True, allow_none=True)
    prompt = fields.String(required=True, allow_none=True)
    still = fields.Boolean(required=True, metadata={"description": "whether the post, as it is in force, has the card"})
    asked_on = fields.String(required=True, metadata={"format": "date", "description": "a day, never an hour"})


class PostQuestionsOut(PageOut):
    items = fields.List(fields.Nested(PostQuestionOut), required=True)
