"""What knowledge and taking part are worth (start values of the game's rules, section 3), and ranks by it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate

WORTH = {"exercise_first": 10, "exercise_later": 5, "module": 20, "quest": 50, "quest_late": 25, "recall": 10}
RECALL_DAYS = 3
ALL = "all"
LARGE = 10_000
"""From so many people on a week's board on, counting all for each look takes too long: the worker counts for them."""
LASTS = timedelta(seconds=30)
"""How long what the worker has counted stands."""

Grant = tuple[str, str]  # (key, kind)


def exercise_grants(run: object, module: object, settled: Iterable[tuple[str, str]]) -> list[Grant]:
    """What exercises that were right for the first time give: by card, `first`, `later` or `too_quick`."""
    kinds = {"first": "exercise_first", "later": "exercise_later"}
    return [(f"exercise:{run}:{module}:{card}", kinds[how]) for card, how in settled if how in kinds]


def module_grant(run: object, module: object) -> Grant:
    return f"module:{run}:{module}", "module"


def quest_grant(run: object, quest: object, in_week: bool) -> Grant:
    """The quest's bonus: full in its week, half later; once, whichever comes first."""
    return f"quest:{run}:{quest}", "quest" if in_week else "quest_late"


def recall_grants(module: object, card: str, letter: object, *, recalled: bool, days: int | None) -> list[Grant]:
    """What an item recalled in a review gives: something once it has not been seen for so many days."""
    earned = recalled and days is not None and days >= RECALL_DAYS
    return [(f"recall:{module}:{card}:{letter}", "recall")] if earned else []


def summed(kinds: Iterable[str]) -> list[dict[str, object]]:
    """Entries as they are told: by kind, how many and how many points together, in the order of `WORTH`."""
    counts = dict.fromkeys(WORTH, 0)
    for kind in kinds:
        counts[kind] += 1
    return [{"kind": kind, "points": WORTH[kind] * n, "count": n} for kind, n in counts.items() if n]


@dataclass(frozen=True, slots=True)
class Spread:
    """How many people have each number of points: `points` rising, `below` how many have less than each."""

    points: Sequence[int]
    below: Sequence[int]
    total: int

    def rank(self, points: int) -> int:
        """One more than those who have more."""
        place = bisect_right(self.points, points)
        return 1 + (self.total - self.below[place] if place < len(self.points) else 0)


def spread_of(people: Iterable[tuple[int, int]]) -> Spread:
    """Of (points, people), in any order."""
    known = sorted(people)
    sums = list(accumulate((count for _, count in known), initial=0))
    return Spread([points for points, _ in known], sums[:-1], sums[-1])
