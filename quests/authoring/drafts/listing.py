"""The list of modules: what state each is in, found by the database, so that a page of thousands costs a page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select, true

from app.core.db import db
from quests.authoring.drafts.models import Draft
from quests.authoring.drafts.rules import STATES, words_in
from quests.authoring.pilots.queries import piloted
from quests.content.models import Module, ModuleVersion
from quests.paths.models import Activity, Release


@dataclass(frozen=True, slots=True)
class Entry:
    """A module as the list has it. `release`: when it opens next, of what is planned."""

    module_id: UUID
    slug: str
    state: str
    release: datetime | None


def entries(
    organisation_id: UUID, searched: str, state: str | None, page: int, size: int
) -> tuple[list[Entry], dict[str, int]]:
    """A page of the modules whose texts hold every word that is searched for, the one changed last first.

    In one state or in all; and how many of those that hold it are in each state.
    """
    query = _entries(organisation_id)
    query = query.where(*(Draft.search.contains(word, autoescape=True) for word in words_in(searched)))
    found = query.cte("found")
    counts = select(*(func.count().filter(found.c.state == each).label(each) for each in STATES)).subquery()
    asked = select(found) if state is None else select(found).where(found.c.state == state)
    last = asked.order_by(found.c.changed_at.desc(), found.c.module_id).limit(size).offset((page - 1) * size)
    shown = last.subquery()
    # In one statement, so that the texts are read once; a row of counts is there also where no module is.
    both = select(counts, shown).select_from(counts.outerjoin(shown, true()))
    rows = db.session.execute(both.order_by(shown.c.changed_at.desc(), shown.c.module_id)).all()
    told = [Entry(row.module_id, row.slug, row.state, row.release) for row in rows if row.module_id is not None]
    return told, {each: getattr(rows[0], each) for each in STATES}


def entry_of(organisation_id: UUID, module_id: UUID) -> Entry:
    """One module as the list has it."""
    row = db.session.execute(_entries(organisation_id).where(Draft.module_id == module_id)).one()
    return Entry(row.module_id, row.slug, row.state, row.release)


def _entries(organisation_id: UUID) -> Select[Any]:
    planned = _planned(organisation_id)
    state = case(
        (Module.retired_at.is_not(None), "retired"),
        (Draft.module_id.in_(piloted(organisation_id)), "pilot"),
        (~_is_in_force(), "draft"),
        (and_(planned.c.coming.is_not(None), planned.c.opened.is_(None)), "scheduled"),
        else_="published",
    )
    return (
        select(Draft.module_id, Module.slug, Draft.changed_at, state.label("state"), planned.c.coming.label("release"))
        .join(Module, (Module.organisation_id == Draft.organisation_id) & (Module.id == Draft.module_id))
        .outerjoin(planned, planned.c.module_id == Draft.module_id)
        .where(Draft.organisation_id == organisation_id)
    )


def _is_in_force() -> ColumnElement[bool]:
    query = select(ModuleVersion.version).where(
        ModuleVersion.organisation_id == Draft.organisation_id,
        ModuleVersion.module_id == Draft.module_id,
        ModuleVersion.withdrawn_at.is_(None),
    )
    return query.exists()


def _planned(organisation_id: UUID) -> Any:
    """By module that stands in a path of which there are runs: when it opened first, and when it opens next."""
    query = (
        select(
            Activity.module_id,
            func.min(Release.opened_at).label("opened"),
            func.min(Release.opens_at).filter(Release.opened_at.is_(None)).label("coming"),
        )
        .join(
            Release,
            (Release.organisation_id == Activity.organisation_id) & (Release.quest_id == Activity.quest_id),
        )
        .where(Activity.organisation_id == organisation_id, Activity.removed_at.is_(None), Activity.version.is_(None))
        .group_by(Activity.module_id)
    )
    return query.subquery("planned")
