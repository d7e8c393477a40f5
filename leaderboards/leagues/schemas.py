"""Shapes of the league, described for the contract; answers do not pass through here."""

from marshmallow import Schema, fields, validate

from leaderboards.leagues.models import OUTCOMES
from quests.paths.schemas import WeekOut

STATES = ("off", "out", "waiting", "running", "provisional")


class LeagueRowOut(Schema):
    place = fields.Integer(required=True, metadata={"description": "in the order of the group, from 1, each once"})
    rank = fields.Integer(
        required=True, allow_none=True, metadata={"description": "equal results share one; null: nothing earned yet"}
    )
    name = fields.String(required=True, allow_none=True, metadata={"description": "null: shown as anonymous"})
    share = fields.Float(required=True)
    outcome = fields.String(
        required=True, validate=validate.OneOf(OUTCOMES), metadata={"description": "if the week ended now"}
    )
    me = fields.Boolean(required=True)


class OwnLeagueWeekOut(Schema):
    rank = fields.Integer(required=True, allow_none=True)
    possible = fields.Integer(required=True, metadata={"description": "points of this week's posts"})
    taken = fields.Integer(required=True)
    share = fields.Float(required=True)
    outcome = fields.String(required=True, validate=validate.OneOf(OUTCOMES))


class LeagueGapOut(Schema):
    points = fields.Integer(required=True)
    to_rank = fields.Integer(required=True, allow_none=True, metadata={"description": "null: out of the lowest fifth"})


class LastLeagueWeekOut(Schema):
    week = fields.Nested(WeekOut, required=True)
    outcome = fields.String(required=True, validate=validate.OneOf(OUTCOMES))
    tier = fields.Integer(required=True, metadata={"description": "the tier it led to"})
    rank = fields.Integer(required=True, allow_none=True)


class LeagueOut(Schema):
    state = fields.String(
        required=True,
        validate=validate.OneOf(STATES),
        metadata={
            "description": "off: the organisation has none; out: I take no part; waiting: in no group until the next "
            "are drawn; provisional: the week is over and not settled"
        },
    )
    tier = fields.Integer(required=True, allow_none=True, metadata={"description": "from 1, the lowest"})
    tiers = fields.Integer(required=True)
    draws_at = fields.String(required=True, allow_none=True, metadata={"description": "when groups are drawn next"})
    week = fields.Nested(WeekOut, required=True, allow_none=True)
    ends_at = fields.String(required=True, allow_none=True)
    closes_at = fields.String(required=True, allow_none=True)
    size = fields.Integer(required=True, metadata={"description": "how many are in the group"})
    up = fields.Integer(required=True, metadata={"description": "how many places lead up from my tier"})
    down = fields.Integer(required=True, metadata={"description": "how many lead down at most"})
    rows = fields.List(
        fields.Nested(LeagueRowOut),
        required=True,
        metadata={"description": "the first three, those nearest to me and me; nobody of the lowest fifth but me"},
    )
    mine = fields.Nested(OwnLeagueWeekOut, required=True, allow_none=True)
    gap = fields.Nested(LeagueGapOut, required=True, allow_none=True)
    last = fields.Nested(LastLeagueWeekOut, required=True, allow_none=True)
