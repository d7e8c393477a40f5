"""Quests whose last post was never received as the last: done by two who turned out to be one."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import and_, exists, select

from app.core.db import db
from app.core.events import publish
from quests.paths.models import Enrolment, Release
from quests.paths.queries import counted_modules
from quests.play.events import QuestFinished
from quests.play.models import Attempt, ModuleProgress, QuestProgress


def complete_quests(organisation_id: UUID, player_id: UUID) -> int:
    """Note the quests of which a player has done all that counts, and tell of them; how many. Safe to repeat."""
    return sum(_complete(organisation_id, player_id, each) for each in _open(organisation_id, player_id))


def _open(organisation_id: UUID, player_id: UUID) -> list[Any]:
    """What is released to them and not known as done."""
    done = exists().where(
        QuestProgress.organisation_id == organisation_id,
        QuestProgress.player_id == player_id,
        QuestProgress.run_id == Release.run_id,
        QuestProgress.quest_id == Release.quest_id,
    )
    theirs = and_(Enrolment.organisation_id == Release.organisation_id, Enrolment.cohort_id == Release.cohort_id)
    query = select(Release).join(Enrolment, theirs).where(Release.organisation_id == organisation_id)
    query = query.where(Enrolment.player_id == player_id, Release.opened_at.is_not(None), ~done)
    return list(db.session.scalars(query.order_by(Release.opens_at, Release.id)))


def _complete(organisation_id: UUID, player_id: UUID, release: Release) -> bool:
    last = _all_done_at(organisation_id, player_id, release)
    if last is None:
        return False
    key = {"organisation_id": organisation_id, "player_id": player_id, "run_id": release.run_id}
    db.session.add(QuestProgress(**key, quest_id=release.quest_id, done_at=last))
    db.session.flush()
    played = select(Attempt.letter_id).where(*(getattr(Attempt, name) == value for name, value in key.items()))
    publish(
        QuestFinished(
            **key,
            letter_id=db.session.scalar(played.order_by(Attempt.happened_at.desc()).limit(1)) or uuid4(),
            quest_id=release.quest_id,
            release_id=release.id,
            happened_at=last,
            in_week=last < release.closes_at,
        )
    )
    return True


def _all_done_at(organisation_id: UUID, player_id: UUID, release: Release) -> datetime | None:
    counted = counted_modules(organisation_id, release.id)
    done = select(ModuleProgress.done_at).where(
        ModuleProgress.organisation_id == organisation_id,
        ModuleProgress.player_id == player_id,
        ModuleProgress.run_id == release.run_id,
        ModuleProgress.module_id.in_(counted),
    )
    found = list(db.session.scalars(done))
    return max(found) if counted and len(found) == len(counted) else None
