"""Goals reached together: set, counted from the facts, closed in time, and telling nothing of one person."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db
from app.identity import actions as identity
from app.identity.models import Membership
from app.identity.queries import memberships_between
from app.identity.rules import Standing
from leaderboards.goals.jobs import count_goals
from leaderboards.goals.rules import days_counted
from tests.leaderboards.test_boards import deliver, play
from tests.leaderboards.test_competitions import MONDAY, at
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World

Json = dict[str, Any]


def plan(**changes: Any) -> Json:
    return {"target": 3, "first_week": f"{MONDAY}", "weeks": 2, "promise": "Kake", **changes}


def set_by(somebody: Somebody, **changes: Any) -> Json:
    answer = somebody.send("PUT", f"/goals/{uuid4()}", plan(**changes))
    assert answer.status_code == 200, answer.json
    told: Json = answer.json
    return told


def seen_by(somebody: Somebody) -> list[Json]:
    found: list[Json] = somebody.get("/goals").json["items"]
    return found


def _played(course: Course, day: int) -> Json:
    return body(course.letter(0, started_at=at(day), finished_at=f"{at(day) + timedelta(minutes=5):%FT%TZ}"))


def _move_all(world: World, somebody: Somebody, department: str, day: date) -> None:
    """Everywhere else it is their last day before."""
    for each in memberships_between(world.organisation_id, day, day, [somebody.player_id]):
        own = select(Membership.id).where(
            Membership.player_id == somebody.player_id, Membership.department_id == each.department_id
        )
        identity.leave_department(world.organisation_id, db.session.scalars(own).one(), day - timedelta(days=1))
    identity.join_department(world.organisation_id, somebody.player_id, world.departments[department], day)


@pytest.fixture
def people(world: World) -> dict[str, list[Somebody]]:
    world.department("Helse")
    world.department("Solbakken", "Helse")
    return {name: [world.somebody(name) for _ in range(many)] for name, many in (("Solbakken", 10), ("Skagen", 10))}


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Kontoret", "editor")


@pytest.fixture
def course(world: World, people: object, editor: object) -> Course:
    return course_in(world)


def test_everybody_reaches_it_together(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    told = set_by(editor)
    assert (told["reached"], told["state"], told["members"], told["department"]) == (0, "running", 21, None)
    play(people["Solbakken"][0], course)
    play(people["Skagen"][0], course)
    count_goals()
    (seen,) = seen_by(people["Skagen"][1])
    assert (seen["reached"], seen["reached_at"], seen["promise"], seen["may_cancel"]) == (2, None, "Kake", False)
    play(people["Skagen"][0], course, 1)
    count_goals()
    (seen,) = seen_by(people["Skagen"][1])
    assert seen["reached"] == 3
    assert seen["reached_at"]


def test_a_departments_goal_counts_those_below_it_while_they_are_members(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    ours, theirs = people["Solbakken"], people["Skagen"]
    helse = str(world.departments["Helse"])
    told = set_by(editor, department=helse)
    assert told["members"] == 10
    play(ours[0], course)
    play(theirs[0], course)
    world.join(ours[0], "Helse", 0.2)  # a second place below it counts once
    count_goals()
    assert [each["reached"] for each in seen_by(ours[1])] == [1]
    assert seen_by(theirs[0]) == []
    world.enter()
    committed(_move_all, world, ours[0], "Skagen", at(4).date())
    with clock.standing_at(at(4)):
        play(ours[0], course, 1)
        count_goals()
        world.enter()
        assert [each["reached"] for each in seen_by(ours[1])] == [1]


def test_it_closes_on_the_tuesday_after_and_is_shown_for_a_fortnight(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    goal = set_by(editor, weeks=1)
    with clock.standing_at(at(7, 10)):
        late = world.signed_in_again(people["Skagen"][0])
        deliver(late, [_played(course, 6)])
        count_goals()
        assert [(each["reached"], each["state"]) for each in seen_by(late)] == [(1, "ended")]
    with clock.standing_at(at(8, 12)):
        count_goals()
        deliver(world.signed_in_again(people["Skagen"][1]), [_played(course, 6)])
        count_goals()
        boss = world.signed_in_again(editor)
        assert [(each["reached"], each["state"]) for each in seen_by(boss)] == [(1, "closed")]
        assert boss.post(f"/goals/{goal['id']}/cancel").status_code == 409
    with clock.standing_at(at(23)):
        assert seen_by(world.signed_in_again(editor)) == []


def test_where_few_are_left_it_moves_once_an_hour(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    set_by(editor, department=str(world.departments["Skagen"]))
    world.enter()
    for each in people["Skagen"][2:]:
        committed(_move_all, world, each, "Solbakken", clock.now().date())
    with clock.standing_at(clock.now() + timedelta(hours=1)):
        count_goals()
        world.enter()
        play(people["Skagen"][0], course)
        count_goals()
        world.enter()
        assert [each["reached"] for each in seen_by(editor)] == [0]
    with clock.standing_at(clock.now() + timedelta(hours=2)):
        count_goals()
        world.enter()
        assert [each["reached"] for each in seen_by(editor)] == [1]


def test_who_may_set_one(world: World, people: dict[str, list[Somebody]], editor: Somebody) -> None:
    leader, few = world.somebody("Solbakken", "leader"), world.department("Toere")
    ours, theirs = str(world.departments["Solbakken"]), str(world.departments["Skagen"])
    goal = set_by(leader, department=ours)
    for wrong in ({"department": theirs}, {"department": None}, {"department": str(uuid4())}):
        assert leader.send("PUT", f"/goals/{uuid4()}", plan(**wrong)).status_code == 404
    assert people["Skagen"][0].send("PUT", f"/goals/{uuid4()}", plan()).status_code == 404
    world.somebody("Toere")
    small = editor.send("PUT", f"/goals/{uuid4()}", plan(department=str(few)))
    assert (small.status_code, list(small.json["errors"])) == (422, ["department"])
    assert editor.send("PUT", f"/goals/{uuid4()}", plan(first_week="2026-11-09")).status_code == 422
    assert editor.send("PUT", f"/goals/{goal['id']}", plan(department=ours)).status_code == 200
    assert editor.send("PUT", f"/goals/{goal['id']}", plan(department=ours, target=4)).status_code == 409
    assert world.somebody("Skagen", "leader").post(f"/goals/{goal['id']}/cancel").status_code == 404
    assert [leader.post(f"/goals/{goal['id']}/cancel").status_code for _ in range(2)] == [200, 200]
    assert seen_by(leader) == []


DAY = st.integers(-10, 40).map(lambda n: MONDAY + timedelta(days=n))


@given(st.lists(st.tuples(st.integers(0, 2), DAY, st.none() | DAY), max_size=8))
def test_each_day_of_a_member_counts_once(found: list[tuple[int, date, date | None]]) -> None:
    first, until = MONDAY, MONDAY + timedelta(weeks=2)
    standings = [Standing(UUID(int=who), uuid4(), 1.0, starts, ends) for who, starts, ends in found]
    counted = [
        (player, start + timedelta(days=n))
        for days, players in days_counted(standings, first, until).items()
        for player in players
        for start, end in days
        for n in range((end - start).days)
    ]
    every = [first + timedelta(days=n) for n in range(14)]
    right = {
        (each.player_id, day)
        for each in standings
        for day in every
        if each.starts_on <= day and (each.ends_on is None or day <= each.ends_on)
    }
    assert sorted(counted) == sorted(right)
