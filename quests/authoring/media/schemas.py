"""Shapes of the library's routes. What goes out is described for the contract and answered without passing through."""

from marshmallow import EXCLUDE, Schema, fields, validate

from app.core.shapes import Matching, Number
from app.identity.models import LANGUAGES
from quests.authoring.media.rules import LICENCES, LONGEST_ALT, LONGEST_CREDIT, LONGEST_SOURCE, LONGEST_TITLE
from quests.authoring.media.uses import DRAFT, EARLIER, PUBLISHED
from quests.authoring.schemas import Loose, PageOut

FAMILIES = ("picture", "audio", "video", "captions")
TYPED = Matching(r"^[^\x00-\x1f\x7f-\x9f]*$")
ADDRESS = Matching(r"^(https?://[^\x00-\x20\x7f-\x9f]+)?$")


def _typed(most: int, *also: validate.Validator) -> fields.String:
    return fields.String(validate=[validate.Length(max=most), *(also or (TYPED,))])


class SentIn(Schema):
    """The name of the file, of which a title is made."""

    class Meta:
        unknown = EXCLUDE

    name = fields.String(load_default="", validate=[validate.Length(max=300), TYPED])


class AskedIn(Schema):
    class Meta:
        unknown = EXCLUDE

    q = fields.String(load_default="", validate=[validate.Length(max=100), TYPED])
    family = fields.String(load_default=None, validate=validate.OneOf(FAMILIES))
    unused = fields.Boolean(load_default=False, truthy={"true"}, falsy={"false"})


class FocusIn(Loose):
    x = Number(required=True, validate=validate.Range(0, 1))
    y = Number(required=True, validate=validate.Range(0, 1))


class AltIn(Loose):
    nb = _typed(LONGEST_ALT)
    nn = _typed(LONGEST_ALT)
    en = _typed(LONGEST_ALT)


class DescriptionIn(Loose):
    """What is not given stays as it was. `alt` is given whole: a language left out has none."""

    title = _typed(LONGEST_TITLE)
    alt = fields.Nested(AltIn)
    focus = fields.Nested(FocusIn, allow_none=True)
    licence = fields.String(allow_none=True, validate=validate.OneOf(LICENCES))
    credit = _typed(LONGEST_CREDIT)
    source = _typed(LONGEST_SOURCE, ADDRESS)


class FocusOut(Schema):
    x = fields.Float(required=True)
    y = fields.Float(required=True)


class UseOut(Schema):
    module = fields.String(required=True)
    title = fields.String(required=True)
    where = fields.String(required=True, metadata={"enum": [PUBLISHED, EARLIER, DRAFT]})


class StudioMediumOut(Schema):
    """`title` is what an editor has called it, `named` what to call it on a screen; both can be empty."""

    hash = fields.String(required=True)
    media_type = fields.String(required=True)
    family = fields.String(required=True, metadata={"enum": list(FAMILIES)})
    size = fields.Integer(required=True)
    seconds = fields.Integer(required=True, allow_none=True)
    width = fields.Integer(required=True, allow_none=True)
    height = fields.Integer(required=True, allow_none=True)
    title = fields.String(required=True)
    named = fields.String(required=True)
    alt = fields.Dict(keys=fields.String(validate=validate.OneOf(LANGUAGES)), values=fields.String(), required=True)
    focus = fields.Nested(FocusOut, required=True, allow_none=True)
    licence = fields.String(required=True, allow_none=True, metadata={"enum": [*LICENCES, None]})
    credit = fields.String(required=True)
    source = fields.String(required=True)
    added_at = fields.String(required=True)
    added_by = fields.String(required=True, allow_none=True)
    uses = fields.List(fields.Nested(UseOut), required=True)
    used = fields.Integer(required=True, metadata={"description": "how many uses there are; the first are named"})


class RoomOut(Schema):
    taken = fields.Integer(required=True)
    most = fields.Integer(required=True)


class StudioMediaOut(PageOut):
    items = fields.List(fields.Nested(StudioMediumOut), required=True)
    room = fields.Nested(RoomOut, required=True, metadata={"description": "in bytes"})
