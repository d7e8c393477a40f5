"""Who races with whom, what a place is, who moves: laws of a league, for any people and any weeks."""

from collections import Counter
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboards.leagues.rules import (
    FLOOR,
    LARGEST,
    MILLION,
    SMALLEST,
    STEP,
    TIERS,
    Entrant,
    Placed,
    Week,
    fifth,
    form_of,
    groups_of,
    placed,
    points_to_climb,
    seen_by,
    share_of,
    tier_after,
)

forms = st.one_of(st.sampled_from([0, 500_000, MILLION]), st.integers(0, MILLION))


@st.composite
def fields(draw: st.DrawFn, most: int = 160) -> list[Entrant]:
    """People on any tiers, some of them new; crowded on few tiers as often as spread over all."""
    tiers = draw(st.sampled_from([[1], [1, 2], [2, 5], [1, 1, 1, 4], [1, 2, 3, 4, 5]]))
    chance = draw(st.sampled_from([0.0, 0.1, 0.5, 1.0]))
    random = Random(draw(st.integers(0, 2**32)))
    some = draw(st.lists(forms, min_size=1, max_size=8))
    count = draw(st.integers(0, most))
    return [
        Entrant(
            UUID(int=number + 1),
            random.choice(tiers),
            random.choice(some) if random.random() < 0.5 else random.randrange(MILLION),
            random.random() < chance,
        )
        for number in range(count)
    ]


