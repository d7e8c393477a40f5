"""The weekly goal: the person chooses, the first screen says how far."""

from typing import Any

import pytest

from quests.play.rules import goal_of
from tests.quests.course import body, course_in
from tests.world import Somebody, World


@pytest.mark.parametrize(
    ("kind", "total", "need"),
    [("one", 5, 1), ("half", 5, 3), ("half", 4, 2), ("half", 1, 1), ("all", 5, 5), ("one", 0, 0), ("half", 0, 0)],
)
def test_how_many_a_goal_asks_for(kind: str, total: int, need: int) -> None:
    assert goal_of(kind, total) == need


def goal(somebody: Somebody) -> Any:
    return somebody.get("/today").json["goal"]


def test_the_person_chooses_and_the_first_screen_follows(world: World) -> None:
    somebody = world.somebody()
    assert goal(somebody) is None
    courses = [course_in(world), course_in(world)]
    assert goal(somebody) == {"kind": "half", "need": 2, "done": 0}
    for kind, need in (("one", 1), ("all", 4)):
        changed = somebody.send("PATCH", "/me", {"weekly_goal": kind})
        assert changed.json["settings"]["weekly_goal"] == kind
        assert goal(somebody) == {"kind": kind, "need": need, "done": 0}
    somebody.post("/play/letters", body(courses[0].letter(0), courses[1].letter(1)))
    assert goal(somebody) == {"kind": "all", "need": 4, "done": 2}


def test_what_is_no_goal_is_refused(world: World) -> None:
    somebody = world.somebody()
    assert somebody.send("PATCH", "/me", {"weekly_goal": "nothing"}).status_code == 422
    assert somebody.get("/me").json["settings"]["weekly_goal"] == "half"
