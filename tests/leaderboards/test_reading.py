"""Reading boards: few statements however many are on them, and no dearer in a large department."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from app.core import clock
from app.core.db import committed, db
from app.identity import actions
from leaderboards.points.actions import award
from leaderboards.standings import rules
from leaderboards.standings.actions import show_now
from leaderboards.standings.rules import MILLION, Group, Sums, gap, merge_small, place
from tests.quests.course import course_in
from tests.world import Somebody, World

K = 8.0
MONDAY = date(2026, 11, 16)


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is asked of the database within the block."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def give(somebody: Somebody, modules: int) -> None:
    somebody.world.enter()
    grants = [(f"module:{number}", "module") for number in range(modules)]
    committed(award, somebody.world.organisation_id, somebody.player_id, grants, clock.now(), None)


@pytest.mark.parametrize(("path", "most"), [("/boards/departments", 11), ("/boards/people", 10)])
def test_a_board_is_read_in_few_statements_however_many_are_on_it(world: World, path: str, most: int) -> None:
    people = [world.somebody(f"Avdeling {number % 3}") for number in range(15)]
    course_in(world)
    for number, somebody in enumerate(people):
        give(somebody, number + 1)
    db.session.rollback()
    with statements() as asked:
        assert people[7].get(path).status_code == 200
    assert len(asked) <= most, "\n".join(asked)


def test_the_people_board_is_not_sent_again_until_it_changes(world: World) -> None:
    one, other = world.somebody(), world.somebody()
    give(one, 1)
    etag = one.get("/boards/people").headers["ETag"]
    assert one.get("/boards/people", headers={"If-None-Match": etag}).status_code == 304
    give(other, 2)
    changed = one.get("/boards/people", headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert (changed.get_json()["me"]["rank"], changed.get_json()["total"]) == (2, 2)


def test_my_own_figures_are_of_the_department_that_is_marked_mine(world: World) -> None:
    somebody = world.somebody("Solbakken", share=0.4)
    skagen = world.department("Skagen")
    world.enter()
    committed(
        actions.join_department, world.organisation_id, somebody.player_id, skagen, MONDAY, share=0.6, primary=False
    )
    for name in ("Solbakken", "Skagen"):
        for _ in range(5):
            world.somebody(name)
    course_in(world)
    shown = somebody.get("/boards/departments").get_json()
    (row,) = [each for each in shown["rows"] if each["mine"]]
    assert (row["name"], shown["mine"]["department"]) == ("Solbakken", row["department"])
    assert (shown["mine"]["share"], shown["mine"]["weight"]) == (0.4, 0.4)


def test_an_hourly_picture_does_not_tell_what_a_leaver_had_done(world: World) -> None:
    people = [world.somebody() for _ in range(7)]
    course = course_in(world)
    for somebody in people[:3]:
        somebody.post("/play/letters", course.finished(0))
    with clock.standing_at(clock.now() + timedelta(hours=1)):
        world.enter()
        committed(show_now, world.organisation_id, MONDAY, clock.now())
        before = people[6].get("/boards/departments").get_json()["rows"][0]
        world.enter()
        last = MONDAY + timedelta(days=6)
        committed(actions.record_leave, world.organisation_id, people[0].player_id, MONDAY, last)
        after = people[6].get("/boards/departments").get_json()["rows"][0]
    assert before["parts"]["sum_wx"] > 0
    assert (after["parts"], after["score"]) == (before["parts"], before["score"])
    assert (before["members"], after["members"]) == (7, 6)


def large(members: int, taken: int, number: int = 1, possible_each: int = 6) -> Group:
    possible, heavy = members * possible_each, members * MILLION
    return Group((UUID(int=number),), Sums(members, possible, taken, heavy, rules.result(heavy, taken, possible)))


def test_the_gap_of_a_large_department_is_found_in_few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    mine, above = large(2000, 1000), large(20, 96, 2)
    others = [large(20, 90, number) for number in range(3, 200)]
    steps = 0
    original = rules.score

    def counted(*args: Any) -> float:
        nonlocal steps
        steps += 1
        return original(*args)

    monkeypatch.setattr(rules, "score", counted)
    modules = gap([mine, above, *others], mine, above, K, 10)
    assert modules is not None
    assert modules > 5000
    assert steps < 2000


@given(st.integers(5, 14), st.integers(0, 100), st.integers(5, 14), st.integers(0, 100))
def test_the_gap_keeps_its_word_also_where_whole_per_cent_decide(own: int, mine: int, other: int, theirs: int) -> None:
    groups = [large(own, own * 6 * mine // 100), large(other, other * 6 * theirs // 100, 2)]
    first, *rest = place(groups, K, 10)
    if not rest or rest[0].rank == 1:
        return
    lower = rest[0].group
    modules = gap(groups, lower, first.group, K, 10)
    assert modules is not None

    def is_past(more: int) -> bool:
        moved = large(lower.sums.members, lower.sums.taken + more, 3)
        ranks = {each.group: each.rank for each in place([first.group, moved], K, 10)}
        return ranks[moved] < ranks[first.group] or moved.sums.result == moved.sums.weight

    assert is_past(modules)
    assert not any(is_past(fewer) for fewer in range(modules))


A, B, C, D, E = (UUID(int=number) for number in range(1, 6))


@pytest.mark.parametrize(
    ("parents", "members", "expected"),
    [
        pytest.param({A: None, B: A, C: A}, {A: 7, B: 3, C: 6}, [{A, B}, {C}], id="a child joins its parent"),
        pytest.param({A: None, B: A, C: A}, {A: 7, B: 3, C: 2}, [{A}, {B, C}], id="siblings come first"),
        pytest.param(
            {A: None, B: A, C: B, D: A, E: D}, {C: 9, E: 5, B: 2}, [{B, C}, {E}], id="the rest joins the nearest"
        ),
        pytest.param({A: None, B: A, C: None}, {A: 2, B: 9, C: 5}, [{A, B}, {C}], id="not the smallest elsewhere"),
    ],
)
def test_who_is_too_few_races_with_the_nearest(
    parents: dict[UUID, UUID | None], members: dict[UUID, int], expected: list[set[UUID]]
) -> None:
    own = {id: Sums(many, many, 0, many * MILLION, 0) for id, many in members.items()}
    names = {id: str(id) for id in parents}
    found = merge_small(parents, own, 5, names)
    assert {frozenset(each.departments) for each in found} == {frozenset(each) for each in expected}
