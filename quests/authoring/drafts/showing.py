"""Checks and versions as the studio's screens have them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.identity.queries import names_of
from quests.authoring.drafts.checking import Check
from quests.authoring.drafts.queries import publishers, versions_of
from quests.authoring.drafts.rules import differences
from quests.content.models import ModuleVersion
from quests.content.queries import published

Shown = dict[str, Any]


def checks_shown(found: Sequence[Check]) -> list[Shown]:
    """The `Check`s of the contract, those that block first."""
    return [
        {
            "severity": each.severity,
            "code": each.code,
            "place": each.place,
            "language": each.language,
            "given": dict(each.given),
            "remedy": each.remedy,
        }
        for each in sorted(found, key=lambda each: each.severity != "block")
    ]


def versions_shown(organisation_id: UUID, module_id: UUID, page: int, size: int) -> list[Shown]:
    """The `Version`s of the contract. Each is told apart from the one published before it."""
    found, _ = versions_of(organisation_id, module_id, page, size)
    earlier, _ = versions_of(organisation_id, module_id, page * size + 1, 1)
    by = publishers(organisation_id, [each.version for each in found])
    names = names_of(organisation_id, set(by.values()))
    newest = published(organisation_id, [module_id]).get(module_id)
    before: list[ModuleVersion | None] = [*found[1:], *earlier, None]
    in_force = newest.version if newest else None
    return [
        _shown(each, older, in_force) | {"by": names[by[each.version]] if each.version in by else None}
        for each, older in zip(found, before, strict=False)
    ]


def _shown(version: ModuleVersion, before: ModuleVersion | None, in_force: str | None) -> Shown:
    return {
        "version": version.version,
        "number": version.number,
        "published_at": rfc3339(version.published_at),
        "in_force": version.version == in_force,
        "withdrawn": version.withdrawn_at is not None,
        "same_structure": before is not None and before.structure == version.structure,
        "differences": differences(before.document, version.document) if before else [],
    }
