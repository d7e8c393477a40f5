"""The ledger's door: one's own entries, and those that were taken back with the reason."""

from flask import Response

from app.core.blueprints import Blueprint
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.core.weeks import local_date
from app.identity.door import viewer
from leaderboards.points import schemas
from leaderboards.points.queries import entries_page

blueprint = Blueprint("points", __name__, url_prefix="/api/v1/points", description="Points")


@blueprint.get("")
@blueprint.response(200, schemas.LedgerPageOut)
def points() -> Response:
    """What I was given and for what, the newest first; what was taken back says why."""
    who, page = viewer(), page_asked_for()
    found, total = entries_page(who.organisation_id, who.player_id, page, PAGE_SIZE)
    shown = [
        {
            "id": str(each.id),
            "kind": each.kind,
            "points": each.points,
            "day": local_date(each.happened_at, who.time_zone).isoformat(),
            "reason": each.reason,
        }
        for each in found
    ]
    return json_answer(paged(shown, page, total))
