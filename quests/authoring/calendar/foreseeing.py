"""What somebody of a department would find on a day. Plans alone are read: no person, and nothing anybody has done."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from app.core.weeks import local_date
from app.identity import queries as identity
from quests.authoring.calendar.queries import plans_of
from quests.authoring.calendar.rules.sight import Sight, in_order, own_pace, sights
from quests.authoring.calendar.showing import CLOCK
from quests.authoring.queries import Stage as Held
from quests.authoring.queries import stages_of
from quests.paths.models import Path, Run
from quests.paths.rules import in_language, is_meant

Shown = dict[str, Any]
MOST_EACH = 50
EVENING = time(23, 59)
MORNING = time(8)


def foreseen(
    organisation_id: UUID, department_id: UUID, roles: Collection[str], since: date, day: date, language: str
) -> Shown | None:
    """What stands on I dag that day for somebody who has been there since then; None for an unknown department."""
    tree = {each.id: each for each in identity.departments(organisation_id)}
    if department_id not in tree:
        return None
    places = _above(department_id, {id: each.parent_id for id, each in tree.items()})
    query = (
        select(Run, Path)
        .join(Path, (Path.organisation_id == Run.organisation_id) & (Path.id == Run.path_id))
        .where(Run.organisation_id == organisation_id, Run.cancelled_at.is_(None), Path.kind == "path")
        .order_by(Run.starts_on, Run.id)
    )
    meant = [(run, path) for run, path in db.session.execute(query) if is_meant(run.audience, places, roles)]
    taken = [run for run, _ in meant if run.enrolling == "audience"]
    stages = stages_of(organisation_id, {run.path_id for run in taken})
    found = _sights(organisation_id, taken, stages, since, datetime.combine(day, EVENING))
    titles = {path.id: path.title for _, path in meant}
    paths = {run.id: run.path_id for run in taken}
    held = {stage.quest.id: (number, stage) for own in stages.values() for number, stage in enumerate(own, 1)}
    shown = [_shown(each, held, titles[paths[each.run]], language) for each in found]
    return {
        "day": day.isoformat(),
        **{
            state: [one for one, each in zip(shown, found, strict=True) if each.state == state][:MOST_EACH]
            for state in ("open", "coming", "earlier")
        },
        "choices": [in_language(path.title, language) for run, path in meant if run.enrolling == "opt_in"][:MOST_EACH],
    }


def _sights(
    organisation_id: UUID, runs: Sequence[Run], stages: Mapping[UUID, list[Held]], since: date, at: datetime
) -> list[Sight]:
    zone = identity.organisation(organisation_id).time_zone
    hour = int(identity.policy(organisation_id)["release_hour"])
    plans = plans_of(organisation_id, [each for each in runs if each.anchor == "calendar"])
    found: list[Sight] = []
    for run in runs:
        if run.anchor == "calendar":
            found += sights(run.id, plans[run.id].stages, run.mandatory, hour, at)
            continue
        began = max(since, local_date(run.created_at, zone))
        quests = [each.quest.id for each in stages[run.path_id]]
        own = own_pace(quests, datetime.combine(began, MORNING), hour, run.mandatory, run.deadline_days)
        found += sights(run.id, own, run.mandatory, hour, at)
    return in_order(found)


def _above(department: UUID, parents: Mapping[UUID, UUID | None]) -> set[str]:
    """The department with all above it, as audiences name them."""
    found: set[str] = set()
    place: UUID | None = department
    while place is not None and str(place) not in found:
        found.add(str(place))
        place = parents.get(place)
    return found


def _shown(sight: Sight, held: Mapping[UUID, tuple[int, Held]], path: Mapping[str, str], language: str) -> Shown:
    number, stage = held[sight.quest]
    return {
        "run": str(sight.run),
        "quest": str(sight.quest),
        "number": number,
        "title": in_language(stage.quest.title, language),
        "path": in_language(path, language),
        "mandatory": sight.mandatory,
        "minutes": stage.minutes(language),
        "opens": sight.opens.strftime(CLOCK),
        "closes": sight.closes.strftime(CLOCK),
        "deadline": sight.deadline.strftime(CLOCK) if sight.deadline else None,
        "posts": [each.title_in(language) for each in stage.modules],
    }
