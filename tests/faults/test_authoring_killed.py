"""kill -9 at every step of saving, publishing, trying out and replanning: before or after, never between."""

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.core.db import db
from tests.faults.test_killed import died
from tests.quests.course import Course, course_in
from tests.world import Somebody, World

TABLES = (
    "modules",
    "module_versions",
    "module_owners",
    "module_changes",
    "drafts",
    "pilots",
    "paths",
    "quests",
    "activities",
    "runs",
    "releases",
)
ENOUGH = 8
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def editor(world: World, course: Course) -> Somebody:
    return world.somebody("Kontoret", "editor")


def rows(world: World) -> Rows:
    """Everything that making content has stored."""
    db.session.remove()
    world.enter()
    found = {}
    for name in TABLES:
        table = db.metadata.tables[name]
        own = select(table).where(table.c.organisation_id == world.organisation_id)
        found[name] = sorted((dict(each) for each in db.session.execute(own).mappings()), key=repr)
    db.session.rollback()
    return found


def every_step(
    world: World, editor: Somebody, work: Callable[[], Callable[[], Any]], after: Callable[[Rows], Any]
) -> None:
    """Do fresh work in a process that dies one step later each time, and then again as an editor's device does.

    What is stored at the death is what was there before, or what stands when the same was sent once more: that adds
    nothing. `after` says of what is stored what must be true when it is done, and told.
    """
    for step in count(1):
        send = work()
        before = rows(world)
        was_killed = died(send, step)
        left = rows(world)
        answer = send()
        assert answer.status_code == 200, (step, answer.json)
        whole = rows(world)
        assert left in (before, whole), (step, changed(before, left), changed(left, whole))
        assert whole != before
        assert after(whole), step
        again = send()
        assert (again.status_code, again.json, rows(world)) == (200, answer.json, whole), step
        if not was_killed:
            assert left == whole
            assert step > ENOUGH, "so few steps prove nothing"
            return


def changed(before: Rows, after: Rows) -> dict[str, int]:
    """How many rows of each table differ, for who reads of a failure."""
    return {
        name: sum(each not in before[name] for each in after[name]) for name in TABLES if before[name] != after[name]
    }


def draft_of(editor: Somebody, course: Course) -> dict[str, Any]:
    found: dict[str, Any] = editor.get(f"/studio/modules/{course.modules[0]}").json
    return found


def saved(editor: Somebody, course: Course, title: str) -> int:
    """Save another title; the new revision."""
    answer = saving(editor, course, title)()
    assert answer.status_code == 200, answer.json
    return int(answer.json["revision"])


def saving(editor: Somebody, course: Course, title: str) -> Callable[[], Any]:
    told = draft_of(editor, course)
    told["document"]["title"]["nb"] = title
    headers = {"If-Match": f'"{told["revision"]}"'}
    address = f"/studio/modules/{course.modules[0]}/draft"
    return partial(editor.send, "PUT", address, {"document": told["document"]}, headers=headers)


def test_what_is_typed_is_saved_whole_or_not_at_all(world: World, editor: Somebody, course: Course) -> None:
    titles = (f"Rene hender {number}" for number in count(1))
    named: list[str] = []

    def work() -> Callable[[], Any]:
        named.append(next(titles))
        return saving(editor, course, named[-1])

    def is_kept(stored: Rows) -> bool:
        own = next(each for each in stored["drafts"] if each["module_id"] == course.modules[0])
        return own["document"]["title"]["nb"] == own["summary"]["titles"]["nb"] == named[-1]

    every_step(world, editor, work, is_kept)


def test_a_version_is_in_force_with_all_that_belongs_to_it(world: World, editor: Somebody, course: Course) -> None:
    titles = (f"Rene hender {number}" for number in count(1))

    def work() -> Callable[[], Any]:
        revision = saved(editor, course, next(titles))
        return partial(editor.post, f"/studio/modules/{course.modules[0]}/publish", {"revision": revision})

    def is_whole(stored: Rows) -> bool:
        draft = next(each for each in stored["drafts"] if each["module_id"] == course.modules[0])
        version = next(each for each in stored["module_versions"] if each["version"] == draft["published_version"])
        noted = [each for each in stored["module_changes"] if each["version"] == version["version"]]
        owned = [each["owner_id"] for each in stored["module_owners"]]
        published = draft["published_revision"] == draft["revision"]
        same = version["document"]["title"] == draft["document"]["title"]
        return published and same and len(noted) == 1 and owned == [editor.person_id]

    every_step(world, editor, work, is_whole)


