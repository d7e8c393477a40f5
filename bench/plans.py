"""Plans of when what has been learnt is asked again: Løype's, and those it is held against."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

from fsrs import Card

from quests.review import rules

RETENTION = 0.87
FIRST_DAY = date(2026, 1, 5)


def day(at: int) -> date:
    """The date of a day of the simulation, which begins on a Monday."""
    return FIRST_DAY + timedelta(days=at)


class Plan(Protocol):
    """What to ask next. Items are numbered in the order they were met."""

    def met(self, item: int, at: int, recalled: bool) -> None: ...
    def asked(self, item: int, at: int, recalled: bool) -> None: ...
    def due(self, at: int) -> Sequence[int]: ...


class Nothing:
    """No review."""

    def met(self, item: int, at: int, recalled: bool) -> None:
        """Nothing follows."""

    def asked(self, item: int, at: int, recalled: bool) -> None:
        """It never is."""

    def due(self, at: int) -> Sequence[int]:
        return ()


@dataclass
class Weekly:
    """Everything again a week after it was last seen, what has waited longest first."""

    seen: dict[int, int] = field(default_factory=dict)

    def met(self, item: int, at: int, recalled: bool) -> None:
        self.seen[item] = at

    asked = met

    def due(self, at: int) -> Sequence[int]:
        return sorted(
            (item for item, last in self.seen.items() if last + 7 <= at), key=lambda item: (self.seen[item], item)
        )


@dataclass
class SuperMemo2:
    """P. A. Woźniak's SM-2 (1987), right as grade 4 and wrong as 2: 1 day, 6 days, then times the easiness."""

    state: dict[int, tuple[int, float, float]] = field(default_factory=dict)  # repetitions, interval, easiness
    due_at: dict[int, float] = field(default_factory=dict)

    def met(self, item: int, at: int, recalled: bool) -> None:
        self.state[item], self.due_at[item] = (0, 0, 2.5), at + 1

    def asked(self, item: int, at: int, recalled: bool) -> None:
        repetitions, interval, easiness = self.state[item]
        grade = 4 if recalled else 2
        easiness = max(1.3, easiness + 0.1 - (5 - grade) * (0.08 + (5 - grade) * 0.02))
        repetitions = repetitions + 1 if recalled else 0
        interval = 1 if repetitions <= 1 else 6 if repetitions == 2 else interval * easiness
        self.state[item], self.due_at[item] = (repetitions, interval, easiness), at + interval

    def due(self, at: int) -> Sequence[int]:
        return sorted(
            (item for item, when in self.due_at.items() if when <= at), key=lambda item: (self.due_at[item], item)
        )


@dataclass(frozen=True, slots=True)
class Known:
    """An item as the review's rules ask for it."""

    stability: float
    difficulty: float
    last_on: date
    due_on: date
    number: int

    @property
    def key(self) -> tuple[str, str]:
        return "", f"{self.number:04}"


@lru_cache(maxsize=500_000)
def _worth(stability: float, difficulty: float, since: int, due_in: int) -> float:
    """The rules' worth, once for each state there is: dates matter only by their distances."""
    last = day(0)
    item = Known(stability, difficulty, last, last + timedelta(days=due_in), 0)
    return rules.worth(item, last + timedelta(days=since), RETENTION)


@lru_cache(maxsize=500_000)
def _after(stability: float | None, difficulty: float | None, since: int, recalled: bool) -> tuple[float, float, int]:
    """Stability, difficulty and days until due after one more try."""
    last = day(0)
    card = Card(card_id=0, due=rules._noon(last))
    if stability is not None:
        card = rules._card(Known(stability, difficulty or 0, last, last, 0))
    asked = last + timedelta(days=since)
    card = rules._after(card, asked, recalled, RETENTION)
    return card.stability or 0, card.difficulty or 0, (card.due.date() - asked).days


@dataclass
class Loype:
    """What the product does: FSRS-6, and the most valuable first when not all can be asked."""

    items: dict[int, Known] = field(default_factory=dict)

    def met(self, item: int, at: int, recalled: bool) -> None:
        stability, difficulty, days = _after(None, None, 0, recalled)
        self.items[item] = Known(stability, difficulty, day(at), day(at + days), item)

    def asked(self, item: int, at: int, recalled: bool) -> None:
        before = self.items[item]
        since = (day(at) - before.last_on).days
        stability, difficulty, days = _after(before.stability, before.difficulty, since, recalled)
        self.items[item] = Known(stability, difficulty, day(at), day(at + days), item)

    def due(self, at: int) -> Sequence[int]:
        today = day(at)
        due = [each for each in self.items.values() if each.due_on <= today]

        def first(each: Known) -> tuple[float, date, int]:
            since, due_in = (today - each.last_on).days, (each.due_on - each.last_on).days
            return -_worth(each.stability, each.difficulty, since, due_in), each.due_on, each.number

        return [each.number for each in sorted(due, key=first)]


PLANS: dict[str, type[Loype] | type[Nothing] | type[Weekly] | type[SuperMemo2]] = {
    "loype": Loype,
    "no_review": Nothing,
    "weekly": Weekly,
    "sm2": SuperMemo2,
}
