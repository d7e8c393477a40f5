"""Shuffling, by the vectors that the device reads too."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.content.rules.shuffle import fnv1a, mulberry32, shuffled, shuffled_unsolved
from tests.quests.content.examples import VECTORS

ROWS: list[dict[str, Any]] = orjson.loads((VECTORS / "shuffle.json").read_bytes())
IDS = st.lists(st.text(max_size=3), unique=True, max_size=12)
SEEDS = st.integers(0, 2**31 - 1)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['seed']}:{row['card']}" for row in ROWS])
def test_vector(row: dict[str, Any]) -> None:
    if "key" in row:
        assert shuffled_unsolved(row["ids"], row["seed"], row["card"], row["key"]) == row["shuffled"]
    else:
        assert shuffled(row["ids"], row["seed"], row["card"]) == row["shuffled"]


@pytest.mark.parametrize(("text", "expected"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)])
def test_published_hashes(text: str, expected: int) -> None:
    """The three from the FNV authors' own test list."""
    assert fnv1a(text) == expected


@given(ids=IDS, seed=SEEDS, card=st.text(max_size=5))
def test_a_shuffle_is_a_permutation_and_always_the_same(ids: list[str], seed: int, card: str) -> None:
    before = list(ids)
    assert sorted(shuffled(ids, seed, card)) == sorted(ids)
    assert shuffled(ids, seed, card) == shuffled(ids, seed, card)
    assert ids == before


@given(ids=IDS.filter(lambda ids: len(ids) > 1), seed=SEEDS, data=st.data())
def test_things_to_be_ordered_are_never_shown_in_order(ids: list[str], seed: int, data: st.DataObject) -> None:
    key = data.draw(st.permutations(ids))
    order = shuffled_unsolved(ids, seed, "c1", key)
    assert order != key
    assert sorted(order) == sorted(ids)


@given(st.integers(0, 2**32 - 1))
def test_numbers_are_unsigned_words(start: int) -> None:
    following = mulberry32(start)
    assert all(0 <= following() < 2**32 for _ in range(5))


def test_every_order_comes_about_as_often() -> None:
    counts: dict[tuple[str, ...], int] = {}
    for seed in range(6000):
        order = tuple(shuffled(["a", "b", "c"], seed, "c1"))
        counts[order] = counts.get(order, 0) + 1
    assert len(counts) == 6
    assert all(850 < count < 1150 for count in counts.values())
