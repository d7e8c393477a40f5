"""Shapes of the routes for drafts."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Whole, text
from app.identity.models import LANGUAGES
from quests.authoring.drafts.rules import DEEDS, STATES
from quests.authoring.schemas import LANGUAGE, Loose, PageOut
from quests.content.rules.inspection import LONGEST_LINE
from quests.paths.schemas import TitleOut

SEVERITIES = ["block", "advise"]
COVERAGE = ["whole", "stale", "part", "none"]


class ModulesIn(Loose):
    q = fields.String(load_default="", validate=validate.Length(max=100))
    state = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(STATES))


class MakeIn(Loose):
    title = text(LONGEST_LINE)
    language = fields.String(required=True, validate=LANGUAGE)
    like = fields.UUID(load_default=None, allow_none=True)


class SaveIn(Loose):
    document = fields.Dict(required=True)


class PublishIn(Loose):
    revision = Whole(required=True, validate=validate.Range(0, 2**31 - 1))


class CoverageOut(Schema):
    nb = fields.String(required=True, metadata={"enum": COVERAGE})
    nn = fields.String(required=True, metadata={"enum": COVERAGE})
    en = fields.String(required=True, metadata={"enum": COVERAGE})


class MadeModuleOut(Schema):
    id = fields.String(required=True)
    slug = fields.String(required=True)
    title = fields.String(required=True)
    state = fields.String(required=True, metadata={"enum": list(STATES)})
    changed = fields.Boolean(required=True)
    version = fields.String(required=True, allow_none=True)
    languages = fields.Nested(CoverageOut, required=True)
    seconds = fields.Integer(required=True, allow_none=True)
    cards = fields.Integer(required=True)
    faults = fields.Integer(required=True)
    advice = fields.Integer(required=True)
    changed_at = fields.String(required=True)
    changed_by = fields.String(required=True, allow_none=True)
    release = fields.String(required=True, allow_none=True)
    paths = fields.List(fields.Nested(TitleOut), required=True)


class ListedModuleOut(MadeModuleOut):
    first_right = fields.Float(required=True, allow_none=True)


class ModuleCountsOut(Schema):
    draft = fields.Integer(required=True)
    pilot = fields.Integer(required=True)
    scheduled = fields.Integer(required=True)
    published = fields.Integer(required=True)
    retired = fields.Integer(required=True)


class ModulesOut(PageOut):
    items = fields.List(fields.Nested(ListedModuleOut), required=True)
    counts = fields.Nested(ModuleCountsOut, required=True)


class CheckOut(Schema):
    severity = fields.String(required=True, metadata={"enum": SEVERITIES})
    code = fields.String(required=True)
    place = fields.String(required=True)
    language = fields.String(required=True, allow_none=True, metadata={"enum": [*LANGUAGES, None]})
    given = fields.Dict(required=True)
    remedy = fields.String(required=True)


class PresentOut(Schema):
    name = fields.String(required=True)
    since = fields.String(required=True)


class PresenceOut(Schema):
    present = fields.List(fields.Nested(PresentOut), required=True)


class WholeModuleOut(MadeModuleOut, PresenceOut):
    document = fields.Dict(required=True)
    revision = fields.Integer(required=True)
    checks = fields.List(fields.Nested(CheckOut), required=True)


class SavedOut(Schema):
    revision = fields.Integer(required=True)
    changed_at = fields.String(required=True)
    checks = fields.List(fields.Nested(CheckOut), required=True)


class ForeseenOut(Schema):
    revision = fields.Integer(required=True)
    first = fields.Boolean(required=True, metadata={"description": "nothing is in force now"})
    unchanged = fields.Boolean(required=True, metadata={"description": "what is in force is the same"})
    same_structure = fields.Boolean(
        required=True,
        allow_none=True,
        metadata={
            "description": "who is in the middle goes on; null where nothing is in force, or it cannot be published"
        },
    )


class PublishedOut(Schema):
    version = fields.String(required=True)
    number = fields.Integer(required=True)


class TakenBackOut(Schema):
    in_force = fields.String(required=True, allow_none=True)


class DifferenceOut(Schema):
    card = fields.String(required=True, allow_none=True)
    field = fields.String(required=True)
    language = fields.String(required=True, allow_none=True)
    before = fields.String(required=True, allow_none=True)
    after = fields.String(required=True, allow_none=True)


class VersionOut(Schema):
    version = fields.String(required=True)
    number = fields.Integer(required=True)
    published_at = fields.String(required=True)
    by = fields.String(required=True, allow_none=True)
    in_force = fields.Boolean(required=True)
    withdrawn = fields.Boolean(required=True)
    same_structure = fields.Boolean(required=True)
    differences = fields.List(fields.Nested(DifferenceOut), required=True)


class VersionsOut(PageOut):
    items = fields.List(fields.Nested(VersionOut), required=True)


class ModuleChangeOut(Schema):
    at = fields.String(required=True)
    by = fields.String(required=True, allow_none=True)
    deed = fields.String(required=True, metadata={"enum": list(DEEDS)})
    version = fields.String(required=True, allow_none=True)


class ModuleChangesOut(PageOut):
    items = fields.List(fields.Nested(ModuleChangeOut), required=True)
