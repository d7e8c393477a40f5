"""Media on their way out: whole or a part, never all in memory, and never a way into the page."""

from flask import Response, request

from app.core import storage
from app.core.errors import Problem, not_found
from app.core.ranges import Unsatisfiable, part_of
from app.identity.viewer import Viewer
from quests.content.queries import Medium

FOR_EVER = "private, max-age=31536000, immutable"
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


def sent(who: Viewer, medium: Medium) -> Response:
    """The answer with a medium: 200, 206 for a part, 304 for who has it; Problem 416 for a part that is not there."""
    etag = f'"{medium.hash}"'
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": FOR_EVER,
        "Content-Security-Policy": SANDBOX,
        "ETag": etag,
    }
    if request.if_none_match.contains_weak(medium.hash):
        return Response(status=304, headers=headers)
    try:
        part = part_of(medium.size, request.headers.get("Range"), request.headers.get("If-Range"), etag)
    except Unsatisfiable:
        whole = {"Content-Range": f"bytes */{medium.size}", "Accept-Ranges": "bytes"}
        raise Problem(416, "range", "One part of what there is, please.", headers=whole) from None
    first, last = part or (0, medium.size - 1)
    headers["Content-Length"] = str(last + 1 - first)
    if part:
        headers["Content-Range"] = f"bytes {first}-{last}/{medium.size}"
    status = 206 if part else 200
    if request.method == "HEAD":
        return Response(status=status, mimetype=medium.media_type, headers=headers)
    pieces = storage.stream(who.organisation_id, medium.hash, first, last)
    if pieces is None:
        raise not_found()
    return Response(pieces, status, headers, content_type=medium.media_type)
