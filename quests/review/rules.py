"""When what has been learnt comes back, what is asked first, and what counts as mastered. Days are the organisation's.

Memory follows FSRS-6 with its published default weights (Ye and others, "A stochastic shortest path algorithm for
optimizing spaced repetition scheduling", KDD 2022, and what its authors have published since), graded right or wrong
and without fuzz, so that the same tries always give the same memory.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Protocol, TypeVar
from uuid import UUID

from fsrs import Card, Rating, Scheduler, State

SECONDS_EACH = 20
"""What one question of a round takes, with its explanation."""

LONGEST_DAYS = 3650
AHEAD = timedelta(days=7)
HORIZON = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Try:
    """One time an item was asked: when, in which letter and where in it, and whether it was recalled."""

    happened_at: datetime
    day: date
    letter_id: UUID
    position: int
    recalled: bool


@dataclass(frozen=True, slots=True)
class Sighting:
    """A day on which an item was seen, and the try that counts, where it was the first in its letter."""

    day: date
    proof: Try | None


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of an item. `mastered_on`: the day of the last of the two recalls that master it, while they do."""

    stability: float
    difficulty: float
    met_on: date
    last_on: date
    last_recalled: bool
    tries: int
    due_on: date
    mastered_on: date | None


@cache
def _scheduler(retention: float) -> Scheduler:
    """No learning steps: nothing comes back the same day by itself, since a round already ends with all of it right."""
    return Scheduler(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )


def in_order(tries: Iterable[Try]) -> list[Try]:
    """As they happened, whatever order they came in; each only once."""
    return sorted(set(tries), key=lambda each: (each.happened_at, each.letter_id, each.position, each.recalled))


def memory_of(tries: Iterable[Try], retention: float) -> Memory | None:
    """The memory that these tries make, in whatever order they are given; None without any."""
    known = in_order(tries)
    if not known:
        return None
    card = Card(card_id=0, due=_noon(known[0].day))
    for each in known:
        card = _after(card, each.day, each.recalled, retention)
    assert card.stability is not None  # noqa: S101
    assert card.difficulty is not None  # noqa: S101
    return Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        met_on=known[0].day,
        last_on=known[-1].day,
        last_recalled=known[-1].recalled,
        tries=len(known),
        due_on=card.due.date(),
        mastered_on=mastered_on(known),
    )


def _after(card: Card, day: date, recalled: bool, retention: float) -> Card:
    """The card after one more try. Whole days are counted, from noon to noon."""
    rating = Rating.Good if recalled else Rating.Again
    return _scheduler(retention).review_card(card, rating, _noon(day))[0]


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def mastered_on(known: Sequence[Try]) -> date | None:
    """The day of the last try, when it and the last one of an earlier day were recalled, and nothing in between failed.

    `known` in order. What is asked twice on one day proves no more than once.
    """
    if not known:
        return None
    last = known[-1].day
    for each in reversed(known):
        if not each.recalled:
            return None
        if each.day != last:
            return last
    return None


def state_on(known: Iterable[Try], day: date) -> str | None:
    """How an item stood at the end of a day: `mastered`, `met`, or None while it had not been met. `known` in order."""
    until = [each for each in known if each.day <= day]
    if not until:
        return None
    return "mastered" if mastered_on(until) else "met"


class Remembered(Protocol):
    """What choosing needs to know of an item."""

    @property
    def stability(self) -> float: ...
    @property
    def difficulty(self) -> float: ...
    @property
    def last_on(self) -> date: ...
    @property
    def due_on(self) -> date: ...
    @property
    def key(self) -> tuple[str, str]:
        """(module, card)."""
        ...


Item = TypeVar("Item", bound=Remembered)


def _card(item: Remembered) -> Card:
    return Card(
        card_id=0,
        state=State.Review,
        stability=item.stability,
        difficulty=item.difficulty,
        due=_noon(item.due_on),
        last_review=_noon(item.last_on),
    )


def recall_chance(item: Remembered, day: date, retention: float) -> float:
    """How likely the item is recalled on that day (FSRS calls it retrievability), 0..1."""
    return _scheduler(retention).get_card_retrievability(_card(item), _noon(day))


