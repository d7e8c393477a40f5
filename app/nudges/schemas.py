"""Shapes that come in and go out of the routes of nudges."""

from marshmallow import Schema, ValidationError, fields, validate, validates

from app.core.http import PAGE_SIZE
from app.core.shapes import YesOrNo
from app.identity.schemas import Loose, PageOut
from app.nudges.rules.deciding import KINDS
from app.nudges.rules.endpoints import LONGEST, is_device_key, is_secret


class KeysIn(Loose):
    p256dh = fields.String(required=True, validate=validate.Length(max=200))
    auth = fields.String(required=True, validate=validate.Length(max=200))

    @validates("p256dh")
    def _a_point(self, value: str, **_: object) -> None:
        if not is_device_key(value):
            raise ValidationError("A point of P-256, uncompressed, in base64url.")

    @validates("auth")
    def _a_secret(self, value: str, **_: object) -> None:
        if not is_secret(value):
            raise ValidationError("16 bytes in base64url.")


class SubscriptionIn(Loose):
    endpoint = fields.String(required=True, validate=validate.Length(min=1, max=LONGEST))
    keys = fields.Nested(KeysIn, required=True)


class SubscriptionOut(Schema):
    id = fields.String(required=True)
    service = fields.String(required=True)
    created_at = fields.String(required=True)
    sent_at = fields.String(required=True, allow_none=True, metadata={"description": "last taken by its service"})
    refused_at = fields.String(required=True, allow_none=True, metadata={"description": "last refused by its service"})
    this_device = fields.Boolean(required=True)


class SubscriptionsOut(PageOut):
    items = fields.List(fields.Nested(SubscriptionOut), required=True)


class PushKeyOut(Schema):
    key = fields.String(required=True, metadata={"description": "VAPID public key, base64url"})


class PushTestOut(Schema):
    outcome = fields.String(
        required=True,
        validate=validate.OneOf(["sent", "gone", "again", "given_up"]),
        metadata={"description": "of all"},
    )


class NudgedQuestOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    closes_at = fields.String(required=True)
    deadline_at = fields.String(required=True, allow_none=True)


class EndingOut(Schema):
    title = fields.String(required=True)
    valid_until = fields.String(required=True, metadata={"format": "date"})


class ReasonOut(Schema):
    code = fields.String(required=True)
    paths = fields.List(fields.String(), required=True)
    hour = fields.Integer(required=True, metadata={"description": "the local hour it was meant for"})
    by_habit = fields.Boolean(required=True, metadata={"description": "it is when the person usually plays"})
    pushed = fields.Boolean(required=True, metadata={"description": "to a device too, not in the inbox only"})


class NudgeOut(Schema):
    id = fields.String(required=True)
    kind = fields.String(required=True)
    at = fields.String(required=True)
    to = fields.String(required=True, metadata={"description": "address in the app"})
    read_at = fields.String(required=True, allow_none=True)
    quests = fields.List(fields.Nested(NudgedQuestOut), required=True)
    certificate = fields.Nested(
        EndingOut, required=True, allow_none=True, metadata={"description": "the certificate whose end it is about"}
    )
    module = fields.String(
        required=True, allow_none=True, metadata={"description": "the title of the module it is about"}
    )
    reason = fields.Nested(ReasonOut, required=True)


class InboxOut(PageOut):
    items = fields.List(fields.Nested(NudgeOut), required=True)
    unread = fields.Integer(required=True)


class ReadIn(Loose):
    ids = fields.List(fields.UUID(), required=True, validate=validate.Length(min=1, max=PAGE_SIZE))


class ReadOut(Schema):
    unread = fields.Integer(required=True)


class SwitchesIn(Loose):
    quest_opened = YesOrNo()
    reminder = YesOrNo()
    deadline = YesOrNo()
    help = YesOrNo()


SwitchesOut = Schema.from_dict({kind: fields.Boolean(required=True) for kind in KINDS}, name="SwitchesOut")
