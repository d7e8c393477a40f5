"""What is to be reviewed and what is mastered, as the screens show it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.core.weeks import local_date, moment_at, monday_of
from app.identity.viewer import Viewer
from quests.content.queries import Published, published
from quests.paths.rules import in_language
from quests.play.overview import Seen
from quests.play.showing import week_shown
from quests.review.queries import Ceilings, Item, asked_in, ceilings, due_of, items_of, tries_by_item
from quests.review.rules import SECONDS_EACH, agenda, days_until_back, left_of, recall_chance, state_on

Shown = dict[str, Any]
WEEKS_SHOWN, TOPICS_SHOWN = 26, 50


def awake(seen: Iterable[Seen]) -> dict[UUID, Published]:
    """The modules that are given to a player now: items of all others sleep."""
    return {
        activity.module_id: activity.module
        for each in seen
        if each.is_open
        for activity in each.quest.activities
        if not activity.removed
    }


def due_shown(who: Viewer, seen: Iterable[Seen], now: datetime) -> Shown:
    """The `review` of today: what may be asked today of what is due, and how long the next round takes."""
    due, asked = due_of(who.organisation_id, who.player_id, local_date(now, who.time_zone))
    modules = awake(seen) if due else {}
    count = sum(card in modules[module_id].remembered for module_id, card in due if module_id in modules)
    return _counted(count, asked, ceilings(who.organisation_id, who.revisions[0]))


def _counted(due: int, asked: int, settings: Ceilings) -> Shown:
    left = left_of(asked, settings.a_week)
    due = min(due, left)
    a_round = min(due, settings.a_round)
    return {"due": due, "left_this_week": left, "round": a_round, "minutes": -(-a_round * SECONDS_EACH // 60)}


def review_shown(who: Viewer, seen: Iterable[Seen], now: datetime) -> Shown:
    """All that a device needs to ask in the coming week, with or without a network."""
    settings, today = ceilings(who.organisation_id, who.revisions[0]), local_date(now, who.time_zone)
    modules, monday = awake(seen), monday_of(today)
    items = [
        each
        for each in items_of(who.organisation_id, who.player_id)
        if each.module_id in modules and each.card in modules[each.module_id].remembered
    ]
    asked = asked_in(who.organisation_id, who.player_id, monday)
    wanted = {each.key for each in items if each.wanted}
    planned = agenda(items, today, asked, settings.a_week, settings.retention, wanted)
    return {
        **_counted(sum(each.due_on <= today for each in items), asked, settings),
        "week": week_shown(monday),
        "time_zone": who.time_zone,
        "per_week": settings.a_week,
        "per_round": settings.a_round,
        "seconds_each": SECONDS_EACH,
        "items": [
            _item_shown(item, modules[item.module_id], asked_from, today, settings, who) for asked_from, item in planned
        ],
    }


def _item_shown(item: Item, module: Published, asked_from: date, today: date, settings: Ceilings, who: Viewer) -> Shown:
    on = max(asked_from, today)
    recalled, missed = days_until_back(item, on, settings.retention)
    return {
        "module": module.slug,
        "version": module.version,
        "languages": list(module.languages),
        "title": module.title_in(who.language),
        "card": item.card,
        "topic": topic_of(module, who.language),
        "due_at": rfc3339(moment_at(item.due_on, 0, who.time_zone)),
        "asked_from": asked_from.isoformat(),
        "mastered": item.mastered_on is not None,
        "wanted": item.wanted,
        "why": {
            "code": "missed" if not item.last_recalled else "met" if item.tries == 1 else "recalled",
            "last_on": item.last_on.isoformat(),
            "tries": item.tries,
            "chance": round(recall_chance(item, on, settings.retention), 2),
        },
        "days_until_back": {"recalled": recalled, "missed": missed},
    }


def topic_of(module: Published, language: str) -> Shown:
    """What a module is about: its topic, or without one itself."""
    if module.topic is not None:
        return {"id": module.topic, "title": in_language(module.topic_titles or {}, language)}
    return {"id": module.slug, "title": module.title_in(language)}


def mastery_shown(who: Viewer, now: datetime) -> Shown:
    """By topic and week: how many items had been met and how many were mastered when the week ended."""
    tries = {
        key: [each.proof for each in seen if each.proof]
        for key, seen in tries_by_item(who.organisation_id, who.player_id).items()
    }
    modules = published(who.organisation_id, {module_id for module_id, _ in tries})
    known = {key: found for key, found in tries.items() if key[0] in modules and key[1] in modules[key[0]].remembered}
    weeks = _weeks((found[0].day for found in known.values()), local_date(now, who.time_zone))
    topics: dict[str, Shown] = {}
    for (module_id, _), found in known.items():
        topic = topic_of(modules[module_id], who.language)
        row = topics.setdefault(topic["id"], {**topic, "met": [0] * len(weeks), "mastered": [0] * len(weeks)})
        for place, monday in enumerate(weeks):
            state = state_on(found, monday + timedelta(days=6))
            row["met"][place] += state is not None
            row["mastered"][place] += state == "mastered"
    return {"weeks": [week_shown(monday) for monday in weeks], "topics": _ordered(topics)[:TOPICS_SHOWN]}


def _weeks(first_days: Iterable[date], today: date) -> list[date]:
    """The Mondays from the week in which the first item was met, at most so many, to this week's."""
    this_week = monday_of(today)
    first = min((monday_of(day) for day in first_days), default=this_week)
    count = min((this_week - first).days // 7 + 1, WEEKS_SHOWN)
    return [this_week - timedelta(weeks=back) for back in reversed(range(count))]


def _ordered(topics: Mapping[str, Shown]) -> list[Shown]:
    """What one knows most of first."""
    return sorted(topics.values(), key=lambda each: (-each["met"][-1], each["title"]))
