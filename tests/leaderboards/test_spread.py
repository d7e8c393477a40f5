"""Ranks where very many have points: counted by the worker, of a moment that is told, never when one gets points."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.core import clock
from app.core.db import committed, db
from app.core.http import rfc3339
from app.identity.actions import change_settings
from app.worker import JOBS
from leaderboards.points import jobs
from leaderboards.points.actions import award, keep_spread
from leaderboards.points.models import PointSpread
from leaderboards.points.queries import Place, places
from leaderboards.points.rules import LASTS, spread_of
from leaderboards.recount import recount_all
from tests.world import Somebody, World

MONDAY = date(2026, 11, 16)


@given(st.dictionaries(st.integers(1, 40), st.integers(1, 9)), st.integers(0, 45))
def test_a_rank_is_one_more_than_those_who_have_more(people: dict[int, int], points: int) -> None:
    spread = spread_of(people.items())
    assert spread.rank(points) == 1 + sum(count for each, count in people.items() if each > points)
    assert spread.total == sum(people.values())


@pytest.fixture
def many(world: World, monkeypatch: pytest.MonkeyPatch) -> list[Somebody]:
    """Nine with 20 to 180 points, where three are very many; the eighth is off the boards."""
    monkeypatch.setattr("leaderboards.points.queries.LARGE", 3)
    people = [world.somebody() for _ in range(9)]
    for number, each in enumerate(people):
        give(each, number + 1)
    world.enter()
    off = people[7]
    committed(change_settings, world.organisation_id, off.person_id, off.player_id, {"on_boards": False})
    return people


def give(somebody: Somebody, modules: int, first: int = 0) -> None:
    somebody.world.enter()
    grants = [(f"module:{number}", "module") for number in range(first, first + modules)]
    committed(award, somebody.world.organisation_id, somebody.player_id, grants, clock.now(), None)


def board(somebody: Somebody) -> Any:
    return somebody.get("/boards/people").json


def spread(world: World) -> dict[int, int]:
    world.enter()
    return {row[0]: row[1] for row in db.session.execute(select(PointSpread.points, PointSpread.people))}


def test_the_worker_counts_and_the_board_says_of_when(world: World, many: list[Somebody]) -> None:
    live = board(many[0])
    assert live["updated_at"] is None
    assert spread(world) == {}
    jobs.count_points()
    assert spread(world) == {20 * number: 1 for number in range(1, 10) if number != 8}
    assert board(many[0]) == live | {"updated_at": rfc3339(clock.now())}
    assert (board(many[0])["me"]["rank"], live["total"]) == (8, 8)


def test_who_gets_points_writes_nothing_there_and_stands_where_they_stood(world: World, many: list[Somebody]) -> None:
    jobs.count_points()
    before = spread(world)
    give(many[0], 5, first=100)
    assert spread(world) == before
    assert (board(many[0])["me"]["points"], board(many[0])["me"]["rank"]) == (120, 3)
    with clock.standing_at(clock.now() + timedelta(seconds=15)):
        jobs.count_points()
        assert spread(world) != before
        assert [each["rank"] for each in board(many[1])["around"]] == [6, 7, 8]


def test_what_was_counted_too_long_ago_is_not_believed(world: World, many: list[Somebody]) -> None:
    jobs.count_points()
    give(many[8], 1, first=100)
    with clock.standing_at(clock.now() + LASTS):
        assert board(many[0])["updated_at"] is not None
    with clock.standing_at(clock.now() + LASTS + timedelta(seconds=1)):
        assert board(many[0])["updated_at"] is None


def test_the_worker_comes_round_before_what_it_counted_is_too_old() -> None:
    (when,) = [when for job, when in JOBS if job is jobs.count_points]
    assert int(when["second"].removeprefix("*/")) * 2 <= LASTS.total_seconds()


def test_few_are_counted_at_once_and_what_was_kept_of_them_goes(world: World) -> None:
    give(world.somebody(), 1)
    committed(keep_spread, world.organisation_id, MONDAY, {20: 7}, clock.now())
    jobs.count_points()
    assert spread(world) == {20: 7}  # the worker has nothing to count
    committed(recount_all, world.organisation_id)
    assert spread(world) == {}


def test_one_organisation_that_fails_does_not_stop_the_others(
    world: World, many: list[Somebody], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    neighbour = World(world.application, "aafjord")  # comes first in the job's order
    give(neighbour.somebody(), 1)
    real = jobs.count_spread

    def failing(organisation_id: Any, week: date) -> dict[int, int]:
        if organisation_id == neighbour.organisation_id:
            raise RuntimeError
        return real(organisation_id, week)

    monkeypatch.setattr("leaderboards.points.queries.LARGE", 1)
    monkeypatch.setattr(jobs, "count_spread", failing)
    jobs.count_points()
    assert len(spread(world)) == 8
    assert "tried again in some seconds" in caplog.text


def test_those_of_equal_points_stand_in_a_fixed_order(world: World) -> None:
    people = [world.somebody() for _ in range(7)]
    for each in people:
        give(each, 2)
    order = sorted((each.player_id for each in people), reverse=True)
    world.enter()
    for place, player in enumerate(order):
        found = places(world.organisation_id, MONDAY, player, 3, 2)
        assert found.mine == Place(40, player, None)
        assert [each.player_id for each in found.top] == order[:3]
        assert [each.player_id for each in found.around] == order[max(0, place - 2) : place + 3]
    for player_id in (None, world.somebody().player_id):  # off the boards, and without points
        world.enter()
        nobody = places(world.organisation_id, MONDAY, player_id, 3, 2)
        assert (nobody.around, nobody.mine, len(nobody.top)) == ([], None, 3)
    assert {each["rank"] for each in board(people[0])["around"]} == {1}
    assert db.session.scalar(select(func.count()).select_from(PointSpread)) == 0
