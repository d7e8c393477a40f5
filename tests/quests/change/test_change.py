"""Before and after, through the door: offered, taken, skipped with its points, shown to the person and to the owner."""

import io
import json
import zipfile
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.core import clock
from app.core.http import rfc3339
from app.demo.tries import right_response, wrong_response
from quests.content.rules.documents import stored_form
from quests.paths.exporting import exported
from quests.paths.jobs import open_due
from tests.quests.course import CHOICE, MODULES, NUMBER, PATH, Course, body, course_in, module, quest, text
from tests.world import Somebody, World

TESTED = {**PATH, "pretest": True}


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world, path_source=TESTED)


@pytest.fixture
def somebody(world: World, course: Course) -> Somebody:
    return world.somebody()


def run_of(course: Course) -> str:
    course.world.enter()
    return str(course.run.id)


def shown(somebody: Somebody, course: Course) -> Any:
    answer = somebody.get(f"/tests/{run_of(course)}")
    assert answer.status_code == 200
    return answer.json


def letter(
    somebody: Somebody, course: Course, kind: str, wrong: tuple[str, ...] = (), **changes: Any
) -> dict[str, Any]:
    """A test with the cards of these modules (by title) wrong."""
    asked = shown(somebody, course)
    titles = {each["module"]: each["title"] for each in asked["modules"]}
    at = rfc3339(clock.now() - timedelta(minutes=1))
    answers = [
        {
            "card": each["card"]["id"],
            "module_version": each["version"],
            "response": (wrong_response if titles[each["module"]] in wrong else right_response)(each["card"]),
            "answered_at": at,
            "seconds": 9,
        }
        for each in asked["cards"]
    ]
    return {
        "id": str(uuid4()),
        "kind": kind,
        "run": run_of(course),
        "activity": None,
        "module_version": None,
        "language": "nb",
        "seed": 7,
        "started_at": at,
        "finished_at": at,
        "answers": answers,
        **changes,
    }


def skip(course: Course, *which: int, **changes: Any) -> dict[str, Any]:
    at = rfc3339(clock.now())
    return {
        "id": str(uuid4()),
        "kind": "skip",
        "run": run_of(course),
        "activities": [str(course.activities[each]) for each in which],
        "activity": None,
        "module_version": None,
        "language": "nb",
        "seed": 0,
        "started_at": at,
        "finished_at": at,
        "answers": [],
        **changes,
    }


def verdict(somebody: Somebody, sent: dict[str, Any]) -> Any:
    return somebody.post("/play/letters", body(sent)).json["verdicts"][0]


def today(somebody: Somebody) -> Any:
    return somebody.get("/today").json


def test_it_is_offered_when_the_run_has_started(somebody: Somebody, course: Course) -> None:
    found = today(somebody)
    assert found["tests"] == [{"run": run_of(course), "kind": "before", "path": "Trygg (nb)", "cards": 3, "minutes": 1}]
    assert found["next"] == {
        "kind": "before", "reason": "before", "quest": None, "activity": None, "run": run_of(course), "at": None
    }  # fmt: skip


def test_no_test_where_the_path_has_none(world: World) -> None:
    somebody, plain = world.somebody(), course_in(world)
    assert today(somebody)["tests"] == []
    assert somebody.get(f"/tests/{run_of(plain)}").status_code == 404
    assert verdict(somebody, skip(plain, 0))["code"] == "not_skippable"


def test_it_asks_one_card_of_each_module_in_the_order_of_the_path(somebody: Somebody, course: Course) -> None:
    found = shown(somebody, course)
    assert [each["card"]["id"] for each in found["cards"]] == ["c1", "c3", "c1"]
    assert [(each["title"], each["open"]) for each in found["modules"]] == [
        ("hender (nb)", True), ("fall (nb)", True), ("brann (nb)", False)
    ]  # fmt: skip
    assert (found["offered"], found["before"], found["after"], found["skippable"]) == ("before", None, None, [])
    assert shown(somebody, course) == found


def test_at_most_so_many_cards(world: World) -> None:
    every = [module(f"m-{number}", CHOICE, NUMBER) for number in range(20)]
    path = {**TESTED, "quests": [quest("uke-1", *(each["module"] for each in every))]}
    course = course_in(world, sources=every, path_source=path)
    assert len(shown(world.somebody(), course)["cards"]) == 15
    few = course_in(world, sources=every, path_source={**path, "path": "few", "pretest": {"cards": 4}})
    assert len(shown(world.somebody(), few)["cards"]) == 4


