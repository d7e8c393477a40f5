"""The calendar as its screens show it: plans, what is too much and what would help, holidays."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.core.weeks import week_number
from quests.authoring.calendar.queries import Season
from quests.authoring.calendar.rules.conflicts import Conflict, Slot, minutes_in
from quests.authoring.calendar.rules.days import holidays_between, quiet_in, workday_from
from quests.authoring.calendar.rules.plan import WEEK, NotPossible, Plan, moved, revision_of, timed
from quests.authoring.queries import Stage as Held
from quests.authoring.runs import week_shown
from quests.paths.rules import in_language

Shown = dict[str, Any]
Known = Mapping[UUID, tuple[int, Held]]
"""By quest: its number in its path, and what it holds."""
CLOCK = "%Y-%m-%dT%H:%M"
MOST_CONFLICTS = 100
MOST_REMEDIES = 12
NAMED_PLACES = 3
WEEKS_TRIED = 4


def plan_shown(plan: Plan, first: date, last: date, held: Known, language: str) -> Shown:
    """What a calendar of these weeks shows of a run's plan."""
    return {
        "revision": revision_of(plan),
        "paused": [each.isoformat() for each in sorted(plan.paused) if first <= each <= last],
        "cells": [
            {
                "quest": str(each.quest),
                "week": each.week.isoformat(),
                **_stage_named(each.quest, held, language),
                "minutes": held[each.quest][1].minutes(language),
                "opens": each.opens.strftime(CLOCK),
                "deadline": each.deadline.strftime(CLOCK) if each.deadline else None,
                "opened": each.opened,
            }
            for each in plan.stages
            if first <= each.week <= last
        ],
    }


def missing_shown(plan: Plan, path: Iterable[Held], held: Known, language: str) -> list[Shown]:
    """The stages of the path that the run leaves out, or that came to the path after it was made."""
    standing = {each.quest for each in plan.stages}
    return [
        {"quest": str(each.quest.id), **_stage_named(each.quest.id, held, language)}
        for each in path
        if each.quest.id not in standing
    ]


def _stage_named(quest: UUID, held: Known, language: str) -> Shown:
    number, stage = held[quest]
    return {"number": number, "title": in_language(stage.quest.title, language)}


def whole_plan_shown(plan: Plan) -> Shown:
    """A plan as `PUT …/plan` takes it."""
    return {
        "stages": [
            {
                "quest": str(each.quest),
                "opens": each.opens.strftime(CLOCK),
                "deadline": each.deadline.strftime(CLOCK) if each.deadline else None,
            }
            for each in plan.stages
        ],
        "paused": [each.isoformat() for each in sorted(plan.paused)],
    }


def moves_shown(before: Plan, after: Plan, held: Known, language: str) -> list[Shown]:
    """The stages that would open in another week, at another time, not at all, or after all."""
    was, will = ({each.quest: each for each in plan.stages} for plan in (before, after))
    every = [*(each.quest for each in after.stages), *(each.quest for each in before.stages if each.quest not in will)]
    return [
        {
            "quest": str(quest),
            **_stage_named(quest, held, language),
            "before": was[quest].opens.strftime(CLOCK) if quest in was else None,
            "after": will[quest].opens.strftime(CLOCK) if quest in will else None,
        }
        for quest in every
        if was.get(quest) != will.get(quest)
    ]


