"""Shared goals as the app is told of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.identity.access import departments_led, departments_of
from app.identity.queries import departments
from app.identity.viewer import Viewer
from leaderboards.competitions.showing import MAKERS, may_arrange
from leaderboards.goals.actions import times_of
from leaderboards.goals.models import SharedGoal
from leaderboards.goals.queries import goals_page
from leaderboards.goals.rules import SHOWN_DAYS
from quests.play.showing import week_shown

Shown = dict[str, Any]


def goals_seen(who: Viewer, now: datetime, page: int, size: int) -> tuple[list[SharedGoal], int]:
    """A page of everybody's goals and those of the viewer's departments; who may set goals for all sees all."""
    closed_after = now - timedelta(days=SHOWN_DAYS)
    return goals_page(who.organisation_id, None if _sets_all(who) else _own_places(who), closed_after, page, size)


def _sets_all(who: Viewer) -> bool:
    return bool({"editor", "admin"} & who.roles)


def _own_places(who: Viewer) -> set[UUID]:
    """The viewer's departments with those above them, and for a leader those they lead."""
    tree = departments(who.organisation_id)
    parents = {each.id: each.parent_id for each in tree}
    found = set(departments_led(who) or ())
    for own in departments_of(who.organisation_id, who.player_id):
        above: UUID | None = UUID(own["id"])
        while above is not None:
            found.add(above)
            above = parents.get(above)
    return found


def may_set(who: Viewer, department_id: UUID | None) -> bool:
    """Editors and admins set goals for anybody; leaders for the departments they lead."""
    if not set(MAKERS) & who.roles:
        return False
    return _sets_all(who) if department_id is None else may_arrange(who, {department_id})


def goals_shown(who: Viewer, found: Sequence[SharedGoal], now: datetime) -> list[Shown]:
    """The `SharedGoalOut` of each."""
    names = {each.id: each.name for each in departments(who.organisation_id)}
    return [_shown(who, each, names.get(each.department_id) if each.department_id else None, now) for each in found]


def _shown(who: Viewer, goal: SharedGoal, name: str | None, now: datetime) -> Shown:
    times = times_of(goal, who.time_zone)
    return {
        "id": str(goal.id),
        "department": {"id": str(goal.department_id), "name": name} if name else None,
        "target": goal.target,
        "reached": goal.reached,
        "week": week_shown(goal.first_week),
        "weeks": goal.weeks,
        "starts_at": rfc3339(times.starts_at),
        "ends_at": rfc3339(times.ends_at),
        "closes_at": rfc3339(times.closes_at),
        "state": times.state(now, goal.closed_at, goal.cancelled_at),
        "promise": goal.promise,
        "members": goal.members,
        "counted_at": rfc3339(goal.counted_at),
        "reached_at": rfc3339(goal.reached_at),
        "may_cancel": goal.closed_at is None and may_set(who, goal.department_id),
    }
