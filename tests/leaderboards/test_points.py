"""The ledger: once for everything, taken back with a reason, and totals that are always its sums."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from app.core import clock
from app.core.db import committed, db
from leaderboards.points.actions import award, recount_totals, reverse
from leaderboards.points.models import LedgerEntry, PointTotal
from leaderboards.points.queries import points_of
from leaderboards.points.rules import ALL, WORTH, Grant, exercise_grants, quest_grant, summed
from tests.world import Somebody, World

MONDAY = date(2026, 11, 16)
HANDS, FIRE, WEEK = ("module:r:hands", "module"), ("module:r:fire", "module"), ("quest:r:one", "quest")


def give(somebody: Somebody, grants: Iterable[Grant], weeks_ago: int = 0) -> list[str]:
    """Award these, as of that many weeks ago; the kinds that were new."""
    somebody.world.enter()
    at = clock.now() - timedelta(weeks=weeks_ago)
    return committed(award, somebody.world.organisation_id, somebody.player_id, list(grants), at, None)


def take_back(somebody: Somebody, key: str) -> int:
    return committed(reverse, somebody.world.organisation_id, entry_of(somebody, key), "a mistake")


def entry_of(somebody: Somebody, key: str) -> UUID:
    somebody.world.enter()
    return db.session.scalars(
        select(LedgerEntry.id).where(LedgerEntry.player_id == somebody.player_id, LedgerEntry.key == key)
    ).one()


def points(somebody: Somebody, week: date = MONDAY) -> dict[str, int]:
    somebody.world.enter()
    return points_of(somebody.world.organisation_id, somebody.player_id, week)


def totals(somebody: Somebody) -> dict[str, int]:
    """The totals as they are kept, without those that are nothing."""
    somebody.world.enter()
    kept = select(PointTotal.period, PointTotal.points).where(PointTotal.player_id == somebody.player_id)
    return {period: points for period, points in db.session.execute(kept) if points}


def ledger(somebody: Somebody) -> dict[str, int]:
    """The same, worked out from the ledger."""
    somebody.world.enter()
    by_week = select(LedgerEntry.week, func.sum(LedgerEntry.points)).where(LedgerEntry.player_id == somebody.player_id)
    found = {week.isoformat(): int(sum) for week, sum in db.session.execute(by_week.group_by(LedgerEntry.week))}
    return {period: sum for period, sum in {**found, ALL: sum(found.values())}.items() if sum}


def test_grants_name_what_they_are_for_and_the_too_quick_earn_nothing() -> None:
    settled = [("c1", "first"), ("c2", "later"), ("c3", "too_quick")]
    assert exercise_grants("r", "m", settled) == [
        ("exercise:r:m:c1", "exercise_first"),
        ("exercise:r:m:c2", "exercise_later"),
    ]


def test_a_quest_has_one_key_in_its_week_and_later() -> None:
    (key, full), (same, half) = quest_grant("r", "q", True), quest_grant("r", "q", False)
    assert key == same
    assert (WORTH[full], WORTH[half]) == (50, 25)


def test_entries_are_told_by_kind() -> None:
    assert summed(["module", "exercise_first", "exercise_first"]) == [
        {"kind": "exercise_first", "points": 20, "count": 2},
        {"kind": "module", "points": 20, "count": 1},
    ]


def test_an_award_moves_the_week_and_all_time(world: World) -> None:
    somebody = world.somebody()
    assert sorted(give(somebody, [HANDS, WEEK])) == ["module", "quest"]
    assert give(somebody, [FIRE], weeks_ago=1) == ["module"]
    assert points(somebody) == {"total": 90, "week": 70}
    assert points(somebody, MONDAY - timedelta(weeks=1)) == {"total": 90, "week": 20}


def test_what_was_given_is_not_given_again(world: World) -> None:
    somebody = world.somebody()
    give(somebody, [HANDS])
    assert give(somebody, [HANDS]) == []
    assert give(somebody, [HANDS, FIRE], weeks_ago=1) == ["module"]
    assert points(somebody)["total"] == 40


def test_a_quest_finished_late_is_no_second_quest(world: World) -> None:
    somebody = world.somebody()
    give(somebody, [quest_grant("r", "q", True)])
    assert give(somebody, [quest_grant("r", "q", False)]) == []
    assert points(somebody)["total"] == 50


def test_nothing_to_give_changes_nothing(world: World) -> None:
    somebody = world.somebody()
    assert give(somebody, []) == []
    assert totals(somebody) == {}


def test_the_same_key_is_each_persons_own(world: World) -> None:
    for somebody in (world.somebody(), world.somebody()):
        assert give(somebody, [HANDS]) == ["module"]
        assert points(somebody)["total"] == 20


def test_an_entry_is_taken_back_once_by_one_that_says_why(world: World) -> None:
    somebody = world.somebody()
    give(somebody, [HANDS, WEEK], weeks_ago=1)
    assert (take_back(somebody, WEEK[0]), take_back(somebody, WEEK[0])) == (50, 0)
    assert points(somebody, MONDAY - timedelta(weeks=1)) == {"total": 20, "week": 20}
    entry = entry_of(somebody, WEEK[0])
    against = db.session.scalars(select(LedgerEntry).where(LedgerEntry.reverses_id == entry)).one()
    assert (against.kind, against.points, against.reason) == ("reversal", -50, "a mistake")


def test_what_was_taken_back_is_not_given_again(world: World) -> None:
    somebody = world.somebody()
    give(somebody, [HANDS])
    take_back(somebody, HANDS[0])
    assert give(somebody, [HANDS]) == []
    assert points(somebody) == {"total": 0, "week": 0}


@pytest.mark.parametrize("spoil", [update(PointTotal).values(points=7), PointTotal.__table__.delete()])
def test_a_recount_mends_what_is_wrong_and_says_how_much(world: World, spoil: Any) -> None:
    somebody = world.somebody()
    give(somebody, [HANDS])
    assert committed(recount_totals, world.organisation_id) == 0
    committed(db.session.execute, spoil)
    assert committed(recount_totals, world.organisation_id) == 2  # the week and all time
    assert points(somebody) == {"total": 20, "week": 20}


def test_a_recount_takes_away_totals_that_no_entry_explains(world: World) -> None:
    somebody = world.somebody()
    row = {"organisation_id": world.organisation_id, "player_id": somebody.player_id, "period": ALL, "points": 10}
    committed(db.session.execute, PointTotal.__table__.insert(), [row])
    assert committed(recount_totals, world.organisation_id) == 1
    assert points(somebody) == {"total": 0, "week": 0}


def test_a_recount_leaves_other_organisations_alone(world: World) -> None:
    stranger = World(world.application, "fjellby").somebody()
    give(stranger, [HANDS])
    give(world.somebody(), [HANDS])
    assert committed(recount_totals, world.organisation_id) == 0
    assert points(stranger)["total"] == 20


GIVEN = [HANDS, FIRE, WEEK, *((f"exercise:r:hands:c{n}", "exercise_first") for n in range(3))]
EVENTS = st.one_of(
    st.tuples(st.just("give"), st.lists(st.sampled_from(GIVEN), min_size=1, max_size=4), st.integers(0, 2)),
    st.tuples(st.just("take back"), st.sampled_from([key for key, _ in GIVEN]), st.none()),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(EVENTS, max_size=12))
def test_totals_are_the_ledgers_sums_whatever_happens(world: World, events: list[tuple[str, Any, Any]]) -> None:
    somebody = world.somebody()
    worth: dict[str, int] = {}
    for what, about, weeks_ago in events:
        if what == "give":
            give(somebody, about, weeks_ago)
            worth |= {key: WORTH[kind] for key, kind in about if key not in worth}
        elif about in worth:
            assert take_back(somebody, about) == worth[about]
            worth[about] = 0
        assert totals(somebody) == ledger(somebody)
    assert points(somebody)["total"] == sum(worth.values())
    assert committed(recount_totals, world.organisation_id) == 0
