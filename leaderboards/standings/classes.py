"""Size classes, as in orienteering: departments race against those of about their own size, each class with its winner.

How far a mean of few strays from the common one by luck alone goes with 1/√W. Shrunk with k, a result strays with
√W / (W + k), which is flat around W = k: with the middle size of its class as k, everybody there is about as likely to
win at equal ability (`make bench NAME=fairness`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil, log
from statistics import geometric_mean
from uuid import UUID

from leaderboards.standings.rules import MILLION, Group, Placed, mean, place

RATIO = 2.5
"""The largest of a class has at most so many times the members of the smallest."""
LEAST = 3
"""Fewer than so many are no race of their own; they join the class nearest in size."""


def classes(groups: Sequence[Group], ratio: float = RATIO, least: int = LEAST) -> list[list[Group]]:
    """The groups in classes of equal steps in size, the class of the largest first; none for no groups."""
    if not groups:
        return []
    sizes = [each.sums.members for each in groups]
    smallest, spread = min(sizes), log(max(sizes) / min(sizes))
    count = max(1, ceil(spread / log(ratio) - 1e-9))
    found: list[list[Group]] = [[] for _ in range(count)]
    for each in groups:
        step = int(count * log(each.sums.members / smallest) / spread + 1e-9) if spread else 0
        found[min(step, count - 1)].append(each)
    return _joined(found[::-1], least)


def _joined(found: list[list[Group]], least: int) -> list[list[Group]]:
    """Let classes of fewer than `least` join a neighbour: the smaller of the two, else the one of smaller groups."""
    found = [each for each in found if each]
    while len(found) > 1 and min(map(len, found)) < least:
        few = next(at for at, each in enumerate(found) if len(each) < least)
        beside = [at for at in (few + 1, few - 1) if 0 <= at < len(found)]
        into = min(beside, key=lambda at: len(found[at]))
        first, second = sorted((few, into))
        found[first : second + 1] = [found[first] + found[second]]
    return found


def middle(groups: Sequence[Group]) -> float:
    """k of a class: the geometric mean of its Σw, so that twice as large and half as large are equally far from it."""
    return geometric_mean([max(1.0, each.sums.weight / MILLION) for each in groups])


def race(groups: Sequence[Group], live_members: int, drawn: Mapping[UUID, int] | None = None) -> list[Placed]:
    """The board, class by class, best first in each; the mean is that of all classes together.

    `drawn` gives the class (1 is that of the largest) of the first department of a group, where that was decided
    before; the others go into the last.
    """
    common = mean(groups)
    placed: list[Placed] = []
    for number, some in enumerate(_drawn(groups, drawn) if drawn else classes(groups), start=1):
        k = middle(some)
        placed += [replace(each, size_class=number, k=k) for each in place(some, k, live_members, common)]
    return placed


def _drawn(groups: Sequence[Group], drawn: Mapping[UUID, int]) -> list[list[Group]]:
    last = max(drawn.values())
    found: list[list[Group]] = [[] for _ in range(last)]
    for each in groups:
        known = [drawn[department] for department in each.departments if department in drawn]
        found[min(known, default=last) - 1].append(each)
    return [each for each in found if each]
