"""The season as it is planned: each run's plan, and all that opens with whom it meets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select

from app.core.db import db
from app.core.weeks import monday_of, wall_clock
from app.identity import queries as identity
from app.identity.models import ROLES, Department
from quests.authoring.calendar.rules.conflicts import (
    Ceilings,
    Conflict,
    Groups,
    Reach,
    Slot,
    conflicts_of,
    groups_of,
)
from quests.authoring.calendar.rules.plan import Plan, Stage
from quests.authoring.queries import Stage as Held
from quests.authoring.queries import stages_of
from quests.paths.models import Path, Release, Run

NOWHERE = UUID(int=0)  # where people are when there are no departments
NAMED = ROLES[1:]  # everybody learns: nobody is named by it


@dataclass(frozen=True, slots=True)
class Season:
    """Calendar runs with their plans, what their stages hold, and whom they reach. `first`, `last` are Mondays."""

    first: date
    last: date
    runs: Mapping[UUID, Run]
    plans: Mapping[UUID, Plan]
    held: Mapping[UUID, tuple[int, Held]]
    """By quest: its number in its path, and its modules."""
    path_titles: Mapping[UUID, Mapping[str, str]]
    tree: Mapping[UUID, Department]
    groups: Groups
    ceilings: Ceilings
    language: str

    def slots(self) -> list[Slot]:
        """What opens in these weeks."""
        return [
            self._slot(self.runs[run_id], stage)
            for run_id, plan in self.plans.items()
            for stage in plan.stages
            if self.first <= stage.week <= self.last
        ]

    def conflicts(self) -> list[Conflict]:
        return conflicts_of(self.slots(), self.groups, self.ceilings)

    def with_plan(self, run_id: UUID, plan: Plan) -> "Season":
        """The same season, were that the run's plan."""
        return replace(self, plans={**self.plans, run_id: plan})

    def _slot(self, run: Run, stage: Stage) -> Slot:
        _, held = self.held[stage.quest]
        return Slot(
            run=run.id,
            path=run.path_id,
            quest=stage.quest,
            week=stage.week,
            minutes=held.minutes(self.language),
            items=sum(len(each.remembered) for each in held.modules),
            mandatory=run.mandatory,
            opens=stage.opens,
            deadline=stage.deadline,
            opened=stage.opened,
        )


def season_of(organisation_id: UUID, first: date, last: date, language: str, also: UUID | None = None) -> Season:
    """The season of these weeks (Mondays, both counted): every run that opens something then, with its whole plan.

    `also` is a run that stands in it whether or not it does.
    """
    opening = select(Release.run_id).where(
        Release.organisation_id == organisation_id, Release.week >= first, Release.week <= last
    )
    query = select(Run).where(
        Run.organisation_id == organisation_id,
        Run.anchor == "calendar",
        Run.cancelled_at.is_(None),
        or_(Run.id.in_(opening), Run.id == also),
    )
    runs = {each.id: each for each in db.session.scalars(query.order_by(Run.starts_on, Run.id))}
    stages = stages_of(organisation_id, {each.path_id for each in runs.values()})
    own = identity.policy(organisation_id)
    tree = {each.id: each for each in identity.departments(organisation_id)}
    reaches = {each.id: _reach(each, tree) for each in runs.values()}
    titles = select(Path.id, Path.title).where(
        Path.organisation_id == organisation_id, Path.id.in_({each.path_id for each in runs.values()})
    )
    return Season(
        first,
        last,
        runs,
        plans_of(organisation_id, runs.values()),
        {stage.quest.id: (number, stage) for held in stages.values() for number, stage in enumerate(held, 1)},
        {row.id: row.title for row in db.session.execute(titles)},
        tree,
        groups_of(reaches, list(tree) or [NOWHERE], NAMED),
        Ceilings(own["week_minutes"], own["reviews_a_week"]),
        language,
    )


def releases_of(organisation_id: UUID, runs: Iterable[UUID], alone: bool = False) -> Sequence[Release]:
    """The releases of these runs in the order they open; `alone`: for this transaction to change, as they are now."""
    query = select(Release).where(Release.organisation_id == organisation_id, Release.run_id.in_(list(runs)))
    if alone:
        query = query.with_for_update().execution_options(populate_existing=True)
    return sorted(db.session.scalars(query.order_by(Release.id)), key=lambda each: (each.opens_at, each.id))


def plans_of(organisation_id: UUID, runs: Iterable[Run]) -> dict[UUID, Plan]:
    """By calendar run: its plan."""
    own = {each.id: each for each in runs}
    found: dict[UUID, list[Release]] = {run_id: [] for run_id in own}
    for release in releases_of(organisation_id, own):
        found[release.run_id].append(release)
    zone = identity.organisation(organisation_id).time_zone
    return {run_id: plan_of(own[run_id], releases, zone) for run_id, releases in found.items()}


def plan_of(run: Run, releases: Sequence[Release], zone: str) -> Plan:
    """The plan that these releases, in the order they open, make."""
    return Plan(
        tuple(_stage(each, zone) for each in releases),
        frozenset(date.fromisoformat(each) for each in run.paused),
    )


def _stage(release: Release, zone: str) -> Stage:
    deadline = wall_clock(release.deadline_at, zone) if release.deadline_at else None
    return Stage(release.quest_id, wall_clock(release.opens_at, zone), deadline, release.opened_at is not None)


def _reach(run: Run, tree: Mapping[UUID, Department]) -> Reach:
    named = [UUID(str(each)) for each in run.audience.get("departments") or ()]
    below = frozenset(each for each in tree if _is_in(each, set(named), tree)) if named else None
    return Reach(below, frozenset(run.audience.get("roles") or ()))


def _is_in(department: UUID, tops: set[UUID], tree: Mapping[UUID, Department]) -> bool:
    """Whether it is one of these, or below one."""
    place: UUID | None = department
    seen: set[UUID] = set()
    while place is not None and place not in seen:
        if place in tops:
            return True
        seen.add(place)
        place = tree[place].parent_id if place in tree else None
    return False


def weeks_from(first: date, count: int) -> list[date]:
    """So many Mondays, from that of the week of `first`."""
    return [monday_of(first) + timedelta(days=7 * number) for number in range(count)]
