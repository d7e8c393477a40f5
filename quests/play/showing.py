"""Quests as lists show them, in one language: the shapes of the contract."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.core.weeks import week_number
from quests.paths.catalogue import CataloguedActivity, CataloguedQuest
from quests.paths.rules import in_language
from quests.play.examining import left_shown
from quests.play.overview import Seen

Shown = dict[str, Any]


def minutes(activities: Iterable[CataloguedActivity], language: str) -> int:
    """Whole minutes, rounded up."""
    return -(-sum(each.module.seconds_in(language) for each in activities) // 60)


def week_shown(monday: date) -> Shown:
    year, week = week_number(monday)
    return {
        "year": year,
        "week": week,
        "starts_on": monday.isoformat(),
        "ends_on": (monday + timedelta(days=6)).isoformat(),
    }


def quest_shown(seen: Seen, language: str) -> Shown:
    """The `QuestSummary` of the contract."""
    quest, left = seen.quest, seen.left
    listed = [each for each in quest.activities if not each.removed or each.module_id in seen.done]
    shown = {
        "id": str(quest.quest_id),
        "run": str(quest.run_id),
        "path": {"id": str(quest.path_id), "title": in_language(quest.path_title, language)},
        "title": in_language(quest.title, language),
        "story": in_language(quest.story, language),
        "goal": in_language(quest.goal, language),
        "terrain": quest.terrain,
        "week": week_shown(quest.week),
        "opened_at": rfc3339(quest.opened_at),
        "closes_at": rfc3339(quest.closes_at),
        "deadline_at": rfc3339(quest.deadline_at),
        "mandatory": quest.mandatory,
        "progress": _progress(seen),
        "minutes_left": minutes(left, language),
        "next": _next(left, language),
        "activities": [_activity(each, seen, language) for each in listed],
    }
    return shown | ({"pilot": True} if quest.pilot else {})


def _progress(seen: Seen) -> Shown:
    total = len(seen.counted)
    return {"done": total - len(seen.left), "total": total}


def _next(left: list[CataloguedActivity], language: str) -> Shown | None:
    if not left:
        return None
    first = left[0]
    return {
        "activity": str(first.id),
        "kind": first.kind,
        "version": first.module.version,
        "title": first.module.title_in(language),
        "seconds": first.module.seconds_in(language),
    }


def _activity(activity: CataloguedActivity, seen: Seen, language: str) -> Shown:
    return (
        {
            "id": str(activity.id),
            "kind": activity.kind,
            "module": activity.module.slug,
            "version": activity.module.version,
            "structure": activity.module.structure,
            "languages": list(activity.module.languages),
            "title": activity.module.title_in(language),
            "seconds": activity.module.seconds_in(language),
            "done": activity.module_id in seen.done,
            "optional": not activity.frozen,
        }
        | _exam(activity, seen)
        | ({"skipped": True} if activity.module_id in seen.skipped else {})
    )


def _exam(activity: CataloguedActivity, seen: Seen) -> Shown:
    """The terms of an exam, and what is left of today's attempts; nothing of what is none."""
    terms = activity.module.exam
    if terms is None or seen.tomorrow is None:
        return {}
    left = left_shown(terms, seen.tried_today.get(activity.module_id, 0), seen.tomorrow)
    return {"exam": {**terms, **left}}


def coming_shown(quest: CataloguedQuest, language: str) -> Shown:
    """The `Coming` of the contract: what opens next, without what is in it."""
    return {
        "title": in_language(quest.title, language),
        "path_title": in_language(quest.path_title, language),
        "terrain": quest.terrain,
        "opens_at": rfc3339(quest.opens_at),
        "modules": len(quest.activities),
        "minutes": minutes(quest.activities, language),
        "week": week_shown(quest.week),
    }


def paths_shown(seen: Iterable[Seen], language: str, now: datetime) -> list[Shown]:
    """The player's runs with all their weeks, done and coming."""
    runs: dict[UUID, list[Seen]] = {}
    for each in seen:
        runs.setdefault(each.quest.run_id, []).append(each)
    return [_path_shown(each, language, now) for each in runs.values()]


def _path_shown(stages: list[Seen], language: str, now: datetime) -> Shown:
    first = stages[0].quest
    every = [_progress(each) for each in stages]
    return {
        "id": str(first.path_id),
        "run": str(first.run_id),
        "title": in_language(first.path_title, language),
        "story": in_language(first.path_story, language),
        "goal": in_language(first.path_goal, language),
        "mandatory": first.mandatory,
        "may_leave": first.enrolling == "opt_in",
        "progress": {"done": sum(one["done"] for one in every), "total": sum(one["total"] for one in every)},
        "quests_done": {"done": sum(not each.left and each.is_open for each in stages), "total": len(stages)},
        "minutes_left": minutes((left for each in stages for left in each.left), language),
        "quests": [_stage(each, language, now) for each in stages],
    }


def _stage(seen: Seen, language: str, now: datetime) -> Shown:
    quest = seen.quest
    return {
        "id": str(quest.quest_id),
        "title": in_language(quest.title, language),
        "terrain": quest.terrain,
        "week": week_shown(quest.week),
        "state": _state(seen, now),
        "opens_at": rfc3339(quest.opens_at),
        "closes_at": rfc3339(quest.closes_at),
        "progress": _progress(seen),
        "minutes_left": minutes(seen.left, language),
        "minutes": minutes(seen.counted, language),
    }


def _state(seen: Seen, now: datetime) -> str:
    if not seen.is_open:
        return "coming"
    if not seen.left:
        return "done"
    return "open" if seen.quest.closes_at > now else "catch_up"