def test_a_pilot_is_open_with_its_run_or_there_is_none(world: World, editor: Somebody, course: Course) -> None:
    titles = (f"Rene hender {number}" for number in count(1))

    made: list[str] = []

    def work() -> Callable[[], Any]:
        if made:
            assert editor.post(f"/studio/pilots/{made[-1]}/end").status_code == 200
        made.append(str(uuid4()))
        revision = saved(editor, course, next(titles))
        given = {"module": str(course.modules[0]), "revision": revision, "audience": {"everyone": True}}
        asked = [{"prompt": {"nb": "Hva var uklart?"}, "asks": "text"}]
        return partial(editor.send, "PUT", f"/studio/pilots/{made[-1]}", {**given, "questions": asked})

    def is_whole(stored: Rows) -> bool:
        runs = {each["id"]: each for each in stored["runs"]}
        opened = [each for each in stored["pilots"] if each["outcome"] is None]
        return len(opened) == 1 and runs[opened[0]["run_id"]]["cancelled_at"] is None

    every_step(world, editor, work, is_whole)


def test_a_pilot_ends_and_its_version_is_in_force_at_once(world: World, editor: Somebody, course: Course) -> None:
    titles = (f"Rene hender {number}" for number in count(1))

    def work() -> Callable[[], Any]:
        revision = saved(editor, course, next(titles))
        pilot = uuid4()
        given = {"module": str(course.modules[0]), "revision": revision, "audience": {"everyone": True}}
        opened = editor.send("PUT", f"/studio/pilots/{pilot}", {**given, "questions": []})
        assert opened.status_code == 200, opened.json
        return partial(editor.post, f"/studio/pilots/{pilot}/publish")

    def is_whole(stored: Rows) -> bool:
        draft = next(each for each in stored["drafts"] if each["module_id"] == course.modules[0])
        ended = {each["id"] for each in stored["runs"] if each["cancelled_at"]}
        return draft["published_revision"] == draft["revision"] and all(
            each["outcome"] == "published" and each["run_id"] in ended for each in stored["pilots"]
        )

    every_step(world, editor, work, is_whole)


def test_a_path_holds_its_old_weeks_or_its_new_ones(world: World, editor: Somebody, course: Course) -> None:
    wanted: list[list[str]] = []

    def work() -> Callable[[], Any]:
        told = editor.get(f"/studio/paths/{course.path_id}/document").json
        document, number = told["document"], len(wanted) + 1
        document["story"]["nb"] = f"Fortelling {number}"
        first = document["quests"][0]
        added = [{**each, "id": f"{each['id']}-{number}"} for each in first["activities"]]
        document["quests"] = [first, {**first, "id": f"ny-{number}", "activities": added}]
        wanted.append([each["id"] for each in document["quests"]])
        address, headers = f"/studio/paths/{course.path_id}", {"If-Match": f'"{told["revision"]}"'}
        return partial(editor.send, "PUT", address, {"document": document}, headers=headers)

    def is_whole(stored: Rows) -> bool:
        own = sorted((each for each in stored["quests"] if each["path_id"] == course.path_id), key=by_place)
        held = [sum(each["quest_id"] == quest["id"] for each in stored["activities"]) for quest in own]
        return [each["slug"] for each in own] == wanted[-1] and held[0] == held[1] > 0

    every_step(world, editor, work, is_whole)


def by_place(quest: dict[str, Any]) -> int:
    return int(quest["position"])


def test_a_plan_is_the_old_one_or_the_new_one(world: World, editor: Somebody, course: Course) -> None:
    body = {"path": str(course.path_id), "audience": {"everyone": True}, "starts_on": "2026-11-30"}
    run, weeks = str(uuid4()), ("2026-12-07", "2026-12-14")
    made = editor.send("PUT", f"/studio/runs/{run}", {**body, "anchor": "calendar", "enrolling": "audience"})
    assert made.status_code == 200, made.json
    moved = count()

    def work() -> Callable[[], Any]:
        """The first stage goes a week on and pushes the other along, or back again."""
        change = {"kind": "move", "quest": str(course.quests[0]), "week": weeks[next(moved) % 2]}
        told = editor.post(f"/studio/runs/{run}/plan/forecast", change).json
        return partial(editor.send, "PUT", f"/studio/runs/{run}/plan", {"revision": told["revision"], **told["plan"]})

    def is_whole(stored: Rows) -> bool:
        own = [each["week"] for each in stored["releases"] if str(each["run_id"]) == run]
        return len(set(own)) == len(own) == len(course.quests)

    every_step(world, editor, work, is_whole)
