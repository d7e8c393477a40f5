"""`today.next` through the door: the same rule, on what is released to the person."""

from datetime import timedelta
from typing import Any

import pytest

from app.core import clock
from app.core.weeks import monday_of
from quests.paths.jobs import open_due
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World


def next_for(somebody: Somebody) -> Any:
    return somebody.get("/today").json["next"]


def post(course: Course, which: int, quest: int, reason: str, at: str | None = None) -> Any:
    return {
        "kind": "post",
        "reason": reason,
        "quest": str(course.quests[quest]),
        "activity": str(course.activities[which]),
        "run": str(course.run.id),
        "at": at,
    }


def no_post(kind: str, reason: str) -> Any:
    return {"kind": kind, "reason": reason, "quest": None, "activity": None, "run": None, "at": None}


def test_who_is_in_nothing_may_choose(world: World) -> None:
    assert next_for(world.somebody()) == no_post("explore", "nothing")


def test_this_weeks_posts_one_by_one_then_the_path(world: World) -> None:
    somebody, course = world.somebody(), course_in(world)
    closes = "2026-11-23T05:00:00Z"
    assert next_for(somebody) == post(course, 0, 0, "this_week", closes)
    somebody.post("/play/letters", course.finished(0))
    assert next_for(somebody) == post(course, 1, 0, "this_week", closes)
    somebody.post("/play/letters", course.finished(1))
    assert next_for(somebody) == no_post("path", "all_done")


def test_an_earlier_week_is_caught_up_on(world: World) -> None:
    somebody, course = world.somebody(), course_in(world)
    with clock.standing_at(clock.now() + timedelta(days=7)):
        open_due()
        again = world.signed_in_again(somebody)
        assert next_for(again) == post(course, 2, 1, "this_week", "2026-11-30T05:00:00Z")
        again.post("/play/letters", course.finished(2))
        assert next_for(again) == post(course, 0, 0, "behind")


@pytest.mark.parametrize(("days", "reason"), [(6, "due"), (7, "this_week"), (3, "overdue")])
def test_a_deadline_that_is_near_goes_before_all_else(world: World, days: int, reason: str) -> None:
    somebody = world.somebody()
    course_in(world, monday_of(clock.now().date()), mandatory=True, deadline_days=14)
    other = course_in(world, mandatory=True, deadline_days=days)
    found = next_for(somebody)
    assert (found["reason"], found["run"]) == (reason, str(other.run.id))


def test_the_organisation_says_how_near_a_deadline_is(application: Any, thursday: Any) -> None:
    world = World(application, policy={"due_days": 5})
    somebody = world.somebody()
    course_in(world, mandatory=True, deadline_days=7)
    today = somebody.get("/today").json
    assert today["due_days"] == 5
    assert (today["next"]["reason"], today["next"]["at"]) == ("due", "2026-11-23T05:00:00Z")


def test_what_others_have_done_changes_nothing(world: World) -> None:
    somebody, another, course = world.somebody(), world.somebody(), course_in(world)
    another.post("/play/letters", body(course.letter(0), course.letter(1)))
    assert next_for(somebody)["activity"] == str(course.activities[0])
