"""What an attempt adds to the sums of cards, and what the sums say should be done: tables of examples, and two laws."""

import math
from collections import Counter
from statistics import mean, pstdev
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.authoring.statistics.rules.findings import Chosen, Figures, discrimination, findings, percent
from quests.authoring.statistics.rules.picking import offered, picked, said
from quests.authoring.statistics.rules.sums import (
    CHOSEN,
    LAST_STEP,
    TOOK,
    Tried,
    fingerprints,
    seconds_within,
    step_of,
    sums_of,
)
from quests.content.rules.documents import stored_form
from quests.content.rules.pools import faces
from tests.quests.course import CHOICE, MATCH, MULTIPLE, NUMBER, ORDER, READING, module, options, text

DOCUMENT = stored_form(module("prove", CHOICE, MULTIPLE, ORDER), {})
CARDS = {card["id"]: card for card in DOCUMENT["cards"]}
POOL = {
    "id": "c7",
    "type": "choice",
    "variants": [{"id": "v1", **{name: CHOICE[name] for name in ("prompt", "options", "key")}}] * 2,
}


def tried(card: str, right: bool = True, seconds: float | None = 8.0, ever: bool = True, quick: bool = False) -> Tried:
    response: Any = CARDS[card]["key"] if right else {"c1": "a", "c2": ["b"], "c3": ["a", "c", "b"]}[card]
    return Tried(card, response, right, quick, seconds, ever)


def counted(*tries: Tried, finished: bool = True, answered: tuple[str, ...] | None = None) -> Any:
    names = answered if answered is not None else tuple(each.card for each in tries)
    return sums_of(CARDS, ("c1", "c2", "c3"), 1, tries, names, finished)


@pytest.mark.parametrize(
    ("card", "response", "expected"),
    [
        (CHOICE, "a", ["a"]),
        (MULTIPLE, ["c", "a"], ["a", "c"]),
        (ORDER, ["c", "a", "b"], []),
        (ORDER, ["a", "c", "b"], ["a>c"]),
        (ORDER, ["b", "a", "c"], ["b>a"]),
        (MATCH, {"l1": "r2", "l2": "r1"}, []),
        (MATCH, {"l1": "r1", "l2": "r1"}, ["l1:r1"]),
        (NUMBER, 60, []),
        (NUMBER, 61, ["high"]),
        (NUMBER, 12, ["low"]),
        ({"type": "fill", "key": {"nb": ["hansker"]}}, "Kari Nordmann", []),
    ],
)
def test_what_is_counted_of_a_response(card: Any, response: Any, expected: list[str]) -> None:
    assert picked(card, response) == expected


def test_variants_are_told_apart() -> None:
    face = faces(POOL)[0]
    assert picked(face, "a") == ["v1/a"]
    assert [each.value for each in offered(face, "nb")] == ["v1/a", "v1/b", "v1/c"]


def test_what_was_chosen_has_words() -> None:
    assert [(each.value, each.text, each.right) for each in offered(CHOICE, "nn")] == [
        ("a", "Svar a (nn)", False),
        ("b", "Svar b (nn)", True),
        ("c", "Svar c (nn)", False),
    ]
    assert said(ORDER, "a>c", "nb") == "Svar a (nb) → Svar c (nb)"
    assert said(MATCH, "l1:r1", "nb") == "Svar l1 (nb) → r1 (nb)"
    assert said(ORDER, "a>gone", "nb") == ""
    assert said(NUMBER, "low", "nb") == ""


def test_the_first_attempt_of_a_player_counts() -> None:
    sums = counted(tried("c1", right=False), tried("c2"), tried("c3"))
    assert (sums.begun, sums.ended) == (1, 1)
    assert sums.cards["c1"] == Counter(tries=1, paired=1, rest=1000, rest_squared=1_000_000)
    assert sums.cards["c2"]["rest_right"] == 500
    assert sums.tallies["c1", CHOSEN, "a"] == 1
    assert sums.tallies["c2", TOOK, str(step_of(8.0))] == 1


def test_what_was_tried_before_counts_no_more() -> None:
    assert counted(tried("c1", ever=False), tried("c2", ever=False)) is None
    sums = counted(tried("c1", ever=False), tried("c2"), finished=False)
    assert (sums.begun, sums.ended, set(sums.cards)) == (0, 0, {"c2"})


