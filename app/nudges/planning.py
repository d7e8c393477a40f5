"""From a release to nudges: what it will nudge about, spread over those it concerns, a page of people at a time."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from app.core import clock
from app.core.db import Base, db
from app.core.inserts import insert_for
from app.core.weeks import local_date, moment_at, monday_of
from app.identity import queries as identity
from app.nudges.models import Nudge, NudgePlan, NudgeSubject
from app.nudges.rules import timing
from quests.paths.queries import Released, enrolled_in, releases_by_id
from quests.play.queries import plays_since, quests_done

PAGE = 500
HABIT = timedelta(weeks=8)


def plan_release(organisation_id: UUID, release_id: UUID, opened_at: datetime) -> None:
    """Plan what a release that has opened will nudge about. Safe to repeat."""
    release = releases_by_id(organisation_id, [release_id])[release_id]
    zone = identity.organisation(organisation_id).time_zone
    after = identity.policy(organisation_id)["reminder_after_days"]
    plan = timing.planned_for(opened_at, release.closes_at, release.deadline_at, zone, after)
    _insert(
        NudgePlan,
        [
            {
                "organisation_id": organisation_id,
                "release_id": release_id,
                "rule": each.rule,
                "day": each.day,
                "from_at": opened_at if each.rule == "quest_opened" else moment_at(each.day, timing.QUIET_UNTIL, zone),
                "ends_at": each.ends_at,
            }
            for each in plan
        ],
    )


def spread_page(organisation_id: UUID) -> bool:
    """Write the nudges of a page of people, of the plan that is due longest; False where none is.

    Nothing for who is done. What is written already stays as it is.
    """
    now = clock.now()
    due = (
        select(NudgePlan)
        .where(NudgePlan.organisation_id == organisation_id, NudgePlan.spread_at.is_(None), NudgePlan.from_at <= now)
        .order_by(NudgePlan.from_at, NudgePlan.release_id, NudgePlan.rule)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    plan = db.session.scalar(due)
    if plan is None:
        return False
    release = releases_by_id(organisation_id, [plan.release_id])[plan.release_id]
    over = plan.ends_at <= now
    players = [] if over else enrolled_in(organisation_id, release.cohort_id, plan.spread_to, PAGE)
    done = quests_done(organisation_id, players)
    wanted = [each for each in players if (each, release.run_id, release.quest_id) not in done]
    nudge(plan, release, wanted)
    if len(players) < PAGE:
        plan.spread_at = now
    else:
        plan.spread_to = players[-1]
    db.session.flush()
    return True


def nudge(plan: NudgePlan, release: Released, players: Sequence[UUID], came_at: datetime | None = None) -> None:
    """A nudge for each, at their hour; several releases of one day share it.

    `came_at`: when they came into the run, where that was after the release had opened.
    """
    organisation_id, kind = plan.organisation_id, plan.rule.split("_")[0] if "deadline" in plan.rule else plan.rule
    zone = identity.organisation(organisation_id).time_zone
    if came_at is not None:
        key = f"{kind}:came:{local_date(came_at, zone)}"
    else:
        key = f"{kind}:{monday_of(plan.day) if kind == 'reminder' else plan.day}"
    if kind == "quest_opened":
        players = _untold(organisation_id, release.release_id, kind, players)
    otherwise = timing.waking(identity.policy(organisation_id)["nudge_hour"])
    played = plays_since(organisation_id, clock.now() - HABIT, players)
    rows = []
    for player_id in players:
        usual = timing.usual_hour(played.get(player_id, ()), zone)
        hour = otherwise if usual is None else usual
        rows.append(
            {
                "organisation_id": organisation_id,
                "id": uuid4(),
                "player_id": player_id,
                "kind": kind,
                "key": key,
                "hour": hour,
                "by_habit": usual is not None,
                "due_at": _moment(plan, came_at or plan.from_at, hour, zone),
                "ends_at": plan.ends_at,
            }
        )
    _insert(Nudge, rows)
    ids = select(Nudge.id).where(
        Nudge.organisation_id == organisation_id, Nudge.key == key, Nudge.player_id.in_(list(players))
    )
    subjects: Iterable[UUID] = db.session.scalars(ids)
    _insert(
        NudgeSubject,
        [{"organisation_id": organisation_id, "nudge_id": each, "release_id": release.release_id} for each in subjects],
    )


def _untold(organisation_id: UUID, release_id: UUID, kind: str, players: Sequence[UUID]) -> list[UUID]:
    """Those for whom there is no nudge of that kind about the release yet, given or to be given."""
    told = (
        select(Nudge.player_id)
        .join(
            NudgeSubject,
            (NudgeSubject.organisation_id == Nudge.organisation_id) & (NudgeSubject.nudge_id == Nudge.id),
        )
        .where(
            Nudge.organisation_id == organisation_id,
            NudgeSubject.release_id == release_id,
            Nudge.kind == kind,
            Nudge.player_id.in_(list(players)),
        )
    )
    known = set(db.session.scalars(told))
    return [each for each in players if each not in known]


def _moment(plan: NudgePlan, since: datetime, hour: int, zone: str) -> datetime:
    if plan.rule != "quest_opened":
        return timing.before(plan.ends_at, plan.day, hour, zone)
    at = timing.first_at(since, hour, zone)
    return at if at < plan.ends_at else since


def _insert(model: type[Base], rows: list[dict[str, Any]]) -> None:
    """Rows that are new; those whose key is there already are passed over."""
    if rows:
        db.session.execute(insert_for(model).on_conflict_do_nothing(), rows)
