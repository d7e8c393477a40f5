"""The calendar's doors: a season, what is wrong with it, and a run's plan, foretold and changed."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import invalid, not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.core.weeks import monday_of, wall_clock, week_of
from app.identity.actions import log_look
from app.identity.door import only_for, viewer
from quests.authoring import runs
from quests.authoring.calendar import actions, schemas, showing
from quests.authoring.calendar.foreseeing import Somebody, foreseen, person_on
from quests.authoring.calendar.queries import plans_of, season_of, weeks_from
from quests.authoring.calendar.rules.plan import revision_of
from quests.authoring.queries import stages_of

blueprint = Blueprint("calendar", __name__, url_prefix="/api/v1/studio", description="The studio's calendar")

MAKERS = ("editor", "admin")


@blueprint.get("/calendar")
@only_for(*MAKERS)
@blueprint.arguments(schemas.WeeksIn, location="query")
@blueprint.response(200, schemas.CalendarOut)
def calendar(asked: dict[str, Any]) -> Response:
    """What opens in which week and for whom: so many weeks from `first`, a Monday or the week of that day."""
    who, page = viewer(), page_asked_for()
    weeks = _weeks(asked, who.time_zone)
    conditions = runs.in_weeks(who.organisation_id, weeks[0], weeks[-1])
    found, total = runs.runs_page(who.organisation_id, page, PAGE_SIZE, *conditions)
    plans = plans_of(who.organisation_id, [each for each in found if each.anchor == "calendar"])
    stages = stages_of(who.organisation_id, {each.path_id for each in found})
    held = {stage.quest.id: (number, stage) for own in stages.values() for number, stage in enumerate(own, 1)}
    rows = []
    for run, told in zip(found, runs.runs_shown(who.organisation_id, found, who.language, clock.now()), strict=True):
        row: dict[str, Any] = {"run": told, "revision": "", "paused": [], "cells": [], "missing": []}
        if plan := plans.get(run.id):
            row |= showing.plan_shown(plan, weeks[0], weeks[-1], held, who.language)
            row["missing"] = showing.missing_shown(plan, stages[run.path_id], held, who.language)
        rows.append(row)
    return json_answer({**paged(rows, page, total), "weeks": [runs.week_shown(each) for each in weeks]})


@blueprint.get("/calendar/season")
@only_for(*MAKERS)
@blueprint.arguments(schemas.WeeksIn, location="query")
@blueprint.response(200, schemas.SeasonOut)
def season(asked: dict[str, Any]) -> Response:
    """What is too much for somebody in these weeks, and what would help; minutes in each week; public holidays."""
    who = viewer()
    weeks = _weeks(asked, who.time_zone)
    found = season_of(who.organisation_id, weeks[0], weeks[-1], who.language)
    return json_answer(showing.season_shown(found, wall_clock(clock.now(), who.time_zone)))


@blueprint.get("/calendar/as-seen")
@only_for(*MAKERS)
@blueprint.arguments(schemas.DayIn, location="query")
@blueprint.response(200, schemas.DaySeenOut)
def as_seen(asked: dict[str, Any]) -> Response:
    """What I dag would show that day to somebody of a department, or to one person. Worked out from plans alone.

    Nothing that anybody has done or chosen is told. A person is for who may see them by name anyway: who leads them, or
    an administrator; else 404. They see that it was looked at.
    """
    who, day = viewer(), asked["day"]
    if (asked["department"] is None) == (asked["person"] is None):
        raise invalid("Whose day?", {"department": ["A department, or a person."]})
    if asked["person"] is not None:
        somebody = person_on(who, asked["person"], day)
        committed(log_look, who.organisation_id, who.person_id, [asked["person"]], "foreseen")
    else:
        role, since = asked["role"], asked["since"] or day
        somebody = Somebody({asked["department"]}, {role} if role else set(), min(since, day))
    found = foreseen(who.organisation_id, somebody, day, who.language)
    if found is None:
        raise not_found()
    return json_answer(found)


@blueprint.post("/runs/<uuid:run_id>/plan/forecast")
@only_for(*MAKERS)
@blueprint.arguments(schemas.ChangeIn)
@blueprint.response(200, schemas.ForetoldOut)
@may_answer(409)
def foretell(change: dict[str, Any], run_id: UUID) -> Response:
    """What a change would do to a run: the plan it would make, what moves, which conflicts come and go.

    Nothing is stored. Only what is not open can change (409 `already_open`).
    """
    who = viewer()
    now, after = actions.foretold(who.organisation_id, run_id, change)
    weeks = [each.week for plan in (now.plan, after) for each in plan.stages] or [now.run.starts_on]
    found = season_of(who.organisation_id, min(weeks), max(weeks), who.language, run_id)
    before, then = found.conflicts(), (changed := found.with_plan(run_id, after)).conflicts()
    known, there = {each.key for each in before}, {each.key for each in then}
    made = [showing.conflict_shown(each, changed) for each in then if each.key not in known]
    return json_answer(
        {
            "run": str(run_id),
            "revision": revision_of(now.plan),
            "plan": showing.whole_plan_shown(after),
            "moves": showing.moves_shown(now.plan, after, changed.held, who.language),
            "made": made[: showing.MOST_CONFLICTS],
            "solved": len(known - there),
        }
    )


@blueprint.put("/runs/<uuid:run_id>/plan")
@only_for(*MAKERS)
@blueprint.arguments(schemas.PlanIn)
@blueprint.response(200, schemas.DoneOut)
@may_answer(409, 412)
def replan(given: dict[str, Any], run_id: UUID) -> Response:
    """Give a run the plan that was foretold, at once and wholly. Safe to repeat.

    412 `changed_elsewhere` when somebody else has changed it since `revision`; 409 `already_open` when something that
    it moves has opened meanwhile.
    """
    who = viewer()
    committed(actions.replan, who.organisation_id, run_id, given["revision"], given["stages"], given["paused"])
    plan = actions.planned(who.organisation_id, run_id).plan
    return json_answer({"run": str(run_id), "revision": revision_of(plan), "plan": showing.whole_plan_shown(plan)})


def _weeks(asked: dict[str, Any], zone: str) -> list[date]:
    first = asked["first"]
    if first is not None and not 2000 <= first.year <= 2200:
        raise invalid("Which weeks?", {"first": ["Between 2000 and 2200."]})
    monday = monday_of(first) if first else week_of(clock.now(), zone)
    return weeks_from(monday, asked["weeks"])
