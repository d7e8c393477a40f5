"""What is released and planned for a cohort, with all that lists show: read once for each state of the organisation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from quests.content.queries import Published, listed_versions, published, retired_among
from quests.paths.models import Activity, Path, Quest, Release, ReleaseActivity, Run


@dataclass(frozen=True, slots=True)
class CataloguedActivity:
    """An activity of a release. `frozen`: in the set from when it opened; `counts`: and not removed since."""

    id: UUID
    kind: str
    module_id: UUID
    frozen: bool
    counts: bool
    removed: bool
    module: Published


@dataclass(frozen=True, slots=True)
class CataloguedQuest:
    """A release, open or planned, with its quest and path. Texts are by language."""

    release_id: UUID
    run_id: UUID
    quest_id: UUID
    path_id: UUID
    path_title: Mapping[str, str]
    path_story: Mapping[str, str]
    path_goal: Mapping[str, str]
    title: Mapping[str, str]
    story: Mapping[str, str]
    goal: Mapping[str, str]
    terrain: str
    week: date
    opens_at: datetime
    opened_at: datetime | None
    closes_at: datetime
    deadline_at: datetime | None
    mandatory: bool
    enrolling: str
    pretest: Any
    pilot: bool
    activities: tuple[CataloguedActivity, ...]


@lru_cache(maxsize=512)
def catalogue(organisation_id: UUID, revision: int, cohort_id: UUID) -> tuple[CataloguedQuest, ...]:
    """Everything of a cohort in order of opening.

    `revision` is the organisation's, which grows with every change of what stands here, so that what was read before
    can be given again. Never ask inside a transaction that changes it.
    """
    columns = (
        Release.id.label("release_id"),
        Release.run_id,
        Release.quest_id,
        Path.id.label("path_id"),
        Path.title.label("path_title"),
        Path.story.label("path_story"),
        Path.goal.label("path_goal"),
        Quest.title,
        Quest.story,
        Quest.goal,
        Quest.terrain,
        Release.week,
        Release.opens_at,
        Release.opened_at,
        Release.closes_at,
        Release.deadline_at,
        Run.mandatory,
        Run.enrolling,
        Path.pretest,
        (Path.kind == "pilot").label("pilot"),
    )
    query = (
        select(*columns)
        .join(Quest, (Quest.organisation_id == Release.organisation_id) & (Quest.id == Release.quest_id))
        .join(Path, (Path.organisation_id == Quest.organisation_id) & (Path.id == Quest.path_id))
        .join(Run, (Run.organisation_id == Release.organisation_id) & (Run.id == Release.run_id))
        .where(Release.organisation_id == organisation_id, Release.cohort_id == cohort_id, Run.cancelled_at.is_(None))
        .order_by(Release.opens_at, Quest.position)
    )
    rows = db.session.execute(query).mappings().all()
    activities = _activities(organisation_id, cohort_id, {row["release_id"]: row["quest_id"] for row in rows})
    return tuple(CataloguedQuest(**row, activities=activities[row["release_id"]]) for row in rows)


def _activities(
    organisation_id: UUID, cohort_id: UUID, quests: Mapping[UUID, UUID]
) -> dict[UUID, tuple[CataloguedActivity, ...]]:
    """By release: the frozen set where it is open, else what the quest holds now."""
    standing = select(Activity).where(
        Activity.organisation_id == organisation_id, Activity.quest_id.in_(set(quests.values()))
    )
    every = {each.id: each for each in db.session.scalars(standing)}
    modules = published(organisation_id, {each.module_id for each in every.values()})
    pinned = listed_versions(organisation_id, versions) if (versions := _pinned_in(every.values())) else {}
    played = {each.id: _played(each, modules, pinned) for each in every.values()}
    retired = retired_among(organisation_id, modules)
    frozen = (
        select(ReleaseActivity.release_id, ReleaseActivity.activity_id, ReleaseActivity.counts)
        .where(ReleaseActivity.organisation_id == organisation_id, ReleaseActivity.release_id.in_(list(quests)))
        .order_by(ReleaseActivity.position)
    )
    sets: dict[UUID, list[tuple[UUID, bool]]] = {release_id: [] for release_id in quests}
    for release_id, activity_id, counts in db.session.execute(frozen):
        sets[release_id].append((activity_id, counts))
    for release_id, quest_id in quests.items():
        if not sets[release_id]:
            own = [
                each
                for each in every.values()
                if each.quest_id == quest_id and each.removed_at is None and each.module_id not in retired
            ]
            sets[release_id] = [(each.id, True) for each in sorted(own, key=lambda each: each.position)]
    return {
        release_id: tuple(
            _catalogued(every[id], counts, module) for id, counts in found if (module := played[id]) is not None
        )
        for release_id, found in sets.items()
    }


def _pinned_in(activities: Iterable[Activity]) -> set[str]:
    return {each.version for each in activities if each.version is not None}


def _played(activity: Activity, modules: Mapping[UUID, Published], pinned: Mapping[str, Published]) -> Published | None:
    """The version that is played there: the one it is bound to in a pilot, else the one in force; None without any."""
    return pinned.get(activity.version) if activity.version else modules.get(activity.module_id)


def _catalogued(activity: Activity, counts: bool, module: Published) -> CataloguedActivity:
    removed = activity.removed_at is not None
    still = counts and not removed
    return CataloguedActivity(activity.id, activity.kind, activity.module_id, counts, still, removed, module)
