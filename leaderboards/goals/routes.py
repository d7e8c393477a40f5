"""The doors of shared goals."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import invalid, not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.core.weeks import local_date
from app.identity.door import only_for, viewer
from app.identity.queries import count_members, departments, policy, subtree
from app.identity.viewer import Viewer
from leaderboards.competitions.showing import MAKERS
from leaderboards.goals import actions, schemas
from leaderboards.goals.queries import goal_for
from leaderboards.goals.showing import goals_seen, goals_shown, may_set

blueprint = Blueprint("goals", __name__, url_prefix="/api/v1/goals", description="Shared goals")


@blueprint.get("")
@blueprint.response(200, schemas.SharedGoalPageOut)
def goals() -> Response:
    """What I have a part in, and for a fortnight what is over; of those who set goals, all they may set."""
    who, page, now = viewer(), page_asked_for(), clock.now()
    found, total = goals_seen(who, now, page, PAGE_SIZE)
    return json_answer(paged(goals_shown(who, found, now), page, total))


@blueprint.put("/<uuid:new_id>")
@only_for(*MAKERS)
@blueprint.arguments(schemas.SharedGoalIn)
@blueprint.response(200, schemas.SharedGoalOut)
@may_answer(404, 409)
def set_goal(given: dict[str, Any], new_id: UUID) -> Response:
    """Set a goal under an id made on the device. Safe to repeat; the same id for another plan gives 409."""
    who, department_id = viewer(), given.pop("department")
    known = {each.id for each in departments(who.organisation_id)}
    if not may_set(who, department_id) or (department_id is not None and department_id not in known):
        raise not_found()
    least = policy(who.organisation_id)["live_members"]
    if department_id is not None and _members(who, department_id) < least:
        raise invalid("Whose goal is it?", {"department": [f"At least {least} people, so that it tells of nobody."]})
    goal = committed(actions.set_goal, who.organisation_id, new_id, {**given, "department_id": department_id})
    return json_answer(goals_shown(who, [goal], clock.now())[0])


def _members(who: Viewer, department_id: UUID) -> int:
    today = local_date(clock.now(), who.time_zone)
    return count_members(who.organisation_id, today, subtree(who.organisation_id, department_id))


@blueprint.post("/<uuid:goal_id>/cancel")
@only_for(*MAKERS)
@blueprint.response(200, schemas.SharedGoalOut)
@may_answer(404, 409)
def cancel(goal_id: UUID) -> Response:
    """Call it off: nobody sees it any more. Safe to repeat; 409 when it is over."""
    who = viewer()
    known = goal_for(who.organisation_id, goal_id)
    if known is None or not may_set(who, known.department_id):
        raise not_found()
    return json_answer(goals_shown(who, [committed(actions.cancel, who.organisation_id, goal_id)], clock.now())[0])
