"""Where media are used: in what is in force, in earlier versions that somebody may still have, in drafts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from quests.authoring.drafts.models import Draft
from quests.content.models import ModuleVersion
from quests.content.rules.documents import files_in

PUBLISHED, EARLIER, DRAFT = "published", "earlier", "draft"
_ORDER = (PUBLISHED, DRAFT, EARLIER)


@dataclass(frozen=True, slots=True)
class Use:
    """A module that uses a medium. `where`: in the version in force, in its draft, or only in an earlier version."""

    module_id: UUID
    title: str
    where: str


def uses_in(organisation_id: UUID) -> dict[str, tuple[Use, ...]]:
    """By hash: the modules that use each medium, each once, those in force first. Unused media are left out."""
    found: dict[str, dict[UUID, Use]] = {}
    for digest, use in (*_in_versions(organisation_id), *_in_drafts(organisation_id)):
        known = found.setdefault(digest, {}).get(use.module_id)
        if known is None or _ORDER.index(use.where) < _ORDER.index(known.where):
            found[digest][use.module_id] = use
    return {digest: tuple(sorted(uses.values(), key=_order)) for digest, uses in found.items()}


def _order(use: Use) -> tuple[int, str, str]:
    return _ORDER.index(use.where), use.title, str(use.module_id)


def _in_versions(organisation_id: UUID) -> Iterable[tuple[str, Use]]:
    """Of those that were withdrawn too: what was handed in to them is still looked at."""
    query = (
        select(ModuleVersion.module_id, ModuleVersion.titles, ModuleVersion.pictures, ModuleVersion.withdrawn_at)
        .where(ModuleVersion.organisation_id == organisation_id)
        .order_by(ModuleVersion.module_id, ModuleVersion.number.desc())
    )
    in_force: set[UUID] = set()
    for module_id, titles, pictures, withdrawn_at in db.session.execute(query):
        where = EARLIER if module_id in in_force or withdrawn_at is not None else PUBLISHED
        if where == PUBLISHED:
            in_force.add(module_id)
        yield from ((digest, Use(module_id, _title(titles), where)) for digest in pictures)


def _in_drafts(organisation_id: UUID) -> Iterable[tuple[str, Use]]:
    query = select(Draft.module_id, Draft.document).where(Draft.organisation_id == organisation_id)
    for module_id, document in db.session.execute(query):
        named = {str(each["media"]) for each in files_in(document.get("cards")) if "media" in each}
        yield from ((digest, Use(module_id, _title(document.get("title")), DRAFT)) for digest in named)


def _title(titles: Any) -> str:
    """In the document's first language that has one; a draft may have none yet."""
    given = titles.values() if isinstance(titles, Mapping) else ()
    return next((each for each in given if isinstance(each, str) and each), "")


def said_where_used(organisation_id: UUID, modules: Mapping[str, UUID]) -> dict[str, dict[str, str]]:
    """By hash and language: what the module named for each of these pictures says that it shows."""
    query = select(Draft.module_id, Draft.document).where(
        Draft.organisation_id == organisation_id, Draft.module_id.in_(set(modules.values()))
    )
    found: dict[str, dict[str, str]] = {}
    for module_id, document in db.session.execute(query):
        for each in files_in(document.get("cards")):
            if modules.get(str(each.get("media"))) == module_id and isinstance(each.get("alt"), Mapping):
                found[str(each["media"])] = {name: text for name, text in each["alt"].items() if isinstance(text, str)}
    return found
