"""The department board's arithmetic: weight, result, score, merging, places and the way to the next one."""

from dataclasses import replace
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboards.standings.rules import (
    MILLION,
    Group,
    Sums,
    gap,
    mean,
    merge_small,
    place,
    result,
    score,
    weight,
)

K, LEAST, LIVE = 8.0, 5, 10
IDS = [UUID(int=number) for number in range(1, 13)]
NAMES = {id: f"{number:02}" for number, id in enumerate(IDS)}
A, B, C, D, E = IDS[:5]


def team(id: UUID, members: int, taken: int, possible: int | None = None) -> Group:
    """A department of full positions with one activity each, or `possible` in all, of which `taken` were taken."""
    possible = members if possible is None else possible
    heavy = members * MILLION
    return Group((id,), Sums(members, possible, taken, heavy, result(heavy, taken, possible)))


# weight and result


@pytest.mark.parametrize(
    ("share", "days", "expected"),
    [(1.0, 7, 1_000_000), (0.5, 7, 500_000), (1.0, 0, 0), (0.8, 5, 571_429), (0.0, 7, 0), (1.0, 1, 142_857)],
)
def test_weight_is_share_times_share_of_the_week(share: float, days: int, expected: int) -> None:
    assert weight(share, days) == expected


@pytest.mark.parametrize(
    ("heavy", "taken", "possible", "expected"),
    [
        (1_000_000, 1, 3, 333_333),
        (1_000_000, 2, 3, 666_667),
        (1, 1, 2, 1),  # half goes up
        (1_000_000, 5, 3, 1_000_000),  # more than everything is everything
        (1_000_000, 0, 3, 0),
        (1_000_000, 0, 0, 0),
    ],
)
def test_result_is_weight_times_taken_over_possible(heavy: int, taken: int, possible: int, expected: int) -> None:
    assert result(heavy, taken, possible) == expected


@given(st.integers(0, MILLION), st.integers(0, 50), st.integers(1, 50))
def test_result_grows_with_what_is_taken_and_ends_at_the_weight(heavy: int, taken: int, possible: int) -> None:
    brought = result(heavy, taken, possible)
    assert 0 <= brought <= result(heavy, taken + 1, possible) <= heavy
    assert abs(brought - heavy * min(taken, possible) / possible) <= 0.5
    assert result(heavy, possible, possible) == heavy


# score


def test_score_is_drawn_towards_the_mean_as_if_k_more_had_it() -> None:
    assert score(Sums(weight=8 * MILLION, result=8 * MILLION), 0.5, 8) == 0.75
    assert score(Sums(), 0.5, 8) == 0.5


def test_mean_weighs_each_membership_and_nobody_gives_nothing() -> None:
    assert mean([team(A, 9, 9), team(B, 1, 0)]) == 0.9
    assert mean([]) == 0.0


