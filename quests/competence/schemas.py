"""Shapes that come in and go out of competence's routes."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Matching, Whole, YesOrNo
from app.identity.models import LANGUAGES, ROLES
from app.identity.schemas import Loose, PageOut
from quests.competence.rules import LONGEST_TITLE, MOST_MONTHS, MOST_TOPICS, MOST_WINDOW, STATES
from quests.paths.schemas import TitleOut

DAY = {"format": "date"}
_TYPED = Matching(r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f]+$")


class PostOfTopicOut(Schema):
    title = fields.String(required=True)
    quest = fields.String(required=True)
    activity = fields.String(required=True)
    done = fields.Boolean(required=True)


class TopicStandingOut(Schema):
    topic = fields.String(required=True)
    title = fields.String(required=True)
    done = fields.Integer(required=True)
    needed = fields.Integer(required=True)
    posts = fields.List(fields.Nested(PostOfTopicOut), required=True, metadata={"description": "open to the viewer"})


class CompetenceOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    mandatory = fields.Boolean(required=True)
    required = fields.Boolean(required=True, metadata={"description": "false: only a certificate that still holds"})
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    months = fields.Integer(
        required=True, allow_none=True, metadata={"description": "how long it holds; null: for good"}
    )
    achieved_on = fields.String(required=True, allow_none=True, metadata=DAY)
    valid_until = fields.String(required=True, allow_none=True, metadata={**DAY, "description": "its last day"})
    renews_from = fields.String(required=True, allow_none=True, metadata=DAY)
    done = fields.Integer(required=True, metadata={"description": "items that count towards the next certificate"})
    needed = fields.Integer(required=True)
    certificate = fields.Boolean(required=True, metadata={"description": "one is in force and can be fetched"})
    topics = fields.List(fields.Nested(TopicStandingOut), required=True)


class CompetencesOut(PageOut):
    items = fields.List(fields.Nested(CompetenceOut), required=True)
    today = fields.String(required=True, metadata=DAY)


class TextsIn(Loose):
    nb = fields.String(required=True, validate=[validate.Length(max=LONGEST_TITLE), _TYPED])
    nn = fields.String(required=True, validate=[validate.Length(max=LONGEST_TITLE), _TYPED])
    en = fields.String(required=True, validate=[validate.Length(max=LONGEST_TITLE), _TYPED])


class TopicIn(Loose):
    topic = fields.String(required=True, validate=validate.Length(min=1, max=80))
    share = Whole(required=True, validate=validate.Range(1, 100))


class MeantIn(Loose):
    everyone = YesOrNo(load_default=False)
    departments = fields.List(fields.UUID(), load_default=list, validate=validate.Length(max=200))
    roles = fields.List(
        fields.String(validate=validate.OneOf(ROLES[1:])), load_default=list, validate=validate.Length(max=len(ROLES))
    )


class RequirementIn(Loose):
    title = fields.Nested(TextsIn, required=True)
    topics = fields.List(fields.Nested(TopicIn), required=True, validate=validate.Length(min=1, max=MOST_TOPICS))
    audience = fields.Nested(MeantIn, required=True)
    mandatory = YesOrNo(load_default=True)
    months = Whole(required=True, allow_none=True, validate=validate.Range(1, MOST_MONTHS))
    window = Whole(required=True, validate=validate.Range(0, MOST_WINDOW))


class RequiredTopicOut(Schema):
    topic = fields.String(required=True)
    title = fields.String(required=True)
    share = fields.Integer(required=True, metadata={"description": "per cent of its items"})
    items = fields.Integer(required=True)


class MeantOut(Schema):
    everyone = fields.Boolean(required=True)
    departments = fields.List(fields.Nested(TitleOut), required=True)
    roles = fields.List(fields.String(), required=True)


TitlesOut = Schema.from_dict({each: fields.String(required=True) for each in LANGUAGES}, name="TitlesOut")
StateCountsOut = Schema.from_dict({each: fields.Integer(required=True) for each in STATES}, name="StateCountsOut")


class RequirementOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    titles = fields.Nested(TitlesOut, required=True)
    mandatory = fields.Boolean(required=True)
    topics = fields.List(fields.Nested(RequiredTopicOut), required=True)
    audience = fields.Nested(MeantOut, required=True)
    months = fields.Integer(required=True, allow_none=True)
    window = fields.Integer(required=True, metadata={"description": "days before the end in which it can be renewed"})
    ended = fields.Boolean(required=True)
    counts = fields.Nested(
        StateCountsOut, required=True, allow_none=True, metadata={"description": "null for groups under five"}
    )


class RequirementsOut(PageOut):
    items = fields.List(fields.Nested(RequirementOut), required=True)


class TopicOut(Schema):
    topic = fields.String(required=True)
    title = fields.String(required=True)
    items = fields.Integer(required=True, metadata={"description": "what is to be remembered of it"})
    modules = fields.Integer(required=True)


class TopicsOut(PageOut):
    items = fields.List(fields.Nested(TopicOut), required=True)


class LedRequirementOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    mandatory = fields.Boolean(required=True, metadata={"description": "whether the leader may see it by name"})
    counts = fields.Nested(StateCountsOut, required=True, allow_none=True)


class LedRequirementsOut(PageOut):
    items = fields.List(fields.Nested(LedRequirementOut), required=True)


class HolderOut(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    state = fields.String(required=True, validate=validate.OneOf(["missing", "valid", "renew", "expired"]))
    achieved_on = fields.String(required=True, allow_none=True, metadata=DAY)
    valid_until = fields.String(required=True, allow_none=True, metadata=DAY)


class HoldersOut(PageOut):
    title = fields.String(required=True)
    items = fields.List(fields.Nested(HolderOut), required=True)
