"""What one attempt adds to the sums, and how long things took on a scale that needs no list of times."""

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quests.authoring.statistics.rules.picking import picked
from quests.content.rules.documents import canonical, whole_in_language
from quests.content.rules.pools import drawn
from quests.content.rules.texts import Card, Document, languages_of

SHORTEST, STEPS_A_DOUBLING, LAST_STEP = 0.25, 4, 63
"""Seconds of the first step; each step is a fourth of a doubling longer, so that times are right within a tenth."""

CHOSEN, TOOK = "chosen", "took"
NOT_ASKED = frozenset({"explanation", "remember"})
"""Fields that are met after the answer, or never: they make no other question of a card."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The first try at an exercise within an attempt. `ever`: the player's first at all."""

    card: str
    response: Any
    right: bool
    too_quick: bool
    seconds: float | None
    ever: bool


@dataclass(frozen=True, slots=True)
class Sums:
    """What is added: to the version, by card and column, and by card, what and value."""

    begun: int = 0
    ended: int = 0
    cards: Mapping[str, Counter[str]] = field(default_factory=dict)
    tallies: Counter[tuple[str, str, str]] = field(default_factory=Counter)


def sums_of(
    cards: Mapping[str, Card],
    asked: Sequence[str],
    seed: int,
    tries: Sequence[Tried],
    answered: Sequence[str],
    finished: bool,
) -> Sums | None:
    """What an attempt adds; None where the player has tried all of it before.

    `cards` are the exercises of the version by id, `asked` the ids of all that is answered in it, in order.
    """
    new = [each for each in tries if each.ever]
    if not new:
        return None
    rights = sum(each.right for each in tries)
    others = len(tries) - 1
    found: dict[str, Counter[str]] = {}
    tallies: Counter[tuple[str, str, str]] = Counter()
    for each in new:
        adds = Counter(tries=1, rights=int(each.right), too_quick=int(each.too_quick))
        if others:
            rest = round(1000 * (rights - each.right) / others)
            adds.update(paired=1, paired_right=int(each.right), rest=rest, rest_squared=rest * rest)
            adds.update(rest_right=rest if each.right else 0)
        found[each.card] = adds
        for value in picked(drawn(cards[each.card], seed), each.response):
            tallies[each.card, CHOSEN, value] += 1
        if each.seconds is not None:
            tallies[each.card, TOOK, str(step_of(each.seconds))] += 1
    first_met = len(new) == len(tries)
    if first_met and not finished and (stop := _stop(asked, answered)) is not None:
        found.setdefault(stop, Counter())["stopped"] += 1
    return Sums(int(first_met), int(first_met and finished), found, tallies)


def _stop(asked: Sequence[str], answered: Sequence[str]) -> str | None:
    """The card an attempt was given up at: the first that was not answered, else the last, which had come back."""
    left = [each for each in asked if each not in set(answered)]
    return left[0] if left else answered[-1] if answered else None


def step_of(seconds: float) -> int:
    """The step of the scale that so many seconds belong to."""
    return min(LAST_STEP, max(0, math.floor(STEPS_A_DOUBLING * math.log2(max(seconds, SHORTEST) / SHORTEST))))


def seconds_within(steps: Mapping[int, int], share: float) -> float | None:
    """How many seconds that share of the tries took at most; None of nothing. Within a step times are even."""
    total = sum(steps.values())
    wanted, seen = share * total, 0
    for step, count in sorted(steps.items()):
        if seen + count >= wanted and count:
            return SHORTEST * 2 ** ((step + (wanted - seen) / count) / STEPS_A_DOUBLING)
        seen += count
    return None


def fingerprints(document: Document) -> dict[str, str]:
    """By card what it asks, as a hash: of its words in the language the module was written in, keys and pictures.

    So a mended translation, or another explanation, carries the figures on.
    """
    first = languages_of(document)[0]
    cards = whole_in_language(document, first, "")["cards"]
    return {card["id"]: hashlib.sha256(canonical(_asked(card))).hexdigest()[:32] for card in cards}


def _asked(part: Any) -> Any:
    if isinstance(part, Mapping):
        return {name: _asked(value) for name, value in part.items() if name not in NOT_ASKED}
    return [_asked(item) for item in part] if isinstance(part, list) else part
