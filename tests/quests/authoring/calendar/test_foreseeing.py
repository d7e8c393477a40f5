"""What a day would show to somebody of a department: told from plans, and true when the day comes."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from app.core import clock
from quests.paths.jobs import follow_audiences, open_due
from tests.quests.course import Course, course_in, offer
from tests.world import Somebody, World


@pytest.fixture
def course(world: World) -> Course:
    """Week 47 is open, week 48 is planned."""
    return course_in(world)


@pytest.fixture
def editor(world: World, course: Course) -> Somebody:
    return world.somebody("Kontoret", "editor")


def seen(editor: Somebody, place: object, day: str, **more: Any) -> Any:
    return editor.get("/studio/calendar/as-seen", query_string={"department": str(place), "day": day, **more})


def numbers(found: Any) -> dict[str, list[int]]:
    return {state: [each["number"] for each in found[state]] for state in ("open", "coming", "earlier")}


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-11-16", {"open": [1], "coming": [2], "earlier": []}),
        ("2026-11-22", {"open": [1], "coming": [2], "earlier": []}),
        ("2026-11-23", {"open": [2], "coming": [], "earlier": [1]}),
        ("2026-11-15", {"open": [], "coming": [1, 2], "earlier": []}),
    ],
)
def test_a_day_shows_what_is_open_comes_and_was(
    world: World, editor: Somebody, course: Course, day: str, told: dict[str, list[int]]
) -> None:
    place = world.department("Solbakken")
    found = seen(editor, place, day).json
    assert numbers(found) == told


def test_what_was_foreseen_is_what_the_day_shows(world: World, editor: Somebody, course: Course) -> None:
    learner = world.somebody("Solbakken")
    found = seen(editor, world.departments["Solbakken"], "2026-11-23").json
    with clock.standing_at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        open_due()
        today = learner.get("/today").json
    assert [each["title"] for each in found["open"]] == [each["title"] for each in today["quests"]]
    assert [each["title"] for each in found["earlier"]] == [each["title"] for each in today["catch_up"]]


def test_only_who_is_meant_and_choices_apart(world: World, editor: Somebody, course: Course) -> None:
    ward, office = world.department("Solbakken"), world.department("Teknisk")
    body = {
        "path": str(course.path_id),
        "audience": {"departments": [str(ward)], "roles": ["leader"]},
        "anchor": "calendar",
        "enrolling": "audience",
        "starts_on": "2026-11-30",
        "mandatory": True,
        "deadline_days": 10,
    }
    assert editor.send("PUT", f"/studio/runs/{uuid4()}", body).status_code == 200
    offer(course)
    plain, leader = seen(editor, ward, "2026-11-30").json, seen(editor, ward, "2026-11-30", role="leader").json
    assert numbers(plain) == {"open": [], "coming": [], "earlier": [2, 1]}
    assert numbers(leader) == {"open": [1], "coming": [2], "earlier": [2, 1]}
    assert leader["open"][0]["deadline"] == "2026-12-10T06:00"
    assert numbers(seen(editor, office, "2026-11-30", role="leader").json)["open"] == []
    assert plain["choices"] == ["Trygg (nb)"]


def test_a_newcomer_in_their_own_pace(world: World, editor: Somebody, course: Course) -> None:
    place = world.department("Solbakken")
    body = {
        "path": str(course.path_id),
        "audience": {"departments": [str(place)]},
        "anchor": "enrolment",
        "enrolling": "audience",
        "starts_on": "2026-11-16",
        "mandatory": False,
    }
    assert editor.send("PUT", f"/studio/runs/{uuid4()}", body).status_code == 200
    found = seen(editor, place, "2026-12-02", since="2026-12-02").json
    assert [(each["opens"], each["number"]) for each in found["open"]] == [("2026-12-02T08:00", 1)]
    later = seen(editor, place, "2026-12-07", since="2026-12-02").json
    assert [each["number"] for each in later["open"]] == [2]
    learner = world.somebody("Solbakken")
    with clock.standing_at(datetime(2026, 12, 2, 12, tzinfo=UTC)):
        follow_audiences()
        open_due()
        assert learner.get("/today").status_code == 200


def test_nothing_of_anybody_is_told_and_strangers_find_nothing(world: World, editor: Somebody, course: Course) -> None:
    learner = world.somebody("Solbakken", name="Kari Nordmann")
    place = world.departments["Solbakken"]
    before = seen(editor, place, "2026-11-19").text
    learner.post("/play/letters", course.finished(0))
    assert seen(editor, place, "2026-11-19").text == before
    assert "Kari" not in before
    assert seen(learner, place, "2026-11-19").status_code == 404
    assert seen(World(world.application, "fjellby").somebody("Nord", "editor"), place, "2026-11-19").status_code == 404
    assert seen(editor, uuid4(), "2026-11-19").status_code == 404
    for wrong in ({"day": "soon"}, {"day": "0001-01-01"}, {"day": "2026-11-19", "role": "king"}):
        assert seen(editor, place, **wrong).status_code == 422, wrong


def persons_day(viewer: Somebody, somebody: Somebody, day: str) -> Any:
    return viewer.get("/studio/calendar/as-seen", query_string={"person": str(somebody.person_id), "day": day})


def test_a_person_is_foreseen_by_who_may_see_them_by_name_and_can_read_it(world: World, course: Course) -> None:
    """An administrator, or an editor who leads them; what the day then shows is what was foreseen."""
    ward = world.department("Solbakken")
    learner = world.somebody("Solbakken", name="Kari Nordmann")
    world.department("Teknisk")
    world.join(learner, "Teknisk")
    admin, leading = world.somebody("Kontoret", "admin", "editor"), world.somebody("Solbakken", "leader", "editor")
    editor, elsewhere = world.somebody("Solbakken", "editor"), world.somebody("Kontoret", "leader", "editor")
    found = persons_day(admin, learner, "2026-11-23")
    assert found.json["person"] == {
        "name": "Kari Nordmann",
        "departments": ["Solbakken", "Teknisk"],
        "roles": [],
        "since": "2026-01-01",
    }
    assert persons_day(leading, learner, "2026-11-23").json == found.json
    for stranger in (editor, elsewhere, World(world.application, "fjellby").somebody("Nord", "admin")):
        assert persons_day(stranger, learner, "2026-11-23").status_code == 404
    looks = learner.get("/me/access-log").json["items"]
    assert [each["what"] for each in looks] == ["foreseen", "foreseen"]
    with clock.standing_at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        open_due()
        today = learner.get("/today").json
    assert [each["title"] for each in found.json["open"]] == [each["title"] for each in today["quests"]]
    both = {"person": str(learner.person_id), "department": str(ward), "day": "2026-11-23"}
    assert admin.get("/studio/calendar/as-seen", query_string=both).status_code == 422
    assert admin.get("/studio/calendar/as-seen", query_string={"day": "2026-11-23"}).status_code == 422


def test_of_a_person_nothing_done_or_chosen_is_foreseen(world: World, course: Course) -> None:
    learner, admin = world.somebody("Solbakken"), world.somebody("Kontoret", "admin")
    run = offer(course).id
    before = persons_day(admin, learner, "2026-11-19").text
    learner.post("/play/letters", course.finished(0))
    assert learner.post(f"/explore/{run}/start").status_code == 200
    assert persons_day(admin, learner, "2026-11-19").text == before


def test_a_person_who_has_left_by_that_day_finds_what_is_for_everybody(world: World, course: Course) -> None:
    learner, admin = world.somebody("Solbakken", "resource_person"), world.somebody("Kontoret", "admin")
    later = persons_day(admin, learner, "2025-12-31").json  # before they came
    assert (later["person"]["departments"], later["person"]["since"]) == ([], "2025-12-31")
    assert later["person"]["roles"] == ["resource_person"]
