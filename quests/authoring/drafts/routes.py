"""The studio's doors to modules in the making."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Response, request

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import Problem, not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged, rfc3339
from app.identity.door import only_for, viewer
from app.identity.queries import names_of, policy
from quests.authoring.drafts import actions, queries, schemas
from quests.authoring.drafts.checking import checks_of, foreseen
from quests.authoring.drafts.listing import entries, entry_of
from quests.authoring.drafts.models import Draft
from quests.authoring.drafts.rules import MOST_BYTES
from quests.authoring.drafts.showing import checks_shown, versions_shown
from quests.authoring.routes import MAKERS
from quests.authoring.statistics.queries import first_right_of, sums_of_versions
from quests.content.queries import published, version_for

blueprint = Blueprint("drafts", __name__, url_prefix="/api/v1/studio/modules", description="Modules in the making")

VERSIONS_A_PAGE = 20
ROOM = 64 * 1024


@blueprint.get("")
@only_for(*MAKERS)
@blueprint.arguments(schemas.ModulesIn, location="query")
@blueprint.response(200, schemas.ModulesOut)
def modules(asked: dict[str, Any]) -> Response:
    """Modules whose texts hold `q`, in one state or in all, the one changed last first."""
    who, page = viewer(), page_asked_for()
    shown, counts = entries(who.organisation_id, asked["q"].strip(), asked["state"], page, PAGE_SIZE)
    ids = [each.module_id for each in shown]
    drafts = queries.drafts_in(who.organisation_id, ids)
    paths = queries.paths_of(who.organisation_id, ids, who.language)
    names = queries.changer_of(drafts.values())
    versions = {each: draft.published_version for each, draft in drafts.items() if draft.published_version}
    least = int(policy(who.organisation_id)["least_members"])
    right = first_right_of(sums_of_versions(who.organisation_id, versions), least)
    items = [
        queries.listed(each, drafts[each.module_id], paths.get(each.module_id, ()), names, who.language)
        | {"first_right": right.get(each.module_id)}
        for each in shown
    ]
    total = counts[asked["state"]] if asked["state"] else sum(counts.values())
    return json_answer({**paged(items, page, total), "counts": counts})


@blueprint.put("/<uuid:module_id>")
@only_for(*MAKERS)
@blueprint.arguments(schemas.MakeIn)
@blueprint.response(200, schemas.WholeModuleOut)
@may_answer(409)
def make(given: dict[str, Any], module_id: UUID) -> Response:
    """Make a module under an id made on the device, empty or like another. Safe to repeat: what is there stays."""
    who = viewer()
    committed(
        actions.create,
        who.organisation_id,
        module_id,
        given["title"],
        given["language"],
        who.person_id,
        given["like"],
    )
    return _whole(module_id)


@blueprint.get("/<uuid:module_id>")
@only_for(*MAKERS)
@blueprint.response(200, schemas.WholeModuleOut)
def module(module_id: UUID) -> Response:
    """A module with its draft, what is to be mended in it, and who else has it open. The ETag is the revision."""
    return _whole(module_id)


def _whole(module_id: UUID) -> Response:
    who = viewer()
    draft, own = (
        queries.draft_for(who.organisation_id, module_id),
        queries.module_for(who.organisation_id, module_id),
    )
    if draft is None or own is None:
        raise not_found()
    paths = queries.paths_of(who.organisation_id, [module_id], who.language).get(module_id, ())
    names = queries.changer_of([draft])
    told = {
        **queries.listed(entry_of(who.organisation_id, module_id), draft, paths, names, who.language),
        **queries.draft_told(draft, names),
        **_present(module_id),
        "checks": checks_shown(checks_of(draft), who.language),
    }
    return json_answer(told, headers={"ETag": f'"{draft.revision}"'})


@blueprint.put("/<uuid:module_id>/draft")
@only_for(*MAKERS)
@blueprint.doc(parameters=[{"in": "header", "name": "If-Match", "schema": {"type": "string"}}])
@blueprint.arguments(schemas.SaveIn)
@blueprint.response(200, schemas.SavedOut)
@may_answer(412, 413, 428)
def save(given: dict[str, Any], module_id: UUID) -> Response:
    """Keep the draft, whole or not. `If-Match` names the revision it was made of.

    412 `changed_elsewhere` when somebody else has saved since, with the draft as it is now; 428 without `If-Match`.
    Safe to repeat: the same document once more changes nothing.
    """
    who = viewer()
    _draft(module_id)
    draft = committed(actions.save, who.organisation_id, module_id, given["document"], _matched(), who.person_id)
    shown = {"revision": draft.revision, "changed_at": rfc3339(draft.changed_at)}
    shown["checks"] = checks_shown(checks_of(draft), who.language)  # type: ignore[assignment]
    return json_answer(shown, headers={"ETag": f'"{draft.revision}"'})


@blueprint.before_request
def bounded() -> None:
    """No draft is larger than this, so no body is."""
    request.max_content_length = MOST_BYTES + ROOM


def _matched() -> int:
    given = (request.headers.get("If-Match") or "").strip().strip('"')
    if not given.isdecimal() or len(given) > 9:
        raise Problem(428, "revision", "Say by If-Match which revision this was made of.")
    return int(given)


@blueprint.put("/<uuid:module_id>/presence")
@only_for(*MAKERS)
@blueprint.response(200, schemas.PresenceOut)
def presence(module_id: UUID) -> Response:
    """Say that one has the draft open, and hear who else has. Said anew within 45 seconds."""
    who = viewer()
    committed(actions.be_present, who.organisation_id, module_id, who.person_id)
    return json_answer(_present(module_id))


def _present(module_id: UUID) -> dict[str, Any]:
    who = viewer()
    here = queries.present_in(who.organisation_id, module_id, who.person_id, clock.now())
    names = names_of(who.organisation_id, here)
    return {"present": [{"name": names[each], "since": rfc3339(since)} for each, since in here.items()]}


@blueprint.get("/<uuid:module_id>/publish")
@only_for(*MAKERS)
@blueprint.response(200, schemas.ForeseenOut)
def foresee(module_id: UUID) -> Response:
    """What publishing the draft would mean for those who are in the middle of what is in force."""
    organisation_id, draft = viewer().organisation_id, _draft(module_id)
    in_force = published(organisation_id, [module_id]).get(module_id)
    found = version_for(organisation_id, in_force.version) if in_force else None
    unchanged, same = foreseen(draft, found) if found else (False, None)
    told = {"first": found is None, "unchanged": unchanged, "same_structure": same}
    return json_answer({"revision": draft.revision, **told})


@blueprint.post("/<uuid:module_id>/publish")
@only_for(*MAKERS)
@blueprint.arguments(schemas.PublishIn)
@blueprint.response(200, schemas.PublishedOut)
@may_answer(409)
def publish(given: dict[str, Any], module_id: UUID) -> Response:
    """Put the draft of that revision in force. Safe to repeat. What anybody has earned stays as it is."""
    who = viewer()
    version = committed(actions.publish, who.organisation_id, module_id, given["revision"], who.person_id)
    return json_answer({"version": version.version, "number": version.number})


@blueprint.get("/<uuid:module_id>/versions")
@only_for(*MAKERS)
@blueprint.response(200, schemas.VersionsOut)
def versions(module_id: UUID) -> Response:
    """What was published, the newest first, and what each changed of the one before it."""
    who, page = viewer(), page_asked_for()
    _draft(module_id)
    shown = versions_shown(who.organisation_id, module_id, page, VERSIONS_A_PAGE)
    total = queries.count_versions(who.organisation_id, module_id)
    return json_answer(paged(shown, page, total, VERSIONS_A_PAGE))


@blueprint.post("/<uuid:module_id>/versions/<string:version>/restore")
@only_for(*MAKERS)
@blueprint.response(200, schemas.PublishedOut)
def restore(module_id: UUID, version: str) -> Response:
    """Put an earlier version in force again. Safe to repeat."""
    who = viewer()
    found = committed(actions.restore, who.organisation_id, module_id, version, who.person_id)
    return json_answer({"version": found.version, "number": found.number})


@blueprint.post("/<uuid:module_id>/versions/<string:version>/take-back")
@only_for(*MAKERS)
@blueprint.response(200, schemas.TakenBackOut)
def take_back(module_id: UUID, version: str) -> Response:
    """Withdraw a version that is in force. Answers to it, also those that phones still hold, stay graded by it."""
    who = viewer()
    left = committed(actions.take_back, who.organisation_id, module_id, version, who.person_id)
    return json_answer({"in_force": left})


@blueprint.post("/<uuid:module_id>/retire")
@only_for(*MAKERS)
@blueprint.response(200, schemas.WholeModuleOut)
def retire(module_id: UUID) -> Response:
    """Open the module in no week from now on; where it is open it stays. Safe to repeat."""
    return _done(actions.retire, module_id)


@blueprint.post("/<uuid:module_id>/return")
@only_for(*MAKERS)
@blueprint.response(200, schemas.WholeModuleOut)
def return_to_use(module_id: UUID) -> Response:
    """Undo retiring it. Safe to repeat."""
    return _done(actions.return_to_use, module_id)


def _done(verb: Callable[[UUID, UUID, UUID], object], module_id: UUID) -> Response:
    who = viewer()
    committed(verb, who.organisation_id, module_id, who.person_id)
    return _whole(module_id)


@blueprint.get("/<uuid:module_id>/changes")
@only_for(*MAKERS)
@blueprint.response(200, schemas.ModuleChangesOut)
def changes(module_id: UUID) -> Response:
    """Who did what to the module, the last first."""
    who, page = viewer(), page_asked_for()
    _draft(module_id)
    found, total = queries.changes_page(who.organisation_id, module_id, page, PAGE_SIZE)
    names = names_of(who.organisation_id, {each.person_id for each in found if each.person_id})
    items = [
        {
            "at": rfc3339(each.at),
            "by": names.get(each.person_id) if each.person_id else None,
            "deed": each.deed,
            "version": each.version,
        }
        for each in found
    ]
    return json_answer(paged(items, page, total))


def _draft(module_id: UUID) -> Draft:
    found = queries.draft_for(viewer().organisation_id, module_id)
    if found is None:
        raise not_found()
    return found
