"""Memory as arithmetic: what comes back when, what is asked first, what counts as mastered."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from uuid import UUID

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.review.rules import (
    Memory,
    Try,
    agenda,
    apart,
    in_order,
    interleaved,
    left_of,
    mastered_on,
    memory_of,
    most_valuable,
    next_monday,
    recall_chance,
    state_on,
    worth,
)

VECTORS = Path(__file__).parents[2] / "vectors"
FIRST = date(2026, 11, 2)
RETENTION = 0.87


def tried(day: int, recalled: bool = True, hour: int = 12, letter: int = 0) -> Try:
    on = FIRST + timedelta(days=day)
    moment = datetime(on.year, on.month, on.day, hour, tzinfo=UTC)
    return Try(moment, on, UUID(int=letter or 1000 * day + hour), 0, recalled)


def memory(*tries: Try) -> Memory:
    found = memory_of(tries, RETENTION)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("tries", "days"),
    [
        ([tried(0)], 3),
        ([tried(0, False)], 1),
        ([tried(0), tried(3)], 21),
        ([tried(0), tried(3, False)], 1),
        ([tried(0, False), tried(1)], 3),
        ([tried(0), tried(0, hour=15)], 3),
        ([tried(0), tried(3), tried(21)], 98),
    ],
)
def test_days_until_it_comes_back(tries: list[Try], days: int) -> None:
    found = memory(*tries)
    assert (found.due_on - found.last_on).days == days


def test_it_is_asked_when_it_is_about_as_likely_recalled_as_wanted() -> None:
    item = Known.of(memory(tried(0), tried(3), tried(21)), 1)
    assert recall_chance(item, item.due_on, RETENTION) == pytest.approx(RETENTION, abs=0.005)
    assert recall_chance(item, item.last_on, RETENTION) == 1


def test_nothing_is_remembered_of_what_was_never_tried() -> None:
    assert memory_of([], RETENTION) is None
    assert mastered_on([]) is None
    assert state_on([], FIRST) is None


tries_lists = st.lists(
    st.builds(tried, st.integers(0, 60), st.booleans(), st.integers(0, 23), st.integers(1, 5)), min_size=1, max_size=12
)


@given(tries_lists, st.randoms(use_true_random=False))
def test_any_order_and_repetition_gives_the_same_memory(tries: list[Try], random: Random) -> None:
    again = [*tries, *random.choices(tries, k=3)]
    random.shuffle(again)
    assert memory_of(again, RETENTION) == memory_of(tries, RETENTION)


@given(tries_lists)
def test_it_never_comes_back_the_day_it_was_seen(tries: list[Try]) -> None:
    found = memory(*tries)
    assert found.due_on > found.last_on == max(each.day for each in tries)
    assert found.stability > 0
    assert found.mastered_on in (None, found.last_on)


@pytest.mark.parametrize(
    ("tries", "day"),
    [
        ([tried(0)], None),
        ([tried(0), tried(3)], 3),
        ([tried(0), tried(0, hour=15)], None),
        ([tried(0, False), tried(3)], None),
        ([tried(0, False), tried(3), tried(5)], 5),
        ([tried(0), tried(3), tried(9, False)], None),
        ([tried(0), tried(3), tried(3, hour=15)], 3),
        ([tried(0), tried(3), tried(3, False, hour=15)], None),
        ([tried(0, False), tried(0, hour=15), tried(3)], 3),
    ],
)
def test_mastered_is_the_last_two_on_different_days_both_right(tries: list[Try], day: int | None) -> None:
    assert mastered_on(in_order(tries)) == (FIRST + timedelta(days=day) if day is not None else None)


def test_how_an_item_stood_at_the_end_of_a_day() -> None:
    tries = [tried(2), tried(5), tried(9, False)]
    states = [state_on(tries, FIRST + timedelta(days=day)) for day in (1, 2, 5, 9)]
    assert states == [None, "met", "mastered", "met"]


@dataclass(frozen=True)
class Known:
    stability: float
    difficulty: float
    last_on: date
    due_on: date
    key: tuple[str, str]

    @classmethod
    def of(cls, memory: Memory, number: int) -> "Known":
        return cls(memory.stability, memory.difficulty, memory.last_on, memory.due_on, (f"m{number}", "c1"))


@st.composite
def items(draw: st.DrawFn) -> list[Known]:
    found = draw(st.lists(tries_lists, max_size=30))
    return [Known.of(memory(*tries), number) for number, tries in enumerate(found)]


days = st.integers(61, 200).map(lambda day: FIRST + timedelta(days=day))


@given(items(), days, st.integers(0, 20), st.integers(1, 12))
def test_a_week_never_asks_for_more_than_its_ceiling(known: list[Known], day: date, asked: int, most: int) -> None:
    planned = agenda(known, day, asked, most, RETENTION)
    assert len(planned) <= most
    assert len({item.key for _, item in planned}) == len(planned)
    this_week = [item for asked_from, item in planned if asked_from < next_monday(day)]
    assert len(this_week) <= left_of(asked, most)
    assert all(asked_from >= item.due_on for asked_from, item in planned)
    assert all(item.due_on < day + timedelta(days=7) for _, item in planned)


@given(items(), days)
def test_after_a_month_away_the_most_valuable_come_first(known: list[Known], day: date) -> None:
    due = [each for each in known if each.due_on <= day]
    planned = [item for _, item in agenda(known, day, 0, 12, RETENTION)]
    first, left = planned[: min(len(due), 12)], [each for each in due if each not in planned]
    gains = [worth(each, day, RETENTION) for each in first]
    assert gains == sorted(gains, reverse=True)
    assert all(worth(each, day, RETENTION) <= gains[-1] for each in left)


def test_what_would_be_forgotten_at_once_waits_for_what_lasts() -> None:
    fading = Known.of(memory(tried(0), tried(3)), 1)
    hopeless = Known.of(memory(*(tried(day, False) for day in range(6))), 2)
    fresh = Known.of(memory(tried(0), tried(3), tried(21), tried(60)), 3)
    day = FIRST + timedelta(days=61)
    assert most_valuable([fresh, hopeless, fading], day, RETENTION) == [fading, hopeless, fresh]


@pytest.mark.parametrize(
    ("topics", "order"),
    [
        ("", []),
        ("a", [0]),
        ("aabb", [0, 2, 1, 3]),
        ("aaab", [0, 3, 1, 2]),
        ("abab", [0, 1, 2, 3]),
        ("abbb", [1, 0, 2, 3]),
        ("aabbcc", [0, 2, 4, 1, 3, 5]),
    ],
)
def test_look_alikes_come_mixed(topics: str, order: list[int]) -> None:
    assert interleaved(topics) == order


@given(st.lists(st.sampled_from("abcd"), max_size=12))
def test_mixing_keeps_all_and_lets_neighbours_differ_where_they_can(topics: list[str]) -> None:
    order = interleaved(topics)
    assert sorted(order) == list(range(len(topics)))
    mixed = [topics[place] for place in order]
    most = max((topics.count(topic) for topic in topics), default=0)
    beside = sum(one == other for one, other in pairwise(mixed))
    assert beside == max(0, most - (len(topics) - most) - 1)


def test_the_nearest_other_time_it_was_seen() -> None:
    on = [FIRST + timedelta(days=day) for day in (0, 10, 12)]
    assert apart(on[1], []) is None
    assert apart(on[1], [on[0]]) == 10
    assert apart(on[1], [on[0], on[2]]) == 2


def test_the_device_mixes_by_the_same_rule() -> None:
    rows = orjson.loads((VECTORS / "rounds.json").read_bytes())
    assert len(rows) >= 30
    for row in rows:
        assert interleaved(row["topics"]) == row["order"], row
