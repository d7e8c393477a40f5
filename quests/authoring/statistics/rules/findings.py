"""What the figures of a card say should be looked at, and what to do about it. Numbers are ours."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

ENOUGH = 20
"""People, before anything is said of what nobody does or everybody can."""

LURES, HARD, EASY = 0.35, 0.40, 0.95
DOUBTFUL = -0.10
STOPS, FEWEST_STOPS = 0.10, 3
SLOWER, RUSHED = 2.0, 0.25

WEIGHTS: Mapping[str, int] = {
    "key_doubtful": 6,
    "lure": 5,
    "stops": 4,
    "hard": 3,
    "slow": 2,
    "rushed": 2,
    "unchosen": 1,
    "easy": 1,
}
"""What is to be looked at first."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Something that could be chosen, and how many did."""

    value: str
    text: str
    right: bool
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A card in numbers of people. `reached` is how many came to it at their first attempt, `expected` the seconds it
    takes to read and decide."""

    tries: int
    rights: int
    too_quick: int = 0
    reached: int = 0
    stopped: int = 0
    discrimination: float | None = None
    median: float | None = None
    expected: float = 0
    chosen: Sequence[Chosen] = ()

    @property
    def difficulty(self) -> float:
        """The share that was right at the first try."""
        return self.rights / self.tries if self.tries else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to do: its code and the figures its sentence needs."""

    code: str
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        return WEIGHTS[self.code]


def discrimination(n: int, rights: int, rest: int, rest_squared: int, rest_right: int) -> float | None:
    """How well a card tells those who know from those who do not, from -1 to 1: the point-biserial correlation of being
    right with the share right of the rest of the attempt. None where all were right, or all alike."""
    over = n * rest_right - rights * rest
    under = rights * (n - rights) * (n * rest_squared - rest * rest)
    return over / math.sqrt(under) if under > 0 else None


def findings(card: Figures) -> list[Finding]:
    """What to do about a card, the most important first."""
    found = [*_of_the_key(card), *_of_the_choices(card), *_of_the_time(card)]
    if card.stopped >= FEWEST_STOPS and card.stopped >= STOPS * card.reached:
        found.append(Finding("stops", {"people": card.stopped, "of": card.reached}))
    return sorted(found, key=lambda each: -each.weight)


def _of_the_key(card: Figures) -> list[Finding]:
    if card.discrimination is not None and card.tries >= ENOUGH and card.discrimination < DOUBTFUL:
        return [Finding("key_doubtful", {"percent": percent(card.difficulty)})]
    if card.tries >= ENOUGH and card.difficulty >= EASY:
        return [Finding("easy", {"percent": percent(card.difficulty)})]
    return []


def _of_the_choices(card: Figures) -> list[Finding]:
    wrong = [each for each in card.chosen if not each.right]
    lure = max(wrong, key=lambda each: each.count, default=None)
    found = []
    if lure is not None and lure.count >= LURES * card.tries:
        found.append(Finding("lure", {"text": lure.text, "percent": percent(lure.count / card.tries)}))
    elif card.tries and card.difficulty < HARD:
        found.append(Finding("hard", {"percent": percent(card.difficulty)}))
    if card.tries >= ENOUGH:
        found += [Finding("unchosen", {"text": each.text}) for each in wrong if each.count == 0]
    return found


def _of_the_time(card: Figures) -> list[Finding]:
    if card.tries and card.too_quick >= RUSHED * card.tries:
        return [Finding("rushed", {"percent": percent(card.too_quick / card.tries)})]
    if card.median is not None and card.expected and card.median > SLOWER * card.expected:
        return [Finding("slow", {"seconds": round(card.median), "expected": round(card.expected)})]
    return []


def percent(share: float) -> int:
    """A share as whole per cent, halves up."""
    return math.floor(100 * share + 0.5)
