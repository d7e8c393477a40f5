"""What the studio reads of modules and their drafts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import defer

from app.core.db import db
from app.core.http import rfc3339
from app.identity.queries import names_of
from quests.authoring.drafts.listing import Entry
from quests.authoring.drafts.models import Draft, DraftPresence, ModuleChange
from quests.authoring.drafts.rules import PRESENT
from quests.content.models import Module, ModuleVersion
from quests.paths.models import Activity, Path, Quest
from quests.paths.rules import in_language

Shown = dict[str, Any]


def draft_for(organisation_id: UUID, module_id: UUID) -> Draft | None:
    return db.session.get(Draft, (organisation_id, module_id))


def module_for(organisation_id: UUID, module_id: UUID) -> Module | None:
    return db.session.get(Module, (organisation_id, module_id))


def drafts_in(organisation_id: UUID, modules: Collection[UUID]) -> dict[UUID, Draft]:
    """By module, for a list: their texts are read when somebody asks for them."""
    query = select(Draft).where(Draft.organisation_id == organisation_id, Draft.module_id.in_(modules))
    query = query.options(defer(Draft.document), defer(Draft.search), defer(Draft.sources))
    return {each.module_id: each for each in db.session.scalars(query)}


def paths_of(organisation_id: UUID, modules: Collection[UUID], language: str) -> dict[UUID, list[Shown]]:
    """By module: the paths it stands in."""
    query = (
        select(Activity.module_id, Path.id, Path.title)
        .join(Quest, (Quest.organisation_id == Activity.organisation_id) & (Quest.id == Activity.quest_id))
        .join(Path, (Path.organisation_id == Quest.organisation_id) & (Path.id == Quest.path_id))
        .where(
            Activity.organisation_id == organisation_id,
            Activity.module_id.in_(modules),
            Activity.removed_at.is_(None),
            Path.kind == "path",
        )
        .order_by(Path.slug)
    )
    found: dict[UUID, list[Shown]] = {}
    for module_id, path_id, title in db.session.execute(query):
        shown = {"id": str(path_id), "title": in_language(title, language)}
        held = found.setdefault(module_id, [])
        if shown not in held:
            held.append(shown)
    return found


def changer_of(drafts: Iterable[Draft]) -> dict[UUID, str]:
    """The names of those who saved these drafts last."""
    found = list(drafts)
    return names_of(found[0].organisation_id, {each.changed_by for each in found if each.changed_by}) if found else {}


def listed(found: Entry, draft: Draft, paths: Sequence[Shown], names: Mapping[UUID, str], language: str) -> Shown:
    """The `StudioModule` of the contract."""
    told = draft.summary
    titles = told["titles"]
    return {
        "id": str(draft.module_id),
        "slug": found.slug,
        "title": titles.get(language) or next(iter(titles.values()), ""),
        "state": found.state,
        "changed": draft.published_revision != draft.revision,
        "version": draft.published_version,
        "languages": told["languages"],
        "seconds": told["seconds"],
        "cards": told["cards"],
        "faults": told["faults"],
        "advice": told["advice"],
        "changed_at": rfc3339(draft.changed_at),
        "changed_by": names.get(draft.changed_by) if draft.changed_by else None,
        "release": rfc3339(found.release),
        "paths": list(paths),
    }


def draft_told(draft: Draft, names: Mapping[UUID, str]) -> Shown:
    """The draft itself with who saved it last."""
    return {
        "document": draft.document,
        "revision": draft.revision,
        "changed_at": rfc3339(draft.changed_at),
        "changed_by": names.get(draft.changed_by) if draft.changed_by else None,
    }


def versions_of(organisation_id: UUID, module_id: UUID, page: int, size: int) -> tuple[list[ModuleVersion], int]:
    """A page of the versions that are or were in force, the newest first, and how many are not withdrawn."""
    own = _own(organisation_id, module_id)
    query = select(ModuleVersion).where(*own).order_by(ModuleVersion.number.desc())
    standing = select(func.count()).select_from(ModuleVersion).where(*own, ModuleVersion.withdrawn_at.is_(None))
    found = list(db.session.scalars(query.limit(size).offset((page - 1) * size)))
    return found, db.session.scalar(standing) or 0


def _own(organisation_id: UUID, module_id: UUID) -> tuple[ColumnElement[bool], ...]:
    """The versions that have been in force."""
    return (
        ModuleVersion.organisation_id == organisation_id,
        ModuleVersion.module_id == module_id,
        ModuleVersion.pilot.is_(False),
    )


def count_versions(organisation_id: UUID, module_id: UUID) -> int:
    own = _own(organisation_id, module_id)
    return db.session.scalar(select(func.count()).select_from(ModuleVersion).where(*own)) or 0


def publishers(organisation_id: UUID, versions: Collection[str]) -> dict[str, UUID]:
    """By version: who published it last, where it was a person."""
    query = (
        select(ModuleChange.version, ModuleChange.person_id)
        .where(
            ModuleChange.organisation_id == organisation_id,
            ModuleChange.version.in_(versions),
            ModuleChange.deed.in_(("published", "restored")),
            ModuleChange.person_id.is_not(None),
        )
        .order_by(ModuleChange.at)
    )
    return {version: person for version, person in db.session.execute(query) if version and person}


def changes_page(organisation_id: UUID, module_id: UUID, page: int, size: int) -> tuple[list[ModuleChange], int]:
    """A page of what was done to a module, the last first, and how much there is."""
    own = (ModuleChange.organisation_id == organisation_id, ModuleChange.module_id == module_id)
    total = db.session.scalar(select(func.count()).select_from(ModuleChange).where(*own)) or 0
    query = select(ModuleChange).where(*own).order_by(ModuleChange.at.desc(), ModuleChange.id)
    return list(db.session.scalars(query.limit(size).offset((page - 1) * size))), total


def present_in(organisation_id: UUID, module_id: UUID, but: UUID, now: datetime) -> dict[UUID, datetime]:
    """Who else has the draft open now, and since when."""
    query = (
        select(DraftPresence.person_id, DraftPresence.since)
        .where(
            DraftPresence.organisation_id == organisation_id,
            DraftPresence.module_id == module_id,
            DraftPresence.person_id != but,
            DraftPresence.seen_at >= now - PRESENT,
        )
        .order_by(DraftPresence.since)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}


def without_draft(organisation_id: UUID, most: int) -> list[UUID]:
    """Modules with a version in force and no draft yet: those that were here before drafts were."""
    query = (
        select(ModuleVersion.module_id)
        .outerjoin(
            Draft,
            (Draft.organisation_id == ModuleVersion.organisation_id) & (Draft.module_id == ModuleVersion.module_id),
        )
        .where(
            ModuleVersion.organisation_id == organisation_id,
            ModuleVersion.withdrawn_at.is_(None),
            Draft.module_id.is_(None),
        )
        .distinct()
        .limit(most)
    )
    return list(db.session.scalars(query))
