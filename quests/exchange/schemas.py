"""Shapes of what comes in from elsewhere and goes out again."""

from marshmallow import EXCLUDE, Schema, fields, validate

from quests.content.rules.texts import LANGUAGES
from quests.exchange.rules.pasted import MOST_CHARACTERS

LANGUAGE = validate.OneOf(LANGUAGES)


class Loose(Schema):
    """Unknown fields are ignored: what a client adds decides nothing."""

    class Meta:
        unknown = EXCLUDE


class ParseIn(Loose):
    text = fields.String(required=True, validate=validate.Length(max=MOST_CHARACTERS))
    language = fields.String(required=True, validate=LANGUAGE)


class ToldOut(Schema):
    line = fields.Integer(required=True, metadata={"description": "from 1"})
    code = fields.String(required=True)
    text = fields.String(required=True)


class ParsedOut(Schema):
    title = fields.String(required=True, metadata={"description": "empty where the text has none"})
    cards = fields.List(fields.Dict(keys=fields.String()), required=True, metadata={"description": "in stored form"})
    starts = fields.List(fields.Integer(), required=True, metadata={"description": "the line of each card, from 1"})
    lines = fields.List(fields.Nested(ToldOut), required=True)
