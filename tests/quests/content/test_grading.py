"""Grading, by the vectors that the device reads too."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.demo.tries import right_response, wrong_response
from quests.content.rules.grading import Outcome, grade
from quests.content.rules.kinds.registry import KINDS, is_asked, is_exercise
from tests.quests.content.examples import CARDS, VECTORS, card

ROWS: list[dict[str, Any]] = json.loads((VECTORS / "grading.json").read_bytes())
ASKING = {each for each in CARDS if is_asked(card(each))}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["a", "b", "l1", "r1"]),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.sampled_from(["l1", "l2", "a"]), below, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_vector(row: dict[str, Any]) -> None:
    assert grade(row["card"], row["response"], row.get("language", "nb")) == row["expect"]


def test_every_kind_has_an_example() -> None:
    assert CARDS.keys() == KINDS.keys()


def test_every_type_has_vectors() -> None:
    assert {row["card"]["type"] for row in ROWS} >= ASKING


@pytest.mark.parametrize("kind", sorted(each for each in CARDS if is_exercise(card(each))))
def test_the_key_is_right(kind: str) -> None:
    assert grade(card(kind), right_response(card(kind)), "nb") is Outcome.RIGHT
    assert grade(card(kind), wrong_response(card(kind)), "nb") is Outcome.WRONG


@pytest.mark.parametrize("response", [10**400, -(10**400), float("nan"), float("inf"), True])
def test_what_no_device_computes_with_is_malformed(response: object) -> None:
    assert grade(card("number"), response, "nb") is Outcome.MALFORMED


@given(kind=st.sampled_from(sorted(CARDS)), response=JSON)
def test_any_response_gets_an_outcome(kind: str, response: object) -> None:
    assert grade(card(kind), response, "nb") in Outcome
