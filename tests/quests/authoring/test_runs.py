"""The studio makes runs: for whom, from when, foretold before and taken back while nobody has seen them open."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.core import clock
from quests.paths.jobs import follow_audiences, open_due
from tests.quests.course import Course, course_in
from tests.quests.play.test_budget import counted
from tests.world import Somebody, World

MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)
NOBODY = {"roles": ["resource_person"]}


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world, audience=NOBODY)


@pytest.fixture
def editor(world: World, course: Course) -> Somebody:
    return world.somebody("Solbakken", "editor")


def planned(course: Course, **changes: Any) -> dict[str, Any]:
    plan = {"anchor": "calendar", "enrolling": "audience", "starts_on": "2026-11-23", "mandatory": False}
    return {"path": str(course.path_id), "audience": {"everyone": True}, **plan, **changes}


def make(editor: Somebody, body: dict[str, Any], run_id: UUID | None = None) -> Any:
    return editor.send("PUT", f"/studio/runs/{run_id or uuid4()}", body)


def test_what_a_run_would_do_is_foretold_and_then_comes_true(world: World, editor: Somebody, course: Course) -> None:
    learners = [world.somebody("Solbakken") for _ in range(2)]
    other = world.somebody("Teknisk")
    body = planned(course, audience={"departments": [str(world.departments["Solbakken"])]})
    told = editor.post("/studio/runs/forecast", body).json
    assert (told["people"], told["stages"], told["opens_at"]) == (3, 2, "2026-11-23T05:00:00Z")
    assert (told["first_week"]["week"], told["last_week"]["week"]) == (48, 49)
    assert len(editor.get("/studio/runs").json["items"]) == 1  # the course's own; foretelling makes none
    made = make(editor, body).json
    assert (made["state"], made["enrolled"], made["may_cancel"]) == ("planned", 3, True)
    with clock.standing_at(MONDAY):
        open_due()
        assert all(each.get("/today").json["quest"] for each in learners)
        assert other.get("/today").json["quest"] is None


def test_made_twice_is_made_once_and_another_under_the_same_id_is_refused(editor: Somebody, course: Course) -> None:
    run_id, body = uuid4(), planned(course, teasers=["fall"], teaser_from="2026-11-19")
    first, again = make(editor, body, run_id), make(editor, body, run_id)
    assert (first.status_code, first.json) == (again.status_code, again.json) == (200, first.json)
    assert editor.get(f"/studio/runs?path={course.path_id}").json["total"] == 2
    for change in ({"mandatory": True}, {"starts_on": "2026-11-30"}, {"teasers": []}, {"teaser_from": "2026-11-20"}):
        refused = make(editor, {**body, **change}, run_id)
        assert (refused.status_code, refused.json["code"]) == (409, "run_changed"), change


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_on": "2026-11-24"}, "starts_on"),
        ({"starts_on": "2026-11-09"}, "starts_on"),
        ({"starts_on": "2028-01-03"}, "starts_on"),
        ({"starts_on": "soon"}, "starts_on"),
        ({"audience": {}}, "audience"),
        ({"audience": {"departments": [str(uuid4())]}}, "audience"),
        ({"mandatory": True, "enrolling": "opt_in"}, "mandatory"),
        ({"deadline_days": 3}, "deadline_days"),
        ({"mandatory": True, "deadline_days": 0}, "deadline_days"),
        ({"anchor": "whenever"}, "anchor"),
        ({"teasers": ["fall"]}, "teasers"),
        ({"teasers": ["fall"], "teaser_from": "2026-11-23"}, "teasers"),
        ({"teasers": ["unknown"], "teaser_from": "2026-11-19"}, "teasers"),
        ({"teasers": ["fall", "fall"], "teaser_from": "2026-11-19"}, "teasers"),
        ({"teasers": ["fall"] * 6, "teaser_from": "2026-11-19"}, "teasers"),
        ({"anchor": "enrolment", "teasers": ["fall"], "teaser_from": "2026-11-19"}, "teasers"),
    ],
)
def test_a_run_that_cannot_be_is_refused_by_field(
    editor: Somebody, course: Course, changes: dict[str, Any], field: str
) -> None:
    body = planned(course, **changes)
    for answer in (make(editor, body), editor.post("/studio/runs/forecast", body)):
        assert (answer.status_code, answer.json["code"]) == (422, "invalid")
        assert field in answer.json["errors"], answer.json
    assert editor.get("/studio/runs").json["total"] == 1


def test_a_mandatory_run_has_its_deadline(world: World, editor: Somebody, course: Course) -> None:
    learner = world.somebody()
    make(editor, planned(course, mandatory=True, deadline_days=10))
    with clock.standing_at(MONDAY):
        open_due()
        quest = learner.get("/today").json["quest"]
    assert (quest["mandatory"], quest["deadline_at"]) == (True, "2026-12-03T05:00:00Z")


def test_a_run_of_free_choice_is_found_under_explore(world: World, editor: Somebody, course: Course) -> None:
    learner = world.somebody()
    run_id = make(editor, planned(course, anchor="enrolment", enrolling="opt_in")).json["id"]
    assert [each["run"] for each in learner.get("/explore").json["items"]] == [run_id]
    learner.post(f"/explore/{run_id}/start")
    shown = next(each for each in editor.get("/studio/runs").json["items"] if each["id"] == run_id)
    assert (shown["enrolled"], shown["state"], shown["may_cancel"]) == (1, "running", False)


def test_a_run_is_cancelled_while_nothing_is_open_and_never_opens(
    world: World, editor: Somebody, course: Course
) -> None:
    learner = world.somebody()
    run_id = make(editor, planned(course)).json["id"]
    assert learner.get("/today").json["coming"] is not None
    for _ in range(2):
        told = editor.post(f"/studio/runs/{run_id}/cancel").json
        assert (told["state"], told["may_cancel"], told["enrolled"]) == ("cancelled", False, 0)
    follow_audiences()
    with clock.standing_at(MONDAY):
        open_due()
        today = learner.get("/today").json
    assert (today["quest"], today["coming"]) == (None, None)
    assert learner.get("/paths").json["items"] == []
    assert str(run_id) not in editor.get("/studio/calendar").text


def test_a_cancelled_choice_cannot_be_started(world: World, editor: Somebody, course: Course) -> None:
    learner = world.somebody()
    run_id = make(editor, planned(course, enrolling="opt_in")).json["id"]
    learner.post(f"/explore/{run_id}/start")
    editor.post(f"/studio/runs/{run_id}/cancel")
    assert learner.get("/explore").json["items"] == []
    assert learner.post(f"/explore/{run_id}/start").status_code == 404


def test_what_is_open_goes_on(world: World, editor: Somebody, course: Course) -> None:
    world.somebody()
    run_id = make(editor, planned(course)).json["id"]
    with clock.standing_at(MONDAY):
        open_due()
        refused = editor.post(f"/studio/runs/{run_id}/cancel")
        assert (refused.status_code, refused.json["code"]) == (409, "already_open")
        shown = next(each for each in editor.get("/studio/runs").json["items"] if each["id"] == run_id)
    assert (shown["state"], shown["may_cancel"]) == ("running", False)


def test_the_calendar_says_what_opens_when_and_for_whom(world: World, editor: Somebody, course: Course) -> None:
    place = str(world.departments["Solbakken"])
    run_id = make(editor, planned(course, audience={"departments": [place], "roles": ["leader"]})).json["id"]
    own_pace = make(editor, planned(course, anchor="enrolment", enrolling="opt_in")).json["id"]
    shown = editor.get("/studio/calendar?first=2026-11-18&weeks=3").json
    assert [each["week"] for each in shown["weeks"]] == [47, 48, 49]
    rows = {each["run"]["id"]: each for each in shown["items"]}
    assert [(each["week"], each["number"], each["opened"]) for each in rows[run_id]["cells"]] == [
        ("2026-11-23", 1, False),
        ("2026-11-30", 2, False),
    ]
    audience = rows[run_id]["run"]["audience"]
    assert audience == {
        "everyone": False,
        "departments": [{"id": place, "title": "Solbakken"}],
        "roles": ["leader"],
    }
    assert rows[own_pace]["cells"] == []
    later = editor.get("/studio/calendar?first=2027-03-01&weeks=2").json
    assert [each["run"]["id"] for each in later["items"]] == [own_pace]
    assert editor.get("/studio/calendar?weeks=27").status_code == 422


@pytest.mark.parametrize("address", ["/studio/paths", "/studio/runs", "/studio/calendar", "/studio/departments"])
def test_lists_ask_the_same_whatever_there_is(editor: Somebody, course: Course, address: str) -> None:
    make(editor, planned(course))
    with counted() as few:
        editor.get(address)
    for _ in range(3):
        make(editor, planned(course))
    with counted() as many:
        assert editor.get(address).status_code == 200
    assert len(many) == len(few) <= 14, many


def test_departments_stand_below_their_own(world: World, editor: Somebody) -> None:
    world.department("Åsen")
    world.department("Helse")
    world.department("Nord", "Helse")
    tree = [(each["name"], each["depth"]) for each in editor.get("/studio/departments").json["items"]]
    assert tree == [("Helse", 0), ("Nord", 1), ("Solbakken", 0), ("Åsen", 0)]
