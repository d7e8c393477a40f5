"""A league's arithmetic: who races in a group with whom, what a place in it is, and who goes up or down afterwards.

Groups are cut from those on the same tier by how much each has taken of what was possible lately. A bracket of up to
30 is one group; of 40 or more every group has 20 to 30; 31 to 39 cannot be cut so, and give two of 15 to 20.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from app.core.weeks import moment_at

TIERS = 5
SMALLEST, LARGEST = 20, 30
FLOOR = 5
"""Fewer than so many never race with each other: neither a group, nor an organisation's league."""
NEW_WEEKS = 2
"""A newcomer's weeks, in which they race with other newcomers where these are a full group."""
FORM_WEEKS = 4
KEPT_WEEKS = 13
"""How long it is kept who raced with whom: as long as somebody may ask what became of a week."""
FIFTH = 5
MILLION = 1_000_000
TURNS_ON, TURNS_AT = 1, 12
"""Tuesday at noon, local time: the week before is settled, and this one's groups are drawn."""


def turns_at(week: date, time_zone: str) -> datetime:
    """When the groups of the week from that Monday are drawn, and those of the week before are settled."""
    return moment_at(week + timedelta(days=TURNS_ON), TURNS_AT, time_zone)


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody who takes part: on which tier, how active lately (millionths of what was possible), and if new."""

    player: UUID
    tier: int
    form: int
    is_new: bool = False


def form_of(weeks: Iterable[tuple[int, int]]) -> int | None:
    """The mean of (possible, taken) weeks in millionths; None when nothing was possible in any of them."""
    shares = [share_of(possible, taken) for possible, taken in weeks if possible]
    return sum(shares) // len(shares) if shares else None


def share_of(possible: int, taken: int) -> int:
    """In millionths; nothing possible gives nothing."""
    return min(taken, possible) * MILLION // possible if possible else 0


def groups_of(entrants: Iterable[Entrant]) -> list[list[Entrant]]:
    """The groups, each with the most active first. Who is equally active stands by their id. None below the floor."""
    brackets = _brackets(list(entrants))
    return [group for bracket in brackets for group in _cut(bracket)]


def _brackets(entrants: Sequence[Entrant]) -> list[list[Entrant]]:
    """Who may race with whom: newcomers where they fill a group, then each tier; too few go with a neighbour."""
    if len(entrants) < FLOOR:
        return []
    new = [each for each in entrants if each.is_new]
    apart = len(new) >= SMALLEST
    rest = [each for each in entrants if not (apart and each.is_new)]
    found: list[list[Entrant]] = []
    for tier in sorted({each.tier for each in rest}, reverse=True):
        own = [each for each in rest if each.tier == tier]
        if found and len(found[-1]) < FLOOR:
            found[-1] += own
        else:
            found.append(own)
    if found and len(found[-1]) < FLOOR and (len(found) > 1 or apart):
        few = found.pop()
        (found[-1] if found else new).extend(few)
    if apart:
        found.append(new)
    return [sorted(each, key=_order) for each in reversed(found)]


def _order(entrant: Entrant) -> tuple[int, UUID]:
    return -entrant.form, entrant.player


def _cut(bracket: Sequence[Entrant]) -> list[list[Entrant]]:
    """In as few groups of at most 30 as there can be, whose sizes differ by one at most."""
    count = -(-len(bracket) // LARGEST)
    ends = [len(bracket) * n // count for n in range(count + 1)]
    return [list(bracket[start:end]) for start, end in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Week:
    """What somebody could earn that week and has earned. `spared`: away for some of it, or in their first."""

    player: UUID
    tier: int
    possible: int
    taken: int
    spared: bool = False

    @property
    def share(self) -> int:
        return share_of(self.possible, self.taken)


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in a group. `rank`: None until one has earned something. `low`: in the lowest fifth, shown to nobody."""

    week: Week
    rank: int | None
    outcome: str
    low: bool


def fifth(racing: int) -> int:
    """How many places lead up, and how many down at most: a fifth."""
    return racing // FIFTH


def placed(weeks: Iterable[Week]) -> list[Placed]:
    """A group in its order, with what the week would come to if it ended so.

    Equal results share the better place: those on the border of the upper fifth all go up, those on the border of the
    lower one all stay. Up goes only who has earned something; for whom nothing was possible the week does not count.
    """
    order = sorted(weeks, key=lambda each: (-each.share, not each.possible, each.player))
    racing = [each.share for each in order if each.possible]
    return [_placed(each, racing) for each in order]


def _placed(week: Week, racing: Sequence[int]) -> Placed:
    if not week.possible:
        return Placed(week, None, "rested", low=False)
    better = sum(share > week.share for share in racing)
    low = sum(share <= week.share for share in racing) <= fifth(len(racing))
    rank = better + 1 if week.taken else None
    if week.taken and better < max(1, fifth(len(racing))):
        outcome = "up" if week.tier < TIERS else "stayed"
    elif low and week.tier > 1:
        outcome = "rested" if week.spared else "down"
    else:
        outcome = "stayed"
    return Placed(week, rank, outcome, low)


def tier_after(tier: int, outcome: str) -> int:
    return tier + {"up": 1, "down": -1}.get(outcome, 0)


def seen_by(player: UUID, group: Sequence[Placed], top: int, each_side: int) -> list[int]:
    """Which places of the group somebody in it sees: the first, those nearest, and their own.

    Of others only those who have earned something and are not in the lowest fifth.
    """
    own = next(at for at, each in enumerate(group) if each.week.player == player)
    shown = [at for at, each in enumerate(group) if at != own and each.rank is not None and not each.low]
    above, below = [at for at in shown if at < own][-each_side:], [at for at in shown if at > own][:each_side]
    first = [at for at in shown if at < top]
    return sorted({*first, *above, own, *below})


STEP = 5
"""The smallest number of points an entry gives."""


def points_to_climb(group: Sequence[Placed], player: UUID) -> tuple[int, int | None] | None:
    """(points, rank): the fewest more, in whole steps, with which one stands better, and where.

    In the lowest fifth that is out of it, and rank is None. None for the first, and where not so many are left to earn.
    """
    own = next(each for each in group if each.week.player == player)
    others = [each.week.share for each in group if each is not own and each.week.possible]
    ahead = [share for share in others if share > own.week.share]
    for points in range(STEP, own.week.possible - own.week.taken + 1, STEP) if ahead else ():
        share = share_of(own.week.possible, own.week.taken + points)
        if own.low and sum(each <= share for each in others) + 1 > fifth(len(others) + 1):
            return points, None
        if not own.low and share >= min(ahead):
            return points, sum(each > share for each in ahead) + 1
    return None
