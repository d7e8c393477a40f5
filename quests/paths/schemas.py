"""The shapes of quests as lists show them. Described for the contract; answered without passing through here."""

from marshmallow import EXCLUDE, Schema, fields, validate

from app.identity.models import LANGUAGES


class WeekOut(Schema):
    year = fields.Integer(required=True)
    week = fields.Integer(required=True)
    starts_on = fields.String(required=True)
    ends_on = fields.String(required=True)


class ProgressOut(Schema):
    done = fields.Integer(required=True)
    total = fields.Integer(required=True)


class ExamOut(Schema):
    """What it takes to pass, and the attempts that are left today. `next_at`: when there are some again."""

    pass_share = fields.Float(required=True, data_key="pass")
    attempts_a_day = fields.Integer(required=True)
    attempts_left = fields.Integer(required=True)
    next_at = fields.String(required=True, allow_none=True)


class ActivityOut(Schema):
    id = fields.String(required=True)
    kind = fields.String(required=True)
    module = fields.String(required=True)
    version = fields.String(required=True)
    structure = fields.String(required=True)
    languages = fields.List(fields.String(validate=validate.OneOf(LANGUAGES)), required=True)
    title = fields.String(required=True)
    seconds = fields.Integer(required=True)
    done = fields.Boolean(required=True)
    optional = fields.Boolean(required=True)
    exam = fields.Nested(ExamOut)
    skipped = fields.Boolean()


class NextOut(Schema):
    activity = fields.String(required=True)
    kind = fields.String(required=True)
    version = fields.String(required=True)
    title = fields.String(required=True)
    seconds = fields.Integer(required=True)


class TitleOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)


class QuestOut(Schema):
    id = fields.String(required=True)
    run = fields.String(required=True)
    path = fields.Nested(TitleOut, required=True)
    title = fields.String(required=True)
    story = fields.String(required=True)
    goal = fields.String(required=True)
    terrain = fields.String(required=True)
    week = fields.Nested(WeekOut, required=True)
    opened_at = fields.String(required=True)
    closes_at = fields.String(required=True)
    deadline_at = fields.String(required=True, allow_none=True)
    mandatory = fields.Boolean(required=True)
    pilot = fields.Boolean(metadata={"description": "whether it is tried out before it is given to all; else absent"})
    progress = fields.Nested(ProgressOut, required=True)
    minutes_left = fields.Integer(required=True)
    next = fields.Nested(NextOut, required=True, allow_none=True)
    activities = fields.List(fields.Nested(ActivityOut), required=True)


class StageOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    terrain = fields.String(required=True)
    week = fields.Nested(WeekOut, required=True)
    state = fields.String(required=True, metadata={"enum": ["open", "coming", "done", "catch_up"]})
    opens_at = fields.String(required=True)
    closes_at = fields.String(required=True)
    progress = fields.Nested(ProgressOut, required=True)
    minutes_left = fields.Integer(required=True)
    minutes = fields.Integer(required=True)


class PathOut(Schema):
    id = fields.String(required=True)
    run = fields.String(required=True)
    title = fields.String(required=True)
    story = fields.String(required=True)
    goal = fields.String(required=True)
    mandatory = fields.Boolean(required=True)
    may_leave = fields.Boolean(required=True)
    progress = fields.Nested(ProgressOut, required=True)
    quests_done = fields.Nested(ProgressOut, required=True)
    minutes_left = fields.Integer(required=True)
    quests = fields.List(fields.Nested(StageOut), required=True)


class TeaserOut(Schema):
    run = fields.String(required=True)
    path_title = fields.String(required=True)
    opens_at = fields.String(required=True)
    module = fields.String(required=True)
    version = fields.String(required=True)
    languages = fields.List(fields.String(validate=validate.OneOf(LANGUAGES)), required=True)
    title = fields.String(required=True)
    seconds = fields.Integer(required=True)


class PathsOut(Schema):
    items = fields.List(fields.Nested(PathOut), required=True)
    teasers = fields.List(fields.Nested(TeaserOut), required=True)


class ExploreIn(Schema):
    class Meta:
        unknown = EXCLUDE

    search = fields.String(load_default="", validate=validate.Length(max=100))


class OfferOut(Schema):
    run = fields.String(required=True)
    path = fields.Nested(TitleOut, required=True)
    story = fields.String(required=True)
    goal = fields.String(required=True)
    terrain = fields.String(required=True)
    opens_at = fields.String(required=True, allow_none=True)
    stages = fields.Integer(required=True)
    posts = fields.Integer(required=True)
    minutes = fields.Integer(required=True)
    begun = fields.Boolean(required=True)


class OffersOut(Schema):
    items = fields.List(fields.Nested(OfferOut), required=True)
    page = fields.Integer(required=True)
    pages = fields.Integer(required=True)
    total = fields.Integer(required=True)


class StartedOut(Schema):
    run = fields.String(required=True)
    quest = fields.String(required=True, allow_none=True)
    opens_at = fields.String(required=True, allow_none=True)


class ModuleOut(Schema):
    """The head of a module document; its cards are described with the content format."""

    format = fields.String(required=True)
    module = fields.String(required=True)
    version = fields.String(required=True)
    structure = fields.String(required=True)
    language = fields.String(required=True)
    languages = fields.List(fields.String(), required=True)
    title = fields.String(required=True)
    seconds = fields.Integer(required=True)
    cards = fields.List(fields.Dict(), required=True)


class MediaIn(Schema):
    """How wide the screen shows a picture, in its own pixels."""

    width = fields.Integer(load_default=None, validate=validate.Range(1, 10_000))
