"""Shapes of item statistics. What goes out is described for the contract and answered without passing through."""

from marshmallow import Schema, fields, validate

from app.core.shapes import Matching
from app.identity.schemas import Loose, PageOut
from quests.authoring.statistics.rules.findings import WEIGHTS

FINDINGS = validate.OneOf(tuple(WEIGHTS))
FEW = {"description": "null where fewer people have answered than the smallest group"}


class VersionIn(Loose):
    version = fields.String(load_default=None, allow_none=True, validate=Matching(r"^[0-9a-f]{64}$"))


class GivenOut(Schema):
    percent = fields.Integer()
    people = fields.Integer()
    of = fields.Integer()
    seconds = fields.Integer()
    expected = fields.Integer()
    text = fields.String()


class FindingOut(Schema):
    code = fields.String(required=True, validate=FINDINGS)
    given = fields.Nested(GivenOut, required=True, metadata={"description": "the figures its sentence needs"})


class CardFindingOut(FindingOut):
    card = fields.String(required=True)
    number = fields.Integer(required=True)


class ChoiceOut(Schema):
    value = fields.String(required=True)
    text = fields.String(required=True)
    right = fields.Boolean(required=True)
    count = fields.Integer(required=True)
    share = fields.Float(required=True)


class CardStatisticsOut(Schema):
    id = fields.String(required=True)
    number = fields.Integer(required=True, metadata={"description": "its place in the module, from 1"})
    type = fields.String(required=True)
    prompt = fields.String(required=True)
    graded = fields.Boolean(required=True)
    tries = fields.Integer(required=True, allow_none=True, metadata=FEW)
    right = fields.Float(required=True, allow_none=True, metadata={"description": "share right at the first try"})
    too_quick = fields.Integer(required=True, allow_none=True)
    discrimination = fields.Float(required=True, allow_none=True, metadata={"description": "from -1 to 1"})
    median = fields.Float(required=True, allow_none=True, metadata={"description": "seconds"})
    slow_tenth = fields.Float(
        required=True, allow_none=True, metadata={"description": "seconds that nine of ten answered within"}
    )
    reached = fields.Integer(required=True, allow_none=True, metadata={"description": "at their first attempt"})
    stopped = fields.Integer(required=True, allow_none=True)
    choices = fields.List(fields.Nested(ChoiceOut), required=True)
    findings = fields.List(fields.Nested(FindingOut), required=True)


class FiguredVersionOut(Schema):
    version = fields.String(required=True)
    number = fields.Integer(required=True)
    published_at = fields.String(required=True)


class UsefulOut(Schema):
    useful = fields.Integer(required=True)
    of = fields.Integer(required=True)


class StatisticsOut(Schema):
    id = fields.String(required=True)
    slug = fields.String(required=True)
    title = fields.String(required=True)
    version = fields.String(required=True, allow_none=True, metadata={"description": "null while none is published"})
    versions = fields.List(fields.Nested(FiguredVersionOut), required=True)
    least = fields.Integer(required=True, metadata={"description": "the smallest group of which anything is shown"})
    begun = fields.Integer(required=True, allow_none=True, metadata=FEW)
    ended = fields.Integer(required=True, allow_none=True)
    ratings = fields.Nested(UsefulOut, required=True, allow_none=True, metadata=FEW)
    new_comments = fields.Integer(required=True)
    cards = fields.List(fields.Nested(CardStatisticsOut), required=True)


class FiguredModuleOut(Schema):
    id = fields.String(required=True)
    slug = fields.String(required=True)
    title = fields.String(required=True)
    version = fields.String(required=True)
    begun = fields.Integer(required=True, allow_none=True, metadata=FEW)
    ended = fields.Integer(required=True, allow_none=True)
    first_right = fields.Float(required=True, allow_none=True)
    ratings = fields.Nested(UsefulOut, required=True, allow_none=True, metadata=FEW)
    new_comments = fields.Integer(required=True)
    findings = fields.List(fields.Nested(CardFindingOut), required=True)


class FiguredModulesOut(PageOut):
    items = fields.List(fields.Nested(FiguredModuleOut), required=True)
    least = fields.Integer(required=True)
