"""Free choice: what one may start oneself, in one's own pace or with the calendar, and leave again."""

from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.db import committed, db
from app.core.errors import Problem
from app.identity import actions
from app.identity.models import Membership, Organisation
from quests.paths.audiences import audience_of
from quests.paths.belonging import belonging
from quests.paths.jobs import follow_audiences, open_due
from quests.paths.models import Enrolment, Path, Release, Run
from quests.paths.storing import store_path
from tests.quests.course import PATH, Course, course_in, offer
from tests.quests.play.test_budget import counted
from tests.world import Somebody, World

NOBODY = {"roles": ["resource_person"]}
TODAY = date(2026, 11, 19)
NEXT_MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world, audience=NOBODY)


@pytest.fixture
def somebody(world: World, course: Course) -> Somebody:
    return world.somebody()


def offered(somebody: Somebody, search: str = "", page: int = 1) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = somebody.get(f"/explore?search={search}&page={page}").json["items"]
    return found


def today(somebody: Somebody) -> Any:
    return somebody.get("/today").json


def test_a_run_of_free_choice_is_offered_and_enrols_nobody(somebody: Somebody, course: Course) -> None:
    run = offer(course)
    follow_audiences()
    (one,) = offered(somebody)
    assert (one["run"], one["path"]["title"], one["opens_at"]) == (str(run.id), "Trygg (nb)", None)
    assert (one["stages"], one["posts"], one["minutes"] > 0, one["begun"]) == (2, 3, True, False)
    assert today(somebody)["quest"] is None


def test_starting_in_ones_own_pace_opens_the_first_quest_at_once_and_once(somebody: Somebody, course: Course) -> None:
    run = offer(course)
    for _ in range(2):
        told = somebody.post(f"/explore/{run.id}/start")
        assert (told.status_code, told.json["quest"]) == (200, str(course.quests[0]))
    quest = today(somebody)["quest"]
    assert (quest["run"], quest["progress"]) == (str(run.id), {"done": 0, "total": 2})
    assert offered(somebody) == []
    assert somebody.get("/paths").json["items"][0]["may_leave"] is True
    somebody.world.enter()
    assert db.session.scalar(select(func.count()).select_from(Enrolment).where(Enrolment.run_id == run.id)) == 1


def test_the_next_week_opens_by_itself_and_a_colleague_of_the_same_week_goes_along(
    world: World, somebody: Somebody, course: Course
) -> None:
    run = offer(course)
    somebody.post(f"/explore/{run.id}/start")
    other = world.somebody()
    with clock.standing_at(datetime(2026, 11, 20, 9, tzinfo=UTC)):
        assert other.post(f"/explore/{run.id}/start").json["quest"] == str(course.quests[0])
    with clock.standing_at(NEXT_MONDAY):
        assert open_due() >= 1
        for each in (somebody, other):
            assert today(each)["quest"]["title"] == "uke-2 (nb)"


def test_leaving_keeps_what_was_done_and_coming_back_goes_on(somebody: Somebody, course: Course) -> None:
    run_id = offer(course).id
    somebody.post(f"/explore/{run_id}/start")
    assert somebody.post("/play/letters", course.finished(0)).json["verdicts"][0]["status"] == "accepted"
    for _ in range(2):
        assert somebody.post(f"/explore/{run_id}/leave").status_code == 204
    assert today(somebody)["quest"] is None
    assert offered(somebody)[0]["begun"] is True
    follow_audiences()  # who left by choice is not let in by the clock
    somebody.world.enter()
    place = somebody.world.departments["Solbakken"]
    committed(actions.join_department, somebody.world.organisation_id, somebody.player_id, place, TODAY, 0.2, False)
    assert today(somebody)["quest"] is None
    somebody.post(f"/explore/{run_id}/start")
    assert today(somebody)["quest"]["progress"] == {"done": 1, "total": 2}
    assert somebody.get("/me").json["points"]["total"] > 0


def test_a_calendar_run_opens_on_its_monday(somebody: Somebody, course: Course) -> None:
    run = offer(course, "calendar", date(2026, 11, 23))
    assert offered(somebody)[0]["opens_at"] == "2026-11-23T05:00:00Z"
    told = somebody.post(f"/explore/{run.id}/start").json
    assert (told["quest"], told["opens_at"]) == (None, "2026-11-23T05:00:00Z")
    assert today(somebody)["coming"]["title"] == "uke-1 (nb)"
    with clock.standing_at(NEXT_MONDAY):
        open_due()
        assert today(somebody)["quest"]["title"] == "uke-1 (nb)"


