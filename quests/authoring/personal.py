"""What the studio keeps about one person: which modules they have worked on, and when."""

from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from quests.authoring.drafts.models import Draft, DraftPresence, ModuleChange
from quests.content.models import Module


def of_person(organisation_id: UUID, person_id: UUID) -> list[Section]:
    """What one has done to modules, which drafts one saved last, and when one had which open last."""
    deeds = (
        select(Module.slug.label("module"), ModuleChange.at, ModuleChange.deed, ModuleChange.version)
        .join(Module, _is_of(ModuleChange))
        .where(ModuleChange.organisation_id == organisation_id, ModuleChange.person_id == person_id)
    )
    saved = (
        select(Module.slug.label("module"), Draft.changed_at)
        .join(Module, _is_of(Draft))
        .where(Draft.organisation_id == organisation_id, Draft.changed_by == person_id)
    )
    opened = (
        select(Module.slug.label("module"), DraftPresence.since, DraftPresence.seen_at)
        .join(Module, _is_of(DraftPresence))
        .where(DraftPresence.organisation_id == organisation_id, DraftPresence.person_id == person_id)
    )
    return [
        Section("module_deeds", deeds.order_by(ModuleChange.at, ModuleChange.id)),
        Section("drafts_saved", saved.order_by(Draft.changed_at)),
        Section("drafts_opened", opened.order_by(DraftPresence.seen_at)),
    ]


def _is_of(row: type[Draft] | type[DraftPresence] | type[ModuleChange]) -> Any:
    return and_(Module.organisation_id == row.organisation_id, Module.id == row.module_id)
