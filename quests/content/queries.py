"""What other storeys may ask about content. Whether a learner may see it is theirs to decide."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, select

from app.core import storage
from app.core.db import db
from quests.content.models import Media, MediaWidth, Module, ModuleVersion
from quests.content.package import Package, write_package
from quests.content.rules.documents import in_language, media_of
from quests.content.rules.texts import Card


@dataclass(frozen=True, slots=True)
class Published:
    """The version of a module that is in force, as lists need it. `titles` and `seconds` are by language."""

    module_id: UUID
    slug: str
    version: str
    structure: str
    titles: Mapping[str, str]
    seconds: Mapping[str, int]
    exercises: int
    remembered: Sequence[str]
    topic: str | None
    topic_titles: Mapping[str, str] | None
    exam: Mapping[str, Any] | None

    @property
    def languages(self) -> tuple[str, ...]:
        """In the document's order; the first is the one it was written in."""
        return tuple(self.titles)

    def title_in(self, language: str) -> str:
        """In that language, or in the document's first."""
        return self.titles.get(language, self.titles[self.languages[0]])

    def seconds_in(self, language: str) -> int:
        """In that language, or in the document's first."""
        return self.seconds.get(language, self.seconds[self.languages[0]])


@dataclass(frozen=True, slots=True)
class Version:
    """A version that was in force at some time, with all that grading needs."""

    module_id: UUID
    slug: str
    version: str
    structure: str
    document: Mapping[str, Any]
    """In stored form: each text by language."""

    @property
    def cards(self) -> dict[str, Card]:
        """The cards by id, in the document's order."""
        return {card["id"]: card for card in self.document["cards"]}


@dataclass(frozen=True, slots=True)
class Medium:
    """A file of media as it is sent: the hash of its bytes, their number, what kind they are."""

    hash: str
    size: int
    media_type: str


NARROW_TYPE = "image/webp"
WIDTHS = (320, 640, 960, 1280)
"""What pictures are made smaller to; a screen asks for what it shows and gets the next one up."""


def modules_named(organisation_id: UUID, slugs: Iterable[str]) -> dict[str, UUID]:
    """The ids of modules by their slugs; unknown slugs are left out."""
    query = select(Module.slug, Module.id).where(
        Module.organisation_id == organisation_id, Module.slug.in_(list(slugs))
    )
    return {row.slug: row.id for row in db.session.execute(query)}


def module_exists(organisation_id: UUID, module_id: UUID) -> bool:
    """Whether the organisation has that module, published or not."""
    return db.session.get(Module, (organisation_id, module_id)) is not None


