"""How much of what was released in some weeks has been done: what competitions count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select

from app.core.db import db
from quests.paths.models import Activity, Enrolment, Path, Release, ReleaseActivity, Run
from quests.play.models import ModuleProgress, QuestProgress

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
    done = func.count(ModuleProgress.done_at).filter(ModuleProgress.done_at < span.ends_at)
    query = _activities(span, select(Enrolment.player_id, func.count(), done), players).outerjoin(
        ModuleProgress,
        and_(
            ModuleProgress.organisation_id == Release.organisation_id,
            ModuleProgress.player_id == Enrolment.player_id,
            ModuleProgress.run_id == Release.run_id,
            ModuleProgress.module_id == ReleaseActivity.module_id,
        ),
    )
    return {row[0]: (row[1], row[2]) for row in db.session.execute(query.group_by(Enrolment.player_id))}


def quests_done(span: Span, players: Iterable[UUID] | None = None) -> Both:
    """Of whole quests."""
    done = func.count(QuestProgress.done_at).filter(QuestProgress.done_at < span.ends_at)
    query = _released(span, select(Enrolment.player_id, func.count(), done), players).outerjoin(
        QuestProgress,
        and_(
            QuestProgress.organisation_id == Release.organisation_id,
            QuestProgress.player_id == Enrolment.player_id,
            QuestProgress.run_id == Release.run_id,
            QuestProgress.quest_id == Release.quest_id,
        ),
    )
    return {row[0]: (row[1], row[2]) for row in db.session.execute(query.group_by(Enrolment.player_id))}


def modules_released(span: Span, players: Iterable[UUID] | None = None) -> list[tuple[UUID, UUID, UUID]]:
    """(player, run, module) of every activity that counts."""
    query = select(Enrolment.player_id, Release.run_id, ReleaseActivity.module_id)
    return [(row[0], row[1], row[2]) for row in db.session.execute(_activities(span, query, players))]


def quests_released(span: Span, players: Iterable[UUID] | None = None) -> list[tuple[UUID, UUID, UUID]]:
    """(player, run, quest) of every quest."""
    query = select(Enrolment.player_id, Release.run_id, Release.quest_id)
    return [(row[0], row[1], row[2]) for row in db.session.execute(_released(span, query, players))]


def _released(span: Span, query: Any, players: Iterable[UUID] | None) -> Any:
    query = (
        query.select_from(Release)
        .join(Run, and_(Run.organisation_id == Release.organisation_id, Run.id == Release.run_id))
        .join(
            Enrolment,
            and_(Enrolment.organisation_id == Release.organisation_id, Enrolment.cohort_id == Release.cohort_id),
        )
        .where(*_in(span))
    )
    return query if players is None else query.where(Enrolment.player_id.in_(list(players)))


def _activities(span: Span, query: Any, players: Iterable[UUID] | None) -> Any:
    return (
        _released(span, query, players)
        .join(
            ReleaseActivity,
            and_(ReleaseActivity.organisation_id == Release.organisation_id, ReleaseActivity.release_id == Release.id),
        )
        .join(
            Activity,
            and_(Activity.organisation_id == Release.organisation_id, Activity.id == ReleaseActivity.activity_id),
        )
        .where(ReleaseActivity.counts, Activity.removed_at.is_(None))
    )


def _in(span: Span) -> list[ColumnElement[bool]]:
    """Opened in those weeks, and not called off. What somebody tries out before others is no part of a race."""
    found = [
        Release.organisation_id == span.organisation_id,
        Release.week >= span.first,
        Release.week < span.until,
        Release.opened_at.is_not(None),
        Run.cancelled_at.is_(None),
        Enrolment.left_at.is_(None),
    ]
    paths = select(Path.id).where(Path.organisation_id == span.organisation_id, Path.kind == "path")
    return [*found, Run.path_id.in_(paths if span.paths is None else span.paths)]


def modules_done_between(
    organisation_id: UUID, start: datetime, end: datetime, players: Iterable[UUID] | None = None
) -> int:
    """How many modules were done from `start` up to `end`, in paths that are not tried out; by all or by these."""
    query = (
        select(func.count())
        .select_from(ModuleProgress)
        .join(Run, and_(Run.organisation_id == ModuleProgress.organisation_id, Run.id == ModuleProgress.run_id))
        .join(Path, and_(Path.organisation_id == Run.organisation_id, Path.id == Run.path_id))
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