def test_who_moves_out_of_the_audience_is_out_and_comes_back_by_moving_back(world: World, course: Course) -> None:
    mover = world.somebody("Solbakken")
    run = offer(course, audience={"departments": [str(world.departments["Solbakken"])]})
    mover.post(f"/explore/{run.id}/start")
    world.enter()
    membership = db.session.scalars(select(Membership).where(Membership.player_id == mover.player_id)).one()
    committed(actions.leave_department, world.organisation_id, membership.id, TODAY - timedelta(days=1))
    assert (today(mover)["quest"], offered(mover)) == (None, [])
    assert mover.post(f"/explore/{run.id}/start").status_code == 404
    world.enter()
    committed(actions.join_department, world.organisation_id, mover.player_id, world.departments["Solbakken"], TODAY)
    assert today(mover)["quest"]["run"] == str(run.id)


def test_what_is_not_theirs_to_choose_is_not_there(world: World, somebody: Somebody, course: Course) -> None:
    given = course_in(world).run  # for everybody, and nobody's choice
    others = offer(course, audience={"roles": ["leader"]})
    neighbour = World(world.application, "fjellby")
    foreign = offer(course_in(neighbour))
    assert offered(somebody) == []
    for run_id in (given.id, others.id, foreign.id, uuid4()):
        for verb in ("start", "leave"):
            answer = somebody.post(f"/explore/{run_id}/{verb}")
            assert (answer.status_code, answer.json["code"]) == (404, "not_found")
    assert offered(world.somebody("Solbakken", "leader"))[0]["run"] == str(others.id)


def test_what_one_may_choose_is_not_mandatory(world: World, course: Course) -> None:
    with pytest.raises(Problem) as problem:
        offer(course, mandatory=True)
    assert problem.value.errors == {"mandatory": ["Not with opt_in."]}


def test_search_looks_in_every_language_and_pages(world: World, somebody: Somebody, course: Course) -> None:
    titles = {"nb": "Fall på badet", "nn": "Fall på badet", "en": "Falling in the bathroom"}
    world.enter()
    committed(store_path, world.organisation_id, {**PATH, "path": "fall", "title": titles})
    runs = [offer(course) for _ in range(51)]
    path_id = db.session.scalars(select(Path.id).where(Path.slug == "fall")).one()
    committed(_repoint, runs[0].id, path_id)
    assert [each["path"]["title"] for each in offered(somebody, "BATHROOM")] == ["Fall på badet"]
    assert len(offered(somebody, "på bad")) == 1
    assert offered(somebody, "%25_") == []
    first = somebody.get("/explore").json
    assert (len(first["items"]), first["page"], first["pages"], first["total"]) == (50, 1, 2, 51)
    assert len(offered(somebody, page=2)) == 1
    assert offered(somebody, page=3) == []
    assert somebody.get(f"/explore?search={'x' * 101}").status_code == 422


def _repoint(run_id: UUID, path_id: UUID) -> None:
    run = db.session.scalars(select(Run).where(Run.id == run_id)).one()
    run.path_id = path_id
    actions.touch_organisation(run.organisation_id)


def test_the_list_asks_the_same_whatever_there_is(somebody: Somebody, course: Course) -> None:
    for _ in range(3):
        offer(course)
    offered(somebody)
    with counted() as statements:
        assert len(offered(somebody)) == 3
    assert len(statements) <= 3, statements


def test_belonging_says_what_the_audience_says(world: World) -> None:
    world.department("Helse")
    world.department("Solbakken", "Helse")
    people = [
        world.somebody("Solbakken"), world.somebody("Helse", "leader"), world.somebody("Teknisk"),
        world.somebody("Teknisk", "leader", "editor"),
    ]  # fmt: skip
    health, home, technical = (str(world.departments[each]) for each in ("Helse", "Solbakken", "Teknisk"))
    departments: list[list[str]] = [[], [health], [home], [technical], [home, technical], [str(uuid4())]]
    roles: list[list[str]] = [[], ["leader"], ["editor", "admin"]]
    world.enter()
    held = [frozenset(), frozenset({"leader"}), frozenset(), frozenset({"leader", "editor"})]
    found = [
        belonging(world.organisation_id, world_revision(world), each.player_id, mine, TODAY)
        for each, mine in zip(people, held, strict=True)
    ]
    for named, wanted, everyone in product(departments, roles, (True, False)):
        audience = {"departments": named, "roles": wanted, "everyone": everyone}
        meant = audience_of(world.organisation_id, audience, TODAY)
        told = {each.player_id for each, own in zip(people, found, strict=True) if own.is_in(audience)}
        assert told == meant, audience


def world_revision(world: World) -> int:
    return db.session.scalars(select(Organisation.revision).where(Organisation.id == world.organisation_id)).one()


def test_nothing_is_planned_for_a_run_nobody_has_started(somebody: Somebody, course: Course) -> None:
    run = offer(course)
    somebody.world.enter()
    assert db.session.scalar(select(func.count()).select_from(Release).where(Release.run_id == run.id)) == 0
