"""Competence's arithmetic: what is required, how far somebody is, until when it holds, what renews it.

Days are the organisation's. A certificate holds through its last day, `valid_until`. Renewed before that day is over,
the new term counts from it, so that nobody loses days by being early; renewed later, it counts from the day of renewal.
"""

from calendar import monthrange
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

LANGUAGES = ("nb", "nn", "en")
STATES = ("not_begun", "on_the_way", "valid", "renew", "expired")
MOST_TOPICS, MOST_MONTHS, MOST_WINDOW = 20, 120, 365
LEAST_GROUP = 5
LONGEST_TITLE = 120

Item = tuple[UUID, str]
"""What is to be remembered: a module and one of its cards."""

Known = Mapping[Item, date]
"""What somebody has mastered: by item the day of the recall that last proved it."""


@dataclass(frozen=True, slots=True)
class Need:
    """A topic that is required: its items, and how many per cent of them must be mastered."""

    topic: str
    share: int
    items: frozenset[Item]

    @property
    def count(self) -> int:
        """How many items that is: rounded up, so that a share of anything is at least one."""
        return -(-len(self.items) * self.share // 100)


@dataclass(frozen=True, slots=True)
class Term:
    """For how many months a certificate holds (None: for good), and how many days before its end it can be renewed."""

    months: int | None
    window: int


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate: from when its term counts, its last day, and from which day on it can be renewed."""

    counts_from: date
    valid_until: date | None
    renews_from: date | None


@dataclass(frozen=True, slots=True)
class Part:
    """How far somebody is in a topic."""

    topic: str
    done: int
    needed: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands with a requirement today. The figures count towards the next certificate."""

    state: str
    parts: tuple[Part, ...]

    @property
    def done(self) -> int:
        return sum(each.done for each in self.parts)

    @property
    def needed(self) -> int:
        return sum(each.needed for each in self.parts)

    @property
    def complete(self) -> bool:
        """Whether all that is needed is there; where nothing can be asked, nothing is achieved."""
        return bool(self.parts) and all(each.needed and each.done == each.needed for each in self.parts)


def after_months(day: date, months: int) -> date:
    """The same day so many months later or, below nought, earlier; where that month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def held_from(day: date, term: Term) -> Held:
    """The certificate whose term counts from that day."""
    if term.months is None:
        return Held(day, None, None)
    until = after_months(day, term.months)
    return Held(day, until, max(until - timedelta(days=term.window), day + timedelta(days=1)))


def achieved(today: date, last: Held | None, term: Term) -> Held:
    """The certificate that is earned today, after `last` where there was one."""
    if last is None or last.valid_until is None or last.valid_until < today:
        return held_from(today, term)
    return held_from(last.valid_until, term)


def counts_since(today: date, last: Held | None, term: Term) -> date | None:
    """From which day on being right counts towards the next certificate; None: whenever it was.

    What was known longer ago than a term lasts says nothing of today; and what was known before the window opened
    has been counted already.
    """
    oldest = None if term.months is None else after_months(today, -term.months)
    opened = last.renews_from if last else None
    return max((each for each in (oldest, opened) if each), default=None)


def counts(proved_on: date | None, since: date | None) -> bool:
    """Whether an item is known, and was lately enough."""
    return proved_on is not None and (since is None or proved_on >= since)


def standing(today: date, needs: Sequence[Need], known: Known, last: Held | None, term: Term) -> Standing:
    """Where somebody who knows this and has this last certificate stands today."""
    since = counts_since(today, last, term)
    parts = tuple(
        Part(each.topic, min(each.count, sum(counts(known.get(item), since) for item in each.items)), each.count)
        for each in needs
    )
    return Standing(_state(today, last, any(each.done for each in parts)), parts)


def _state(today: date, last: Held | None, begun: bool) -> str:
    if last is None:
        return "on_the_way" if begun else "not_begun"
    if last.valid_until is None or last.renews_from is None or today < last.renews_from:
        return "valid"
    return "renew" if today <= last.valid_until else "expired"


def may_earn(state: str) -> bool:
    """Whether a certificate can be earned now: not while one holds that cannot be renewed yet."""
    return state != "valid"


def missing(needs: Sequence[Need], known: Known, since: date | None) -> list[Item]:
    """The items that do not count yet, of topics of which not enough do."""
    found: list[Item] = []
    for each in needs:
        open_items = [item for item in each.items if not counts(known.get(item), since)]
        if len(each.items) - len(open_items) < each.count:
            found.extend(sorted(open_items))
    return found


@dataclass(frozen=True, slots=True)
class Plan:
    """A requirement as an editor describes it. `topics`: per cent by topic."""

    title: Mapping[str, str]
    topics: Mapping[str, int]
    months: int | None
    window: int


def faults_of(plan: Plan, known: Collection[str]) -> dict[str, list[str]]:
    """What is wrong, by field. `known`: the topics that have something to remember."""
    faults: dict[str, list[str]] = {}
    if set(plan.title) != set(LANGUAGES):
        faults["title"] = ["In nb, nn and en."]
    if not plan.topics:
        faults["topics"] = ["At least one."]
    elif not set(plan.topics) <= set(known):
        faults["topics"] = ["Topics with something to remember."]
    if plan.months is not None and plan.window > plan.months * 14:
        faults["window"] = ["At most half a term."]
    return faults


def shown_counts(states: Mapping[str, int]) -> dict[str, int] | None:
    """How many are in each state, or None for a group so small that one could be told from it."""
    if sum(states.values()) < LEAST_GROUP:
        return None
    return {state: states.get(state, 0) for state in STATES}
