"""Changing what has not happened yet: foretold first, then done at once, and safe to ask for again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, invalid, not_found
from app.core.weeks import moment_at, moment_of, wall_clock
from app.identity import queries as identity
from app.identity.actions import touch_organisation
from quests.authoring.calendar.queries import plan_of, releases_of
from quests.authoring.calendar.rules import plan as rules
from quests.authoring.calendar.rules.plan import WEEK, NotPossible, Plan, Stage
from quests.authoring.queries import stages_of
from quests.paths.models import Cohort, Release, Run
from quests.paths.rules import Opening, deadline_of

REASONS = {
    "already_open": "This stage is open already, so it stays where it is.",
    "deadline": "A mandatory stage is due after it opens; another has no deadline.",
    "empty": "A run has at least one stage. Cancel the run instead.",
    "far": "Within three years.",
    "known": "This stage stands in the calendar already.",
    "many": "At most 60 weeks are paused, each named by its Monday.",
    "order": "The stages keep their order, one a week.",
    "other_week": "Within the week of the stage. Move the stage to change its week.",
    "past": "Choose a time that is not past.",
    "paused": "Nothing opens in this week, which is paused.",
    "unknown": "A stage of this run's path.",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A calendar run with its plan, in the organisation's time zone, and the clock on its wall."""

    run: Run
    plan: Plan
    zone: str
    hour: int
    now: datetime


def planned(organisation_id: UUID, run_id: UUID, alone: bool = False) -> Planned:
    """The plan of that run; 404 for a run that is unknown or cancelled, 422 for one in each person's own pace.

    `alone`: for this transaction to change. Whoever opens a stage meanwhile is waited for, or waits.
    """
    run = db.session.get(Run, (organisation_id, run_id), with_for_update=alone or None, populate_existing=alone)
    if run is None or run.cancelled_at is not None:
        raise not_found()
    if run.anchor != "calendar":
        raise invalid("Everybody has weeks of their own in this run.", {"run": ["A run with weeks of the calendar."]})
    owner = identity.organisation(organisation_id)
    hour = int(identity.policy(organisation_id)["release_hour"])
    plan = plan_of(run, releases_of(organisation_id, [run_id], alone), owner.time_zone)
    return Planned(run, plan, owner.time_zone, hour, wall_clock(clock.now(), owner.time_zone))


def foretold(organisation_id: UUID, run_id: UUID, change: Mapping[str, Any]) -> tuple[Planned, Plan]:
    """The plan as it is and as it would be. Nothing is stored."""
    now = planned(organisation_id, run_id)
    try:
        after = _changed(now, change)
    except NotPossible as refused:
        raise _problem(refused) from None
    return now, after


def replan(
    organisation_id: UUID, run_id: UUID, revision: str, stages: Sequence[Mapping[str, Any]], off: Sequence[date]
) -> Run:
    """Give a run that plan. Safe to repeat. 409 where something is open that the plan moves.

    412 `changed_elsewhere` where `revision` is not the plan's as it is now: somebody else has changed it.
    """
    now = planned(organisation_id, run_id, alone=True)
    opened = {each.quest for each in now.plan.stages if each.opened}
    wanted = tuple(Stage(each["quest"], each["opens"], each["deadline"], each["quest"] in opened) for each in stages)
    after = Plan(wanted, frozenset(off))
    if after == now.plan:
        return now.run
    if revision != rules.revision_of(now.plan):
        raise Problem(412, "changed_elsewhere", "Somebody else has changed this plan. Nothing was stored; look again.")
    _check(now, after)
    _store(now, after)
    touch_organisation(organisation_id)
    return now.run


def _check(now: Planned, after: Plan) -> None:
    known = {each.quest.id for each in stages_of(now.run.organisation_id, [now.run.path_id])[now.run.path_id]}
    standing = {each.quest for each in now.plan.stages}
    try:
        rules.check(now.plan, after, now.now, now.run.mandatory)
        if stranger := next((each.quest for each in after.stages if each.quest not in known | standing), None):
            raise NotPossible("unknown", stranger)
    except NotPossible as refused:
        raise _problem(refused) from None


def _changed(now: Planned, change: Mapping[str, Any]) -> Plan:
    kind, quest, week = change["kind"], change.get("quest"), change.get("week")
    if kind in ("pause", "resume"):
        if week is None:
            raise invalid("Which week?", {"week": ["A Monday."]})
        return rules.paused(now.plan, week, now.now) if kind == "pause" else rules.resumed(now.plan, week)
    if quest is None:
        raise invalid("Which stage?", {"quest": [REASONS["unknown"]]})
    if kind == "leave_out":
        return rules.left_out(now.plan, quest)
    if kind == "time":
        if change.get("opens") is None:
            raise invalid("When?", {"opens": ["A time."]})
        return rules.timed(now.plan, quest, change["opens"], change.get("deadline"), now.now)
    if week is None:
        raise invalid("Which week?", {"week": ["A Monday."]})
    if kind == "move":
        return rules.moved(now.plan, quest, week, now.now)
    return rules.put_in(now.plan, _fresh(now, quest, week), now.now)


def _fresh(now: Planned, quest: UUID, week: date) -> Stage:
    """A stage as a run plans it by itself: Monday at the organisation's hour, due by the run's rule."""
    deadline = deadline_of(_opening(now, rules.at_hour(week, now.hour)), now.run.deadline_days)
    due = wall_clock(deadline, now.zone) if now.run.mandatory else None
    return Stage(quest, rules.at_hour(week, now.hour), due, False)


def _opening(now: Planned, opens: datetime) -> Opening:
    monday = opens.date() - timedelta(days=opens.weekday())
    return Opening(monday, moment_of(opens, now.zone), moment_at(monday + WEEK, now.hour, now.zone))


def _store(now: Planned, after: Plan) -> None:
    """Bring the releases in line. Moments that do not change stay to the second what they are."""
    organisation_id, run = now.run.organisation_id, now.run
    releases = {each.quest_id: each for each in releases_of(organisation_id, [run.id])}
    before = {each.quest: each for each in now.plan.stages}
    for quest in before.keys() - {each.quest for each in after.stages}:
        db.session.delete(releases[quest])
    for each in after.stages:
        if before.get(each.quest) != each:
            _set(now, releases.get(each.quest) or _added(now, each), each)
    run.paused = sorted(each.isoformat() for each in after.paused)
    db.session.flush()


def _set(now: Planned, release: Release, stage: Stage) -> None:
    opening = _opening(now, stage.opens)
    release.week, release.opens_at, release.closes_at = opening.week, opening.opens_at, opening.closes_at
    release.deadline_at = moment_of(stage.deadline, now.zone) if stage.deadline else None


def _added(now: Planned, stage: Stage) -> Release:
    """A release that has no moments yet, of the run's one cohort."""
    cohort = db.session.query(Cohort).filter_by(organisation_id=now.run.organisation_id, run_id=now.run.id).one()
    release = Release(
        organisation_id=now.run.organisation_id, run_id=now.run.id, cohort_id=cohort.id, quest_id=stage.quest
    )
    db.session.add(release)
    return release


def _problem(refused: NotPossible) -> Problem:
    status = 409 if refused.code == "already_open" else 422
    more = {"quest": str(refused.quest)} if refused.quest else {}
    return Problem(status, refused.code, REASONS[refused.code], more=more)
