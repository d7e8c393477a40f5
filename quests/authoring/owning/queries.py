"""Who answers for which module, as other storeys may ask."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from app.core.db import db
from quests.authoring.owning.models import ModuleOwner


def owners_of(organisation_id: UUID, modules: Iterable[UUID]) -> dict[UUID, ModuleOwner]:
    """By module who answers for it; those without an owner are left out."""
    query = select(ModuleOwner).where(
        ModuleOwner.organisation_id == organisation_id, ModuleOwner.module_id.in_(list(modules))
    )
    return {each.module_id: each for each in db.session.scalars(query)}


def owner_of(organisation_id: UUID, module_id: UUID) -> ModuleOwner | None:
    return db.session.get(ModuleOwner, (organisation_id, module_id))


def to_check(organisation_id: UUID, today: date) -> list[UUID]:
    """The modules whose day to check by has come, and whose owner has not been told of that day."""
    query = (
        select(ModuleOwner.module_id)
        .where(
            ModuleOwner.organisation_id == organisation_id,
            ModuleOwner.check_by <= today,
            or_(ModuleOwner.told_of.is_(None), ModuleOwner.told_of != ModuleOwner.check_by),
        )
        .order_by(ModuleOwner.module_id)
    )
    return list(db.session.scalars(query))
