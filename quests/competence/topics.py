"""Topics as requirements need them: their titles, which modules teach them, what of them is to be remembered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, func, select

from app.core.db import db
from quests.competence.rules import Item
from quests.content.models import ModuleVersion


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic by its slug, as the modules in force tell of it."""

    slug: str
    titles: Mapping[str, str]
    modules: frozenset[UUID]
    items: frozenset[Item]


_NEWEST = (
    select(ModuleVersion.module_id, func.max(ModuleVersion.number).label("number"))
    .where(ModuleVersion.organisation_id == bindparam("organisation"))
    .group_by(ModuleVersion.module_id)
    .subquery()
)
_TOPICS = (
    select(ModuleVersion.module_id, ModuleVersion.remembered, ModuleVersion.topic, ModuleVersion.topic_titles)
    .join(_NEWEST, and_(_NEWEST.c.module_id == ModuleVersion.module_id, _NEWEST.c.number == ModuleVersion.number))
    .where(ModuleVersion.organisation_id == bindparam("organisation"), ModuleVersion.topic.is_not(None))
    .order_by(ModuleVersion.topic, ModuleVersion.published_at, ModuleVersion.module_id)
)
_TOPICS_WANTED = _TOPICS.where(ModuleVersion.topic.in_(bindparam("wanted", expanding=True)))


def topics_of(organisation_id: UUID, wanted: Collection[str] | None = None) -> dict[str, Topic]:
    """The organisation's topics by slug, or of those wanted the ones there are."""
    values: dict[str, Any] = {"organisation": organisation_id}
    if wanted is None:
        rows = db.session.execute(_TOPICS, values)
    else:
        rows = db.session.execute(_TOPICS_WANTED, {**values, "wanted": list(wanted)})
    found: dict[str, Topic] = {}
    for module_id, remembered, slug, titles in rows:
        assert slug is not None  # noqa: S101
        before = found.get(slug, Topic(slug, {}, frozenset(), frozenset()))
        items = {(module_id, card) for card in remembered}
        found[slug] = Topic(slug, titles or before.titles, before.modules | {module_id}, before.items | items)
    return found
