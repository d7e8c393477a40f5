"""What a test asks, what it proves, and what is shown of a group: by tables and laws."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.change.questions import askable
from quests.change.rules import Change, Pair, group_change, mastered, minutes_of, spread
from tests.quests.content.examples import card, module

NOON = datetime(2026, 11, 19, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("held", "most", "asked"),
    [
        ([], 15, []),
        ([0, 0], 15, []),
        ([1, 1, 1], 15, [(0, 0), (1, 0), (2, 0)]),
        ([2, 1, 2], 15, [(0, 0), (0, 1), (1, 0), (2, 0), (2, 1)]),
        ([2, 2, 2], 4, [(0, 0), (0, 1), (1, 0), (2, 0)]),
        ([1, 0, 1], 15, [(0, 0), (2, 0)]),
        ([1] * 6, 3, [(1, 0), (3, 0), (5, 0)]),
        ([2] * 4, 3, [(0, 0), (2, 0), (3, 0)]),
    ],
)
def test_which_cards(held: list[int], most: int, asked: list[tuple[int, int]]) -> None:
    assert spread(held, most) == asked


@given(st.lists(st.integers(0, 2), max_size=40), st.integers(3, 15))
def test_never_too_many_none_twice_and_one_of_each_before_two_of_any(held: list[int], most: int) -> None:
    asked = spread(held, most)
    assert len(asked) == min(most, sum(held)) or len(asked) == most
    assert len(set(asked)) == len(asked)
    assert all(depth < held[place] for place, depth in asked)
    with_cards = sum(count > 0 for count in held)
    if any(depth for _, depth in asked):
        assert len({place for place, _ in asked}) == with_cards


def test_what_can_stand_alone() -> None:
    plain, kept = card("choice"), card("multiple") | {"remember": True}
    assert askable(module("m") | {"cards": [card("text"), plain, card("order")]}) == [plain["id"]]
    assert askable(module("m") | {"cards": [plain, kept]}) == [kept["id"]]
    assert askable(module("m") | {"cards": [card("flashcard"), card("survey")]}) == []


def test_mastered_is_all_right() -> None:
    a, b, c = (UUID(int=each) for each in range(3))
    assert mastered([(a, True), (a, True), (b, True), (b, False), (c, False)]) == {a}


@pytest.mark.parametrize(("cards", "minutes"), [(0, 0), (1, 1), (5, 1), (6, 2), (15, 3)])
def test_minutes(cards: int, minutes: int) -> None:
    assert minutes_of(cards) == minutes


def pair(number: int, before: int, after: int, topics: tuple[str, ...] = ("a", "b")) -> Pair:
    """Somebody with `before` and `after` right of two in each topic."""
    order = (NOON + timedelta(minutes=number), str(number))
    return Pair(order, dict.fromkeys(topics, (before, 2)), dict.fromkeys(topics, (after, 2)))


def test_nothing_is_shown_of_four() -> None:
    assert group_change([pair(each, 0, 2) for each in range(4)], 5) == (None, {})


def test_five_are_shown() -> None:
    whole, topics = group_change([pair(each, 1, 2) for each in range(5)], 5)
    assert whole == Change(5, 50, 100)
    assert topics == {"a": Change(5, 50, 100), "b": Change(5, 50, 100)}


def test_the_sixth_changes_nothing_so_that_no_look_shows_one_person() -> None:
    five = [pair(each, 1, 2) for each in range(5)]
    assert group_change([*five, pair(9, 0, 0)], 5) == group_change(five, 5)
    ten = [*five, *(pair(each, 0, 1) for each in range(10, 15))]
    assert group_change(ten, 5)[0] == Change(10, 25, 75)


def test_a_topic_of_few_is_left_out_with_another_that_it_could_be_told_from() -> None:
    people = [pair(each, 1, 2) for each in range(3)] + [pair(each, 1, 2, ("a", "b", "c")) for each in range(3, 5)]
    whole, topics = group_change(people, 5)
    assert whole is not None
    assert set(topics) == {"b"}


@given(st.integers(0, 23), st.integers(2, 7))
def test_two_looks_never_differ_by_fewer_than_the_smallest_group(count: int, least: int) -> None:
    people = [pair(each, 0, 2) for each in range(count)]
    shown = [found.people if found else 0 for found in (group_change(people[:n], least)[0] for n in range(count + 1))]
    assert all(after - before in (0, least) for before, after in pairwise(shown))


@given(st.permutations([pair(each, each % 3, 2) for each in range(7)]))
def test_the_order_people_are_read_in_decides_nothing(people: list[Pair]) -> None:
    assert group_change(people, 5) == group_change(sorted(people, key=lambda each: each.order), 5)
