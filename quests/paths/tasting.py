"""Teasers: modules of a run that its audience may try before it starts. Nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.http import rfc3339
from app.core.weeks import local_date
from app.identity.viewer import Viewer
from quests.content.queries import Published, published
from quests.paths.belonging import belonging
from quests.paths.models import Path, Release, Run
from quests.paths.rules import in_language, tastes


@dataclass(frozen=True, slots=True)
class Taste:
    """A run that has teasers, whoever it is for."""

    run_id: UUID
    audience: dict[str, Any]
    path_title: Mapping[str, str]
    teaser_from: date | None
    opens_at: datetime | None
    modules: tuple[Published, ...]


@lru_cache(maxsize=64)
def _tastes(organisation_id: UUID, revision: int) -> tuple[Taste, ...]:
    """Every run with teasers. `revision` is the organisation's, which grows with every change of what stands here."""
    query = (
        select(Run, Path.title, func.min(Release.opens_at))
        .join(Path, (Path.organisation_id == Run.organisation_id) & (Path.id == Run.path_id))
        .join(Release, (Release.organisation_id == Run.organisation_id) & (Release.run_id == Run.id))
        .where(Run.organisation_id == organisation_id, Run.teaser_from.is_not(None), Run.cancelled_at.is_(None))
        .group_by(Run.organisation_id, Run.id, Path.organisation_id, Path.id)
        .order_by(Run.starts_on, Run.id)
    )
    rows = db.session.execute(query).all()
    modules = published(organisation_id, {UUID(each) for run, _, _ in rows for each in run.teasers})
    return tuple(
        Taste(run.id, run.audience, title, run.teaser_from, opens_at, _tastable(run, modules))
        for run, title, opens_at in rows
    )


def _tastable(run: Run, modules: Mapping[UUID, Published]) -> tuple[Published, ...]:
    """Its teasers but for exams, which are graded here and leave a trace."""
    return tuple(each for each in (modules.get(UUID(id)) for id in run.teasers) if each and each.exam is None)


def tastes_of(who: Viewer) -> list[Taste]:
    """The runs whose teasers this person may try now. Asks the database for nothing where there are none."""
    now = clock.now()
    today = local_date(now, who.time_zone)
    revision = who.revisions[0]
    every = _tastes(who.organisation_id, revision)
    due = [each for each in every if tastes(each.teaser_from, each.opens_at, today, now)]
    if not due:
        return []
    own = belonging(who.organisation_id, revision, who.player_id, who.roles, today)
    return [each for each in due if own.is_in(each.audience)]


def tastes_shown(found: list[Taste], language: str) -> list[dict[str, Any]]:
    """The `Teaser`s of the contract, one a module."""
    return [
        {
            "run": str(taste.run_id),
            "path_title": in_language(taste.path_title, language),
            "opens_at": rfc3339(taste.opens_at),
            "module": module.slug,
            "version": module.version,
            "languages": list(module.languages),
            "title": module.title_in(language),
            "seconds": module.seconds_in(language),
        }
        for taste in found
        for module in taste.modules
    ]
