"""Competitions to try things with."""

from typing import Any
from uuid import UUID, uuid4

from app.core import clock
from app.core.db import committed, db
from app.core.weeks import monday_of
from leaderboards.competitions.actions import make
from leaderboards.competitions.joining import join
from leaderboards.competitions.meets.actions import invite
from leaderboards.fairplay.models import OddPlay
from leaderboards.goals.actions import set_goal
from leaderboards.walls.actions import put_up
from tests.quests.course import Course
from tests.world import Somebody, World

USUAL: dict[str, Any] = {"paths": None, "open_to": None, "prize": "", "freeze_hours": 24}


def plan_in(world: World) -> dict[str, Any]:
    """As the app sends it: two departments below Solbakken, from this week on."""
    world.department("Solbakken")
    places = [world.department(name, "Solbakken") for name in ("1. etasje", "2. etasje")]
    teams = [{"name": None, "departments": [str(each)]} for each in places]
    return {
        "name": "Derby",
        "rule": "participation",
        "first_week": monday_of(clock.now().date()).isoformat(),
        "weeks": 2,
        "teams": teams,
    }


def competition_in(world: World, *names: str) -> UUID:
    """A new one of that plan, or between these departments."""
    plan = plan_in(world)
    if names:
        plan["teams"] = [{"name": None, "departments": [str(world.department(each))]} for each in names]
    world.enter()
    given = {**plan, **USUAL, "first_week": monday_of(clock.now().date())}
    return committed(make, world.organisation_id, uuid4(), given).id


def picked_in(somebody: Somebody) -> UUID:
    """The one of two teams, open to all at Solbakken, that somebody is drawn into; its competition."""
    world = somebody.world
    world.enter()
    teams = [{"name": name, "departments": []} for name in ("Rødt", "Blått")]
    given = {**plan_in(world), **USUAL, "teams": teams, "open_to": [world.department("Solbakken")]}
    given["first_week"] = monday_of(clock.now().date())
    made = committed(make, world.organisation_id, uuid4(), given).id
    return committed(join, world.organisation_id, made, somebody.player_id, None).id


def code_in(world: World) -> str:
    """The code by which others may join a new competition of that plan."""
    competition_id = competition_in(world)
    world.enter()
    return committed(invite, world.organisation_id, competition_id)


def goal_plan_in(world: World) -> dict[str, Any]:
    """As the app sends it: one of Solbakken's, which has people enough."""
    for _ in range(5):
        world.somebody("Solbakken")
    place = str(world.department("Solbakken"))
    return {"department": place, "target": 40, "first_week": monday_of(clock.now().date()).isoformat(), "weeks": 2}


def goal_in(world: World) -> UUID:
    """A new goal of Solbakken's."""
    place = world.department("Solbakken")
    world.enter()
    given = {"department_id": place, "target": 40, "first_week": monday_of(clock.now().date()), "weeks": 2}
    return committed(set_goal, world.organisation_id, uuid4(), {**given, "promise": "Kake"}).id


def wall_in(world: World) -> UUID:
    """A new screen of the week's board."""
    world.enter()
    given = {"name": "Pauserommet", "competition": None}
    return committed(put_up, world.organisation_id, uuid4(), given)[0].id


def odd_play_in(course: Course) -> UUID:
    """An attempt of somebody's at the first module, with a clock that jumped."""
    world = course.world
    player_id = world.somebody().player_id
    world.enter()
    odd = OddPlay(organisation_id=world.organisation_id, id=uuid4(), player_id=player_id, letter_id=uuid4())
    odd.module_id, odd.kind, odd.happened_at, odd.found_at = course.modules[0], "clock", clock.now(), clock.now()
    committed(db.session.add, odd)
    return odd.id