@st.composite
def weeks(draw: st.DrawFn, most: int = LARGEST) -> list[Week]:
    """A group's week: often equal results, some with nothing possible, some away."""
    made = []
    for number in range(draw(st.integers(1, most))):
        possible = draw(st.sampled_from([0, 60, 300, 300, 300, 410]))
        taken = draw(st.integers(0, possible // 5)) * 5 if draw(st.booleans()) else draw(st.sampled_from([0, possible]))
        made.append(Week(UUID(int=number + 1), draw(st.integers(1, TIERS)), possible, taken, draw(st.booleans())))
    return made


def players(groups: list[list[Entrant]]) -> list[UUID]:
    return [each.player for group in groups for each in group]


@given(fields())
def test_everybody_is_in_exactly_one_group_or_there_are_too_few_for_any(field: list[Entrant]) -> None:
    groups = groups_of(field)
    assert sorted(players(groups)) == (sorted(each.player for each in field) if len(field) >= FLOOR else [])
    assert all(FLOOR <= len(group) <= LARGEST for group in groups)


@given(st.integers(0, 400))
def test_groups_of_one_tier_have_20_to_30_but_for_what_cannot_be_cut_so(count: int) -> None:
    groups = groups_of(Entrant(UUID(int=number + 1), 1, number) for number in range(count))
    sizes = [len(group) for group in groups]
    if count < FLOOR:
        assert sizes == []
    elif count <= LARGEST:
        assert sizes == [count]
    elif count < 2 * SMALLEST:
        assert sorted(sizes) == [count // 2, count - count // 2]
        assert min(sizes) >= 15
    else:
        assert all(SMALLEST <= size <= LARGEST for size in sizes)
        assert max(sizes) - min(sizes) <= 1


@given(fields(), st.randoms())
def test_the_order_they_come_in_is_irrelevant(field: list[Entrant], random: Random) -> None:
    assert groups_of(random.sample(field, len(field))) == groups_of(field)


@given(fields())
def test_those_alike_in_activity_are_together(field: list[Entrant]) -> None:
    """Of two groups that hold people of one tier and kind, all in one are at least as active as all in the other."""
    groups = groups_of(field)
    apart = sum(each.is_new for each in field) >= SMALLEST
    for one in range(len(groups)):
        for other in range(one + 1, len(groups)):
            tiers = [{(0 if apart and each.is_new else each.tier) for each in groups[at]} for at in (one, other)]
            if tiers[0] & tiers[1]:
                assert min(each.form for each in groups[one]) >= max(each.form for each in groups[other])


@given(fields())
def test_tiers_race_apart_but_for_those_with_too_few(field: list[Entrant]) -> None:
    crowds = Counter(each.tier for each in field)
    apart = sum(each.is_new for each in field) >= SMALLEST
    if min(crowds.values(), default=0) >= FLOOR and not apart:
        assert all(len({each.tier for each in group}) == 1 for group in groups_of(field))


@given(fields())
def test_newcomers_who_fill_a_group_race_with_newcomers(field: list[Entrant]) -> None:
    new = sum(each.is_new for each in field)
    if new >= SMALLEST and not 0 < len(field) - new < FLOOR:
        assert all(len({each.is_new for each in group}) == 1 for group in groups_of(field))


@given(weeks(), st.randoms())
def test_a_week_loses_nobody_and_moves_each_by_one_step_at_most(group: list[Week], random: Random) -> None:
    found = placed(group)
    assert sorted(each.week.player for each in found) == sorted(each.player for each in group)
    assert placed(random.sample(group, len(group))) == found
    for each in found:
        after = tier_after(each.week.tier, each.outcome)
        assert 1 <= after <= TIERS
        assert after - each.week.tier == {"up": 1, "down": -1}.get(each.outcome, 0)


@given(weeks())
def test_up_goes_the_best_fifth_and_who_is_equal_to_them(group: list[Week]) -> None:
    found = placed(group)
    racing = [each for each in found if each.week.possible]
    places = max(1, fifth(len(racing)))
    for each in racing:
        best = sum(other.week.share > each.week.share for other in racing) < places
        assert (each.outcome == "up") == (best and each.week.taken > 0 and each.week.tier < TIERS)
    assert any(each.week.taken for each in racing) == any(each.rank == 1 for each in found)


@given(weeks())
def test_down_goes_at_most_a_fifth_and_nobody_who_was_away_or_had_nothing_to_do(group: list[Week]) -> None:
    found = placed(group)
    down = [each for each in found if each.outcome == "down"]
    racing = [each for each in found if each.week.possible]
    assert len(down) <= sum(each.low for each in found) <= fifth(len(racing))
    assert not any(each.week.spared or not each.week.possible or each.week.tier == 1 for each in down)
    for each in down:
        assert not any(other.week.share == each.week.share and not other.low for other in racing)
        assert not any(other.outcome == "up" and other.week.share <= each.week.share for other in racing)


@given(weeks())
def test_nobody_of_the_lowest_fifth_is_seen_but_by_themselves(group: list[Week]) -> None:
    found = placed(group)
    for each in group:
        seen = [found[at] for at in seen_by(each.player, found, 3, 2)]
        assert len(seen) <= 8
        assert [one.week.player for one in seen].count(each.player) == 1
        assert not any(one.low or one.rank is None for one in seen if one.week.player != each.player)


@given(weeks())
def test_the_points_to_climb_are_enough_and_one_step_less_is_not(group: list[Week]) -> None:
    found = placed(group)
    for each in found:
        gap = points_to_climb(found, each.week.player)
        if gap is None:
            continue
        points, rank = gap
        assert (rank is None) == each.low

        def told(more: int, own: Week = each.week) -> Placed:
            better = Week(own.player, own.tier, own.possible, own.taken + more, own.spared)
            after = placed([better, *(one for one in group if one.player != own.player)])
            return next(one for one in after if one.week.player == own.player)

        before, after = told(points - STEP), told(points)
        if rank is None:
            assert before.low
            assert not after.low
        else:
            assert after.rank == rank
            assert points == STEP or before.rank is None or before.rank > rank


def outcomes(group: list[Placed]) -> str:
    return "".join({"up": "^", "stayed": "-", "down": "v", "rested": "z"}[each.outcome] for each in group)


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([100, 90, 80, 70, 60, 50, 40, 30, 20, 10], "^^------vv"),
        ([100, 100, 100, 70, 60, 50, 40, 30, 20, 10], "^^^-----vv"),
        ([100, 90, 80, 70, 60, 50, 40, 10, 10, 10], "^^--------"),
        ([100, 0, 0, 0, 0, 0, 0, 0, 0, 0], "^---------"),
        ([0] * 10, "----------"),
        ([100] * 10, "^^^^^^^^^^"),
        ([100, 50], "^-"),
    ],
)
def test_examples(taken: list[int], expected: str) -> None:
    assert outcomes(placed(Week(UUID(int=n + 1), 2, 100, each) for n, each in enumerate(taken))) == expected


def test_who_is_away_or_new_is_spared_and_who_had_nothing_to_do_rests() -> None:
    rows = [Week(UUID(int=n + 1), 3, 100, 100 - 10 * n) for n in range(8)]
    spared = [Week(UUID(int=9), 3, 100, 5, spared=True), Week(UUID(int=10), 3, 100, 0, spared=True)]
    assert outcomes(placed([*rows, *spared, Week(UUID(int=11), 3, 0, 0)])) == "^^------zzz"
    assert outcomes(placed([Week(UUID(int=1), 3, 100, 90, spared=True), *spared])) == "^--"


@given(st.lists(st.tuples(st.sampled_from([0, 40, 300]), st.integers(0, 400)), max_size=4))
def test_form_is_the_mean_of_the_weeks_in_which_something_was_possible(found: list[tuple[int, int]]) -> None:
    shares = [share_of(possible, taken) for possible, taken in found if possible]
    form = form_of(found)
    assert (form is None) == (not shares)
    assert form is None or min(shares) - 1 <= form <= max(shares)
