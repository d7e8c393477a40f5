"""Quests as a player sees them: what is open, what is done, what comes next, how long it takes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from app.core import clock
from quests.paths.catalogue import CataloguedActivity, CataloguedQuest, catalogue
from quests.paths.queries import cohorts_of
from quests.play.examining import day_of, used_since
from quests.play.queries import done_modules

Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """A release with what the player has done of it."""

    quest: CataloguedQuest
    done: frozenset[UUID]
    tried_today: Mapping[UUID, int] = field(default_factory=dict)
    """Of exams alone: how many attempts have arrived today."""
    tomorrow: datetime | None = None
    skipped: frozenset[UUID] = frozenset()
    """What is done without having been played."""

    @property
    def counted(self) -> list[CataloguedActivity]:
        """What makes the total: what is removed leaves it, unless it is done, so that progress never goes back."""
        return [each for each in self.quest.activities if each.counts or (each.frozen and each.module_id in self.done)]

    @property
    def left(self) -> list[CataloguedActivity]:
        """What counts and is not done yet, in order."""
        return [each for each in self.counted if each.module_id not in self.done]

    def used_up(self, activity: CataloguedActivity) -> bool:
        """Whether it is an exam whose attempts of today are all used."""
        exam = activity.module.exam
        return exam is not None and self.tried_today.get(activity.module_id, 0) >= exam["attempts_a_day"]

    @property
    def is_open(self) -> bool:
        return self.quest.opened_at is not None


def seen_by(organisation_id: UUID, revision: int, player_id: UUID) -> list[Seen]:
    """Everything released to or planned for a player, in order of opening."""
    done = done_modules(organisation_id, player_id)
    quests = [
        quest
        for cohort_id in cohorts_of(organisation_id, player_id)
        for quest in catalogue(organisation_id, revision, cohort_id)
    ]
    tried, tomorrow = _tried(organisation_id, player_id, quests)
    found = [
        Seen(quest, frozenset(own), tried, tomorrow, _skipped(own))
        for quest in quests
        for own in [done.get(quest.run_id, {})]
    ]
    return sorted(found, key=lambda each: each.quest.opens_at)


def _skipped(done: Mapping[UUID, bool]) -> frozenset[UUID]:
    return frozenset(module_id for module_id, skipped in done.items() if skipped)


def _tried(
    organisation_id: UUID, player_id: UUID, quests: Iterable[CataloguedQuest]
) -> tuple[Mapping[UUID, int], datetime | None]:
    """Attempts at exams that have arrived today, and when the next day begins. Asks nothing where there is no exam."""
    exams = {each.module_id for quest in quests for each in quest.activities if each.module.exam}
    if not exams:
        return {}, None
    today, tomorrow = day_of(organisation_id, clock.now())
    return used_since(organisation_id, player_id, exams, today), tomorrow


def open_now(seen: Iterable[Seen], now: datetime) -> list[Seen]:
    """The open quests whose week is not over: what is not done first, then nearest mandatory deadline, then newest.

    A pilot comes after all others, so that it takes nobody's week from the map.
    """
    found = [each for each in seen if each.is_open and each.quest.closes_at > now]
    return sorted(found, key=_urgency)


def _urgency(seen: Seen) -> tuple[bool, bool, float, float]:
    quest = seen.quest
    deadline = quest.deadline_at.timestamp() if quest.deadline_at else float("inf")
    return quest.pilot, not seen.left, deadline, -quest.opens_at.timestamp()


def to_catch_up(seen: Iterable[Seen], now: datetime) -> list[Seen]:
    """Quests whose week is over and that are not done, the newest first."""
    found = [each for each in seen if each.is_open and each.quest.closes_at <= now and each.left]
    return sorted(found, key=lambda each: each.quest.opens_at, reverse=True)


def next_coming(seen: Iterable[Seen]) -> CataloguedQuest | None:
    """The planned quest that opens first."""
    return next((each.quest for each in seen if not each.is_open), None)


def quest_for(organisation_id: UUID, revision: int, player_id: UUID, quest_id: UUID) -> Seen | None:
    """The newest open release of that quest to the player."""
    found = [each for each in seen_by(organisation_id, revision, player_id) if each.quest.quest_id == quest_id]
    return next((each for each in reversed(found) if each.is_open), None)
