"""What a package would change, before anything is taken in."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from quests.content.package import Package
from quests.content.queries import modules_named, published
from quests.content.rules.documents import version_of
from quests.content.rules.reading import seconds_of
from quests.paths.exporting import path_document
from quests.paths.queries import path_by_slug
from quests.paths.rules import in_language

Shown = dict[str, Any]
COMPARED = ("title", "story", "goal")


def preview(organisation_id: UUID, package: Package, language: str) -> Shown:
    """Each module and path of a package, and whether it is new, changed or unchanged here."""
    ids = modules_named(organisation_id, [each["module"] for each in package.modules])
    here = {each.slug: each.version for each in published(organisation_id, ids.values()).values()}
    return {
        "modules": [_module_shown(each, here.get(each["module"]), language) for each in package.modules],
        "paths": [_path_shown(organisation_id, each, language) for each in package.paths],
        "pictures": len(package.media),
    }


def _module_shown(document: Mapping[str, Any], here: str | None, language: str) -> Shown:
    languages = document["languages"]
    spoken = language if language in languages else languages[0]
    return {
        "slug": document["module"],
        "title": in_language(document["title"], language),
        "state": "new" if here is None else "unchanged" if here == version_of(document) else "changed",
        "languages": languages,
        "seconds": seconds_of(document, spoken),
    }


def _path_shown(organisation_id: UUID, document: Mapping[str, Any], language: str) -> Shown:
    return {
        "slug": document["path"],
        "title": in_language(document["title"], language),
        "state": _path_state(organisation_id, document),
        "languages": document["languages"],
        "stages": len(document["quests"]),
    }


def _path_state(organisation_id: UUID, document: Mapping[str, Any]) -> str:
    """A stage that the package does not have stays as it is, so it makes no change."""
    path = path_by_slug(organisation_id, document["path"])
    if path is None:
        return "new"
    here, _ = path_document(organisation_id, path)
    named = {each["id"] for each in document["quests"]}
    stages = [each for each in here["quests"] if each["id"] in named]
    same = all(here[name] == document[name] for name in COMPARED) and stages == document["quests"]
    return "unchanged" if same else "changed"