def season_shown(season: Season, now: datetime) -> Shown:
    """What is too much in these weeks, with a way out where there is one; minutes a week; holidays."""
    found = season.conflicts()
    groups, slots = season.groups, season.slots()
    weeks = [season.first + number * WEEK for number in range((season.last - season.first) // WEEK + 1)]
    minutes = [minutes_in((each for each in slots if each.week == week), groups) for week in weeks]
    days = holidays_between(season.first, season.last + timedelta(days=6))
    return {
        "most_minutes": season.ceilings.minutes,
        "minutes": [{"week": each.isoformat(), "minutes": own} for each, own in zip(weeks, minutes, strict=True)],
        "holidays": [{"day": day.isoformat(), "holiday": code} for day, code in days.items()],
        "total": len(found),
        "items": [
            conflict_shown(each, season, _remedy(each, season, found, now) if place < MOST_REMEDIES else None)
            for place, each in enumerate(found[:MOST_CONFLICTS])
        ],
    }


def conflict_shown(conflict: Conflict, season: Season, remedy: Shown | None = None) -> Shown:
    """The `Conflict` of the contract."""
    return {
        "code": conflict.code,
        "severity": conflict.severity,
        "week": week_shown(conflict.week),
        "count": conflict.count,
        "most": conflict.most,
        "holiday": conflict.holiday,
        "places": _places_shown(conflict.places, season),
        "stages": [_slot_shown(each, season) for each in conflict.slots],
        "remedy": remedy,
    }


def _slot_shown(slot: Slot, season: Season) -> Shown:
    return {
        "run": str(slot.run),
        "quest": str(slot.quest),
        **_stage_named(slot.quest, season.held, season.language),
        "path": in_language(season.path_titles[slot.path], season.language),
        "opened": slot.opened,
    }


def _places_shown(places: Collection[UUID], season: Season) -> Shown:
    """The departments by name, those above alone; none where it is everybody."""
    whole = not places or len(places) == len(season.tree)
    tops = [each for id, each in season.tree.items() if id in places and each.parent_id not in places]
    named = [] if whole else [each.name for each in tops[:NAMED_PLACES]]
    return {"names": named, "more": 0 if whole else max(0, len(tops) - NAMED_PLACES)}


def _remedy(conflict: Conflict, season: Season, found: Collection[Conflict], now: datetime) -> Shown | None:
    """A change that takes this conflict away and makes no other, or None. Voluntary stages go before mandatory ones."""
    if conflict.code == "twice":
        return None
    movable = [each for each in conflict.slots if not each.opened]
    movable.sort(key=lambda each: (each.mandatory, -season.runs[each.run].starts_on.toordinal(), str(each.run)))
    before = {each.key for each in found}
    for slot in movable[:WEEKS_TRIED]:
        for change, plan in _ways_out(conflict, slot, season, now):
            after = season.with_plan(slot.run, plan).conflicts()
            keys = {each.key for each in after if each.severity == "conflict" or conflict.severity == "advice"}
            if conflict.key not in keys and keys <= before:
                return {"run": str(slot.run), "change": change, **_remedy_named(slot, plan, season)}
    return None


def _remedy_named(slot: Slot, plan: Plan, season: Season) -> Shown:
    """What the change does to the stage, in words' parts."""
    after = next(each for each in plan.stages if each.quest == slot.quest)
    return {
        **_stage_named(slot.quest, season.held, season.language),
        "path": in_language(season.path_titles[slot.path], season.language),
        "week": week_number(after.week)[1],
        "opens": after.opens.strftime(CLOCK),
        "deadline": after.deadline.strftime(CLOCK) if after.deadline else None,
    }


def _ways_out(conflict: Conflict, slot: Slot, season: Season, now: datetime) -> Iterable[tuple[Shown, Plan]]:
    plan, quest = season.plans[slot.run], str(slot.quest)
    if conflict.code in ("opens_on_holiday", "due_on_holiday"):
        opens, deadline = workday_from(slot.opens), slot.deadline
        if conflict.code == "due_on_holiday" and deadline:
            opens, deadline = slot.opens, workday_from(deadline)
        change = {
            "kind": "time",
            "quest": quest,
            "opens": opens.strftime(CLOCK),
            "deadline": deadline.strftime(CLOCK) if deadline else None,
        }
        yield from _possible(change, lambda: timed(plan, slot.quest, opens, deadline, now))
    if conflict.code == "due_on_holiday":
        return
    for number in range(1, WEEKS_TRIED + 1):
        week = slot.week + number * WEEK
        if conflict.code == "quiet_week" and quiet_in(week):
            continue
        change = {"kind": "move", "quest": quest, "week": week.isoformat()}
        yield from _possible(change, lambda week=week: moved(plan, slot.quest, week, now))


def _possible(change: Shown, made: Any) -> Iterable[tuple[Shown, Plan]]:
    try:
        yield change, made()
    except NotPossible:
        return
