"""Shapes of what comes in from elsewhere and goes out again."""

from marshmallow import Schema, fields, validate

from quests.authoring.schemas import LANGUAGE, Loose, PageOut
from quests.exchange.rules.pasted import MOST_CHARACTERS
from quests.exchange.rules.translations import MOST_UNITS


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


class SpokenOut(Schema):
    language = fields.String(required=True, validate=LANGUAGE)
    state = fields.String(required=True, metadata={"enum": ["whole", "stale", "part", "none"]})
    texts = fields.Integer(required=True)
    written = fields.Integer(required=True)
    stale = fields.Integer(required=True)


class TranslationOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    source = fields.String(required=True, validate=LANGUAGE)
    languages = fields.List(fields.Nested(SpokenOut), required=True)


class TranslationsOut(PageOut):
    items = fields.List(fields.Nested(TranslationOut), required=True)


class NotedTextOut(Schema):
    id = fields.String(required=True)
    code = fields.String(required=True, metadata={"enum": ["unknown", "source_changed", "too_long"]})


class TakenTextsOut(Schema):
    taken = fields.Integer(required=True)
    same = fields.Integer(required=True, metadata={"description": "were here already, and count as looked at"})
    notes = fields.List(fields.Nested(NotedTextOut), required=True)


class RightIn(Loose):
    ids = fields.List(
        fields.String(validate=validate.Length(1, 300)), required=True, validate=validate.Length(1, MOST_UNITS)
    )


class TextOut(Schema):
    id = fields.String(required=True)
    where = fields.String(required=True)
    source = fields.String(required=True)
    target = fields.String(required=True)
    state = fields.String(required=True, metadata={"enum": ["new", "stale", "fresh"]})


class TextsOut(SpokenOut):
    id = fields.String(required=True)
    title = fields.String(required=True)
    source = fields.String(required=True, validate=LANGUAGE)
    items = fields.List(fields.Nested(TextOut), required=True)
