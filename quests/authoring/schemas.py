"""Shapes of the studio's routes. What goes out is described for the contract and answered without passing through."""

from marshmallow import EXCLUDE, Schema, fields, validate

from app.core.shapes import Whole, YesOrNo
from app.identity.models import LANGUAGES, ROLES
from quests.authoring.rules import MOST_DEADLINE_DAYS, MOST_TEASERS
from quests.paths.schemas import TitleOut, WeekOut

LANGUAGE = validate.OneOf(LANGUAGES)
NAMED = ROLES[1:]  # everybody learns: nobody is named by it
STATES = ["cancelled", "planned", "running", "over"]


class Loose(Schema):
    """Unknown fields are ignored: what a client adds decides nothing."""

    class Meta:
        unknown = EXCLUDE


class AudienceIn(Loose):
    everyone = YesOrNo(load_default=False)
    departments = fields.List(fields.UUID(), load_default=list, validate=validate.Length(max=200))
    roles = fields.List(
        fields.String(validate=validate.OneOf(NAMED)), load_default=list, validate=validate.Length(max=len(NAMED))
    )


class RunIn(Loose):
    path = fields.UUID(required=True)
    audience = fields.Nested(AudienceIn, required=True)
    anchor = fields.String(required=True, validate=validate.OneOf(("calendar", "enrolment")))
    enrolling = fields.String(required=True, validate=validate.OneOf(("audience", "opt_in")))
    starts_on = fields.Date(required=True)
    mandatory = YesOrNo(load_default=False)
    deadline_days = Whole(load_default=None, allow_none=True, validate=validate.Range(1, MOST_DEADLINE_DAYS))
    teasers = fields.List(
        fields.String(validate=validate.Length(1, 80)), load_default=list, validate=validate.Length(max=MOST_TEASERS)
    )
    teaser_from = fields.Date(load_default=None, allow_none=True)


class RunsIn(Loose):
    path = fields.UUID(load_default=None, allow_none=True)


class PageOut(Schema):
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)


class RunCountsOut(Schema):
    planned = fields.Integer(required=True)
    running = fields.Integer(required=True)
    over = fields.Integer(required=True)


class StudioPathOut(Schema):
    id = fields.String(required=True)
    slug = fields.String(required=True)
    title = fields.String(required=True)
    stages = fields.Integer(required=True)
    modules = fields.Integer(required=True)
    minutes = fields.Integer(required=True)
    languages = fields.List(fields.String(validate=LANGUAGE), required=True)
    runs = fields.Nested(RunCountsOut, required=True)


class StudioPathsOut(PageOut):
    items = fields.List(fields.Nested(StudioPathOut), required=True)


class StudioModuleOut(Schema):
    slug = fields.String(required=True)
    title = fields.String(required=True)
    version = fields.String(required=True)
    languages = fields.List(fields.String(validate=LANGUAGE), required=True)
    seconds = fields.Integer(required=True)
    exercises = fields.Integer(required=True)


class StudioStageOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    terrain = fields.String(required=True)
    minutes = fields.Integer(required=True)
    modules = fields.List(fields.Nested(StudioModuleOut), required=True)


class WholePathOut(StudioPathOut):
    story = fields.String(required=True)
    goal = fields.String(required=True)
    stages_held = fields.List(fields.Nested(StudioStageOut), required=True)


class AudienceOut(Schema):
    everyone = fields.Boolean(required=True)
    departments = fields.List(fields.Nested(TitleOut), required=True)
    roles = fields.List(fields.String(), required=True)


class RunOut(Schema):
    id = fields.String(required=True)
    path = fields.Nested(TitleOut, required=True)
    audience = fields.Nested(AudienceOut, required=True)
    anchor = fields.String(required=True, metadata={"enum": ["calendar", "enrolment"]})
    enrolling = fields.String(required=True, metadata={"enum": ["audience", "opt_in"]})
    starts_on = fields.String(required=True)
    mandatory = fields.Boolean(required=True)
    deadline_days = fields.Integer(required=True, allow_none=True)
    teasers = fields.List(fields.String(), required=True)
    teaser_from = fields.String(required=True, allow_none=True)
    state = fields.String(required=True, metadata={"enum": STATES})
    may_cancel = fields.Boolean(required=True)
    enrolled = fields.Integer(required=True)
    pretest = fields.Boolean(required=True)
    opens_at = fields.String(required=True, allow_none=True)
    first_week = fields.Nested(WeekOut, required=True, allow_none=True)
    last_week = fields.Nested(WeekOut, required=True, allow_none=True)


class RunsOut(PageOut):
    items = fields.List(fields.Nested(RunOut), required=True)


class ForecastOut(Schema):
    people = fields.Integer(required=True)
    stages = fields.Integer(required=True)
    opens_at = fields.String(required=True, allow_none=True)
    first_week = fields.Nested(WeekOut, required=True, allow_none=True)
    last_week = fields.Nested(WeekOut, required=True, allow_none=True)


class DepartmentOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    depth = fields.Integer(required=True)


class DepartmentsOut(PageOut):
    items = fields.List(fields.Nested(DepartmentOut), required=True)


class PreviewedOut(Schema):
    slug = fields.String(required=True)
    title = fields.String(required=True)
    state = fields.String(required=True, metadata={"enum": ["new", "changed", "unchanged"]})
    languages = fields.List(fields.String(validate=LANGUAGE), required=True)


class PreviewedModuleOut(PreviewedOut):
    seconds = fields.Integer(required=True)


class PreviewedPathOut(PreviewedOut):
    stages = fields.Integer(required=True)


class PreviewOut(Schema):
    modules = fields.List(fields.Nested(PreviewedModuleOut), required=True)
    paths = fields.List(fields.Nested(PreviewedPathOut), required=True)
    pictures = fields.Integer(required=True)


class ImportedOut(Schema):
    modules = fields.Integer(required=True)
    new = fields.Integer(required=True)
    changed = fields.Integer(required=True)
    paths = fields.List(fields.String(), required=True)
