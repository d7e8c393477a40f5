"""What somebody would find on a day. Plans alone are read, and nothing anybody has done or chosen."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from app.core.weeks import local_date
from app.identity import queries as identity
from app.identity.access import person_for
from app.identity.models import Department
from app.identity.viewer import Viewer
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


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who finds it: where they work, the roles they hold, since when. `name`: of a person."""

    departments: Set[UUID]
    roles: Set[str]
    since: date
    name: str | None = None


def person_on(who: Viewer, person_id: UUID, day: date) -> Somebody:
    """One person as they stand in the departments that day; 404 where the viewer may not see them by name."""
    shown = person_for(who, person_id)
    player_id = identity.player_of(who.organisation_id, person_id)
    own = identity.memberships_between(who.organisation_id, day, day, [player_id])
    roles = identity.roles_of_player(who.organisation_id, player_id)
    since = min((each.starts_on for each in own), default=day)
    return Somebody({each.department_id for each in own}, roles, since, shown["name"])


def foreseen(organisation_id: UUID, somebody: Somebody, day: date, language: str) -> Shown | None:
    """What stands on I dag that day for somebody; None for an unknown department."""
    tree = {each.id: each for each in identity.departments(organisation_id)}
    if not somebody.departments <= tree.keys():
        return None
    parents = {id: each.parent_id for id, each in tree.items()}
    places = set().union(*(_above(each, parents) for each in somebody.departments))
    query = (
        select(Run, Path)
        .join(Path, (Path.organisation_id == Run.organisation_id) & (Path.id == Run.path_id))
        .where(Run.organisation_id == organisation_id, Run.cancelled_at.is_(None), Path.kind == "path")
        .order_by(Run.starts_on, Run.id)
    )
    meant = [(run, path) for run, path in db.session.execute(query) if is_meant(run.audience, places, somebody.roles)]
    taken = [run for run, _ in meant if run.enrolling == "audience"]
    stages = stages_of(organisation_id, {run.path_id for run in taken})
    found = _sights(organisation_id, taken, stages, somebody.since, datetime.combine(day, EVENING))
    titles = {path.id: path.title for _, path in meant}
    paths = {run.id: run.path_id for run in taken}
    held = {stage.quest.id: (number, stage) for own in stages.values() for number, stage in enumerate(own, 1)}
    shown = [_shown(each, held, titles[paths[each.run]], language) for each in found]
    return {
        "person": _person_shown(somebody, tree),
        "day": day.isoformat(),
        **{
            state: [one for one, each in zip(shown, found, strict=True) if each.state == state][:MOST_EACH]
            for state in ("open", "coming", "earlier")
        },
        "choices": [in_language(path.title, language) for run, path in meant if run.enrolling == "opt_in"][:MOST_EACH],
    }


def _person_shown(somebody: Somebody, tree: Mapping[UUID, Department]) -> Shown | None:
    if somebody.name is None:
        return None
    return {
        "name": somebody.name,
        "departments": [each.name for id, each in tree.items() if id in somebody.departments],
        "roles": sorted(somebody.roles),
        "since": somebody.since.isoformat(),
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
