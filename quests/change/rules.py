"""Which cards a test asks, what it proves, and what may be shown of many people's tests."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

MOST_CARDS = 15
"""About three minutes (*ours*)."""

SECONDS_EACH = 12


def spread(held: Sequence[int], most: int) -> list[tuple[int, int]]:
    """Which cards are asked, as (place of the module, which of its cards): one of each module before two of any.

    `held` is how many each module has to ask. With more modules than room, those that stand evenly along the path.
    """
    places = [place for place, count in enumerate(held) if count > 0]
    if len(places) > most:
        places = [places[(2 * number + 1) * len(places) // (2 * most)] for number in range(most)]
    deepest = max((held[place] for place in places), default=0)
    asked = [(place, depth) for depth in range(deepest) for place in places if depth < held[place]]
    return sorted(asked[:most])


def minutes_of(cards: int) -> int:
    """Whole minutes, rounded up."""
    return -(-cards * SECONDS_EACH // 60)


def mastered(answers: Iterable[tuple[UUID, bool]]) -> set[UUID]:
    """The modules all of whose cards in a test were right."""
    wrong: set[UUID] = set()
    asked: set[UUID] = set()
    for module_id, right in answers:
        asked.add(module_id)
        if not right:
            wrong.add(module_id)
    return asked - wrong


@dataclass(frozen=True, slots=True)
class Pair:
    """One person's two tests: when the second was handed in, and by topic how many were right of how many, in each."""

    order: tuple[datetime, str]
    before: Mapping[str, tuple[int, int]]
    after: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Change:
    """Shares of right answers before and after, of so many people, in whole per cent."""

    people: int
    before: int
    after: int


def group_change(pairs: Collection[Pair], least: int) -> tuple[Change | None, dict[str, Change]]:
    """The change of a group, and by topic; None, and no topic, for fewer than `least` people.

    People come in by the order of their second test, `least` at a time, so that two looks at the figures never differ
    by fewer than that. A topic that fewer have in both is left out, and where it is the only one another with it, since
    it could be told from the whole.
    """
    counted = sorted(pairs, key=lambda each: each.order)[: len(pairs) // least * least]
    if not counted:
        return None, {}
    topics = sorted({topic for each in counted for topic in each.before.keys() & each.after.keys()})
    by_topic = {topic: _change(_with(counted, topic), topic) for topic in topics}
    hidden = [topic for topic, change in by_topic.items() if change.people < least]
    shown = [topic for topic in topics if topic not in hidden]
    if len(hidden) == 1 and shown:
        shown.remove(min(shown, key=lambda topic: (by_topic[topic].people, topic)))
    return _change(counted, None), {topic: by_topic[topic] for topic in shown}


def _with(pairs: Iterable[Pair], topic: str) -> list[Pair]:
    return [each for each in pairs if topic in each.before and topic in each.after]


def _change(pairs: Sequence[Pair], topic: str | None) -> Change:
    before, after = [each.before for each in pairs], [each.after for each in pairs]
    return Change(len(pairs), _share(before, topic), _share(after, topic))


def _share(tests: Iterable[Mapping[str, tuple[int, int]]], topic: str | None) -> int:
    found = [figures for test in tests for name, figures in test.items() if topic in (None, name)]
    right, of = sum(each[0] for each in found), sum(each[1] for each in found)
    return round(100 * right / of) if of else 0
