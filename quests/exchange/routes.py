"""Doors for what comes in from elsewhere and goes out again: pasted text."""

from dataclasses import asdict
from typing import Any

from flask import Response

from app.core.blueprints import Blueprint
from app.core.http import json_answer
from app.identity.door import only_for
from quests.exchange import schemas
from quests.exchange.rules.pasted import pasted

blueprint = Blueprint("exchange", __name__, url_prefix="/api/v1/studio", description="The studio, for editors")

MAKERS = ("editor", "admin")


@blueprint.post("/parse")
@only_for(*MAKERS)
@blueprint.arguments(schemas.ParseIn)
@blueprint.response(200, schemas.ParsedOut)
def parse(given: dict[str, Any]) -> Response:
    """A text with questions as cards, and of which lines something must be said. Nothing is stored."""
    found = pasted(given["text"], given["language"])
    told = [asdict(each) for each in found.told]
    return json_answer({"title": found.title, "cards": found.cards, "starts": found.starts, "lines": told})
