"""A path taken in again: nothing twice, and what has been released keeps its set and its activities."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db
from app.identity.actions import touch_organisation
from quests.paths.jobs import open_due
from quests.paths.models import Activity, Path, Quest, ReleaseActivity
from quests.paths.storing import store_path
from tests.quests.course import PATH, Course, body, course_in, quest
from tests.world import Somebody, World

NEXT_MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def somebody(world: World, course: Course) -> Somebody:
    return world.somebody()


def take_in(world: World, *quests: dict[str, Any]) -> None:
    world.enter()
    committed(store_path, world.organisation_id, {**PATH, "quests": list(quests)})
    committed(touch_organisation, world.organisation_id)


def rows(world: World) -> list[Any]:
    world.enter()
    db.session.rollback()
    tables = (Path.__table__, Quest.__table__, Activity.__table__, ReleaseActivity.__table__)
    return [sorted(map(repr, db.session.execute(select(table)).all())) for table in tables]


def shown(somebody: Somebody, quest_id: UUID) -> dict[str, Any]:
    answer = somebody.get(f"/quests/{quest_id}")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json
    return found


def in_brief(quest_shown: dict[str, Any]) -> list[tuple[str, bool, bool]]:
    return [(each["module"], each["optional"], each["done"]) for each in quest_shown["activities"]]


def test_the_same_document_again_changes_nothing(world: World, course: Course) -> None:
    before = rows(world)
    take_in(world, *PATH["quests"])
    assert rows(world) == before


def test_texts_terrain_and_order_follow_the_document(world: World, course: Course, somebody: Somebody) -> None:
    changed = {**quest("uke-1", "fall", "hender"), "title": {"nb": "Ny", "nn": "Ny", "en": "New"}, "terrain": "kyst"}
    take_in(world, changed, PATH["quests"][1])
    found = shown(somebody, course.quests[0])
    assert (found["title"], found["terrain"], found["progress"]["total"]) == ("Ny", "kyst", 2)


def test_what_is_removed_leaves_the_total_and_what_is_done_stays_done(
    world: World, course: Course, somebody: Somebody
) -> None:
    fresh = world.somebody()
    somebody.post("/play/letters", course.finished(1))
    take_in(world, quest("uke-1", "hender"), PATH["quests"][1])
    assert shown(fresh, course.quests[0])["progress"] == {"done": 0, "total": 1}
    assert in_brief(shown(fresh, course.quests[0])) == [("hender", False, False)]
    mine = shown(somebody, course.quests[0])
    assert (mine["progress"], mine["next"]["title"]) == ({"done": 1, "total": 2}, "hender (nb)")
    assert in_brief(mine) == [("hender", False, False), ("fall", False, True)]
    for each in (fresh, somebody):
        told = each.post("/play/letters", course.finished(0)).json["verdicts"][0]
        assert "quest_done" in {notice["code"] for notice in told["notices"]}
        progress = shown(each, course.quests[0])["progress"]
        assert progress["done"] == progress["total"]


def test_another_module_in_its_place_is_another_activity(world: World, course: Course, somebody: Somebody) -> None:
    swapped = quest("uke-1", "hender", "fall")
    swapped["activities"][1]["module"] = "brann"
    somebody.post("/play/letters", course.finished(1))
    for _ in range(2):
        take_in(world, swapped, PATH["quests"][1])
    found = shown(somebody, course.quests[0])
    assert sorted(in_brief(found)) == [("brann", True, False), ("fall", False, True), ("hender", False, False)]
    new = next(each for each in found["activities"] if each["module"] == "brann")
    assert somebody.get(f"/modules/{new['version']}/nb").status_code == 200
    told = somebody.post("/play/letters", body(course.letter(2, activity=new["id"]))).json["verdicts"][0]
    assert (told["status"], {each["code"] for each in told["notices"]}) == ("accepted", {"points", "module_done"})
    told = somebody.post("/play/letters", course.finished(0)).json["verdicts"][0]
    assert "quest_done" in {each["code"] for each in told["notices"]}


def test_what_a_release_never_held_is_not_released_until_it_comes_back(
    world: World, course: Course, somebody: Somebody
) -> None:
    take_in(world, PATH["quests"][0], quest("uke-2", "hender", "brann"))
    take_in(world, PATH["quests"][0], quest("uke-2", "brann"))
    query = select(Activity.id).where(Activity.quest_id == course.quests[1], Activity.slug == "a-hender")
    gone = db.session.execute(query).scalar_one()
    with clock.standing_at(NEXT_MONDAY):
        open_due()
        assert in_brief(shown(somebody, course.quests[1])) == [("brann", False, False)]
        letter = course.letter(0, activity=str(gone))
        told = somebody.post("/play/letters", body(letter)).json["verdicts"][0]
        assert (told["status"], told["code"]) == ("refused", "not_released")
        take_in(world, PATH["quests"][0], quest("uke-2", "hender", "brann"))
        assert sorted(in_brief(shown(somebody, course.quests[1]))) == [("brann", False, False), ("hender", True, False)]
        assert somebody.post("/play/letters", body(letter)).json["verdicts"][0]["status"] == "accepted"


def test_what_is_taken_out_and_put_back_counts_as_before(world: World, course: Course, somebody: Somebody) -> None:
    take_in(world, quest("uke-1", "hender"), PATH["quests"][1])
    take_in(world, *PATH["quests"])
    found = shown(somebody, course.quests[0])
    assert (found["progress"], len(found["activities"])) == ({"done": 0, "total": 2}, 2)
