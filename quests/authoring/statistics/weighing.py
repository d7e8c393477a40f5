"""Which modules need a hand most: found beside the counting, so that a page of a long list needs no other figures."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from app.core.db import db
from quests.authoring.feedback.queries import comments_to_read
from quests.authoring.statistics.models import CardFigures, ModuleFigures, ModuleWeight
from quests.authoring.statistics.queries import sums_of_versions
from quests.authoring.statistics.showing import found_in
from quests.content.models import Module, ModuleVersion
from quests.content.queries import versions_for


@dataclass(frozen=True, slots=True)
class Load:
    """What a weight is found from: the version in force, and how much is counted of its module."""

    version: str
    counted: int


def to_weigh(organisation_id: UUID, least: int, most: int) -> dict[UUID, Load]:
    """Modules in force of which something is counted that their weight does not know of yet; not more than so many."""
    counted = _counted(organisation_id)
    weights = select(ModuleWeight).where(ModuleWeight.organisation_id == organisation_id)
    known = {each.module_id: (each.version, each.counted, each.least) for each in db.session.scalars(weights)}
    found = {id: Load(version, counted[id]) for id, version in _in_force(organisation_id).items() if counted[id]}
    waiting = (id for id, load in found.items() if known.get(id) != (load.version, load.counted, least))
    return {id: found[id] for id in islice(waiting, most)}


def weigh(organisation_id: UUID, loads: Mapping[UUID, Load], least: int) -> None:
    """Find the weights of these modules anew."""
    versions = {id: load.version for id, load in loads.items()}
    sums, documents = sums_of_versions(organisation_id, versions), versions_for(organisation_id, versions.values())
    for id, load in sorted(loads.items()):
        document = documents[load.version].document
        found = found_in(organisation_id, document, load.version, sums[id], least, document["languages"][0])
        db.session.merge(
            ModuleWeight(
                organisation_id=organisation_id,
                module_id=id,
                version=load.version,
                counted=load.counted,
                least=least,
                weight=sum(weight for weight, _ in found),
            )
        )


def heaviest(organisation_id: UUID, page: int, size: int) -> tuple[list[UUID], int]:
    """A page of the modules in force, by weight, then by comments that nobody has read; and how many there are."""
    unread = comments_to_read(organisation_id)
    weight = (ModuleWeight.organisation_id == Module.organisation_id) & (ModuleWeight.module_id == Module.id)
    own = (Module.organisation_id == organisation_id, _has_version())
    query = (
        select(Module.id)
        .outerjoin(ModuleWeight, weight)
        .outerjoin(unread, unread.c.module_id == Module.id)
        .where(*own)
        .order_by(func.coalesce(ModuleWeight.weight, 0).desc(), func.coalesce(unread.c.comments, 0).desc(), Module.slug)
    )
    total = db.session.scalar(select(func.count()).select_from(Module).where(*own)) or 0
    return list(db.session.scalars(query.limit(size).offset((page - 1) * size))), total


def _has_version() -> ColumnElement[bool]:
    query = select(ModuleVersion.version).where(
        ModuleVersion.organisation_id == Module.organisation_id,
        ModuleVersion.module_id == Module.id,
        ModuleVersion.withdrawn_at.is_(None),
    )
    return query.exists()


def _counted(organisation_id: UUID) -> Counter[UUID]:
    """By module a number that grows with whatever is counted of it."""
    sums = (
        (ModuleFigures, ModuleFigures.begun + ModuleFigures.ended),
        (CardFigures, CardFigures.tries + CardFigures.stopped),
    )
    found: Counter[UUID] = Counter()
    for model, number in sums:
        query = select(model.module_id, func.sum(number)).where(model.organisation_id == organisation_id)
        found.update({id: int(count) for id, count in db.session.execute(query.group_by(model.module_id))})
    return found


def _in_force(organisation_id: UUID) -> dict[UUID, str]:
    query = (
        select(ModuleVersion.module_id, ModuleVersion.version)
        .where(ModuleVersion.organisation_id == organisation_id, ModuleVersion.withdrawn_at.is_(None))
        .order_by(ModuleVersion.number)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}
