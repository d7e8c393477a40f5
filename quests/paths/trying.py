"""Pilots that somebody is meant to try and has not begun: shown as any quest, and begun by being played."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.weeks import local_date, moment_at, monday_of
from app.identity.queries import organisation, policy
from app.identity.viewer import Viewer
from quests.content.queries import listed_versions
from quests.paths.belonging import belonging
from quests.paths.catalogue import CataloguedActivity, CataloguedQuest
from quests.paths.joining import join
from quests.paths.models import Activity, Enrolment, Path, Quest, Release, Run
from quests.paths.queries import modules_released_to
from quests.paths.rules import openings

NOT_YET = UUID(int=0)  # where others have a release


@dataclass(frozen=True, slots=True)
class Trial:
    """A pilot that is open, whoever it is for, with its one post."""

    audience: dict[str, Any]
    version: str
    quest: CataloguedQuest


@lru_cache(maxsize=64)
def _trials(organisation_id: UUID, revision: int) -> tuple[Trial, ...]:
    """Every open pilot, the newest first; no exams, which are taken with network. `revision` is the organisation's."""
    query = (
        select(Run, Path, Quest, Activity)
        .join(Path, (Path.organisation_id == Run.organisation_id) & (Path.id == Run.path_id))
        .join(Quest, (Quest.organisation_id == Path.organisation_id) & (Quest.path_id == Path.id))
        .join(Activity, (Activity.organisation_id == Quest.organisation_id) & (Activity.quest_id == Quest.id))
        .where(Run.organisation_id == organisation_id, Path.kind == "pilot", Run.cancelled_at.is_(None))
        .order_by(Run.created_at.desc(), Run.id)
    )
    rows = db.session.execute(query).all()
    modules = listed_versions(organisation_id, {each.version for *_, each in rows if each.version})
    return tuple(
        Trial(run.audience, module.version, _quest(run, path, quest, activity, module))
        for run, path, quest, activity in rows
        if (module := modules.get(activity.version or "")) is not None and module.exam is None
    )


def _quest(run: Run, path: Path, quest: Quest, activity: Activity, module: Any) -> CataloguedQuest:
    played = CataloguedActivity(activity.id, activity.kind, activity.module_id, True, True, False, module)
    return CataloguedQuest(
        release_id=NOT_YET,
        run_id=run.id,
        quest_id=quest.id,
        path_id=path.id,
        path_title=path.title,
        path_story=path.story,
        path_goal=path.goal,
        title=quest.title,
        story=quest.story,
        goal=quest.goal,
        terrain=quest.terrain,
        week=run.starts_on,
        opens_at=run.created_at,
        opened_at=run.created_at,
        closes_at=run.created_at,
        deadline_at=None,
        mandatory=False,
        enrolling=run.enrolling,
        pretest=None,
        pilot=True,
        activities=(played,),
    )


def trials_of(who: Viewer) -> list[CataloguedQuest]:
    """The pilots this person may begin, as of this week. Nothing of them is in their week before they play it.

    Who has been in one and left it finds it under Utforsk. Asks the database for nothing where no pilot is open.
    """
    every = _trials(who.organisation_id, who.revisions[0])
    if not every:
        return []
    today = local_date(clock.now(), who.time_zone)
    own = belonging(who.organisation_id, who.revisions[0], who.player_id, who.roles, today)
    meant = [each.quest for each in every if own.is_in(each.audience)]
    been = _been_in(who.organisation_id, who.player_id, {each.run_id for each in meant}) if meant else set()
    hour = policy(who.organisation_id)["release_hour"]
    (week,) = openings(monday_of(today), 1, hour, who.time_zone)
    return [replace(each, week=week.week, closes_at=week.closes_at) for each in meant if each.run_id not in been]


def tried_by(who: Viewer) -> set[str]:
    """The versions of the pilots this person may begin."""
    return {each.module.version for quest in trials_of(who) for each in quest.activities}


def is_given(who: Viewer, module_id: UUID, version: str) -> bool:
    """Whether the person may say something of that version: its module was released to them, or they may try it out.

    Words about a pilot may come before the answers that begin it: a phone sends each as soon as it can.
    """
    return module_id in modules_released_to(who.organisation_id, who.player_id) or version in tried_by(who)


def _been_in(organisation_id: UUID, player_id: UUID, runs: set[UUID]) -> set[UUID]:
    query = select(Enrolment.run_id).where(
        Enrolment.organisation_id == organisation_id, Enrolment.player_id == player_id, Enrolment.run_id.in_(runs)
    )
    return set(db.session.scalars(query))


def begin(organisation_id: UUID, player_id: UUID, activity_id: UUID) -> bool:
    """Put a player into the pilot of that post, which they have played; False where it is none they may begin.

    A pilot that has ended since takes them in too: a phone without network could not know.
    """
    query = (
        select(Run)
        .join(Path, (Path.organisation_id == Run.organisation_id) & (Path.id == Run.path_id))
        .join(Quest, (Quest.organisation_id == Path.organisation_id) & (Quest.path_id == Path.id))
        .join(Activity, (Activity.organisation_id == Quest.organisation_id) & (Activity.quest_id == Quest.id))
        .where(Run.organisation_id == organisation_id, Path.kind == "pilot", Activity.id == activity_id)
    )
    run = db.session.scalars(query).first()
    if run is None or _been_in(organisation_id, player_id, {run.id}):
        return False
    enrolment = join(run, player_id)
    if enrolment is None:
        return False
    _date_back(run, enrolment.cohort_id)
    return True


def _date_back(run: Run, cohort_id: UUID) -> None:
    """The post is open to them since it lay ready this week, so that it was played after it opened."""
    own = select(Release).where(Release.organisation_id == run.organisation_id, Release.cohort_id == cohort_id)
    zone, hour = organisation(run.organisation_id).time_zone, policy(run.organisation_id)["release_hour"]
    for release in db.session.scalars(own):
        ready = max(run.created_at, moment_at(release.week, hour, zone))
        if release.opened_at is not None and release.opened_at > ready:
            release.opens_at = release.opened_at = ready
    db.session.flush()
