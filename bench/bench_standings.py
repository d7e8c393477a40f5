"""Boards of up to a million people: reading one's place and giving points, on both databases, by what stands beside.

`STANDINGS_PEOPLE="1000 10000"` measures other sizes than the usual four.
"""

import json
import os
from collections.abc import Callable, Sequence
from functools import partial
from random import Random
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, insert, select

from app.core import clock
from app.core.db import committed, db, enter, table_of
from app.core.weeks import week_of
from app.identity.queries import organisation
from bench.crowd import DEPARTMENTS, Crowd, crowd
from bench.sorted_set import SortedSets, sorted_sets
from leaderboards.points.actions import award
from leaderboards.points.jobs import count_points
from leaderboards.points.models import LedgerEntry, PointTotal
from leaderboards.standings.actions import take_part
from leaderboards.standings.board import board_of
from leaderboards.standings.models import DepartmentWeek
from leaderboards.standings.people import people_board
from leaderboards.standings.queries import board_version
from tests.databases import NAMES

SIZES = [int(each) for each in os.environ.get("STANDINGS_PEOPLE", "1000 10000 100000 1000000").split()]
READ_MS = {"sqlite": 0.3, "postgresql": 1.5}
AWARD_TIMES = 4
READS, SUMS = 200, 3
Figures = dict[str, Any]


def main() -> None:
    with sorted_sets() as sets:
        if sets is None:
            print("This machine has neither valkey-server nor redis-server: no sorted set is measured beside.")
        for name in NAMES:
            with crowd(name) as some:
                found = [measured(name, some, people, sets) for people in SIZES]
            if len(found) > 1:
                flat = found[0] / found[-1]
                what = f"a read among {SIZES[0]} people over one among {SIZES[-1]}: flat is 1"
                say(f"standings.flat.{name}", what, flat, 1.0, {})


def measured(name: str, some: Crowd, people: int, sets: SortedSets | None) -> float:
    """Print what reading and giving take among so many; the milliseconds of a read."""
    some.grow(people)
    enter(some.organisation_id)
    players = _players(some)
    figures: Figures = {"counted_each_time_ms": _median(_read(some, player) for player in players[: READS // 10])}
    figures["worker_ms"] = _ms(count_points)
    enter(some.organisation_id)
    took = sorted(_ms(_read(some, player)) for player in players)
    read, figures["p10_ms"], figures["p99_ms"] = (took[len(took) * each // 100] for each in (50, 10, 99))
    figures["uncached_ms"] = _median(_read(some, player, cached=False) for player in players[: READS // 10])
    figures["ledger_sum_ms"] = _median(_summed(some, points) for points in [100] * SUMS)
    figures = {"p50_ms": read, **figures, "over_ledger_sum": figures["ledger_sum_ms"] / read}
    if sets is not None:
        figures["sorted_set_ms"] = _beside(sets, some, players)
    what = f"own place, neighbours, top and {DEPARTMENTS} departments among {people} people; aim in ms over actual"
    say(f"standings.read.{name}.{people}", what, READ_MS[name] / read, 1.0, figures)
    awards, bare = _given(some, players)
    what = f"bare ledger inserts over giving points with totals and departments, among {people}; at most {AWARD_TIMES}x"
    say(f"standings.award.{name}.{people}", what, bare / awards, 1 / AWARD_TIMES, {"award_ms": awards, "bare_ms": bare})
    return read


def say(name: str, what: str, ratio: float, aim: float, figures: Figures) -> None:
    shown = {key: round(each, 3) for key, each in figures.items()}
    print(json.dumps({"name": name, "what": what, "ratio": round(ratio, 3), "aim": aim, **shown}), flush=True)


def _players(some: Crowd) -> list[UUID]:
    """Some of those on the boards, from all over the board."""
    ids = select(PointTotal.player_id).where(PointTotal.period == some.week.isoformat())
    return Random(2).sample(list(db.session.scalars(ids.order_by(PointTotal.player_id).limit(5000))), READS)


def _read(some: Crowd, player: UUID, cached: bool = True) -> Callable[[], None]:
    """What the two boards' doors read, each time in a transaction of its own."""

    def read() -> None:
        if not cached:
            board_of.cache_clear()
        people_board(some.organisation_id, player, True, some.week)
        version = board_version(some.organisation_id, some.week)
        board_of(some.organisation_id, 1, some.week, version)
        db.session.rollback()

    return read


def _summed(some: Crowd, points: int) -> Callable[[], None]:
    """The least that a board without totals would do: everybody's sum in the ledger, to find one place."""
    own = (LedgerEntry.organisation_id == some.organisation_id, LedgerEntry.week == some.week)
    sums = select(LedgerEntry.player_id).where(*own).group_by(LedgerEntry.player_id)
    better = sums.having(func.sum(LedgerEntry.points) > points).subquery()

    def read() -> None:
        db.session.execute(select(func.count()).select_from(better)).scalar_one()
        db.session.rollback()

    return read


def _given(some: Crowd, players: Sequence[UUID]) -> tuple[float, float]:
    """Milliseconds of giving points for a module, and of a ledger entry alone with its week worked out, in turn."""
    table = table_of(LedgerEntry)

    def give(player: UUID) -> None:
        award(some.organisation_id, player, [(f"module:{uuid4()}", "module")], clock.now(), None)
        take_part(some.organisation_id, player, some.week)

    def enter_alone(player: UUID) -> None:
        row = {"organisation_id": some.organisation_id, "id": uuid4(), "player_id": player, "key": f"bare:{uuid4()}"}
        week = week_of(clock.now(), organisation(some.organisation_id).time_zone)
        row |= {"kind": "module", "points": 20, "week": week, "happened_at": clock.now()}
        db.session.execute(insert(table), {**row, "entered_at": clock.now()})

    took = [(_ms(partial(committed, give, each)), _ms(partial(committed, enter_alone, each))) for each in players]
    return median(each for each, _ in took), median(each for _, each in took)


def _beside(sets: SortedSets, some: Crowd, players: Sequence[UUID]) -> float:
    """The same from two sorted sets: own place, neighbours, top, how many, and the departments."""
    sets.ask(["FLUSHALL"])
    totals = select(PointTotal.player_id, PointTotal.points).where(PointTotal.period == some.week.isoformat())
    rows = db.session.execute(totals.execution_options(yield_per=10_000))
    sets.fill("people", ((row[0].hex, row[1]) for row in rows))
    places = db.session.execute(select(DepartmentWeek.department_id, DepartmentWeek.result))
    sets.fill("departments", ((row[0].hex, row[1]) for row in places))
    db.session.rollback()

    def read(player: UUID) -> None:
        (place,) = sets.ask(["ZREVRANK", "people", player.hex])
        first = max(0, int(str(place)) - 2)
        sets.ask(
            ["ZREVRANGE", "people", str(first), str(first + 4), "WITHSCORES"],
            ["ZREVRANGE", "people", "0", "2", "WITHSCORES"],
            ["ZCARD", "people"],
            ["ZREVRANGE", "departments", "0", "-1", "WITHSCORES"],
        )

    return _median(lambda each=each: read(each) for each in players)


def _median(work: Any) -> float:
    return median(_ms(each) for each in work)


def _ms(work: Callable[[], None]) -> float:
    before = perf_counter()
    work()
    return 1e3 * (perf_counter() - before)
