"""The shapes of tests before and after a run. Described for the contract; answered without passing through here."""

from marshmallow import Schema, fields

KINDS = ["before", "after"]


class OfferedTestOut(Schema):
    run = fields.String(required=True)
    kind = fields.String(required=True, metadata={"enum": KINDS})
    path = fields.String(required=True)
    cards = fields.Integer(required=True)
    minutes = fields.Integer(required=True)


class AskedOut(Schema):
    module = fields.String(required=True)
    version = fields.String(required=True)
    language = fields.String(required=True)
    card = fields.Dict(required=True)


class TopicOfTestOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)


class AskedModuleOut(Schema):
    module = fields.String(required=True)
    activity = fields.String(required=True)
    quest = fields.String(required=True)
    title = fields.String(required=True)
    topic = fields.Nested(TopicOfTestOut, required=True, allow_none=True)
    week = fields.Integer(required=True)
    open = fields.Boolean(required=True)
    done = fields.Boolean(required=True)


class TestAnswerOut(Schema):
    module = fields.String(required=True)
    card = fields.String(required=True)
    right = fields.Boolean(required=True)


class TestResultOut(Schema):
    taken_at = fields.String(required=True)
    correct = fields.Integer(required=True)
    of = fields.Integer(required=True)
    answers = fields.List(fields.Nested(TestAnswerOut), required=True)


class RunTestOut(Schema):
    run = fields.String(required=True)
    path = fields.String(required=True)
    language = fields.String(required=True)
    offered = fields.String(required=True, allow_none=True, metadata={"enum": [*KINDS, None]})
    cards = fields.List(fields.Nested(AskedOut), required=True)
    minutes = fields.Integer(required=True)
    modules = fields.List(fields.Nested(AskedModuleOut), required=True)
    before = fields.Nested(TestResultOut, required=True, allow_none=True)
    after = fields.Nested(TestResultOut, required=True, allow_none=True)
    skippable = fields.List(fields.String(), required=True)


class ChangeOut(Schema):
    """Shares of right answers in whole per cent, of so many people."""

    people = fields.Integer(required=True)
    before = fields.Integer(required=True)
    after = fields.Integer(required=True)


class TopicChangeOut(ChangeOut):
    title = fields.String(required=True)


class GroupChangeOut(Schema):
    least = fields.Integer(required=True)
    whole = fields.Nested(ChangeOut, required=True, allow_none=True)
    topics = fields.List(fields.Nested(TopicChangeOut), required=True)
