"""The department board's arithmetic. Sums are integers in millionths, so order never matters."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from app.core.weeks import moment_at

MILLION = 1_000_000
DAYS = 7
WHOLE_PERCENT = 0.01


@dataclass(frozen=True, slots=True)
class Sums:
    """What is known of a department, or of several together: Σw and Σwx in millionths."""

    members: int = 0
    possible: int = 0
    taken: int = 0
    weight: int = 0
    result: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.members + other.members,
            self.possible + other.possible,
            self.taken + other.taken,
            self.weight + other.weight,
            self.result + other.result,
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Departments that race as one; the first, the largest, gives the name."""

    departments: tuple[UUID, ...]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Placed:
    """A group with its place in its class (1 is that of the largest), and its score as it may be shown."""

    rank: int
    group: Group
    score: float
    whole_percent: bool
    size_class: int = 1
    k: float = 0.0

    @property
    def brought(self) -> int:
        """Σwx in millionths as it may be shown: of few, what their rate in whole per cent makes."""
        sums = self.group.sums
        if not self.whole_percent or not sums.weight:
            return sums.result
        return round(round(sums.result / sums.weight, 2) * sums.weight)


def decided_at(week: date, zone: str) -> datetime:
    """When a week's board is as it will be: on the Tuesday after it, at noon, for those who played offline."""
    return moment_at(week + timedelta(days=DAYS + 1), 12, zone)


def weight(share: float, days_present: int, days: int = DAYS) -> int:
    """w of a membership in millionths: position share times the share of the period present."""
    return round(MILLION * share * days_present / days)


def result(weight: int, taken: int, possible: int) -> int:
    """w·x in millionths, rounded half up, x = taken/possible; nothing possible brings nothing."""
    return (2 * weight * min(taken, possible) + possible) // (2 * possible) if possible else 0


def mean(groups: Sequence[Group]) -> float:
    """m: the mean of x over all competing memberships, each by its weight."""
    total = sum(group.sums.weight for group in groups)
    return sum(group.sums.result for group in groups) / total if total else 0.0


def score(sums: Sums, mean: float, k: float) -> float:
    """(Σwx + k·m) / (Σw + k): the department's mean, drawn towards the common one as if k more had it."""
    return (sums.result / MILLION + k * mean) / (sums.weight / MILLION + k)


def merge_small(
    parents: Mapping[UUID, UUID | None], own: Mapping[UUID, Sums], least: int, order: Mapping[UUID, str]
) -> list[Group]:
    """Let departments of fewer than `least` members race together: siblings first, then with their parent, then above.

    A remainder that is still too small joins the nearest group in the tree, the smaller of two; where there is none,
    nothing is shown. `order` is the sort key of each department, which decides ties.
    """
    children: dict[UUID | None, list[UUID]] = {}
    for department, parent in sorted(parents.items(), key=lambda each: (order[each[0]], each[0])):
        children.setdefault(parent, []).append(department)
    groups: list[list[UUID]] = []

    def gather(department: UUID) -> list[UUID]:
        """The departments at and below this one that are still too small together."""
        small = settled([each for child in children.get(department, ()) for each in gather(child)])
        members = own.get(department, Sums()).members
        if members >= least:
            groups.append([department, *small])
            return []
        return settled([*small, department]) if members else small

    def settled(small: list[UUID]) -> list[UUID]:
        """Those of a group that is large enough race; of another they are still looking for company."""
        if not small or _together(small, own).members < least:
            return small
        groups.append(small)
        return []

    left = settled([each for root in children.get(None, ()) for each in gather(root)])
    if left and groups:
        nearest = min(
            groups, key=lambda each: (_steps(left, each, parents), _together(each, own).members, order[each[0]])
        )
        nearest.extend(left)
    return [_group(each, own) for each in groups]


def _steps(some: Sequence[UUID], others: Sequence[UUID], parents: Mapping[UUID, UUID | None]) -> int:
    """How many steps in the tree lie between the two that are nearest to each other."""
    return min(_between(_way_down(one, parents), _way_down(other, parents)) for one in some for other in others)


def _way_down(department: UUID, parents: Mapping[UUID, UUID | None]) -> list[UUID]:
    way: list[UUID] = []
    above: UUID | None = department
    while above is not None:
        way.append(above)
        above = parents.get(above)
    return way[::-1]


def _between(one: Sequence[UUID], other: Sequence[UUID]) -> int:
    shared = sum(here == there for here, there in zip(one, other, strict=False))
    return len(one) + len(other) - 2 * shared


def _together(departments: Sequence[UUID], own: Mapping[UUID, Sums]) -> Sums:
    return sum((own[each] for each in departments), Sums())


def _group(departments: Sequence[UUID], own: Mapping[UUID, Sums]) -> Group:
    largest_first = tuple(sorted(departments, key=lambda each: (-own[each].members, each)))
    return Group(largest_first, _together(departments, own))


def place(groups: Sequence[Group], k: float, live_members: int, common: float | None = None) -> list[Placed]:
    """Those of a class, best first; equal scores share a place. Who took everything shares the first.

    `common` is the mean over all classes; without it, that of these.
    """
    common = mean(groups) if common is None else common
    shown = [_shown(group.sums, common, k, live_members) for group in groups]
    keys = [_key(group.sums, each) for group, each in zip(groups, shown, strict=True)]
    placed = [
        Placed(1 + sum(other > key for other in keys), group, each, group.sums.members < live_members)
        for group, each, key in zip(groups, shown, keys, strict=True)
    ]
    return sorted(placed, key=lambda each: (each.rank, -each.group.sums.members, each.group.departments))


def _shown(sums: Sums, common: float, k: float, live_members: int) -> float:
    """The score as it may be shown: of few in whole per cent."""
    exact = score(sums, common, k)
    return round(exact, 2) if sums.members < live_members else exact


def _key(sums: Sums, shown: float) -> float:
    """What decides the place."""
    everything = 0 < sums.weight == sums.result
    return 2.0 if everything else round(shown, 9)


def gap(groups: Sequence[Group], mine: Group, above: Group, k: float, live_members: int = 0) -> int | None:
    """How many more modules bring `mine` past `above` when nobody else takes any; None where none are left.

    A module is worth what it is worth to a member of mean weight. All that are left are always enough: they are worth
    everything, and who took everything shares the first place.
    """
    own, left = mine.sums, mine.sums.possible - mine.sums.taken
    if not own.weight or left <= 0:
        return None
    weights = sum(group.sums.weight for group in groups)
    rest = sum(group.sums.result for group in groups) - own.result

    def after(modules: int) -> tuple[Sums, float]:
        """The group's sums and the common mean when that many more are taken."""
        more = result(own.weight, own.taken + modules, own.possible) - result(own.weight, own.taken, own.possible)
        brought = own.weight if modules == left else min(own.result + more, own.weight - 1)
        return replace(own, result=brought), (rest + brought) / weights

    def is_near(modules: int) -> bool:
        """Whether rounding to whole per cent may decide. Once true it stays so, since the difference only grows."""
        moved, common = after(modules)
        return score(moved, common, k) - score(above.sums, common, k) > -WHOLE_PERCENT

    def is_past(modules: int) -> bool:
        moved, common = after(modules)
        own_key, other = (_key(each, _shown(each, common, k, live_members)) for each in (moved, above.sums))
        return own_key > other

    first = 1 + bisect_left(range(1, left), True, key=is_near)
    return next((modules for modules in range(first, left) if is_past(modules)), left)