@pytest.mark.parametrize(
    ("answered", "stop"), [(("c1",), "c2"), (("c1", "c2", "c3"), "c3"), (("c2",), "c1"), (("c1", "c3"), "c2")]
)
def test_where_an_attempt_was_given_up(answered: tuple[str, ...], stop: str) -> None:
    sums = counted(*(tried(each) for each in answered), finished=False, answered=answered)
    assert {card for card, adds in sums.cards.items() if adds["stopped"]} == {stop}
    assert (sums.begun, sums.ended) == (1, 0)


def test_a_single_exercise_says_nothing_of_who_knows_more() -> None:
    assert counted(tried("c1")).cards["c1"] == Counter(tries=1, rights=1)


@given(st.lists(st.floats(0.3, 3000), min_size=1, max_size=200), st.sampled_from([0.5, 0.9]))
def test_times_from_the_scale_are_right_within_a_fifth(times: list[float], share: float) -> None:
    steps = Counter(step_of(each) for each in times)
    found = seconds_within(steps, share)
    exact = sorted(times)[max(0, math.ceil(share * len(times)) - 1)]
    assert found is not None
    assert exact / 1.2 <= found <= exact * 1.2


def test_the_ends_of_the_scale() -> None:
    assert (step_of(0), step_of(0.25), step_of(86_400)) == (0, 0, LAST_STEP)
    assert seconds_within({}, 0.5) is None


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 1000)), min_size=2, max_size=60))
def test_discrimination_is_the_correlation(pairs: list[tuple[bool, int]]) -> None:
    xs, ys = [int(right) for right, _ in pairs], [rest for _, rest in pairs]
    found = discrimination(
        len(pairs), sum(xs), sum(ys), sum(y * y for y in ys), sum(y for x, y in zip(xs, ys, strict=True) if x)
    )
    if not pstdev(xs) or not pstdev(ys):
        assert found is None
        return
    products = mean((x - mean(xs)) * (y - mean(ys)) for x, y in zip(xs, ys, strict=True))
    assert found == pytest.approx(products / (pstdev(xs) * pstdev(ys)), abs=1e-6)


def choices(*counts: int) -> list[Chosen]:
    """The first is the right one."""
    return [Chosen(letter, letter.upper(), number == 0, counts[number]) for number, letter in enumerate("bac")]


@pytest.mark.parametrize(
    ("card", "codes"),
    [
        (Figures(40, 30, chosen=choices(30, 6, 4)), []),
        (Figures(41, 19, chosen=choices(19, 5, 17)), ["lure"]),
        (Figures(40, 30, chosen=choices(30, 10, 0)), ["unchosen"]),
        (Figures(19, 15, chosen=choices(15, 4, 0)), []),
        (Figures(40, 40, chosen=choices(40, 0, 0)), ["easy", "unchosen", "unchosen"]),
        (Figures(40, 24, discrimination=-0.2), ["key_doubtful"]),
        (Figures(40, 24, discrimination=-0.05), []),
        (Figures(10, 5, discrimination=-0.9), []),
        (Figures(40, 12, chosen=choices(12, 14, 14)), ["lure"]),
        (Figures(40, 15), ["hard"]),
        (Figures(34, 25, reached=40, stopped=6), ["stops"]),
        (Figures(34, 25, reached=40, stopped=2), []),
        (Figures(400, 300, reached=400, stopped=30), []),
        (Figures(40, 30, median=61, expected=30), ["slow"]),
        (Figures(40, 30, median=60, expected=30), []),
        (Figures(40, 30, too_quick=10, median=61, expected=30), ["rushed"]),
        (Figures(0, 0), []),
    ],
)
def test_what_is_to_be_done(card: Figures, codes: list[str]) -> None:
    assert [each.code for each in findings(card)] == codes


def test_what_weighs_most_stands_first_and_says_its_figures() -> None:
    first, second = findings(Figures(41, 19, reached=41, stopped=6, chosen=choices(19, 5, 17)))
    assert (first.code, first.given) == ("lure", {"text": "C", "percent": 41})
    assert (second.code, second.given) == ("stops", {"people": 6, "of": 41})
    assert percent(0.125) == 13


def test_the_same_question_has_the_same_fingerprint() -> None:
    before = fingerprints(DOCUMENT)
    mended = module("prove", CHOICE | {"options": options("a", "b", "c")}, MULTIPLE, ORDER, READING)
    mended["cards"][0]["options"][0]["text"] = {**text("Svar a"), "nn": "Svaret a"}
    mended["cards"][0]["options"][1]["explanation"] = text("En bedre grunn")
    mended["cards"][1] = {**MULTIPLE, "prompt": text("Hvilke to?")}
    after = fingerprints(stored_form(mended, {}))
    assert after["c1"] == before["c1"]
    assert after["c2"] != before["c2"]
    assert after["c3"] == before["c3"]
