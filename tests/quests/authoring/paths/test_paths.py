"""Editors make a path and change it; what has opened stays as it was, and nobody overwrites another's work."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from app.core import clock
from quests.paths.jobs import open_due
from tests.quests.course import Course, course_in, quest, text
from tests.world import Somebody, World

MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture
def course(world: World) -> Course:
    """The first week is open; the second, with the module `brann`, is planned."""
    return course_in(world)


@pytest.fixture
def editor(world: World, course: Course) -> Somebody:
    return world.somebody("Kontoret", "editor")


def told(editor: Somebody, path: object) -> dict[str, Any]:
    found = editor.get(f"/studio/paths/{path}/document")
    assert (found.status_code, found.headers["ETag"]) == (200, f'"{found.json["revision"]}"')
    body: dict[str, Any] = found.json
    return body


def save(editor: Somebody, path: object, document: dict[str, Any], revision: str | None = None) -> Any:
    headers = {"If-Match": f'"{revision}"'} if revision else {}
    return editor.send("PUT", f"/studio/paths/{path}", {"document": document}, headers=headers)


def fresh(**changes: Any) -> dict[str, Any]:
    words = {name: text("Vinterløypa") for name in ("title", "story", "goal")}
    return {"format": "loype.path/1", **words, "quests": [quest("uke-a", "hender"), quest("uke-b", "fall")], **changes}


def test_a_path_is_made_once_however_often_it_is_sent(editor: Somebody, course: Course) -> None:
    path = uuid4()
    first, again = save(editor, path, fresh()), save(editor, path, fresh())
    assert (first.status_code, again.status_code, first.json) == (200, 200, again.json)
    assert first.json["document"]["path"] == "vinterloypa-nb"
    assert [each["title"] for each in first.json["modules"]] == ["fall (nb)", "hender (nb)"]
    listed = editor.get("/studio/paths").json["items"]
    assert [(each["slug"], each["stages"]) for each in listed] == [("trygg", 2), ("vinterloypa-nb", 2)]
    other = save(editor, uuid4(), fresh())
    assert other.json["document"]["path"] == "vinterloypa-nb-2"


def test_weeks_and_posts_change_order_and_runs_made_after_follow(editor: Somebody, course: Course) -> None:
    path = uuid4()
    made = save(editor, path, fresh()).json
    document = deepcopy(made["document"])
    document["quests"].reverse()
    document["quests"][0]["activities"].append({"id": "a-brann", "kind": "module", "module": "brann"})
    document["quests"][0]["activities"].reverse()
    changed = save(editor, path, document, made["revision"])
    assert changed.status_code == 200
    assert changed.json["document"] == document
    held = editor.get(f"/studio/paths/{path}").json["stages_held"]
    assert [[each["slug"] for each in stage["modules"]] for stage in held] == [["brann", "fall"], ["hender"]]


def test_who_was_second_is_told_and_a_change_without_revision_is_refused(editor: Somebody, course: Course) -> None:
    now = told(editor, course.path_id)
    one, other = deepcopy(now["document"]), deepcopy(now["document"])
    one["title"]["nb"], other["title"]["nb"] = "En", "To"
    assert save(editor, course.path_id, one, now["revision"]).status_code == 200
    for revision in (now["revision"], None):
        refused = save(editor, course.path_id, other, revision)
        assert (refused.status_code, refused.json["code"]) == (412, "changed_elsewhere")
    assert told(editor, course.path_id)["document"]["title"]["nb"] == "En"
    assert save(editor, course.path_id, one).status_code == 200  # the same again is no change


def test_what_is_open_stays_and_what_is_done_stays_done(world: World, editor: Somebody, course: Course) -> None:
    learner = world.somebody()
    learner.post("/play/letters", course.finished(0))
    now = told(editor, course.path_id)
    assert now["opened"] == ["uke-1"]
    document = deepcopy(now["document"])
    document["quests"][0]["activities"] = [{"id": "a-brann", "kind": "module", "module": "brann"}]
    document["quests"][1]["activities"] = [{"id": "b-fall", "kind": "module", "module": "fall"}]
    assert save(editor, course.path_id, document, now["revision"]).status_code == 200
    today = learner.get("/today").json["quest"]
    assert today["progress"] == {"done": 1, "total": 1}  # what is done counts; what was taken out asks for nothing
    assert {(each["title"], each["optional"]) for each in today["activities"]} == {
        ("hender (nb)", False),
        ("brann (nb)", True),
    }
    with clock.standing_at(MONDAY):
        open_due()
        held = learner.get(f"/quests/{course.quests[1]}").json["activities"]
    assert [each["title"] for each in held] == ["fall (nb)"]


def test_a_week_is_taken_out_only_before_it_opens(world: World, editor: Somebody, course: Course) -> None:
    world.somebody()
    now = told(editor, course.path_id)
    document = deepcopy(now["document"])
    first = document["quests"].pop(0)
    refused = save(editor, course.path_id, document, now["revision"])
    assert (refused.status_code, refused.json["code"], refused.json["quests"]) == (409, "quest_open", ["uke-1"])
    document["quests"] = [first]
    assert save(editor, course.path_id, document, now["revision"]).status_code == 200
    with clock.standing_at(MONDAY):
        assert open_due() == 0
    assert editor.get("/studio/calendar").json["items"][0]["missing"] == []


def test_a_week_that_comes_later_is_put_into_a_run_by_the_calendar(editor: Somebody, course: Course) -> None:
    run = course.run.id
    now = told(editor, course.path_id)
    document = deepcopy(now["document"])
    document["quests"].append(quest("uke-3", "fall"))
    document["quests"][2]["activities"][0]["id"] = "c-fall"
    assert save(editor, course.path_id, document, now["revision"]).status_code == 200
    (row,) = [each for each in editor.get("/studio/calendar").json["items"] if each["run"]["id"] == str(run)]
    (missing,) = row["missing"]
    assert (missing["number"], missing["title"]) == (3, "uke-3 (nb)")
    change = {"kind": "put_in", "quest": missing["quest"], "week": "2026-11-30"}
    foretold = editor.post(f"/studio/runs/{run}/plan/forecast", change).json
    done = editor.send("PUT", f"/studio/runs/{run}/plan", {"revision": foretold["revision"], **foretold["plan"]})
    assert done.status_code == 200


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"title": {}}, ""),
        ({"title": {"nb": ""}}, "title"),
        ({"quests": []}, "quests"),
        ({"quests": [quest("uke-a")]}, "quests[0].activities"),
        ({"quests": [quest("uke-a", "ukjent")]}, "quests[0].activities[0].module"),
        ({"quests": [quest("uke-a", "hender"), quest("uke-a", "fall")]}, "quests"),
        ({"quests": "all"}, "quests"),
        ({"quests": [{**quest("uke-a", "hender"), "terrain": "moon"}]}, "quests[0].terrain"),
        ({"quests": [{**quest("uke-a", "hender"), "activities": [{"module": "\0"}]}]}, "quests[0].activities[0]"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_faults_are_told_by_place_and_nothing_is_stored(
    editor: Somebody, course: Course, changes: dict[str, Any], place: str
) -> None:
    refused = save(editor, uuid4(), fresh(**changes))
    assert (refused.status_code, refused.json["code"]) == (422, "invalid")
    assert any(each["place"].startswith(place) for each in refused.json["faults"]), refused.json
    assert editor.get("/studio/paths").json["total"] == 1


def test_strangers_and_learners_find_nothing(world: World, editor: Somebody, course: Course) -> None:
    path = course.path_id
    neighbour = World(world.application, "fjellby").somebody("Nord", "editor")
    for other in (world.somebody(), neighbour):
        assert other.get(f"/studio/paths/{path}/document").status_code == 404
        assert save(other, path, fresh(), "0" * 24).status_code == (422 if other is neighbour else 404)
    made = save(neighbour, path, fresh(quests=[]))
    assert made.status_code == 422
    assert told(editor, path)["title"] == "Trygg (nb)"
