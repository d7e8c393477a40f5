"""What owning modules keeps about one person."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from quests.authoring.owning.models import ModuleOwner
from quests.content.models import Module


def of_person(organisation_id: UUID, person_id: UUID) -> list[Section]:
    """The modules one answers for."""
    module = and_(Module.organisation_id == ModuleOwner.organisation_id, Module.id == ModuleOwner.module_id)
    owned = (
        select(Module.slug.label("module"), ModuleOwner.since, ModuleOwner.check_by, ModuleOwner.told_of)
        .join(Module, module)
        .where(ModuleOwner.organisation_id == organisation_id, ModuleOwner.owner_id == person_id)
        .order_by(Module.slug)
    )
    return [Section("owned", owned)]
