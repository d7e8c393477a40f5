"""The studio's doors: paths and their packages, runs."""

from typing import Any
from uuid import UUID

from flask import Response, request

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import Problem, not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged, rfc3339
from app.identity.door import only_for, viewer
from quests.authoring import actions, queries, runs, schemas
from quests.authoring.incoming import preview
from quests.content.jobs import stored
from quests.content.package import Package, read_package
from quests.content.rules.archive import MOST_BYTES
from quests.paths.actions import take_in
from quests.paths.exporting import exported
from quests.paths.models import Run

blueprint = Blueprint("studio", __name__, url_prefix="/api/v1/studio", description="The studio, for editors")

MAKERS = ("editor", "admin")
PIECE = 64 * 1024
DEPARTMENTS_A_PAGE = 200
PACKAGE = {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}, "required": True}


@blueprint.get("/paths")
@only_for(*MAKERS)
@blueprint.response(200, schemas.StudioPathsOut)
def paths() -> Response:
    """Every path with what it holds and how many runs it has, in the order of their names in packages."""
    who, page = viewer(), page_asked_for()
    found, total = queries.paths_page(who.organisation_id, page, PAGE_SIZE)
    ids = [each.id for each in found]
    stages = queries.stages_of(who.organisation_id, ids)
    counts = runs.counts_by_path(who.organisation_id, ids, clock.now())
    items = [queries.path_shown(each, stages[each.id], counts[each.id], who.language) for each in found]
    return json_answer(paged(items, page, total))


@blueprint.get("/paths/<uuid:path_id>")
@only_for(*MAKERS)
@blueprint.response(200, schemas.WholePathOut)
def path(path_id: UUID) -> Response:
    """A path with its stages and modules."""
    who = viewer()
    found = queries.path_for(who.organisation_id, path_id)
    if found is None:
        raise not_found()
    stages = queries.stages_of(who.organisation_id, [path_id])[path_id]
    counts = runs.counts_by_path(who.organisation_id, [path_id], clock.now())[path_id]
    return json_answer(queries.whole_path_shown(found, stages, counts, who.language))


@blueprint.get("/paths/<uuid:path_id>/package")
@only_for(*MAKERS)
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type="application/zip")
def package(path_id: UUID) -> Response:
    """The path with its modules and media as a `.loype` file."""
    who = viewer()
    found = queries.path_for(who.organisation_id, path_id)
    content = exported(who.organisation_id, found.slug) if found else None
    if found is None or content is None:
        raise not_found()
    headers = {"Content-Disposition": f'attachment; filename="{found.slug}.loype"', "Cache-Control": "no-store"}
    return Response(content, mimetype="application/zip", headers=headers)


@blueprint.post("/packages/preview")
@only_for(*MAKERS)
@blueprint.doc(requestBody=PACKAGE)
@blueprint.response(200, schemas.PreviewOut)
def preview_package() -> Response:
    """What a `.loype` file would change here. Nothing is stored. Faults are told by file and place (422)."""
    who = viewer()
    return json_answer(preview(who.organisation_id, _package(), who.language))


@blueprint.post("/packages")
@only_for(*MAKERS)
@blueprint.doc(requestBody=PACKAGE)
@blueprint.response(200, schemas.ImportedOut)
def import_package() -> Response:
    """Take in a `.loype` file, whole or not at all. Safe to repeat: what is the same stays as it is."""
    who, given = viewer(), _package()
    with stored(who.organisation_id, given.media):
        done = committed(take_in, who.organisation_id, given)
    told = {"modules": len(done.modules), "new": len(done.new), "changed": len(done.changed)}
    return json_answer({**told, "paths": [each["path"] for each in given.paths]})


def _package() -> Package:
    """The package in the body, read piece by piece and refused when it is larger, whatever its length claims."""
    request.max_content_length = MOST_BYTES + PIECE
    body = bytearray()
    while piece := request.stream.read(PIECE):
        body += piece
        if len(body) > MOST_BYTES:
            raise Problem(413, "too_large", f"A package of at most {MOST_BYTES >> 20} MiB, please: cut it in two.")
    return read_package(bytes(body))


@blueprint.get("/departments")
@only_for(*MAKERS)
@blueprint.response(200, schemas.DepartmentsOut)
def departments() -> Response:
    """The tree of departments, each right below its own, for choosing an audience."""
    who, page = viewer(), page_asked_for()
    tree = queries.tree_shown(who.organisation_id)
    first = (page - 1) * DEPARTMENTS_A_PAGE
    shown = tree[first : first + DEPARTMENTS_A_PAGE]
    return json_answer(paged(shown, page, len(tree), DEPARTMENTS_A_PAGE))


@blueprint.get("/runs")
@only_for(*MAKERS)
@blueprint.arguments(schemas.RunsIn, location="query")
@blueprint.response(200, schemas.RunsOut)
def list_runs(asked: dict[str, Any]) -> Response:
    """The runs, of all paths or of one, the newest start first."""
    who, page = viewer(), page_asked_for()
    of_path = (Run.path_id == asked["path"],) if asked["path"] else ()
    found, total = runs.runs_page(who.organisation_id, page, PAGE_SIZE, *of_path)
    return json_answer(paged(runs.runs_shown(who.organisation_id, found, who.language, clock.now()), page, total))


@blueprint.post("/runs/forecast")
@only_for(*MAKERS)
@blueprint.arguments(schemas.RunIn)
@blueprint.response(200, schemas.ForecastOut)
def forecast(given: dict[str, Any]) -> Response:
    """For how many a run would open, and in which weeks. Nothing is stored."""
    told = actions.forecast(viewer().organisation_id, given)
    weeks = [runs.week_shown(each) for each in told.weeks]
    return json_answer(
        {
            "people": told.people,
            "stages": told.stages,
            "opens_at": rfc3339(told.opens_at),
            "first_week": weeks[0] if weeks else None,
            "last_week": weeks[-1] if weeks else None,
        }
    )


@blueprint.put("/runs/<uuid:new_id>")
@only_for(*MAKERS)
@blueprint.arguments(schemas.RunIn)
@blueprint.response(200, schemas.RunOut)
@may_answer(409)
def make_run(given: dict[str, Any], new_id: UUID) -> Response:
    """Make a run under an id made on the device. Safe to repeat; another run under the same id is refused (409)."""
    return _run_answer(committed(actions.make_run, viewer().organisation_id, new_id, given))


@blueprint.post("/runs/<uuid:run_id>/cancel")
@only_for(*MAKERS)
@blueprint.response(200, schemas.RunOut)
@may_answer(409)
def cancel_run(run_id: UUID) -> Response:
    """Take back a run of which nothing is open yet (409 `already_open` once something is). Safe to repeat."""
    return _run_answer(committed(actions.cancel_run, viewer().organisation_id, run_id))


def _run_answer(run: Run) -> Response:
    who = viewer()
    (shown,) = runs.runs_shown(who.organisation_id, [run], who.language, clock.now())
    return json_answer(shown)
