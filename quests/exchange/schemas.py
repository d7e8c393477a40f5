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


class LanguageIn(Loose):
    language = fields.String(load_default=None, allow_none=True, validate=LANGUAGE)


class SheetRowOut(Schema):
    row = fields.Integer(required=True, metadata={"description": "as the spreadsheet numbers it"})
    module = fields.String(required=True)
    kind = fields.String(required=True, allow_none=True)
    prompt = fields.String(required=True)
    state = fields.String(required=True, metadata={"enum": ["ok", "partly", "not", "example"]})
    notes = fields.List(fields.String(), required=True)


class SheetModuleOut(Schema):
    title = fields.String(required=True)
    cards = fields.Integer(required=True)


class SheetPreviewOut(Schema):
    rows = fields.List(fields.Nested(SheetRowOut), required=True)
    modules = fields.List(fields.Nested(SheetModuleOut), required=True)
    unread = fields.List(fields.String(), required=True, metadata={"description": "columns that are not read"})


class MadeOut(SheetModuleOut):
    id = fields.String(required=True)


class SheetMadeOut(Schema):
    modules = fields.List(fields.Nested(MadeOut), required=True)
