"""What other storeys may ask about what players have done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, func, or_, select

from app.core.db import db, read
from app.core.http import rfc3339
from quests.content.models import Module
from quests.paths.models import GOES_WITH, Activity, Enrolment, Release, ReleaseActivity
from quests.play.models import DONE_OF_IT, Attempt, ModuleProgress, QuestProgress, ScenarioBest

_DONE = select(ModuleProgress.run_id, ModuleProgress.module_id, ModuleProgress.skipped).where(
    ModuleProgress.organisation_id == bindparam("organisation"), ModuleProgress.player_id == bindparam("player")
)


def done_modules(organisation_id: UUID, player_id: UUID) -> Mapping[UUID, Mapping[UUID, bool]]:
    """The modules a player has done, by run, each with whether it was skipped."""
    done: dict[UUID, dict[UUID, bool]] = {}
    for run_id, module_id, skipped in read(_DONE, {"organisation": organisation_id, "player": player_id}):
        done.setdefault(run_id, {})[module_id] = skipped
    return done


def counts_taken(organisation_id: UUID, week: date, players: Iterable[UUID] | None = None) -> dict[UUID, int]:
    """By player, of all or of those given: how many counted activities of that week were done before it was over."""
    query = (
        select(ModuleProgress.player_id, func.count())
        .select_from(Release)
        .join(Enrolment, GOES_WITH)
        .join(ReleaseActivity)
        .join(Activity)
        .join(ModuleProgress, DONE_OF_IT)
        .where(
            Release.organisation_id == organisation_id,
            Release.week == week,
            Release.opened_at.is_not(None),
            Enrolment.left_at.is_(None),
            ReleaseActivity.counts,
            Activity.removed_at.is_(None),
            ModuleProgress.done_at < Release.closes_at,
        )
        .group_by(ModuleProgress.player_id)
    )
    if players is not None:
        query = query.where(ModuleProgress.player_id.in_(list(players)))
    return {row[0]: row[1] for row in db.session.execute(query)}


@dataclass(frozen=True, slots=True)
class WeekTaken:
    """A week in which something was released to a player: how much of it was possible and taken, when it all closed."""

    week: date
    possible: int
    taken: int
    closes_at: datetime


_IN_TIME = ModuleProgress.done_at < Release.closes_at
_THERE = and_(
    Activity.removed_at.is_(None),
    Enrolment.joined_at < Release.closes_at,
    or_(Enrolment.left_at.is_(None), Enrolment.left_at >= Release.closes_at),
)
_WEEKS = (
    select(Release.week, func.count(), func.count().filter(_IN_TIME), func.max(Release.closes_at))
    .select_from(Enrolment)
    .join(Release, GOES_WITH)
    .join(ReleaseActivity)
    .join(Activity)
    .outerjoin(ModuleProgress, DONE_OF_IT)
    .where(
        Enrolment.organisation_id == bindparam("organisation"),
        Enrolment.player_id == bindparam("player"),
        Release.opened_at.is_not(None),
        ReleaseActivity.counts,
        or_(_IN_TIME, _THERE),
    )
    .group_by(Release.week)
    .order_by(Release.week)
)


def weeks_taken(organisation_id: UUID, player_id: UUID) -> list[WeekTaken]:
    """Every week of a player in which something counted for them, the earliest first.

    What was done in its week counts for ever, also when they have gone to another run or it was removed since; what
    was not, only where they were there until the week closed.
    """
    return [WeekTaken(*row) for row in read(_WEEKS, {"organisation": organisation_id, "player": player_id})]


_CONVERSATIONS = select(func.count()).where(
    ScenarioBest.organisation_id == bindparam("organisation"),
    ScenarioBest.player_id == bindparam("player"),
    ScenarioBest.stars >= bindparam("stars"),
)


def count_conversations(organisation_id: UUID, player_id: UUID, stars: int) -> int:
    """In how many conversations a player has got at least so many stars."""
    values = {"organisation": organisation_id, "player": player_id, "stars": stars}
    return int(read(_CONVERSATIONS, values).scalar_one())


def quests_done(organisation_id: UUID, players: Iterable[UUID]) -> set[tuple[UUID, UUID, UUID]]:
    """(player, run, quest) of every quest these players are done with."""
    query = select(QuestProgress.player_id, QuestProgress.run_id, QuestProgress.quest_id).where(
        QuestProgress.organisation_id == organisation_id, QuestProgress.player_id.in_(list(players))
    )
    return {(player_id, run_id, quest_id) for player_id, run_id, quest_id in db.session.execute(query)}


def plays_since(organisation_id: UUID, since: datetime, players: Iterable[UUID]) -> dict[UUID, list[datetime]]:
    """When these players have played from then on."""
    query = select(Attempt.player_id, Attempt.happened_at).where(
        Attempt.organisation_id == organisation_id,
        Attempt.player_id.in_(list(players)),
        Attempt.happened_at >= since,
    )
    found: dict[UUID, list[datetime]] = {}
    for player_id, happened_at in db.session.execute(query):
        found.setdefault(player_id, []).append(happened_at)
    return found


def bests_of(organisation_id: UUID, player_id: UUID, page: int, size: int) -> tuple[list[dict[str, Any]], int]:
    """A page of the best a player has made of conversations, by module, and how many there are."""
    mine = and_(ScenarioBest.organisation_id == organisation_id, ScenarioBest.player_id == player_id)
    module = and_(Module.organisation_id == ScenarioBest.organisation_id, Module.id == ScenarioBest.module_id)
    query = (
        select(Module.slug, ScenarioBest.card, ScenarioBest.stars, ScenarioBest.goals, ScenarioBest.best_at)
        .join(Module, module)
        .where(mine)
        .order_by(Module.slug, ScenarioBest.card)
        .limit(size)
        .offset((page - 1) * size)
    )
    found = [
        {"module": row.slug, "card": row.card, "stars": row.stars, "goals": row.goals, "best_at": rfc3339(row.best_at)}
        for row in db.session.execute(query)
    ]
    return found, db.session.scalar(select(func.count()).select_from(ScenarioBest).where(mine)) or 0
