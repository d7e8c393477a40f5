"""Where media are used: in what is in force, in earlier versions that somebody may still have, in drafts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from app.core.db import db
from quests.content.models import Module, ModuleVersion
from quests.content.queries import published
from quests.content.rules.documents import files_in

PUBLISHED, EARLIER, DRAFT = "published", "earlier", "draft"
_ORDER = (PUBLISHED, DRAFT, EARLIER)


@dataclass(frozen=True, slots=True)
class Use:
    """A module that uses a medium. `where`: in the version in force, only in an earlier one, or in its draft."""

    module_id: UUID
    title: str
    where: str


def uses_in(organisation_id: UUID) -> dict[str, tuple[Use, ...]]:
    """By hash: the modules that use each medium, those in force first. Unused media are left out."""
    found: dict[str, dict[tuple[UUID, str], Use]] = {}
    for digest, use in _in_versions(organisation_id):
        found.setdefault(digest, {})[use.module_id, use.where] = use
    return {digest: _told_once(uses) for digest, uses in found.items()}


def _in_versions(organisation_id: UUID) -> Iterable[tuple[str, Use]]:
    module = and_(Module.organisation_id == ModuleVersion.organisation_id, Module.id == ModuleVersion.module_id)
    query = (
        select(ModuleVersion.module_id, Module.slug, ModuleVersion.titles, ModuleVersion.pictures)
        .join(Module, module)
        .where(ModuleVersion.organisation_id == organisation_id)
        .order_by(ModuleVersion.module_id, ModuleVersion.number.desc())
    )
    seen: set[UUID] = set()
    for module_id, slug, titles, pictures in db.session.execute(query):
        where = EARLIER if module_id in seen else PUBLISHED
        seen.add(module_id)
        for digest in pictures:
            yield digest, Use(module_id, _title(titles, slug), where)


def _told_once(uses: Mapping[tuple[UUID, str], Use]) -> tuple[Use, ...]:
    """An earlier version is told of only where neither the one in force nor the draft uses it."""
    present = {module_id for module_id, where in uses if where != EARLIER}
    kept = [each for each in uses.values() if each.where != EARLIER or each.module_id not in present]
    return tuple(sorted(kept, key=lambda each: (_ORDER.index(each.where), each.title, str(each.module_id))))


def _title(titles: Any, slug: str) -> str:
    """In the document's first language; the module's name where it has none yet."""
    spoken = [each for each in titles.values() if isinstance(each, str) and each] if isinstance(titles, Mapping) else []
    return spoken[0] if spoken else slug


def said_where_used(organisation_id: UUID, modules: Mapping[str, UUID]) -> dict[str, dict[str, str]]:
    """By hash and language: what a module in force says of these pictures. `modules` names one for each."""
    versions = [each.version for each in published(organisation_id, set(modules.values())).values()]
    query = select(ModuleVersion.document).where(
        ModuleVersion.organisation_id == organisation_id, ModuleVersion.version.in_(versions)
    )
    return {
        str(each["media"]): dict(each["alt"])
        for document in db.session.scalars(query)
        for each in files_in(document["cards"])
        if each.get("media") in modules and isinstance(each.get("alt"), Mapping)
    }