def test_an_exam_keeps_its_answers_to_itself(world: World) -> None:
    exam = module("prove", CHOICE) | {"exam": {"pass": 1, "attempts_a_day": 1}}
    path = {**TESTED, "quests": [quest("uke-1", "prove", "brann")]}
    course = course_in(world, sources=[exam, MODULES[2]], path_source=path)
    found = shown(world.somebody(), course)
    assert [each["title"] for each in found["modules"]] == ["brann (nb)"]
    assert len(found["cards"]) == 1


def test_what_was_right_may_be_skipped_with_its_points(somebody: Somebody, course: Course) -> None:
    taken = verdict(somebody, letter(somebody, course, "before", wrong=("fall (nb)",)))
    assert (taken["status"], taken["correct"], taken["of"], taken["points"]) == ("accepted", 2, 3, 0)
    found = today(somebody)
    assert (found["tests"], found["skippable"]) == ([], [str(course.activities[0])])
    assert found["next"]["activity"] == str(course.activities[0])  # one may, one need not
    result = shown(somebody, course)["before"]
    assert [each["right"] for each in result["answers"]] == [True, False, True]

    skipped = verdict(somebody, skip(course, 0))
    assert (skipped["status"], skipped["points"]) == ("accepted", 2 * 10 + 20)
    first = somebody.get(f"/quests/{course.quests[0]}").json["activities"][0]
    assert (first["done"], first["skipped"]) == (True, True)
    assert today(somebody)["skippable"] == []
    played = verdict(somebody, course.letter(0))
    assert (played["status"], played["points"]) == ("accepted", 0)  # it may be played; nothing is earned twice
    assert somebody.get("/me").json["points"]["total"] == 40


def test_points_are_what_playing_gives_in_either_order(world: World, course: Course) -> None:
    player, skipper = world.somebody(), world.somebody()
    verdict(skipper, letter(skipper, course, "before"))
    verdict(skipper, skip(course, 0, 1))
    for which in (0, 1):
        verdict(player, course.letter(which))
    points = [each.get("/me").json["points"]["total"] for each in (player, skipper)]
    assert points[0] == points[1] == 4 * 10 + 2 * 20 + 50


def test_what_is_played_first_is_not_skipped(somebody: Somebody, course: Course) -> None:
    verdict(somebody, letter(somebody, course, "before"))
    verdict(somebody, course.letter(0))
    again = verdict(somebody, skip(course, 0))
    assert (again["status"], again["points"]) == ("accepted", 0)
    assert "skipped" not in somebody.get(f"/quests/{course.quests[0]}").json["activities"][0]


def test_a_later_week_is_skipped_when_it_has_opened(world: World, somebody: Somebody, course: Course) -> None:
    verdict(somebody, letter(somebody, course, "before"))
    assert verdict(somebody, skip(course, 2))["code"] == "not_released"
    with clock.standing_at(clock.now() + timedelta(days=7)):
        open_due()
        again = world.signed_in_again(somebody)
        assert str(course.activities[2]) in today(again)["skippable"]
        assert verdict(again, skip(course, 2))["status"] == "accepted"


@pytest.mark.parametrize("which", [(1,), (0, 1)])
def test_what_was_wrong_is_not_skipped_nor_anything_with_it(
    somebody: Somebody, course: Course, which: tuple[int, ...]
) -> None:
    verdict(somebody, letter(somebody, course, "before", wrong=("fall (nb)",)))
    assert verdict(somebody, skip(course, *which))["code"] == "not_skippable"
    assert somebody.get("/me").json["points"]["total"] == 0


def test_passed_over_and_taken_after_all(somebody: Somebody, course: Course) -> None:
    assert verdict(somebody, letter(somebody, course, "before", answers=[], finished_at=None))["status"] == "accepted"
    assert today(somebody)["tests"] == []
    assert shown(somebody, course)["before"] is None
    assert verdict(somebody, letter(somebody, course, "before"))["correct"] == 3
    assert verdict(somebody, letter(somebody, course, "before"))["code"] == "already_taken"


def test_not_offered_once_something_is_done(somebody: Somebody, course: Course) -> None:
    verdict(somebody, course.letter(0))
    assert today(somebody)["tests"] == []


