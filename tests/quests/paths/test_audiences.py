"""Who is in a run: by department, by role, from day to day; leaving loses nothing, coming back goes on."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from app.core import clock
from app.core.db import committed, db
from app.core.errors import Problem
from app.identity import actions
from app.identity.models import Membership
from quests.paths.actions import create_run
from quests.paths.audiences import audience_of
from quests.paths.jobs import follow_audiences
from quests.paths.models import Enrolment, Run
from quests.paths.queries import path_by_slug
from tests.quests.course import body, course_in
from tests.world import Somebody, World

TODAY = date(2026, 11, 19)


def titles(somebody: Somebody) -> list[str]:
    return [each["title"] for each in somebody.get("/today").json["quests"]]


def membership_of(somebody: Somebody) -> UUID:
    somebody.world.enter()
    query = select(Membership.id).where(Membership.player_id == somebody.player_id)
    return db.session.execute(query).scalar_one()


def test_departments_with_all_below_them_and_roles(world: World) -> None:
    world.department("Helse")
    world.department("Solbakken", "Helse")
    nurse, other = world.somebody("Solbakken"), world.somebody("Teknisk")
    leader = world.somebody("Solbakken", "leader")
    health, technical = (str(world.departments[each]) for each in ("Helse", "Teknisk"))
    cases: list[tuple[dict[str, Any], list[Somebody]]] = [
        ({"everyone": True}, [nurse, other, leader]),
        ({"departments": [health]}, [nurse, leader]),
        ({"departments": [technical]}, [other]),
        ({"departments": [health, technical]}, [nurse, other, leader]),
        ({"roles": ["leader"]}, [leader]),
        ({"departments": [technical], "roles": ["leader"]}, []),
        ({"departments": [str(uuid4())]}, []),
    ]
    world.enter()
    for audience, expected in cases:
        found = audience_of(world.organisation_id, audience, TODAY)
        assert found == {each.player_id for each in expected}, audience
        for each in (nurse, other, leader):
            alone = audience_of(world.organisation_id, audience, TODAY, each.player_id)
            assert alone == found & {each.player_id}


@pytest.mark.parametrize("audience", [{}, {"everyone": False}, {"departments": []}, {"departments": [], "roles": []}])
def test_an_audience_that_names_nobody_is_nobody(world: World, audience: dict[str, Any]) -> None:
    somebody = world.somebody()
    world.enter()
    assert audience_of(world.organisation_id, audience, TODAY) == set()
    course_in(world, audience={"everyone": False, **audience})
    assert titles(somebody) == []


def test_who_leaves_keeps_what_they_did_and_comes_back_to_it(world: World) -> None:
    mover = world.somebody("Solbakken")
    course = course_in(world, audience={"departments": [str(world.departments["Solbakken"])]})
    mover.post("/play/letters", course.finished(0))
    membership = membership_of(mover)
    committed(actions.leave_department, world.organisation_id, membership, TODAY - timedelta(days=1))
    assert titles(mover) == []
    assert mover.get(f"/quests/{course.quests[0]}").status_code == 404
    assert mover.get(f"/modules/{course.versions[0]}/nb").status_code == 404
    late = mover.post("/play/letters", course.finished(1)).json["verdicts"][0]
    assert (late["status"], late["code"]) == ("refused", "not_in_audience")
    world.enter()
    place = world.departments["Solbakken"]
    committed(actions.join_department, world.organisation_id, mover.player_id, place, TODAY)
    assert mover.get("/today").json["quest"]["progress"] == {"done": 1, "total": 2}


def test_memberships_begin_and_end_by_their_dates(world: World) -> None:
    soon = world.somebody("Solbakken", starts_on=date(2026, 11, 20))
    course_in(world, audience={"departments": [str(world.departments["Solbakken"])]})
    follow_audiences()
    assert titles(soon) == []
    with clock.standing_at(datetime.fromisoformat("2026-11-19T23:07:00+00:00")):  # after midnight in Oslo
        follow_audiences()
        assert titles(soon) == ["uke-1 (nb)"]
        follow_audiences()
    world.enter()
    rows = db.session.scalars(select(Enrolment).where(Enrolment.player_id == soon.player_id)).all()
    assert [row.left_at for row in rows] == [None]


def test_one_bad_run_does_not_stop_the_rest(world: World, caplog: pytest.LogCaptureFixture) -> None:
    runs = [course_in(world, audience={"roles": ["leader"]}).run.id for _ in range(2)]
    leader = world.somebody("Solbakken", "leader")  # got the role after joining, so not yet enrolled
    for audience in ({"departments": ["not an id"]}, {"roles": ["leader"]}):
        world.enter()
        committed(db.session.execute, update(Run).where(Run.id == min(runs)).values(audience=audience))
        follow_audiences()
        assert "could not be brought up to date" in caplog.text
        expected = 1 if "departments" in audience else 2
        assert len(titles(leader)) == expected


def test_a_calendar_run_starts_on_a_monday(world: World) -> None:
    course_in(world)
    world.enter()
    path = path_by_slug(world.organisation_id, "trygg")
    assert path is not None
    with pytest.raises(Problem) as problem:
        committed(create_run, world.organisation_id, path, {"everyone": True}, TODAY)
    assert problem.value.errors == {"starts_on": ["A Monday."]}


def test_a_neighbours_run_enrols_nobody_here(world: World) -> None:
    here = world.somebody()
    neighbour = World(world.application, "fjellby")
    there = neighbour.somebody()
    course = course_in(neighbour)
    follow_audiences()
    assert titles(here) == []
    assert titles(there) == ["uke-1 (nb)"]
    assert here.post("/play/letters", body(course.letter(0))).json["verdicts"][0]["code"] == "unknown_module"
