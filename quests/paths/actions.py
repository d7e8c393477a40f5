"""Verbs that change paths, runs and who is in them."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select, update

from app.core import clock
from app.core.db import db
from app.core.errors import invalid
from app.core.events import publish
from app.core.weeks import local_date, monday_of
from app.identity import queries as identity
from app.identity.actions import touch_organisation
from quests.content.actions import Imported, import_modules
from quests.content.package import Package
from quests.paths.audiences import out_of_line
from quests.paths.events import PlayersEnrolled
from quests.paths.models import Cohort, Enrolment, Path, Quest, Release, Run
from quests.paths.rules import deadline_of, openings
from quests.paths.storing import store_path


def take_in(organisation_id: UUID, package: Package) -> Imported:
    """Take in a package that has been read: its modules, media and paths, whole or not at all."""
    done = import_modules(organisation_id, package)
    for document in package.paths:
        store_path(organisation_id, document)
    touch_organisation(organisation_id)
    return done


def create_run(
    organisation_id: UUID,
    path: Path,
    audience: dict[str, Any],
    starts_on: date,
    anchor: str = "calendar",
    mandatory: bool = False,
    deadline_days: int | None = None,
    enrolling: str = "audience",
    teasers: Sequence[UUID] = (),
    teaser_from: date | None = None,
    run_id: UUID | None = None,
) -> Run:
    """Give a path to an audience, from a Monday or from each person's enrolment, and enrol who is in it today.

    With enrolling `opt_in` nobody is enrolled here: each starts it when they like.
    """
    if anchor == "calendar" and starts_on.weekday() != 0:
        raise invalid("A run starts on a Monday.", {"starts_on": ["A Monday."]})
    if mandatory and enrolling == "opt_in":
        raise invalid("What one may choose is not mandatory.", {"mandatory": ["Not with opt_in."]})
    run = Run(
        organisation_id=organisation_id,
        id=run_id or uuid4(),
        path_id=path.id,
        audience=audience,
        anchor=anchor,
        enrolling=enrolling,
        starts_on=starts_on,
        mandatory=mandatory,
        deadline_days=deadline_days if mandatory else None,
        teasers=[str(each) for each in teasers],
        teaser_from=teaser_from if teasers else None,
        created_at=clock.now(),
    )
    db.session.add(run)
    db.session.flush()
    if anchor == "calendar":
        cohort_of(run, starts_on)
    enrol(organisation_id, run)
    touch_organisation(organisation_id)
    return run


def cohort_of(run: Run, starts_on: date) -> Cohort:
    """The cohort that starts in that week, made with its planned releases the first time."""
    query = select(Cohort).where(
        Cohort.organisation_id == run.organisation_id, Cohort.run_id == run.id, Cohort.starts_on == starts_on
    )
    found = db.session.scalar(query)
    if found is None:
        found = Cohort(organisation_id=run.organisation_id, run_id=run.id, starts_on=starts_on)
        db.session.add(found)
        db.session.flush()
        _plan(run, found)
    return found


def _plan(run: Run, cohort: Cohort) -> None:
    owner = identity.organisation(run.organisation_id)
    quests = select(Quest).where(Quest.organisation_id == run.organisation_id, Quest.path_id == run.path_id)
    found = list(db.session.scalars(quests.order_by(Quest.position)))
    first_at = clock.now() if run.anchor == "enrolment" else None
    hour = identity.policy(run.organisation_id)["release_hour"]
    plan = openings(cohort.starts_on, len(found), hour, owner.time_zone, first_at)
    for quest, opening in zip(found, plan, strict=True):
        release = Release(
            organisation_id=run.organisation_id,
            run_id=run.id,
            cohort_id=cohort.id,
            quest_id=quest.id,
            opens_at=opening.opens_at,
            closes_at=opening.closes_at,
            deadline_at=deadline_of(opening, run.deadline_days) if run.mandatory else None,
            week=opening.week,
        )
        db.session.add(release)
    db.session.flush()


def enrol(organisation_id: UUID, run: Run, only: UUID | None = None) -> None:
    """Bring who is in a run in line with its audience today; of everyone, or of one player.

    Who leaves keeps what they did and comes back to it; newcomers go with the current week, earlier ones are catch-up.
    A run of one's own choice lets nobody in by itself, and never again who left it by choice.
    """
    today = local_date(clock.now(), identity.organisation(organisation_id).time_zone)
    newcomers, turning = out_of_line(run, today, only)
    changed = [*_let_in(run, newcomers, today), *turning]
    if turning:
        own = select(Enrolment).where(Enrolment.organisation_id == organisation_id, Enrolment.run_id == run.id)
        for enrolment in db.session.scalars(own if only is None else own.where(Enrolment.player_id == only)):
            if enrolment.player_id in turning:
                enrolment.left_at = clock.now() if enrolment.left_at is None else None
    db.session.flush()
    if changed:
        touch_organisation(organisation_id)
        publish(PlayersEnrolled(organisation_id=organisation_id, run_id=run.id, player_ids=tuple(sorted(changed))))


def enrol_again(organisation_id: UUID, run_id: UUID) -> None:
    """Bring who is in that run in line with its audience today."""
    run = db.session.get_one(Run, (organisation_id, run_id))
    if run.cancelled_at is None:
        enrol(organisation_id, run)


def _let_in(run: Run, newcomers: set[UUID], today: date) -> list[UUID]:
    if not newcomers:
        return []
    starts_on = run.starts_on if run.anchor == "calendar" else monday_of(today)
    cohort = cohort_of(run, starts_on)
    db.session.add_all(
        Enrolment(
            organisation_id=run.organisation_id,
            run_id=run.id,
            player_id=player_id,
            cohort_id=cohort.id,
            joined_at=clock.now(),
        )
        for player_id in newcomers
    )
    return list(newcomers)


def claim(organisation_id: UUID, release_id: UUID) -> bool:
    """Set `opened_at`; False when somebody else has. The row decides, whoever asks and however often."""
    now = clock.now()
    mine = (
        update(Release)
        .where(
            Release.organisation_id == organisation_id,
            Release.id == release_id,
            Release.opened_at.is_(None),
            Release.opens_at <= now,
        )
        .values(opened_at=now)
    )
    return bool(db.session.execute(mine).rowcount)  # type: ignore[attr-defined]