@pytest.mark.parametrize(
    "change", ["one left out", "one twice", "no version", "another card", "nothing", "with activity"]
)
def test_what_is_no_test_is_refused(somebody: Somebody, course: Course, change: str) -> None:
    sent = letter(somebody, course, "before")
    answers = sent["answers"]
    changed = {
        "one left out": {"answers": [answers[0] | {"card": "c2", "response": ["a"]}]},
        "one twice": {"answers": [*answers, answers[0]]},
        "no version": {"answers": [answers[0] | {"module_version": None}]},
        "another card": {"answers": [answers[0] | {"card": "c9"}]},
        "nothing": {"answers": []},
        "with activity": {"activity": str(course.activities[0])},
    }[change]
    assert verdict(somebody, sent | changed)["code"] == "invalid"
    assert shown(somebody, course)["before"] is None


def test_another_run_and_a_stranger(world: World, somebody: Somebody, course: Course) -> None:
    sent = letter(somebody, course, "before")
    assert verdict(somebody, sent | {"run": str(uuid4())})["code"] == "not_in_audience"
    stranger = World(world.application, "naboby").somebody()
    assert stranger.get(f"/tests/{run_of(course)}").status_code == 404
    assert verdict(stranger, sent)["code"] == "not_in_audience"
    assert verdict(stranger, skip(course, 0))["code"] in ("not_in_audience", "not_skippable")


def all_done(world: World, somebody: Somebody, course: Course) -> Somebody:
    open_due()
    again = world.signed_in_again(somebody)
    for which in range(3):
        verdict(again, course.letter(which))
    return again


def test_the_second_test_is_offered_when_all_is_done_and_shows_the_change(
    world: World, somebody: Somebody, course: Course
) -> None:
    verdict(somebody, letter(somebody, course, "before", wrong=("fall (nb)", "brann (nb)")))
    with clock.standing_at(clock.now() + timedelta(days=7)):
        again = all_done(world, somebody, course)
        assert [each["kind"] for each in today(again)["tests"]] == ["after"]
        assert today(again)["next"]["kind"] == "after"
        verdict(again, letter(again, course, "after", wrong=("brann (nb)",)))
        found = shown(again, course)
        assert (found["before"]["correct"], found["after"]["correct"], found["offered"]) == (1, 2, None)
        assert today(again)["tests"] == []


def test_the_second_test_is_for_who_took_the_first(world: World, somebody: Somebody, course: Course) -> None:
    with clock.standing_at(clock.now() + timedelta(days=7)):
        again = all_done(world, somebody, course)
        assert today(again)["tests"] == []


def test_the_owner_sees_five_and_never_four(world: World, course: Course) -> None:
    editor = world.somebody("Solbakken", "editor")
    people = [world.somebody() for _ in range(5)]
    for each in people:
        verdict(each, letter(each, course, "before", wrong=("fall (nb)", "brann (nb)")))
    address = f"/studio/runs/{run_of(course)}/change"
    for number, each in enumerate(people):
        assert editor.get(address).json["whole"] is None, number
        verdict(each, letter(each, course, "after", wrong=("brann (nb)",)))
    found = editor.get(address).json
    assert (found["least"], found["whole"]) == (5, {"people": 5, "before": 33, "after": 67})
    assert {each["title"]: (each["before"], each["after"]) for each in found["topics"]} == {
        "hender (nb)": (100, 100), "fall (nb)": (0, 100), "brann (nb)": (0, 0)
    }  # fmt: skip
    assert people[0].get(address).status_code == 404


def test_the_test_goes_out_with_the_path_and_comes_in_again(world: World, course: Course) -> None:
    world.enter()
    first = exported(world.organisation_id, "trygg")
    assert first is not None
    neighbour = World(world.application, "naboby")
    editor = neighbour.somebody("Solbakken", "editor")
    headers = {"Content-Type": "application/zip"}
    assert editor.post("/studio/packages", data=first, headers=headers).status_code == 200
    neighbour.enter()
    assert exported(neighbour.organisation_id, "trygg") == first
    assert b'"pretest": true' in first


def test_the_copy_of_my_data_tells_of_it(somebody: Somebody, course: Course) -> None:
    verdict(somebody, letter(somebody, course, "before", wrong=("fall (nb)",)))
    verdict(somebody, skip(course, 0))
    answer = somebody.post("/me/copy")
    assert answer.status_code == 200
    data = json.loads(zipfile.ZipFile(io.BytesIO(answer.data)).read("data.json"))
    assert [each["kind"] for each in data["run_tests"]] == ["before"]
    assert len(data["run_test_answers"]) > 1
    assert [each["skipped"] for each in data["modules_done"]] == [True]


def test_the_stored_form_keeps_the_exam_and_texts() -> None:
    source = module("prove", CHOICE) | {"exam": {"pass": 1, "attempts_a_day": 1}, "title": text("Prøve")}
    assert stored_form(source, {})["exam"] == {"pass": 1, "attempts_a_day": 1}
