"""A path as a document that can be changed, and what of it has opened."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from quests.content.models import Module
from quests.content.queries import Published, published
from quests.content.rules.documents import canonical
from quests.paths.exporting import path_heading
from quests.paths.models import Activity, Path, Quest, Release
from quests.paths.rules import in_language

Shown = dict[str, Any]


def editable(organisation_id: UUID, path: Path) -> dict[str, Any]:
    """The path's document with all that stands in it, whether or not its modules are in force."""
    quests = list(db.session.scalars(quests_of(organisation_id, path.id)))
    held: dict[UUID, list[dict[str, str]]] = {each.id: [] for each in quests}
    standing = (
        select(Activity.quest_id, Activity.slug, Activity.kind, Module.slug.label("module"))
        .join(Module, (Module.organisation_id == Activity.organisation_id) & (Module.id == Activity.module_id))
        .where(Activity.organisation_id == organisation_id, Activity.quest_id.in_(held), Activity.removed_at.is_(None))
        .order_by(Activity.position, Activity.id)
    )
    for row in db.session.execute(standing):
        held[row.quest_id].append({"id": row.slug, "kind": row.kind, "module": row.module})
    heading = path_heading(path)
    weeks = [
        {
            "id": each.slug,
            "title": each.title,
            "story": each.story,
            "goal": each.goal,
            "terrain": each.terrain,
            "activities": held[each.id],
        }
        for each in quests
    ]
    return {**heading, "quests": weeks}


def quests_of(organisation_id: UUID, path_id: UUID) -> Any:
    own = (Quest.organisation_id == organisation_id, Quest.path_id == path_id)
    return select(Quest).where(*own).order_by(Quest.position, Quest.id)


def revision_of(document: Mapping[str, Any]) -> str:
    """A name of the document that is another when anything in it is."""
    return sha256(canonical(document)).hexdigest()[:24]


def opened_in(organisation_id: UUID, path_id: UUID) -> set[str]:
    """The weeks of the path, by name, that have opened for somebody."""
    query = (
        select(Quest.slug)
        .join(Release, (Release.organisation_id == Quest.organisation_id) & (Release.quest_id == Quest.id))
        .where(Quest.organisation_id == organisation_id, Quest.path_id == path_id, Release.opened_at.is_not(None))
        .distinct()
    )
    return set(db.session.scalars(query))


def usable(organisation_id: UUID, slugs: Iterable[str]) -> dict[str, Published]:
    """By name: those of these modules that may be put in a path, since they are in force and not retired."""
    query = select(Module.id).where(
        Module.organisation_id == organisation_id, Module.slug.in_(list(slugs)), Module.retired_at.is_(None)
    )
    return {each.slug: each for each in published(organisation_id, db.session.scalars(query)).values()}


def document_shown(organisation_id: UUID, path: Path, language: str) -> Shown:
    """The `PathDraft` of the contract."""
    document = editable(organisation_id, path)
    slugs = {each["module"] for week in document["quests"] for each in week["activities"]}
    here = usable(organisation_id, slugs)
    return {
        "id": str(path.id),
        "title": in_language(path.title, language),
        "revision": revision_of(document),
        "document": document,
        "opened": sorted(opened_in(organisation_id, path.id)),
        "modules": [
            {"slug": slug, "title": here[slug].title_in(language), "seconds": here[slug].seconds_in(language)}
            if slug in here
            else {"slug": slug, "title": slug, "seconds": 0}
            for slug in sorted(slugs)
        ],
    }
