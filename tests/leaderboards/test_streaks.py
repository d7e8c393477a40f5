"""The streak through the door: whatever comes late, whoever moves or is away, it is what the facts say."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from app.core import clock
from app.core.db import committed, db
from app.identity import actions
from leaderboards.streaks.queries import standing_of
from quests.paths.models import Activity
from tests.leaderboards.seasons import FIRST, in_week, plays, season_in, seen, wednesday
from tests.leaderboards.test_reading import statements
from tests.world import Somebody, World


def streak(somebody: Somebody, week: int) -> Any:
    return seen(somebody, "/streak", week)


@contextmanager
def standing(world: World, week: int) -> Iterator[None]:
    with clock.standing_at(wednesday(week)):
        world.enter()
        yield


def away(somebody: Somebody, week: int, days: int = 0) -> Any:
    first = FIRST + timedelta(weeks=week, days=3)
    somebody.world.enter()
    own = somebody.world.organisation_id
    return committed(actions.record_leave, own, somebody.player_id, first, first + timedelta(days=days))


def test_weeks_in_a_row_and_this_one(world: World) -> None:
    somebody = world.somebody()
    course = season_in(world, 4, posts=2)
    assert streak(somebody, 0) == {
        "weeks": 0,
        "reserves": 2,
        "state": "open",
        "goal": {"kind": "half", "need": 1, "done": 0},
        "recent": streak(somebody, 0)["recent"],
    }
    for week in range(3):
        plays(course, somebody, week, 2 * week)
    found = streak(somebody, 2)
    assert (found["weeks"], found["state"], found["goal"]["done"]) == (3, "met", 1)
    now = streak(somebody, 3)
    assert (now["weeks"], now["state"]) == (3, "open")
    assert [each["state"] for each in now["recent"]] == ["rest", "rest", "rest", "met", "met", "met", "now"]
    assert [each["week"]["week"] for each in now["recent"]] == [38, 39, 40, 41, 42, 43, 44]


def test_two_weeks_a_quarter_are_lent_and_nothing_is_said_of_them(world: World) -> None:
    somebody = world.somebody()
    course = season_in(world, 6)
    for week in (0, 3):
        plays(course, somebody, week, week)
    found = streak(somebody, 3)
    assert (found["weeks"], found["reserves"]) == (2, 0)
    assert [each["state"] for each in found["recent"]][-4:] == ["met", "rest", "rest", "met"]
    assert (streak(somebody, 5)["weeks"], streak(somebody, 5)["reserves"]) == (1, 1)


def test_a_week_away_is_no_week_and_looks_like_any_other(world: World) -> None:
    somebody, other = world.somebody(), world.somebody()
    course = season_in(world, 5)
    for each in (somebody, other):
        for week in (0, 4):
            plays(course, each, week, week)
    assert streak(somebody, 4)["weeks"] == 1
    leaves = [away(somebody, week) for week in (1, 2, 3)]
    found = streak(somebody, 4)
    assert (found["weeks"], found["reserves"]) == (2, 2)
    assert found["recent"] == streak(other, 4)["recent"]
    world.enter()
    committed(actions.withdraw_leave, world.organisation_id, leaves[0].id)
    assert (streak(somebody, 4)["weeks"], streak(somebody, 4)["reserves"]) == (2, 1)


def test_nothing_open_is_no_week(world: World) -> None:
    somebody = world.somebody()
    course = season_in(world, 2)
    for week in (0, 1):
        plays(course, somebody, week, week)
    found = streak(somebody, 6)
    assert (found["weeks"], found["state"], found["goal"]) == (2, "rest", None)


@pytest.mark.parametrize("order", list(permutations((0, 1))))
def test_letters_that_come_late_in_any_order_count_where_they_happened(world: World, order: tuple[int, int]) -> None:
    somebody = world.somebody()
    course = season_in(world, 3)
    for week in order:
        plays(course, somebody, week, week, received_week=1)
    assert streak(somebody, 1)["weeks"] == 2


def test_a_goal_that_is_changed_leaves_the_weeks_that_are_over_alone(world: World) -> None:
    somebody = world.somebody()
    course = season_in(world, 4, posts=2)
    for week in (0, 1):
        plays(course, somebody, week, 2 * week)
    with standing(world, 2):
        again = world.signed_in_again(somebody)
        for goal in ("all", "one", "all"):
            assert again.send("PATCH", "/me", {"weekly_goal": goal}).status_code == 200
    assert streak(somebody, 2)["weeks"] == 2
    plays(course, somebody, 2, 4)
    assert (streak(somebody, 2)["weeks"], streak(somebody, 2)["state"]) == (2, "open")
    plays(course, somebody, 2, 5)
    assert streak(somebody, 2)["weeks"] == 3


def test_who_comes_later_has_missed_nothing(world: World) -> None:
    course = season_in(world, 4)
    in_week(world, 2)
    with standing(world, 2):
        somebody = world.somebody()
    plays(course, somebody, 2, 2)
    assert (streak(somebody, 2)["weeks"], streak(somebody, 2)["reserves"]) == (1, 2)


def test_who_moves_keeps_what_was_met_and_is_asked_for_nothing_more_there(world: World) -> None:
    world.department("Furulia")
    place = world.department("Solbakken")
    course = season_in(world, 5, audience={"departments": [str(place)]})
    somebody = world.somebody()
    for week in (0, 1):
        plays(course, somebody, week, week)
    with standing(world, 2):
        committed(actions.leave_department, world.organisation_id, somebody.kept()["membership_id"], FIRST)
        world.join(somebody, "Furulia")
    found = streak(somebody, 4)
    assert (found["weeks"], found["reserves"], found["goal"]) == (2, 2, None)


def test_what_is_removed_leaves_its_week_and_what_is_done_stays(world: World) -> None:
    somebody = world.somebody()
    with standing(world, 0):
        world.signed_in_again(somebody).send("PATCH", "/me", {"weekly_goal": "all"})
    course = season_in(world, 2, posts=2)
    plays(course, somebody, 0, 0)
    plays(course, somebody, 1, 2, 3)
    assert streak(somebody, 1)["weeks"] == 1

    def removed(which: int) -> None:
        db.session.get_one(Activity, (world.organisation_id, course.activities[which])).removed_at = clock.now()

    world.enter()
    for which in (1, 2):
        committed(removed, which)
    assert streak(somebody, 1)["weeks"] == 2


def test_a_reading_asks_as_little_however_long_the_season(world: World) -> None:
    somebody = world.somebody()
    season_in(world, 12)
    in_week(world, 11)
    asked = []
    for week in (0, 11):
        with standing(world, week), statements() as found:
            assert standing_of(world.organisation_id, somebody.player_id, clock.now()).streak.weeks == 0
        asked.append(sum("set_config" not in each for each in found))
    assert asked[0] == asked[1] <= 6
