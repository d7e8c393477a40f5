"""Taking content in. A package comes in whole or not at all: it is checked before, and the caller commits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select

from app.core.clock import now
from app.core.db import db
from app.core.events import publish
from app.identity.actions import touch_organisation
from quests.content.events import ModulesTakenIn
from quests.content.keeping import keep
from quests.content.models import Module, ModuleVersion
from quests.content.package import Package
from quests.content.queries import modules_named, published
from quests.content.rules.documents import exercises_of, media_of, remembered_in, structure_of, version_of
from quests.content.rules.reading import seconds_of


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the id of each module by its slug, and the slugs that got a version of their own."""

    modules: Mapping[str, UUID]
    new: tuple[str, ...]
    changed: tuple[str, ...]


def import_modules(organisation_id: UUID, package: Package) -> Imported:
    """Take in and publish the modules and media of a package.

    A module that is already in force with the same content stays as it is; a changed one gets the next number. An
    earlier version that comes again is in force again, under the next number and its own hash.
    """
    moment = now()
    keep(organisation_id, package.media, moment)
    known = modules_named(organisation_id, [module["module"] for module in package.modules])
    ids: dict[str, UUID] = {}
    changed = []
    for document in package.modules:
        slug = document["module"]
        ids[slug] = known.get(slug) or _add_module(organisation_id, slug)
        if _publish(organisation_id, ids[slug], document, moment) and slug in known:
            changed.append(slug)
    db.session.flush()
    new = tuple(sorted(ids.keys() - known.keys()))
    if new or changed:
        touch_organisation(organisation_id)
        publish(
            ModulesTakenIn(organisation_id=organisation_id, module_ids=tuple(ids[each] for each in (*new, *changed)))
        )
    return Imported(ids, new, tuple(changed))


def publish_module(organisation_id: UUID, module_id: UUID, document: Mapping[str, Any]) -> tuple[ModuleVersion, bool]:
    """Put a document in stored form in force; its version, and False where it was in force already."""
    is_new = _publish(organisation_id, module_id, document, now())
    db.session.flush()
    return db.session.get_one(ModuleVersion, (organisation_id, version_of(document))), is_new


def put_in_force(organisation_id: UUID, module_id: UUID, version: str) -> tuple[ModuleVersion, bool]:
    """The same with a version that is known. LookupError where the module has none such."""
    found = db.session.get(ModuleVersion, (organisation_id, version))
    if found is None or found.module_id != module_id:
        raise LookupError(version)
    return publish_module(organisation_id, module_id, found.document)


def withdraw(organisation_id: UUID, module_id: UUID, version: str) -> bool:
    """Take a version of the module out of force; False where it is not in force. It stays known to what was played."""
    newest = published(organisation_id, [module_id]).get(module_id)
    if newest is None or newest.version != version:
        return False
    db.session.get_one(ModuleVersion, (organisation_id, version)).withdrawn_at = now()
    db.session.flush()
    return True


def _add_module(organisation_id: UUID, slug: str) -> UUID:
    module = Module(organisation_id=organisation_id, id=uuid4(), slug=slug)
    db.session.add(module)
    db.session.flush()
    return module.id


def _publish(organisation_id: UUID, module_id: UUID, document: Mapping[str, Any], moment: datetime) -> bool:
    """Put a document in force; False when it was already."""
    newest = db.session.scalar(
        select(func.max(ModuleVersion.number)).where(
            ModuleVersion.organisation_id == organisation_id, ModuleVersion.module_id == module_id
        )
    )
    version = version_of(document)
    earlier = db.session.get(ModuleVersion, {"organisation_id": organisation_id, "version": version})
    if earlier is None:
        db.session.add(_version(organisation_id, module_id, version, document, (newest or 0) + 1, moment))
        return True
    if earlier.number == newest and earlier.withdrawn_at is None:
        return False
    earlier.number, earlier.withdrawn_at = (newest or 0) + 1, None
    return True


def _version(
    organisation_id: UUID, module_id: UUID, version: str, document: Mapping[str, Any], number: int, moment: datetime
) -> ModuleVersion:
    languages = document["languages"]
    return ModuleVersion(
        organisation_id=organisation_id,
        version=version,
        structure=structure_of(document),
        module_id=module_id,
        number=number,
        titles={language: document["title"][language] for language in languages},
        seconds={language: seconds_of(document, language) for language in languages},
        exercises=len(exercises_of(document)),
        pictures=media_of(document),
        remembered=remembered_in(document),
        topic=document["topic"]["id"] if "topic" in document else None,
        topic_titles=document["topic"]["title"] if "topic" in document else None,
        exam=document.get("exam"),
        document=dict(document),
        published_at=moment,
    )