def retired_among(organisation_id: UUID, module_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these modules that open nowhere any more."""
    query = select(Module.id).where(
        Module.organisation_id == organisation_id, Module.id.in_(list(module_ids)), Module.retired_at.is_not(None)
    )
    return set(db.session.scalars(query))


def published(organisation_id: UUID, module_ids: Iterable[UUID]) -> dict[UUID, Published]:
    """The version in force of each of these modules, in one query; modules that have none are left out."""
    wanted = and_(
        ModuleVersion.organisation_id == organisation_id,
        ModuleVersion.module_id.in_(list(module_ids)),
        ModuleVersion.withdrawn_at.is_(None),
    )
    newest = (
        select(ModuleVersion.module_id, func.max(ModuleVersion.number).label("number"))
        .where(wanted)
        .group_by(ModuleVersion.module_id)
        .subquery()
    )
    query = (
        select(
            ModuleVersion.module_id,
            Module.slug,
            ModuleVersion.version,
            ModuleVersion.structure,
            ModuleVersion.titles,
            ModuleVersion.seconds,
            ModuleVersion.exercises,
            ModuleVersion.remembered,
            ModuleVersion.topic,
            ModuleVersion.topic_titles,
            ModuleVersion.exam,
        )
        .join(newest, and_(newest.c.module_id == ModuleVersion.module_id, newest.c.number == ModuleVersion.number))
        .join(Module, _is_the_versions_module())
        .where(wanted)
    )
    return {row["module_id"]: Published(**row) for row in db.session.execute(query).mappings()}


def titles_of(organisation_id: UUID, module_ids: Iterable[UUID], language: str) -> dict[UUID, str]:
    """What modules are called in that language, or in their first; unpublished ones are left out."""
    return {each.module_id: each.title_in(language) for each in published(organisation_id, module_ids).values()}


def version_for(organisation_id: UUID, version: str) -> Version | None:
    """The version with that hash, in force or earlier; None when the organisation has none."""
    query = (
        select(
            ModuleVersion.module_id, Module.slug, ModuleVersion.version, ModuleVersion.structure, ModuleVersion.document
        )
        .join(Module, _is_the_versions_module())
        .where(ModuleVersion.organisation_id == organisation_id, ModuleVersion.version == version)
    )
    row = db.session.execute(query).one_or_none()
    return Version(*row) if row else None


def versions_for(organisation_id: UUID, versions: Iterable[str]) -> dict[str, Version]:
    """The same for many, by their hashes, in one query; unknown ones are left out."""
    query = (
        select(
            ModuleVersion.module_id, Module.slug, ModuleVersion.version, ModuleVersion.structure, ModuleVersion.document
        )
        .join(Module, _is_the_versions_module())
        .where(ModuleVersion.organisation_id == organisation_id, ModuleVersion.version.in_(list(versions)))
    )
    return {row.version: Version(*row) for row in db.session.execute(query)}


def document(organisation_id: UUID, version: str, language: str) -> dict[str, Any] | None:
    """The served document of a version in one of its languages; None when there is none such."""
    found = version_for(organisation_id, version)
    if found is None or language not in found.document["languages"]:
        return None
    return in_language(found.document, language, version)


def medium(organisation_id: UUID, digest: str) -> Medium | None:
    """The picture, sound, video or captions with that hash; None when the organisation has none."""
    row = db.session.get(Media, {"organisation_id": organisation_id, "hash": digest})
    return Medium(row.hash, row.size, row.media_type) if row else None


def narrower(organisation_id: UUID, digest: str, width: int) -> tuple[int, Medium | None] | None:
    """How narrow a picture can be for a screen that shows it `width` wide, and the picture if it was made already.

    None where it is best sent as it is: drawings, what is no picture, and pictures that are no wider.
    """
    row = db.session.get(Media, {"organisation_id": organisation_id, "hash": digest})
    wide_enough = [each for each in WIDTHS if each >= width]
    if row is None or not row.media_type.startswith("image/") or not row.width or not wide_enough:
        return None
    if row.width <= wide_enough[0]:
        return None
    made = db.session.get(MediaWidth, {"organisation_id": organisation_id, "hash": digest, "width": wide_enough[0]})
    return wide_enough[0], Medium(made.narrow, made.size, NARROW_TYPE) if made else None


def modules_showing(organisation_id: UUID, digest: str, module_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these modules show or play it in any of their versions."""
    query = select(ModuleVersion.module_id, ModuleVersion.pictures).where(
        ModuleVersion.organisation_id == organisation_id, ModuleVersion.module_id.in_(list(module_ids))
    )
    return {module_id for module_id, pictures in db.session.execute(query) if digest in pictures}


def export(
    organisation_id: UUID,
    module_ids: Iterable[UUID],
    paths: Iterable[Mapping[str, Any]] = (),
    title: Mapping[str, str] | str | None = None,
    licence: str | None = None,
) -> bytes:
    """A `.loype` file of these modules as they are in force, their media, and the path documents given.

    LookupError when the storage has lost one: rather no package than half a one.
    """
    versions = [each.version for each in published(organisation_id, module_ids).values()]
    query = select(ModuleVersion.document).where(
        ModuleVersion.organisation_id == organisation_id, ModuleVersion.version.in_(versions)
    )
    documents = sorted(db.session.scalars(query), key=lambda each: str(each["module"]))
    media = {}
    for digest in sorted({digest for each in documents for digest in media_of(each)}):
        found = storage.fetch(organisation_id, digest)
        if found is None:
            raise LookupError(f"{digest} is not in the storage")
        media[digest] = found
    return write_package(Package(title, licence, documents, list(paths), media))


def _is_the_versions_module() -> Any:
    return and_(Module.organisation_id == ModuleVersion.organisation_id, Module.id == ModuleVersion.module_id)
