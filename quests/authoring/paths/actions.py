"""Making a path and changing it. What has opened stays as it was; weeks that have opened are not taken away."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, select

from app.core.db import db
from app.core.errors import Problem, not_found
from app.identity.actions import touch_organisation
from quests.authoring.drafts.rules import slug_of
from quests.authoring.paths.queries import editable, quests_of, revision_of, usable
from quests.content.package import PackageRefused
from quests.content.rules.documents import canonical, path_stored_form
from quests.content.rules.path_validation import path_faults_of
from quests.paths.models import Activity, Path, Quest, Release
from quests.paths.storing import store_path

NAMES_TRIED = 200


def save_path(organisation_id: UUID, path_id: UUID, given: Mapping[str, Any], revision: str | None) -> Path:
    """Make the path of that id, or give it that document. Safe to repeat: the same document again changes nothing.

    412 `changed_elsewhere` where somebody else has changed it since `revision`; 422 with every fault; 409 `quest_open`
    where a week is left out that has opened for somebody.
    """
    key = (organisation_id, path_id)
    path = db.session.get(Path, key, with_for_update=True, populate_existing=True)
    if path is not None and path.kind != "path":
        raise not_found()
    before = editable(organisation_id, path) if path is not None else None
    document = _checked(organisation_id, given, path, before)
    if before is not None and canonical(document) == canonical(before):
        return _found(path)
    if before is not None and revision != revision_of(before):
        raise Problem(412, "changed_elsewhere", "Somebody else has changed this path. Nothing was stored; look again.")
    if before is None and revision is not None:
        raise not_found()
    if path is None:
        path = _added(organisation_id, path_id, document)
    _take_out(path, {each["id"] for each in document["quests"]})
    store_path(organisation_id, document)
    touch_organisation(organisation_id)
    return path


def _found(path: Path | None) -> Path:
    assert path is not None  # noqa: S101
    return path


def _checked(
    organisation_id: UUID, given: Mapping[str, Any], path: Path | None, before: Mapping[str, Any] | None
) -> dict[str, Any]:
    """The document in stored form under the path's own name, or PackageRefused with its faults."""
    named = {**given, "path": path.slug if path is not None else _free_name(organisation_id, given)}
    wanted = set(_modules_in(named))
    known = set(usable(organisation_id, wanted)) | set(_modules_in(before or {}))
    faults = path_faults_of(named, "path", known)
    if faults:
        raise PackageRefused(faults)
    stored = path_stored_form(named)
    stored.pop("languages")
    if path is not None and path.pretest and "pretest" not in given:
        stored["pretest"] = path.pretest
    return stored


def _modules_in(document: Mapping[str, Any]) -> Iterable[str]:
    """The modules that a document names, whatever else is wrong with it."""
    quests = document.get("quests")
    for quest in quests if isinstance(quests, list) else ():
        activities = quest.get("activities") if isinstance(quest, Mapping) else None
        for each in activities if isinstance(activities, list) else ():
            if isinstance(each, Mapping) and isinstance(each.get("module"), str) and "\0" not in each["module"]:
                yield each["module"]


def _free_name(organisation_id: UUID, given: Mapping[str, Any]) -> str:
    title = given.get("title")
    said = next((each for each in title.values() if isinstance(each, str)), "") if isinstance(title, Mapping) else ""
    wanted = slug_of(said[:200])
    names = [wanted, *(f"{wanted}-{number}" for number in range(2, NAMES_TRIED))]
    query = select(Path.slug).where(Path.organisation_id == organisation_id, Path.slug.in_(names))
    taken = set(db.session.scalars(query))
    return next((each for each in names if each not in taken), f"{wanted[:60]}-{uuid4().hex[:8]}")


def _added(organisation_id: UUID, path_id: UUID, document: Mapping[str, Any]) -> Path:
    texts = {name: document[name] for name in ("title", "story", "goal")}
    path = Path(organisation_id=organisation_id, id=path_id, slug=document["path"], **texts)
    db.session.add(path)
    db.session.flush()
    return path


def _take_out(path: Path, kept: Collection[str]) -> None:
    """Take away the weeks that are not kept, with all that is planned of them. Nothing of them has been seen."""
    organisation_id = path.organisation_id
    gone = [each for each in db.session.scalars(quests_of(organisation_id, path.id)) if each.slug not in kept]
    if not gone:
        return
    ids = [each.id for each in gone]
    planned = select(Release).where(Release.organisation_id == organisation_id, Release.quest_id.in_(ids))
    alone = planned.with_for_update().execution_options(populate_existing=True)
    opened = {each.quest_id for each in db.session.scalars(alone) if each.opened_at is not None}
    if still := [each.slug for each in gone if each.id in opened]:
        raise Problem(409, "quest_open", "This week has opened for somebody, so it stays.", more={"quests": still})
    for model, column in ((Release, Release.quest_id), (Activity, Activity.quest_id), (Quest, Quest.id)):
        db.session.execute(delete(model).where(model.organisation_id == organisation_id, column.in_(ids)))