def worth(item: Remembered, day: date, retention: float) -> float:
    """What asking the item on that day gives for the time it takes: by how much likelier it is recalled four weeks
    later, in expectation, against how often it is asked, since a question that was not recalled comes again.

    It is low for what is still well known, and for what would be forgotten again at once. In simulated half-years with
    a holiday it gives more a minute than the longest overdue first, and far more than what is likeliest to be forgotten
    first, under most ways to forget that others have measured (`bench/bench_memory.py`).
    """
    scheduler, card, later = _scheduler(retention), _card(item), _noon(day + HORIZON)
    chance = scheduler.get_card_retrievability(card, _noon(day))
    known, forgot = (_after(card, day, recalled, retention) for recalled in (True, False))
    asked = chance * scheduler.get_card_retrievability(known, later)
    asked += (1 - chance) * scheduler.get_card_retrievability(forgot, later)
    return (asked - scheduler.get_card_retrievability(card, later)) / (2 - chance)


def days_until_back(item: Remembered, day: date, retention: float) -> tuple[int, int]:
    """In how many days the item comes back when it is asked on that day: recalled, and not recalled."""
    recalled, missed = (_after(_card(item), day, known, retention).due.date() for known in (True, False))
    return (recalled - day).days, (missed - day).days


def most_valuable(items: Iterable[Item], day: date, retention: float) -> list[Item]:
    """What is asked first when not all can be: what gains most by it; ties in a fixed order."""
    return sorted(items, key=lambda each: (-worth(each, day, retention), each.due_on, each.key))


def left_of(asked: int, most: int) -> int:
    """How many may still be asked this week."""
    return max(0, most - asked)


def next_monday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())


def due_by_wish(due_on: date, last_on: date, mastered_on: date | None, wanted_from: date | None) -> date:
    """When an item is due that is wanted from a day on: then, and not the day it was last asked, until it is recalled.

    Wanted or not, it is never due later than memory has it.
    """
    if wanted_from is None or is_granted(mastered_on, wanted_from):
        return due_on
    return min(due_on, max(wanted_from, last_on + timedelta(days=1)))


def is_granted(mastered_on: date | None, wanted_from: date) -> bool:
    """Whether an item has been recalled, and is mastered, since it was wanted."""
    return mastered_on is not None and mastered_on >= wanted_from


def agenda(
    items: Iterable[Item],
    day: date,
    asked: int,
    most: int,
    retention: float,
    wanted: Collection[tuple[str, str]] = frozenset(),
) -> list[tuple[date, Item]]:
    """What may be asked in the coming week, at most `most` in all: (from which day, item), the most valuable first.

    This week takes what its ceiling still has room for, what is due now before what becomes due; the rest waits for
    Monday. However long somebody has been away, it is never more than one week's ceiling. What is due and wanted (by
    key) goes before all else.
    """
    coming = [each for each in items if each.due_on < day + AHEAD]
    now = most_valuable((each for each in coming if each.due_on <= day), day, retention)
    now.sort(key=lambda each: each.key not in wanted)
    soon = sorted((each for each in coming if each.due_on > day), key=lambda each: (each.due_on, each.key))
    monday, room = next_monday(day), left_of(asked, most)
    this_week = [each for each in (*now, *soon) if each.due_on < monday][:room]
    taken = {each.key for each in this_week}
    rest = [each for each in (*now, *soon) if each.key not in taken]
    planned = [(each.due_on, each) for each in this_week]
    planned += [(max(each.due_on, monday), each) for each in rest]
    return planned[:most]


def interleaved(topics: Sequence[str]) -> list[int]:
    """An order of a round in which no two of the same topic stand beside each other where that can be avoided.

    Look-alike situations teach most when they come mixed, so that one has to tell which of them this is (g = 0.42 in
    Brunmair and Richter's meta-analysis of 2019): so whatever the topic with most left is comes next, unless it has
    just been; of equals, the one whose first question is the most valuable. Gives places in `topics`.
    """
    waiting: dict[str, list[int]] = {}
    for place, topic in enumerate(topics):
        waiting.setdefault(topic, []).append(place)
    order: list[int] = []
    last: str | None = None
    while waiting:
        free = [topic for topic in waiting if topic != last] or list(waiting)
        last = min(free, key=lambda topic: (-len(waiting[topic]), waiting[topic][0]))
        order.append(waiting[last].pop(0))
        if not waiting[last]:
            del waiting[last]
    return order


def apart(day: date, others: Iterable[date]) -> int | None:
    """How many days lie between a try and the nearest other time the item was seen; None when there is no other.

    Both ways, since letters come late: of two recalls too near each other only the one received first is rewarded.
    """
    return min((abs((day - other).days) for other in others), default=None)
