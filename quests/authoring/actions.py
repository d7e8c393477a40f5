"""Verbs of the studio: plan a run, cancel one that nobody has seen open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, invalid, not_found
from app.core.events import publish
from app.core.weeks import local_date, week_of
from app.identity import queries as identity
from app.identity.actions import touch_organisation
from quests.authoring.audiences import audience_of as named
from quests.authoring.queries import Stage, path_for, stages_of
from quests.authoring.rules import Plan, faults_of
from quests.paths.actions import create_run
from quests.paths.audiences import audience_of
from quests.paths.events import PlayersEnrolled
from quests.paths.models import Enrolment, Path, Release, Run
from quests.paths.rules import openings


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a run would do: for how many it opens, and when; no weeks in each one's own pace."""

    people: int
    stages: int
    weeks: tuple[date, ...]
    opens_at: datetime | None


def forecast(organisation_id: UUID, given: Mapping[str, Any]) -> Forecast:
    """What this run would do, or the Problem that keeps it from being made. Changes nothing."""
    _, stages, audience, _ = _checked(organisation_id, given)
    owner = identity.organisation(organisation_id)
    people = len(audience_of(organisation_id, audience, local_date(clock.now(), owner.time_zone)))
    if given["anchor"] != "calendar":
        return Forecast(people, len(stages), (), None)
    hour = identity.policy(organisation_id)["release_hour"]
    plan = openings(given["starts_on"], len(stages), hour, owner.time_zone)
    return Forecast(people, len(stages), tuple(each.week for each in plan), plan[0].opens_at)


def make_run(organisation_id: UUID, run_id: UUID, given: Mapping[str, Any]) -> Run:
    """Make the run of that id. Safe to repeat; the same id for another run is refused (409, `run_changed`)."""
    known = db.session.get(Run, (organisation_id, run_id))
    if known is not None:
        return _same(known, given)
    path, _, audience, teasers = _checked(organisation_id, given)
    return create_run(
        organisation_id,
        path,
        audience,
        given["starts_on"],
        given["anchor"],
        given["mandatory"],
        given["deadline_days"],
        given["enrolling"],
        teasers,
        given["teaser_from"],
        run_id,
    )


def cancel_run(organisation_id: UUID, run_id: UUID) -> Run:
    """Take back a run of which nothing is open yet. Safe to repeat; 409 `already_open` once something is."""
    run = db.session.get(Run, (organisation_id, run_id), with_for_update=True)
    if run is None:
        raise not_found()
    if run.cancelled_at is not None:
        return run
    own = (Release.organisation_id == organisation_id, Release.run_id == run_id)
    if any(
        opened is not None for opened in db.session.scalars(select(Release.opened_at).where(*own).with_for_update())
    ):
        raise Problem(409, "already_open", "Something of this run is open already, so it goes on.")
    db.session.execute(delete(Release).where(*own))
    run.cancelled_at = clock.now()
    _let_out(run)
    touch_organisation(organisation_id)
    return run


def _let_out(run: Run) -> None:
    own = (
        Enrolment.organisation_id == run.organisation_id,
        Enrolment.run_id == run.id,
        Enrolment.left_at.is_(None),
    )
    players = tuple(sorted(db.session.scalars(select(Enrolment.player_id).where(*own))))
    db.session.execute(update(Enrolment).where(*own).values(left_at=clock.now()))
    if players:
        publish(PlayersEnrolled(organisation_id=run.organisation_id, run_id=run.id, player_ids=players))


def _checked(
    organisation_id: UUID, given: Mapping[str, Any]
) -> tuple[Path, list[Stage], dict[str, Any], tuple[UUID, ...]]:
    """The path with its stages, the audience as it is kept, and the teasers' modules; or the Problem."""
    path = path_for(organisation_id, given["path"])
    if path is None:
        raise not_found()
    stages = stages_of(organisation_id, [path.id])[path.id]
    modules = {each.slug: each.module_id for stage in stages for each in stage.modules}
    audience = named(given["audience"])
    zone = identity.organisation(organisation_id).time_zone
    faults = faults_of(_plan(given), week_of(clock.now(), zone), modules)
    known = {each.id for each in identity.departments(organisation_id)}
    if not audience or not {UUID(each) for each in audience.get("departments", ())} <= known:
        faults["audience"] = ["Everyone, or departments and roles that exist."]
    if not stages:
        faults["path"] = ["A path with stages."]
    if faults:
        raise invalid("This run cannot be made as it is described.", faults)
    return path, stages, audience, tuple(modules[each] for each in given["teasers"])


def _plan(given: Mapping[str, Any]) -> Plan:
    return Plan(
        given["anchor"],
        given["enrolling"],
        given["starts_on"],
        given["mandatory"],
        given["deadline_days"],
        tuple(given["teasers"]),
        given["teaser_from"],
    )


def _same(run: Run, given: Mapping[str, Any]) -> Run:
    stages = stages_of(run.organisation_id, [run.path_id])[run.path_id]
    modules = {each.slug: str(each.module_id) for stage in stages for each in stage.modules}
    asked = (
        given["path"],
        named(given["audience"]),
        given["anchor"],
        given["enrolling"],
        given["starts_on"],
        given["mandatory"],
        given["deadline_days"],
        [modules.get(each) for each in given["teasers"]],
        given["teaser_from"] if given["teasers"] else None,
    )
    kept = (
        run.path_id,
        run.audience,
        run.anchor,
        run.enrolling,
        run.starts_on,
        run.mandatory,
        run.deadline_days,
        run.teasers,
        run.teaser_from,
    )
    if asked != kept:
        raise Problem(409, "run_changed", "Another run has this id. Make a new id for a new run.")
    return run
