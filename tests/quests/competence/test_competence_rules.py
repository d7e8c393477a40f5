"""Terms, windows and what counts: tables of days, and laws that hold for any of them."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.competence.rules import (
    Held,
    Need,
    Plan,
    Term,
    achieved,
    after_months,
    counts_since,
    faults_of,
    held_from,
    may_earn,
    missing,
    shown_counts,
    standing,
)

YEAR = Term(12, 60)
MODULE = UUID(int=1)
ITEMS = [(MODULE, f"c{n}") for n in range(1, 5)]
NEEDS = [Need("hender", 100, frozenset(ITEMS[:2])), Need("fall", 50, frozenset(ITEMS[2:]))]


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "months", "then"),
    [
        ("2026-11-19", 12, "2027-11-19"),
        ("2028-02-29", 12, "2029-02-28"),  # no 29 February the year after
        ("2028-02-29", 48, "2032-02-29"),
        ("2027-02-28", 12, "2028-02-28"),  # a leap year gives no day more
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-01-01", -1, "2026-12-01"),
        ("2028-02-29", -12, "2027-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_a_month_is_the_same_day_of_the_month_or_its_last(start: str, months: int, then: str) -> None:
    assert after_months(day(start), months) == day(then)


@pytest.mark.parametrize(
    ("today", "last_until", "until", "renews"),
    [
        ("2026-11-19", None, "2027-11-19", "2027-09-20"),
        ("2027-10-01", "2027-11-19", "2028-11-19", "2028-09-20"),  # early: no day is lost
        ("2027-11-19", "2027-11-19", "2028-11-19", "2028-09-20"),  # on its last day it still holds
        ("2027-11-20", "2027-11-19", "2028-11-20", "2028-09-21"),  # late: from the day itself
        ("2029-01-15", "2028-02-29", "2030-01-15", "2029-11-16"),
        ("2028-02-20", "2028-02-29", "2029-02-28", "2028-12-30"),  # on from a leap day
        ("2029-02-28", "2029-02-28", "2030-02-28", "2029-12-30"),
    ],
)
def test_a_new_term_counts_from_the_old_ones_end_or_from_the_day_when_that_is_past(
    today: str, last_until: str | None, until: str, renews: str
) -> None:
    last = None
    if last_until:
        ends = day(last_until)
        last = Held(after_months(ends, -12), ends, ends - timedelta(days=60))
    found = achieved(day(today), last, YEAR)
    assert (found.valid_until, found.renews_from) == (day(until), day(renews))


CERTIFICATE = held_from(day("2026-11-19"), YEAR)  # until 2027-11-19, window from 2027-09-20
MASTERED = {item: day("2026-11-18") for item in ITEMS}


@pytest.mark.parametrize(
    ("today", "last", "recalls", "state", "done"),
    [
        ("2026-11-19", None, {}, "not_begun", 0),
        ("2026-11-19", None, {ITEMS[0]: day("2026-11-19")}, "on_the_way", 1),
        ("2026-11-19", None, {ITEMS[2]: day("2026-11-19")}, "on_the_way", 1),
        ("2026-11-19", None, MASTERED, "on_the_way", 3),  # all; half of the second topic is one
        ("2028-11-19", None, MASTERED, "not_begun", 0),  # known two years ago says nothing of today
        ("2027-09-19", CERTIFICATE, MASTERED, "valid", 0),  # figures count towards the next one
        ("2027-09-20", CERTIFICATE, MASTERED, "renew", 0),
        ("2027-11-19", CERTIFICATE, {**MASTERED, ITEMS[1]: day("2027-09-20")}, "renew", 1),
        ("2027-11-20", CERTIFICATE, {**MASTERED, ITEMS[1]: day("2027-09-20")}, "expired", 1),
        ("2029-11-20", CERTIFICATE, {**MASTERED, ITEMS[1]: day("2027-09-20")}, "expired", 0),
    ],
)
def test_where_somebody_stands(
    today: str, last: Held | None, recalls: dict[tuple[UUID, str], date], state: str, done: int
) -> None:
    found = standing(day(today), NEEDS, recalls, last, YEAR)
    assert (found.state, found.done, found.needed) == (state, done, 3)
    assert found.complete == (done == 3)


def test_what_is_for_good_never_ends_and_takes_knowledge_of_any_age() -> None:
    good = Term(None, 60)
    found = standing(day("2036-01-01"), NEEDS, MASTERED, None, good)
    assert found.complete
    assert achieved(day("2036-01-01"), None, good).valid_until is None
    assert standing(day("2099-01-01"), NEEDS, {}, held_from(day("2036-01-01"), good), good).state == "valid"


def test_nothing_to_ask_is_nothing_achieved() -> None:
    assert not standing(day("2026-11-19"), [], {}, None, YEAR).complete
    empty = [NEEDS[0], Need("tomt", 100, frozenset())]
    assert not standing(day("2026-11-19"), empty, MASTERED, None, YEAR).complete


def test_a_share_is_rounded_up() -> None:
    counts = [Need("t", share, frozenset(ITEMS[:3])).count for share in (1, 33, 34, 66, 67, 100)]
    assert counts == [1, 1, 2, 2, 3, 3]


def test_what_is_missing_is_asked_of_unfinished_topics_alone() -> None:
    known = {ITEMS[0]: day("2026-11-18"), ITEMS[3]: day("2026-11-18")}
    assert missing(NEEDS, known, None) == [ITEMS[1]]
    assert missing(NEEDS, known, day("2026-11-19")) == sorted(ITEMS)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({}, None),
        ({"title": {"nb": "Hender"}}, "title"),
        ({"topics": {}}, "topics"),
        ({"topics": {"ukjent": 100}}, "topics"),
        ({"months": 1, "window": 15}, "window"),
        ({"months": 1, "window": 14}, None),
        ({"months": None, "window": 365}, None),
    ],
)
def test_what_a_requirement_cannot_be(change: dict[str, object], field: str | None) -> None:
    plan = {"title": dict.fromkeys(("nb", "nn", "en"), "Hender"), "topics": {"hender": 100}, "months": 12, "window": 60}
    faults = faults_of(Plan(**{**plan, **change}), {"hender", "fall"})  # type: ignore[arg-type]
    assert list(faults) == ([field] if field else [])


def test_small_groups_are_not_counted() -> None:
    assert shown_counts({"valid": 4}) is None
    assert shown_counts({"valid": 4, "renew": 1}) == {
        "not_begun": 0,
        "on_the_way": 0,
        "valid": 4,
        "renew": 1,
        "expired": 0,
    }


days = st.dates(date(2020, 1, 1), date(2060, 1, 1))
terms = st.integers(1, 60).flatmap(lambda months: st.builds(Term, st.just(months), st.integers(0, months * 14)))
recalls = st.dictionaries(st.sampled_from(ITEMS), days)


@given(days, terms)
def test_a_window_opens_after_the_term_begins_and_no_later_than_it_ends(start: date, term: Term) -> None:
    held = held_from(start, term)
    assert held.valid_until is not None
    assert held.renews_from is not None
    assert start < held.renews_from <= held.valid_until


@given(days, terms, st.integers(0, 4000))
def test_whenever_it_is_renewed_it_holds_and_ends_later_than_before(start: date, term: Term, wait: int) -> None:
    last = held_from(start, term)
    today = start + timedelta(days=wait)
    if not may_earn(standing(today, NEEDS, {}, last, term).state):
        return
    new = achieved(today, last, term)
    assert last.valid_until is not None
    assert new.valid_until is not None
    assert new.valid_until > last.valid_until
    assert new.valid_until >= after_months(today, term.months or 0)  # at least a whole term from today
    assert standing(today, NEEDS, {}, new, term).state == "valid"  # so that nothing is earned twice by the same


@given(days, terms, recalls, st.integers(1, 400))
def test_knowing_more_never_takes_anything_away(
    today: date, term: Term, known: dict[tuple[UUID, str], date], back: int
) -> None:
    last = held_from(today - timedelta(days=back), term)
    before = standing(today, NEEDS, known, last, term)
    for item in ITEMS:
        after = standing(today, NEEDS, {**known, item: max(today, known.get(item, today))}, last, term)
        assert after.done >= before.done
        assert after.state == before.state


@given(days, terms, recalls)
def test_complete_means_that_nothing_is_missing(today: date, term: Term, known: dict[tuple[UUID, str], date]) -> None:
    found = standing(today, NEEDS, known, None, term)
    assert found.complete == (missing(NEEDS, known, counts_since(today, None, term)) == [])
