"""Runs as the studio shows them: for whom, from when, how far, and week by week in a calendar."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from app.core.db import db
from app.core.http import rfc3339
from app.core.weeks import week_number
from app.identity.queries import departments
from quests.authoring.queries import stages_of
from quests.authoring.rules import Span, may_cancel, state_of
from quests.content.queries import published
from quests.paths.models import Enrolment, Path, Release, Run
from quests.paths.rules import in_language

Shown = dict[str, Any]
NOTHING = Span(0, 0, None, None)


def week_shown(monday: date) -> Shown:
    """The `Week` of the contract."""
    year, week = week_number(monday)
    ends_on = monday + timedelta(days=6)
    return {"year": year, "week": week, "starts_on": monday.isoformat(), "ends_on": ends_on.isoformat()}


def runs_page(organisation_id: UUID, page: int, size: int, *conditions: ColumnElement[bool]) -> tuple[list[Run], int]:
    """A page of the runs that fulfil the conditions, the newest start first, and how many there are."""
    own = (Run.organisation_id == organisation_id, *conditions)
    total = db.session.scalar(select(func.count()).select_from(Run).where(*own)) or 0
    order = (Run.starts_on.desc(), Run.created_at.desc(), Run.id)
    query = select(Run).where(*own).order_by(*order).limit(size).offset((page - 1) * size)
    return list(db.session.scalars(query)), total


def spans(organisation_id: UUID, runs: Sequence[UUID]) -> dict[UUID, Span]:
    """How far each of these runs has come."""
    query = (
        select(
            Release.run_id,
            func.count(),
            func.count(Release.opened_at),
            func.min(Release.opens_at),
            func.max(Release.closes_at),
        )
        .where(Release.organisation_id == organisation_id, Release.run_id.in_(runs))
        .group_by(Release.run_id)
    )
    return {row[0]: Span(row[1], row[2], row[3], row[4]) for row in db.session.execute(query)}


def counts_by_path(organisation_id: UUID, paths: Sequence[UUID], now: datetime) -> dict[UUID, Counter[str]]:
    """By path: how many of its runs are in which state."""
    query = select(Run).where(Run.organisation_id == organisation_id, Run.path_id.in_(paths))
    runs = list(db.session.scalars(query))
    known = spans(organisation_id, [each.id for each in runs])
    found: dict[UUID, Counter[str]] = {path_id: Counter() for path_id in paths}
    for each in runs:
        found[each.path_id][_state(each, known.get(each.id, NOTHING), now)] += 1
    return found


def runs_shown(organisation_id: UUID, runs: Sequence[Run], language: str, now: datetime) -> list[Shown]:
    """The `Run`s of the contract, in the order given."""
    ids = [each.id for each in runs]
    known = spans(organisation_id, ids)
    weeks = _weeks(organisation_id, ids)
    enrolled = _enrolled(organisation_id, ids)
    names = {str(each.id): each.name for each in departments(organisation_id)}
    query = select(Path.id, Path.title, Path.pretest).where(
        Path.organisation_id == organisation_id, Path.id.in_({each.path_id for each in runs})
    )
    paths = db.session.execute(query).all()
    teased = published(organisation_id, {UUID(id) for each in runs for id in each.teasers})
    slugs = {id: module.slug for id, module in teased.items()}
    titles = {row.id: in_language(row.title, language) for row in paths}
    tested = {row.id for row in paths if row.pretest}
    return [
        _shown(each, titles[each.path_id], names, known.get(each.id, NOTHING), now)
        | {
            "enrolled": enrolled.get(each.id, 0),
            "teasers": [slugs[UUID(id)] for id in each.teasers if UUID(id) in slugs],
        }
        | {"pretest": each.path_id in tested}
        | weeks.get(each.id, {"first_week": None, "last_week": None})
        for each in runs
    ]


def _state(run: Run, span: Span, now: datetime) -> str:
    return state_of(run.anchor, run.cancelled_at is not None, span, now)


def _shown(run: Run, title: str, names: dict[str, str], span: Span, now: datetime) -> Shown:
    return {
        "id": str(run.id),
        "path": {"id": str(run.path_id), "title": title},
        "audience": {
            "everyone": bool(run.audience.get("everyone")),
            "departments": [
                {"id": str(each), "title": names.get(str(each), "")} for each in run.audience.get("departments") or ()
            ],
            "roles": list(run.audience.get("roles") or ()),
        },
        "anchor": run.anchor,
        "enrolling": run.enrolling,
        "starts_on": run.starts_on.isoformat(),
        "mandatory": run.mandatory,
        "deadline_days": run.deadline_days,
        "teaser_from": run.teaser_from.isoformat() if run.teaser_from else None,
        "state": _state(run, span, now),
        "may_cancel": may_cancel(run.cancelled_at is not None, span),
        "opens_at": rfc3339(span.first_at) if run.anchor == "calendar" else None,
    }


def _weeks(organisation_id: UUID, runs: Sequence[UUID]) -> dict[UUID, Shown]:
    """The first and the last week of each calendar run."""
    query = (
        select(Release.run_id, func.min(Release.week), func.max(Release.week))
        .join(Run, (Run.organisation_id == Release.organisation_id) & (Run.id == Release.run_id))
        .where(Release.organisation_id == organisation_id, Release.run_id.in_(runs), Run.anchor == "calendar")
        .group_by(Release.run_id)
    )
    rows = db.session.execute(query)
    return {id: {"first_week": week_shown(first), "last_week": week_shown(last)} for id, first, last in rows}


def _enrolled(organisation_id: UUID, runs: Sequence[UUID]) -> dict[UUID, int]:
    query = (
        select(Enrolment.run_id, func.count())
        .where(Enrolment.organisation_id == organisation_id, Enrolment.run_id.in_(runs), Enrolment.left_at.is_(None))
        .group_by(Enrolment.run_id)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}


def in_weeks(organisation_id: UUID, first: date, last: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The conditions for a run to stand in a calendar of these weeks: something opens then, or it has no weeks."""
    opening = select(Release.run_id).where(
        Release.organisation_id == organisation_id, Release.week >= first, Release.week <= last
    )
    return Run.cancelled_at.is_(None), or_(Run.anchor == "enrolment", Run.id.in_(opening))


def cells(
    organisation_id: UUID, runs: Sequence[Run], first: date, last: date, language: str
) -> dict[UUID, list[Shown]]:
    """By calendar run: what opens in each of the weeks."""
    dated = [each.id for each in runs if each.anchor == "calendar"]
    query = (
        select(Release.run_id, Release.quest_id, Release.week, Release.opened_at)
        .where(
            Release.organisation_id == organisation_id,
            Release.run_id.in_(dated),
            Release.week >= first,
            Release.week <= last,
        )
        .order_by(Release.week)
    )
    every = stages_of(organisation_id, {each.path_id for each in runs})
    stages = {stage.quest.id: (number, stage) for own in every.values() for number, stage in enumerate(own, 1)}
    found: dict[UUID, list[Shown]] = {}
    for run_id, quest_id, week, opened_at in db.session.execute(query):
        number, stage = stages[quest_id]
        shown = {
            "week": week.isoformat(),
            "number": number,
            "title": in_language(stage.quest.title, language),
            "minutes": stage.minutes(language),
            "opened": opened_at is not None,
        }
        found.setdefault(run_id, []).append(shown)
    return found