@given(
    st.integers(1, 300), st.integers(1, 300), st.integers(0, 100), st.floats(0, 1), st.floats(0.5, 50, allow_nan=False)
)
def test_equal_means_of_different_sizes_differ_by_exactly_the_published_bound(
    one: int, other: int, percent: int, common: float, k: float
) -> None:
    sums = [Sums(weight=size * MILLION, result=size * percent * MILLION // 100) for size in (one, other)]
    bound = abs(percent / 100 - common) * abs(one / (one + k) - other / (other + k))
    assert abs(score(sums[0], common, k) - score(sums[1], common, k)) == pytest.approx(bound, abs=1e-12)


# merging small departments


def merged(parents: dict[UUID, UUID | None], members: dict[UUID, int]) -> set[frozenset[UUID]]:
    own = {id: team(id, many, 0).sums for id, many in members.items()}
    return {frozenset(group.departments) for group in merge_small(parents, own, LEAST, NAMES)}


@pytest.mark.parametrize(
    ("parents", "members", "expected"),
    [
        pytest.param({A: None, B: None}, {A: 5, B: 9}, [{A}, {B}], id="those of five stand alone"),
        pytest.param({A: None, B: A, C: A, D: A}, {B: 3, C: 2, D: 5}, [{B, C}, {D}], id="siblings join"),
        pytest.param({A: None, B: A, C: A}, {A: 2, B: 3, C: 6}, [{A, B}, {C}], id="the parent joins"),
        pytest.param({A: None, B: A, C: A}, {A: 9, B: 3, C: 2}, [{A}, {B, C}], id="a large parent stays out of it"),
        pytest.param({A: None, B: A, C: B, D: A, E: D}, {C: 3, E: 2}, [{C, E}], id="cousins join further up"),
        pytest.param({A: None, B: None}, {A: 3, B: 2}, [{A, B}], id="roots join at last"),
        pytest.param({A: None, B: A, C: A}, {A: 9, B: 6, C: 1}, [{A, C}, {B}], id="one alone joins the parent"),
        pytest.param({A: None, B: None, C: None}, {A: 6, B: 6, C: 4}, [{A, C}, {B}], id="the first of two smallest"),
        pytest.param({A: None, B: A}, {A: 2, B: 2}, [], id="too few of all: nothing is shown"),
        pytest.param({A: None}, {}, [], id="nobody"),
    ],
)
def test_small_departments_merge_upward(
    parents: dict[UUID, UUID | None], members: dict[UUID, int], expected: list[set[UUID]]
) -> None:
    assert merged(parents, members) == {frozenset(each) for each in expected}


def test_the_largest_names_the_group() -> None:
    own = {A: team(A, 1, 0).sums, B: team(B, 4, 0).sums}
    (group,) = merge_small({A: None, B: None}, own, LEAST, NAMES)
    assert group.departments == (B, A)


@st.composite
def trees(draw: st.DrawFn) -> tuple[dict[UUID, UUID | None], dict[UUID, Sums], dict[UUID, str]]:
    """Any tree of departments, some empty, some of the same name."""
    ids = IDS[: draw(st.integers(1, len(IDS)))]
    parents = {id: draw(st.sampled_from([None, *ids[:number]])) for number, id in enumerate(ids)}
    own = {id: team(id, many, 0).sums for id in ids if (many := draw(st.integers(0, 8)))}
    return parents, own, {id: draw(st.sampled_from("abc")) for id in ids}


@given(trees())
def test_merging_keeps_every_member_once_and_shows_nobody_alone(
    tree: tuple[dict[UUID, UUID | None], dict[UUID, Sums], dict[UUID, str]],
) -> None:
    parents, own, order = tree
    groups = merge_small(parents, own, LEAST, order)
    everybody = sum(own.values(), Sums())
    assert all(group.sums.members >= LEAST for group in groups)
    assert all(group.sums == sum((own[each] for each in group.departments), Sums()) for group in groups)
    if everybody.members >= LEAST:
        assert sorted(each for group in groups for each in group.departments) == sorted(own)
        assert sum((group.sums for group in groups), Sums()) == everybody
    else:
        assert groups == []


@given(trees(), st.randoms())
def test_merging_does_not_depend_on_the_order_of_what_is_given(
    tree: tuple[dict[UUID, UUID | None], dict[UUID, Sums], dict[UUID, str]], random: Random
) -> None:
    parents, own, order = tree
    shuffled_parents = dict(random.sample(list(parents.items()), len(parents)))
    shuffled_own = dict(random.sample(list(own.items()), len(own)))
    first, second = merge_small(parents, own, LEAST, order), merge_small(shuffled_parents, shuffled_own, LEAST, order)
    assert sorted(first, key=lambda each: each.departments) == sorted(second, key=lambda each: each.departments)


# places


def ranks(groups: list[Group]) -> dict[UUID, int]:
    return {each.group.departments[0]: each.rank for each in place(groups, K, LIVE)}


def test_the_best_rate_stands_first() -> None:
    assert ranks([team(A, 10, 2), team(B, 10, 8), team(C, 10, 5)]) == {B: 1, C: 2, A: 3}


def test_equal_scores_share_a_place_and_the_next_is_left_out() -> None:
    assert ranks([team(A, 10, 5), team(B, 10, 5), team(C, 10, 1)]) == {A: 1, B: 1, C: 3}


def test_who_took_everything_shares_the_first_place_whatever_the_size() -> None:
    board = place([team(A, 5, 5), team(B, 200, 200), team(C, 300, 299)], K, LIVE)
    assert [(each.group.departments[0], each.rank) for each in board] == [(B, 1), (A, 1), (C, 3)]


def test_under_ten_members_whole_per_cent_are_shown() -> None:
    small, large = place([team(A, 9, 7), team(B, 11, 3)], K, LIVE)
    assert (small.whole_percent, large.whole_percent) == (True, False)
    assert small.score == round(small.score, 2)
    assert large.score != round(large.score, 2)


def test_nothing_taken_by_anybody_is_a_shared_place() -> None:
    assert ranks([team(A, 5, 0), team(B, 50, 0)]) == {A: 1, B: 1}


@st.composite
def boards(draw: st.DrawFn) -> list[Group]:
    count = draw(st.integers(2, 6))
    made = []
    for id in IDS[:count]:
        members, each = draw(st.integers(5, 40)), draw(st.integers(1, 4))
        made.append(team(id, members, draw(st.integers(0, members * each)), members * each))
    return made


@given(boards(), st.randoms())
def test_places_are_a_ranking_and_do_not_depend_on_order(groups: list[Group], random: Random) -> None:
    board = place(groups, K, LIVE)
    assert board == place(random.sample(groups, len(groups)), K, LIVE)
    for number, each in enumerate(board):
        assert each.rank in (number + 1, board[number - 1].rank)
        assert each.rank == 1 or each.group.sums.result < each.group.sums.weight


# the way to the place above


def test_the_gap_in_a_plain_case() -> None:
    mine, above = team(A, 10, 2), team(B, 10, 5)
    assert gap([mine, above], mine, above, K) == 4


def test_no_gap_where_nothing_is_left_or_was_possible() -> None:
    small, large = team(A, 5, 5), team(B, 100, 99)
    nothing = Group((C,), Sums(5, 0, 0, 0, 0))
    assert gap([nothing, large], nothing, large, K) is None
    assert gap([small, large], small, large, K) is None


@pytest.mark.parametrize("theirs", [50, 49])
def test_everything_left_is_enough_however_large_those_above_are(theirs: int) -> None:
    small, large = team(A, 5, 2), team(B, 50, theirs)
    assert gap([small, large], small, large, K) == 3


def after(groups: list[Group], mine: Group, modules: int) -> list[Group]:
    """The groups when `mine` has taken that many more."""
    sums, taken = mine.sums, mine.sums.taken + modules
    moved = replace(mine, sums=replace(sums, taken=taken, result=result(sums.weight, taken, sums.possible)))
    return [moved if group == mine else group for group in groups]


@given(boards(), st.data())
def test_the_gap_is_enough_and_one_less_is_not(groups: list[Group], data: st.DataObject) -> None:
    board = place(groups, K, live_members=0)
    lower = [each for each in board if each.rank > 1]
    if not lower:
        return
    chosen = data.draw(st.sampled_from(lower))
    mine, left = chosen.group, chosen.group.sums.possible - chosen.group.sums.taken
    above = [each for each in board if each.rank < chosen.rank][-1].group

    def passes(modules: int) -> bool:
        places = ranks_live(after(groups, mine, modules))
        mine_now, above_now = places[mine.departments[0]], places[above.departments[0]]
        return mine_now < above_now or modules == left  # with everything taken: level with who has everything

    modules = gap(groups, mine, above, K)
    assert modules is not None
    assert passes(modules)
    assert not passes(modules - 1)
    if modules == left:
        assert ranks_live(after(groups, mine, left))[mine.departments[0]] == 1


def ranks_live(groups: list[Group]) -> dict[UUID, int]:
    return {each.group.departments[0]: each.rank for each in place(groups, K, live_members=0)}
