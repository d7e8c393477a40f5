"""What the doors of exchange share: a file in the body, a file in the answer, the draft that is meant."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Response, request

from app.core.errors import Problem, not_found
from app.identity.door import viewer
from quests.authoring.drafts.models import Draft
from quests.authoring.drafts.queries import draft_for

MAKERS = ("editor", "admin")
PIECE = 64 * 1024
BINARY = {"type": "string", "format": "binary"}


def draft_named(module_id: UUID) -> Draft:
    """The draft of one's organisation, or 404."""
    found = draft_for(viewer().organisation_id, module_id)
    if found is None:
        raise not_found()
    return found


def language_of(asked: Mapping[str, Any]) -> str:
    """The language asked for, else that of who asks."""
    return str(asked["language"] or viewer().language)


def body(most: int) -> bytes:
    """The file in the body, read piece by piece and refused when it is larger, whatever its length claims."""
    request.max_content_length = most + PIECE
    found = bytearray()
    while piece := request.stream.read(PIECE):
        found += piece
        if len(found) > most:
            raise Problem(413, "too_large", f"A file of at most {most >> 20} MB, please.")
    return bytes(found)


def file(content: bytes, media_type: str, name: str) -> Response:
    """A file to keep, under that name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, content_type=media_type, headers=headers)
