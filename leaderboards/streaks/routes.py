"""The streak's door: one's own, nobody else's."""

from datetime import timedelta
from hashlib import sha256

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.http import json_answer, packed, unchanged
from app.identity.door import viewer
from leaderboards.streaks.queries import Standing, standing_of
from leaderboards.streaks.rules import State
from leaderboards.streaks.schemas import StreakOut
from quests.play.rules import goal_of
from quests.play.showing import week_shown

blueprint = Blueprint("streaks", __name__, url_prefix="/api/v1/streak", description="Weeks in a row")
RECENT = 7


@blueprint.get("")
@blueprint.response(200, StreakOut)
@may_answer(304)
def mine() -> Response:
    """How many weeks in a row I have met my goal, this week's, and the last seven. Never why a week was not met."""
    who = viewer()
    body = _shown(standing_of(who.organisation_id, who.player_id, clock.now()))
    etag = sha256(packed(body)).hexdigest()[:24]
    return unchanged(etag) or json_answer(body, headers={"ETag": f'W/"{etag}"'})


def _shown(standing: Standing) -> dict[str, object]:
    own, states = standing.this_week, standing.states
    need = goal_of(own.goal, own.possible)
    goal = {"kind": own.goal, "need": need, "done": min(own.taken, own.possible)} if own.possible else None
    mondays = [own.monday - timedelta(weeks=back) for back in reversed(range(RECENT))]
    shown = {State.MET: "met", State.OPEN: "now"}
    recent = [(each, shown.get(states.get(each, State.REST), "rest")) for each in mondays]
    return {
        "weeks": standing.streak.weeks,
        "reserves": standing.streak.reserves,
        "state": {State.MET: "met", State.OPEN: "open"}.get(states[own.monday], "rest"),
        "goal": goal,
        "recent": [{"week": week_shown(each), "state": state} for each, state in recent],
    }
