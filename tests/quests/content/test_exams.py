"""Exams: nothing that tells the answer goes out, and what comes back is read in the ids of the document."""

import copy
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.content.rules.documents import (
    in_language,
    salt_of,
    stored_form,
    structure_of,
    version_of,
    whole_in_language,
)
from quests.content.rules.exams import LISTS, Terms, lifted, revealed
from quests.content.rules.grading import Outcome, grade
from quests.content.rules.kinds.kind import Asks
from quests.content.rules.kinds.registry import KINDS
from quests.content.rules.pools import drawn
from quests.content.rules.validation import faults_of
from tests.quests.content.examples import CARDS, card, module, pool

OWN_IDS = [f'"id":"{id}"' for id in ("a", "b", "l1", "r1", "x")]
TERMS = {"pass": 0.8, "attempts_a_day": 2}
SECRETS = {"key", "explanation", "wrong", "exact", "remember", "effects", "good", "enough"}
TELLING = [name for name, kind in KINDS.items() if kind.asks is Asks.NOTHING and name in CARDS]
POOL = {name: value for name, value in pool().items() if name != "remember"}


def exam_of(*cards: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An exam in stored form with these cards, nothing in them to be remembered."""
    kept = [{name: value for name, value in each.items() if name != "remember"} for each in cards]
    document = module("eksamen") | {"cards": kept, "exam": TERMS, **changes}
    assert faults_of(document, "modules/eksamen.json") == []
    return stored_form(document, defaultdict(lambda: "a" * 64))


def served(document: dict[str, Any], language: str = "nb") -> dict[str, Any]:
    return in_language(document, language, version_of(document))


def fields(part: Any) -> Iterator[str]:
    """The names of all fields, at any depth."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield name
            yield from fields(value)
    elif isinstance(part, list):
        for each in part:
            yield from fields(each)


EVERY = [pytest.param(card(kind), id=kind) for kind in LISTS if kind in CARDS] + [pytest.param(POOL, id="pool")]


@pytest.mark.parametrize("asked", EVERY)
def test_nothing_that_is_served_tells_the_answer(asked: dict[str, Any]) -> None:
    document = exam_of(asked)
    for language in document["languages"]:
        shown = served(document, language)
        assert not SECRETS & set(fields(shown["cards"]))
        assert (shown["takeaways"], shown["sources"], shown["exam"]) == ([], [], TERMS)
        content = orjson.dumps(shown)
        for secret in ("Fordi", "Tjue", "håndvask", "hand washing", "Vask", *OWN_IDS):
            assert secret.encode() not in content
        assert structure_of({name: value for name, value in document.items() if name != "exam"}).encode() not in content


@pytest.mark.parametrize("kind", [each for each in LISTS if LISTS[each] and each in CARDS])
def test_the_order_of_the_file_does_not_show(kind: str) -> None:
    asked = card(kind)
    turned = copy.deepcopy(asked)
    for field in LISTS[kind]:
        turned[field].reverse()
    shown = [revealed(each, "salt") for each in (asked, turned)]
    assert [shown[0][field] for field in LISTS[kind]] == [shown[1][field] for field in LISTS[kind]]


@pytest.mark.parametrize("asked", EVERY)
@pytest.mark.parametrize("seed", [1, 2, 7])
def test_what_is_shown_after_it_is_the_answer_in_the_ids_of_the_device(asked: dict[str, Any], seed: int) -> None:
    document = exam_of(asked)
    salt = salt_of(document)
    whole = whole_in_language(document, "nb", version_of(document))
    own = drawn(document["cards"][0], seed)
    told = revealed(drawn(whole["cards"][0], seed), salt)
    before = drawn(served(document)["cards"][0], seed)
    for field in LISTS[own["type"]]:
        assert [each["id"] for each in told[field]] == [each["id"] for each in before[field]]
    response = told["key"] if own["type"] not in ("number", "fill") else {"number": 30, "fill": "håndvask"}[own["type"]]
    assert grade(own, lifted(own, response, salt), "nb") is Outcome.RIGHT
    assert grade(told, response, "nb") is Outcome.RIGHT


@pytest.mark.parametrize("kind", [each for each in LISTS if LISTS[each] and each in CARDS])
def test_the_ids_of_the_document_are_no_answer(kind: str) -> None:
    own = exam_of(card(kind))["cards"][0]
    assert grade(own, lifted(own, own["key"], "salt"), "nb") is Outcome.MALFORMED


json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("kind", [each for each in LISTS if each in CARDS])
@given(response=json)
def test_no_response_raises(kind: str, response: Any) -> None:
    own = exam_of(card(kind))["cards"][0]
    assert grade(own, lifted(own, response, "salt"), "nb") in (Outcome.WRONG, Outcome.MALFORMED, Outcome.RIGHT)


def test_ids_are_others_in_another_version() -> None:
    first, second = exam_of(card("choice")), exam_of(card("choice"), title={"nb": "Annet", "en": "Other"})
    ids = [{each["id"] for each in served(document)["cards"][0]["options"]} for document in (first, second)]
    assert not ids[0] & ids[1]


def test_the_structure_moves_with_all_that_could_be_guessed_at_and_with_the_terms() -> None:
    asked = card("choice")
    other = copy.deepcopy(asked)
    other["options"][0]["explanation"]["nb"] = "Noe annet"
    documents = [exam_of(asked), exam_of(other), exam_of(asked, exam=TERMS | {"pass": 1})]
    assert len({structure_of(each) for each in documents}) == 3


@pytest.mark.parametrize(
    ("share", "correct", "of", "passed"),
    [
        (0.8, 4, 5, True),
        (0.8, 3, 5, False),
        (1, 5, 5, True),
        (1, 4, 5, False),
        (0.67, 2, 3, False),
        (0.66, 2, 3, True),
        (0.001, 0, 3, False),
        (0.7, 7, 10, True),
        (0.29, 29, 100, True),
    ],
)
def test_the_mark(share: float, correct: int, of: int, passed: bool) -> None:
    assert Terms(share, 1).passed(correct, of) is passed


def codes(**changes: Any) -> list[tuple[str, str]]:
    document = module("eksamen", "choice") | {"exam": TERMS} | changes
    return [(each.path, each.remedy.code) for each in faults_of(document, "modules/eksamen.json")]


@pytest.mark.parametrize(
    ("exam", "found"),
    [
        (True, [("exam", "not_object")]),
        ({}, [("exam.attempts_a_day", "missing"), ("exam.pass", "missing")]),
        (TERMS | {"grade": 6}, [("exam.grade", "unknown_field")]),
        *[(TERMS | {"pass": each}, [("exam.pass", "exam_pass")]) for each in (0, 1.01, -1, "0.8", True, None)],
        *[
            (TERMS | {"attempts_a_day": each}, [("exam.attempts_a_day", "exam_attempts")])
            for each in (0, 11, 1.5, "2", True)
        ],
    ],
)
def test_terms_that_are_not_right(exam: Any, found: list[tuple[str, str]]) -> None:
    assert codes(exam=exam) == found


@pytest.mark.parametrize(
    "kind", sorted(name for name, kind in KINDS.items() if kind.asks is Asks.WORD and name in CARDS)
)
def test_what_is_not_graded_cannot_stand_in_an_exam(kind: str) -> None:
    assert codes(cards=[card("choice"), card(kind)]) == [("cards[1].type", "exam_card")]


def test_what_is_remembered_cannot() -> None:
    assert codes(cards=[card("choice") | {"remember": True}]) == [("cards[0].remember", "exam_remember")]


@pytest.mark.parametrize("kind", TELLING)
def test_what_tells_can_and_is_served_whole(kind: str) -> None:
    document = exam_of(card("choice"), card(kind))
    whole = whole_in_language(document, "nb", version_of(document))
    assert served(document)["cards"][1] == whole["cards"][1]


def test_every_graded_kind_is_known_here_or_kept_out() -> None:
    graded = {name for name, kind in KINDS.items() if kind.asks is Asks.RIGHT}
    assert graded - LISTS.keys() <= {"scenario"}
    assert LISTS.keys() <= graded
    for name, lists in LISTS.items():
        assert KINDS[name].lists == lists
