"""Shapes that come in and go out of identity's routes."""

from marshmallow import EXCLUDE, Schema, fields, validate

from app.core.shapes import Matching, YesOrNo, text
from app.identity.models import LANGUAGES, WEEKLY_GOALS
from app.identity.rules import LONGEST_PIN, SHORTEST_PIN


class Loose(Schema):
    """Unknown fields are ignored: what a client adds decides nothing."""

    class Meta:
        unknown = EXCLUDE


class SignInIn(Loose):
    organisation = text(64)
    employee_number = text(64)
    pin = text(LONGEST_PIN)
    shared = YesOrNo(load_default=False)


class PinIn(Loose):
    old = text(LONGEST_PIN)
    new = fields.String(required=True, validate=Matching(rf"^[0-9]{{{SHORTEST_PIN},{LONGEST_PIN}}}$"))


class SettingsIn(Loose):
    language = fields.String(validate=validate.OneOf(LANGUAGES))
    alias = fields.String(
        allow_none=True,
        validate=[validate.Length(min=2, max=24), Matching(r"^(?=.*\S.*\S)[^\x00-\x1f\x7f-\x9f]+$")],
    )
    on_boards = YesOrNo()
    show_name = YesOrNo()
    game_layer = YesOrNo()
    in_league = YesOrNo()
    weekly_goal = fields.String(validate=validate.OneOf(WEEKLY_GOALS))
    practised = YesOrNo()


class PersonOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    first_name = fields.String(required=True)
    alias = fields.String(required=True, allow_none=True)
    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))
    roles = fields.List(fields.String(), required=True)


class SealOut(Schema):
    key = fields.String(required=True, metadata={"description": "RSA public key, base64 of SubjectPublicKeyInfo"})
    token = fields.String(required=True, metadata={"description": "opens POST /play/sealed once"})


class SessionOut(Schema):
    person = fields.Nested(PersonOut, required=True)
    csrf_token = fields.String(required=True)
    seal = fields.Nested(SealOut, required=True)


class PlaceOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    primary = fields.Boolean(required=True)
    share = fields.Float(required=True)


class OrganisationOut(Schema):
    code = fields.String(required=True)
    name = fields.String(required=True)
    time_zone = fields.String(required=True)
    game_layer = fields.Boolean(required=True, metadata={"description": "whether points and boards are shown at all"})
    leagues = fields.Boolean(required=True, metadata={"description": "whether one may join weekly groups"})


class SettingsOut(Schema):
    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))
    alias = fields.String(required=True, allow_none=True)
    on_boards = fields.Boolean(required=True)
    show_name = fields.Boolean(required=True)
    game_layer = fields.Boolean(required=True)
    in_league = fields.Boolean(required=True)
    weekly_goal = fields.String(required=True, validate=validate.OneOf(WEEKLY_GOALS))
    practised = fields.Boolean(
        required=True, metadata={"description": "has played the practice post, or passed it over"}
    )


class PointsOut(Schema):
    total = fields.Integer(required=True)
    week = fields.Integer(required=True)


class DeviceOut(Schema):
    enrolled = fields.Boolean(required=True, metadata={"description": "whether a QR code or a passkey vouched for it"})
    code = fields.String(required=True, allow_none=True, validate=validate.OneOf(["device_not_enrolled"]))
    waiting = fields.List(fields.String(), required=True, metadata={"description": "roles not in force on this device"})


class MeOut(Schema):
    person = fields.Nested(PersonOut, required=True)
    organisation = fields.Nested(OrganisationOut, required=True)
    csrf_token = fields.String(required=True)
    points = fields.Nested(PointsOut, required=True)
    settings = fields.Nested(SettingsOut, required=True)
    departments = fields.List(fields.Nested(PlaceOut), required=True)
    device = fields.Nested(DeviceOut, required=True)


class PageOut(Schema):
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)


class LookOut(Schema):
    at = fields.String(required=True)
    viewer = fields.String(required=True)
    what = fields.String(required=True)


class LooksOut(PageOut):
    items = fields.List(fields.Nested(LookOut), required=True)


class ColleagueOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    employee_number = fields.String(required=True)
    departments = fields.List(fields.Nested(PlaceOut), required=True)
    active = fields.Boolean(required=True)
