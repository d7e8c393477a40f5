"""The doors of item statistics: one module card by card, and all modules, those that need a hand first."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core.blueprints import Blueprint
from app.core.errors import not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.identity.door import only_for, viewer
from quests.authoring.statistics import schemas
from quests.authoring.statistics.overview import attention_shown, statistics_shown

blueprint = Blueprint("statistics", __name__, url_prefix="/api/v1/studio", description="How cards are answered")

MAKERS = ("editor", "admin")


@blueprint.get("/modules/<uuid:module_id>/statistics")
@only_for(*MAKERS)
@blueprint.arguments(schemas.VersionIn, location="query")
@blueprint.response(200, schemas.StatisticsOut)
def statistics(asked: dict[str, Any], module_id: UUID) -> Response:
    """How the version in force, or ?version, is answered: first tries alone, so that figures are numbers of people.

    Nothing of fewer than the smallest group. What an earlier version has counted goes on where a card is the same.
    """
    who = viewer()
    shown = statistics_shown(who.organisation_id, module_id, asked["version"], who.language)
    if shown is None:
        raise not_found()
    return json_answer(shown)


@blueprint.get("/statistics")
@only_for(*MAKERS)
@blueprint.response(200, schemas.FiguredModulesOut)
def attention() -> Response:
    """Every published module with what should be done in it: those with most to do first, then those with comments."""
    who, page = viewer(), page_asked_for()
    least, items, total = attention_shown(who.organisation_id, who.language, page, PAGE_SIZE)
    return json_answer({**paged(items, page, total), "least": least})
