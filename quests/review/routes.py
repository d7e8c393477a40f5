"""Review's doors: what comes back in the coming week, and what is mastered. Rounds come as letters."""

from hashlib import sha256

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.http import json_answer, unchanged
from app.core.weeks import local_date
from app.identity.door import viewer
from quests.play.overview import seen_by
from quests.review.schemas import MasteryOut, ReviewOut
from quests.review.showing import mastery_shown, review_shown

blueprint = Blueprint("review", __name__, url_prefix="/api/v1", description="What is remembered, and comes back")


@blueprint.get("/review")
@blueprint.response(200, ReviewOut)
@may_answer(304)
def review() -> Response:
    """What may be asked of me in the coming week, the most valuable first: never more than a week's ceiling.

    A device keeps it with the modules named, so that a round can be played without a network. An item is asked from
    the day `asked_from`, at most `per_round` in a round and `left_this_week` in this week (`per_week` in the next). A
    round is handed in as a letter of kind `review`.
    """
    who, now = viewer(), clock.now()
    parts = (who.revisions, who.player_id, who.language, local_date(now, who.time_zone))
    etag = sha256(repr(parts).encode()).hexdigest()[:24]
    if answer := unchanged(etag):
        return answer
    seen = seen_by(who.organisation_id, who.revisions[0], who.player_id)
    return json_answer(review_shown(who, seen, now), headers={"ETag": f'W/"{etag}"'})


@blueprint.get("/review/mastery")
@blueprint.response(200, MasteryOut)
def mastery() -> Response:
    """What I know, by topic and week: how much I had met, and how much of it was mastered, when each week ended."""
    return json_answer(mastery_shown(viewer(), clock.now()))
