"""Shapes of the letter protocol. What is inside a letter is read by `letters.py`, each for itself."""

from marshmallow import EXCLUDE, Schema, fields, validate


class EnvelopeIn(Schema):
    class Meta:
        unknown = EXCLUDE

    sent_at = fields.String(required=True, metadata={"format": "date-time"})
    letters = fields.List(fields.Raw(), required=True)


class NoticeOut(Schema):
    code = fields.String(required=True)
    points = fields.Integer()
    title = fields.String(metadata={"description": "competence, badge: what was earned"})
    valid_until = fields.String(allow_none=True, metadata={"description": "competence: its last day; null: for good"})
    badge = fields.String(metadata={"description": "badge: its slug"})
    drawing = fields.String(metadata={"description": "badge: the name of its drawing"})


class EntryOut(Schema):
    kind = fields.String(required=True)
    points = fields.Integer(required=True)
    count = fields.Integer(required=True)


class ExaminedCardOut(Schema):
    """A card of an exam with its key and explanations, as the device knows it."""

    id = fields.String(required=True)
    right = fields.Boolean(required=True)
    card = fields.Dict(required=True)


class ExaminedOut(Schema):
    passed = fields.Boolean(required=True)
    pass_share = fields.Float(required=True, data_key="pass")
    attempts_left = fields.Integer(required=True)
    next_at = fields.String(required=True, allow_none=True)
    cards = fields.List(fields.Nested(ExaminedCardOut), required=True)
    takeaways = fields.List(fields.String(), required=True)
    sources = fields.List(fields.Dict(), required=True)


class VerdictOut(Schema):
    id = fields.String(required=True, allow_none=True)
    status = fields.String(required=True, metadata={"enum": ["accepted", "known", "refused"]})
    code = fields.String(required=True, allow_none=True)
    points = fields.Integer(required=True)
    correct = fields.Integer(required=True)
    of = fields.Integer(required=True)
    notices = fields.List(fields.Nested(NoticeOut), required=True)
    entries = fields.List(fields.Nested(EntryOut))
    exam = fields.Nested(ExaminedOut)


class VerdictsOut(Schema):
    verdicts = fields.List(fields.Nested(VerdictOut), required=True)


class SealedIn(Schema):
    class Meta:
        unknown = EXCLUDE

    token = fields.String(required=True, validate=validate.Length(max=200))
    key = fields.String(required=True, validate=validate.Length(max=2000))
    iv = fields.String(required=True, validate=validate.Length(max=64))
    sealed = fields.String(required=True, validate=validate.Length(max=400 * 1024))


class SealedOut(Schema):
    received = fields.Integer(required=True)
    refused = fields.Integer(required=True)


class BestOut(Schema):
    module = fields.String(required=True)
    card = fields.String(required=True)
    stars = fields.Integer(required=True)
    goals = fields.Integer(required=True)
    best_at = fields.String(required=True, metadata={"format": "date-time"})


class BestsOut(Schema):
    items = fields.List(fields.Nested(BestOut), required=True)
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)
