"""The laws of the classes: who races whom, and that nobody loses by what is good."""

import itertools
from dataclasses import replace
from random import Random
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from leaderboards.standings.classes import LEAST, RATIO, classes, middle, race
from leaderboards.standings.rules import MILLION, Group, Placed, Sums, mean, score

LIVE = 10
NEAR = 1e-9


def group(members: int, brought: float, weight: float | None = None) -> Group:
    """Members whose weight together is `weight` (all of them in full), of which `brought` (0..1) is earned."""
    heavy = round(MILLION * (members if weight is None else weight))
    return Group((uuid4(),), Sums(members, 6 * members, round(6 * members * brought), heavy, round(heavy * brought)))


groups = st.builds(group, st.integers(5, 400), st.floats(0, 1), st.none())
fields = st.lists(groups, min_size=1, max_size=25)
classmates = st.lists(st.builds(group, st.integers(10, 25), st.floats(0, 1), st.none()), min_size=1, max_size=8)


def points(field: list[Group], own: Group) -> float:
    return score(own.sums, mean(field), middle(field))


@given(fields)
def test_everybody_races_once_and_among_their_own_size(field: list[Group]) -> None:
    found = classes(field)
    assert sorted(each.departments for some in found for each in some) == sorted(each.departments for each in field)
    sizes = [[each.sums.members for each in some] for some in found]
    assert all(min(larger) >= max(smaller) for larger, smaller in itertools.pairwise(sizes))
    assert len(found) == 1 or all(len(some) >= LEAST for some in found)


@given(st.lists(st.integers(5, 400), min_size=1))
def test_no_class_is_wider_than_the_ratio_unless_it_took_in_a_neighbour(sizes: list[int]) -> None:
    for some in classes([group(size, 0.5) for size in sizes], least=1):
        members = [each.sums.members for each in some]
        assert max(members) <= RATIO * min(members) + NEAR


def test_sizes_that_are_alike_are_one_class() -> None:
    assert len(classes([group(size, 0.5) for size in (10, 12, 20, 25)])) == 1
    assert [len(each) for each in classes([group(size, 0.5) for size in (60, 70, 80, 8, 9, 10)])] == [3, 3]
    assert [len(each) for each in classes([group(size, 0.5) for size in (60, 70, 80, 8, 9)])] == [5]
    assert classes([]) == []


@given(fields, st.randoms(use_true_random=False))
def test_the_order_they_come_in_is_irrelevant(field: list[Group], random: Random) -> None:
    def told(placed: list[Placed]) -> dict[UUID, tuple[int, int, float]]:
        return {each.group.departments[0]: (each.size_class, each.rank, each.score) for each in placed}

    assert told(race(field, LIVE)) == told(race(random.sample(field, len(field)), LIVE))


@given(fields)
def test_each_class_has_a_winner_and_who_took_everything_is_one(field: list[Group]) -> None:
    placed = race(field, LIVE)
    for number in {each.size_class for each in placed}:
        assert any(each.rank == 1 for each in placed if each.size_class == number)
    assert all(each.rank == 1 for each in placed if each.group.sums.weight == each.group.sums.result)


@given(classmates, st.integers(10, 25), st.integers(10, 25), st.floats(0, 1))
def test_equal_means_differ_by_no_more_than_is_published(
    field: list[Group], one: int, other: int, share: float
) -> None:
    first, second = group(one, share), group(other, share)
    field = [*field, first, second]
    k, m = middle(field), mean(field)
    bound = abs(share - m) * abs(one / (one + k) - other / (other + k))
    assert abs(points(field, first) - points(field, second)) <= bound + 1e-5


@given(classmates, st.integers(10, 24), st.floats(0, 1))
def test_one_more_who_did_everything_never_lowers_a_score(field: list[Group], members: int, share: float) -> None:
    own = group(members, share)
    sums = replace(own.sums, members=members + 1, weight=own.sums.weight + MILLION, result=own.sums.result + MILLION)
    more = Group(own.departments, sums)
    assert points([*field, more], more) >= points([*field, own], own) - NEAR


@given(classmates, st.integers(10, 24), st.floats(0, 1), st.floats(0, 1))
def test_leave_never_scores_below_being_there_and_doing_nothing(
    field: list[Group], members: int, share: float, part: float
) -> None:
    idle = group(members, share)
    away = Group(
        idle.departments,
        replace(idle.sums, weight=idle.sums.weight - min(round(part * MILLION), idle.sums.weight - idle.sums.result)),
    )
    assert points([*field, away], away) >= points([*field, idle], idle) - NEAR


def test_classes_that_were_drawn_stay() -> None:
    small, grown = group(9, 0.2), group(90, 0.4)
    rest = [group(size, 0.5) for size in (60, 70, 80)]
    drawn = {small.departments[0]: 2, grown.departments[0]: 2} | {each.departments[0]: 1 for each in rest}
    placed = {each.group.departments[0]: each.size_class for each in race([small, grown, *rest], LIVE, drawn)}
    assert placed == drawn
