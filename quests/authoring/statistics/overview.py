"""What the screens of statistics show: one module, and all of them by how much they need a hand."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from app.identity.queries import policy
from quests.authoring.feedback.queries import Said, said_of
from quests.authoring.statistics.queries import ModuleSums, first_right_of, sums_of_versions
from quests.authoring.statistics.showing import cards_shown, found_in, version_shown
from quests.authoring.statistics.weighing import heaviest
from quests.content.models import Module, ModuleVersion
from quests.content.queries import Published, published, versions_for

Shown = dict[str, Any]
MOST_VERSIONS = 50


def least_of(organisation_id: UUID) -> int:
    """The smallest group of which anything is shown."""
    return int(policy(organisation_id)["least_members"])


def statistics_shown(organisation_id: UUID, module_id: UUID, version: str | None, language: str) -> Shown | None:
    """A module card by card, in the version in force or the one asked for; None where there is no such."""
    module = db.session.get(Module, (organisation_id, module_id))
    found = published(organisation_id, [module_id]).get(module_id)
    if module is None or (version is not None and found is None):
        return None
    versions = _versions(organisation_id, module_id)
    if version is not None and version not in {each.version for each in versions}:
        return None
    least, said = least_of(organisation_id), said_of(organisation_id, [module_id]).get(module_id, Said())
    whole = {
        "id": str(module_id),
        "slug": module.slug,
        "title": found.title_in(language) if found else module.slug,
        "versions": [version_shown(each) for each in versions],
        "least": least,
        "ratings": ratings_shown(said, least),
        "new_comments": said.new,
    }
    if found is None:
        return {**whole, "version": None, "begun": None, "ended": None, "cards": []}
    wanted = version or found.version
    sums = sums_of_versions(organisation_id, {module_id: wanted})[module_id]
    document = versions_for(organisation_id, [wanted])[wanted].document
    cards = cards_shown(organisation_id, document, wanted, sums, least, language)
    return {**whole, "version": wanted, **_ways(sums, least), "cards": cards}


def _versions(organisation_id: UUID, module_id: UUID) -> list[ModuleVersion]:
    query = (
        select(ModuleVersion)
        .where(ModuleVersion.organisation_id == organisation_id, ModuleVersion.module_id == module_id)
        .order_by(ModuleVersion.number.desc())
        .limit(MOST_VERSIONS)
    )
    return list(db.session.scalars(query))


def _ways(sums: ModuleSums, least: int) -> Shown:
    enough = sums.begun >= least
    return {"begun": sums.begun if enough else None, "ended": sums.ended if enough else None}


def ratings_shown(said: Said, least: int) -> Shown | None:
    """How many found it useful, of how many; None of few."""
    return {"useful": said.useful, "of": said.rated} if said.people >= least else None


def attention_shown(organisation_id: UUID, language: str, page: int, size: int) -> tuple[int, list[Shown], int]:
    """The smallest group, a page of the published modules, by the weight of what is to be done, and how many are."""
    wanted, total = heaviest(organisation_id, page, size)
    modules = published(organisation_id, wanted)
    versions = {each.module_id: each.version for each in modules.values()}
    least, sums = least_of(organisation_id), sums_of_versions(organisation_id, versions)
    documents = versions_for(organisation_id, [versions[each] for each, counted in sums.items() if counted.cards])
    said, rights = said_of(organisation_id, wanted), first_right_of(sums, least)
    rows = []
    for module_id in wanted:
        module, counted = modules[module_id], sums[module_id]
        found: list[Shown] = []
        if module.version in documents:
            document = documents[module.version].document
            weighed = found_in(organisation_id, document, module.version, counted, least, language)
            found = [each for _, each in weighed]
        shown = _row_shown(module, counted, said.get(module_id, Said()), rights, least, language)
        rows.append({**shown, "findings": found})
    return least, rows, total


def _row_shown(
    module: Published, sums: ModuleSums, said: Said, rights: Mapping[UUID, float], least: int, language: str
) -> Shown:
    right = rights.get(module.module_id)
    return {
        "id": str(module.module_id),
        "slug": module.slug,
        "title": module.title_in(language),
        "version": module.version,
        **_ways(sums, least),
        "first_right": None if right is None else round(right, 4),
        "ratings": ratings_shown(said, least),
        "new_comments": said.new,
    }
