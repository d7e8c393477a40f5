"""How much of what was released in some weeks has been done: what competitions count."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, func, select

from app.core.db import db
from quests.paths.models import GOES_WITH, Activity, Enrolment, Path, Release, ReleaseActivity, Run
from quests.play.models import DONE_OF_IT, ModuleProgress, QuestProgress

Both = dict[UUID, tuple[int, int]]
"""By player: how many were released to them, and how many of those they have done."""


@dataclass(frozen=True, slots=True)
class Span:
    """What counts: of these paths or of all, released in weeks from `first` up to `until` (Mondays).

    Done counts what was done before `ends_at`.
    """

    organisation_id: UUID
    first: date
    until: date
    ends_at: datetime
    paths: tuple[UUID, ...] | None = None


def activities_done(span: Span, players: Iterable[UUID] | None = None) -> Both:
    """Of the activities that count in their quests."""
    return {row[0]: (row[1], row[2]) for row in _found(_activities_done, span, players)}


def quests_done(span: Span, players: Iterable[UUID] | None = None) -> Both:
    """Of whole quests."""
    return {row[0]: (row[1], row[2]) for row in _found(_quests_done, span, players)}


def modules_released(span: Span, players: Iterable[UUID] | None = None) -> list[tuple[UUID, UUID, UUID]]:
    """(player, run, module) of every activity that counts."""
    return [(row[0], row[1], row[2]) for row in _found(_modules_released, span, players)]


def quests_released(span: Span, players: Iterable[UUID] | None = None) -> list[tuple[UUID, UUID, UUID]]:
    """(player, run, quest) of every quest."""
    return [(row[0], row[1], row[2]) for row in _found(_quests_released, span, players)]


def _found(asking: Callable[[bool, bool], Any], span: Span, players: Iterable[UUID] | None) -> Any:
    """The rows of one of the statements below, which are made once: making one costs more than asking it."""
    values: dict[str, Any] = {"organisation": span.organisation_id, "first": span.first, "until": span.until}
    values["ends_at"] = span.ends_at  # what was only released asks nothing of it
    if players is not None:
        values["players"] = list(players)
    if span.paths is not None:
        values["paths"] = span.paths
    return db.session.execute(asking(players is not None, span.paths is not None), values)


@cache
def _activities_done(some: bool, chosen: bool) -> Any:
    done = func.count(ModuleProgress.done_at).filter(ModuleProgress.done_at < bindparam("ends_at"))
    query = _activities(select(Enrolment.player_id, func.count(), done), some, chosen)
    return query.outerjoin(ModuleProgress, DONE_OF_IT).group_by(Enrolment.player_id)


@cache
def _quests_done(some: bool, chosen: bool) -> Any:
    done = func.count(QuestProgress.done_at).filter(QuestProgress.done_at < bindparam("ends_at"))
    query = _released(select(Enrolment.player_id, func.count(), done), some, chosen).outerjoin(
        QuestProgress,
        and_(
            QuestProgress.organisation_id == Release.organisation_id,
            QuestProgress.player_id == Enrolment.player_id,
            QuestProgress.run_id == Release.run_id,
            QuestProgress.quest_id == Release.quest_id,
        ),
    )
    return query.group_by(Enrolment.player_id)


@cache
def _modules_released(some: bool, chosen: bool) -> Any:
    return _activities(select(Enrolment.player_id, Release.run_id, ReleaseActivity.module_id), some, chosen)


@cache
def _quests_released(some: bool, chosen: bool) -> Any:
    return _released(select(Enrolment.player_id, Release.run_id, Release.quest_id), some, chosen)


def _released(query: Any, some: bool, chosen: bool) -> Any:
    """Opened in those weeks, and not called off: to `some` players or to all, of `chosen` paths or of all.

    What somebody tries out before others is no part of a race.
    """
    own = Release.organisation_id == bindparam("organisation")
    paths = select(Path.id).where(Path.organisation_id == bindparam("organisation"), Path.kind == "path")
    query = (
        query.select_from(Release)
        .join(Run)
        .join(Enrolment, GOES_WITH)
        .where(own, Release.week >= bindparam("first"), Release.week < bindparam("until"))
        .where(Release.opened_at.is_not(None), Run.cancelled_at.is_(None), Enrolment.left_at.is_(None))
        .where(Run.path_id.in_(bindparam("paths", expanding=True) if chosen else paths))
    )
    return query.where(Enrolment.player_id.in_(bindparam("players", expanding=True))) if some else query


def _activities(query: Any, some: bool, chosen: bool) -> Any:
    return (
        _released(query, some, chosen)
        .join(ReleaseActivity)
        .join(Activity)
        .where(ReleaseActivity.counts, Activity.removed_at.is_(None))
    )


def modules_done_between(
    organisation_id: UUID, start: datetime, end: datetime, players: Iterable[UUID] | None = None
) -> int:
    """How many modules were done from `start` up to `end`, in paths that are not tried out; by all or by these."""
    query = (
        select(func.count())
        .select_from(ModuleProgress)
        .join(Run)
        .join(Path)
        .where(
            ModuleProgress.organisation_id == organisation_id,
            ModuleProgress.done_at >= start,
            ModuleProgress.done_at < end,
            Run.cancelled_at.is_(None),
            Path.kind == "path",
        )
    )
    if players is not None:
        query = query.where(ModuleProgress.player_id.in_(list(players)))
    return db.session.scalar(query) or 0
