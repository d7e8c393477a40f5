"""The door to one's own data."""

from collections.abc import Iterator
from typing import IO

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.weeks import local_date
from app.identity.door import viewer
from app.privacy import actions
from app.privacy.copy import copy_of

blueprint = Blueprint("privacy", __name__, url_prefix="/api/v1", description="All that is kept about me")
PIECE = 64 * 1024


@blueprint.post("/me/copy")
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type="application/zip")
@may_answer(429)
def take_copy() -> Response:
    """All that is kept about me: data.json for machines and a page to read in my language. Once a minute at most."""
    who, now = viewer(), clock.now()
    committed(actions.note_copy, who.organisation_id, who.person_id)
    made = copy_of(who, now)
    name = f"loype-{local_date(now, who.time_zone)}.zip"
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    answer = Response(_pieces(made), 200, headers, mimetype="application/zip")
    answer.call_on_close(made.close)
    return answer


def _pieces(made: IO[bytes]) -> Iterator[bytes]:
    with made:
        while piece := made.read(PIECE):
            yield piece
