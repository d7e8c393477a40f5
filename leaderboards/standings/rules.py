"""The department board's arithmetic. Sums are integers in millionths, so order never matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

MILLION = 1_000_000
DAYS = 7


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
    """A group with its place. `rate` is its own mean, `score` the shrunk one."""

    rank: int
    group: Group
    score: float
    whole_percent: bool


def weight(share: float, days_present: int) -> int:
    """w of a membership in millionths: position share times the share of the week present."""
    return round(MILLION * share * days_present / DAYS)


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
    """Let departments of fewer than `least` members race together: siblings and their parent, else further up.

    A remainder that is still too small joins the smallest group; where there is none, nothing is shown. `order` is
    the sort key of each department, which decides ties.
    """
    children: dict[UUID | None, list[UUID]] = {}
    for department, parent in sorted(parents.items(), key=lambda each: order[each[0]]):
        children.setdefault(parent, []).append(department)
    groups: list[Group] = []

    def gather(department: UUID) -> list[UUID]:
        """The departments at and below this one that are still too small together."""
        small = [each for child in children.get(department, ()) for each in gather(child)]
        sums = own.get(department, Sums())
        if sums.members >= least:
            groups.append(Group((department,), sums))
        elif sums.members:
            small.append(department)
        if _together(small, own).members >= least:
            groups.append(_group(small, own))
            return []
        return small

    left = [each for root in children.get(None, ()) for each in gather(root)]
    if left and _together(left, own).members >= least:
        groups.append(_group(left, own))
    elif left and groups:
        smallest = min(groups, key=lambda each: (each.sums.members, order[each.departments[0]]))
        groups[groups.index(smallest)] = _group([*smallest.departments, *left], own)
    return groups


def _together(departments: Sequence[UUID], own: Mapping[UUID, Sums]) -> Sums:
    return sum((own[each] for each in departments), Sums())


def _group(departments: Sequence[UUID], own: Mapping[UUID, Sums]) -> Group:
    largest_first = tuple(sorted(departments, key=lambda each: (-own[each].members, each)))
    return Group(largest_first, _together(departments, own))


def place(groups: Sequence[Group], k: float, live_members: int) -> list[Placed]:
    """The board, best first; equal scores share a place. Who took everything shares the first."""
    common = mean(groups)
    scored = []
    for group in groups:
        whole = group.sums.members < live_members
        exact = score(group.sums, common, k)
        scored.append((group, round(exact, 2) if whole else exact, whole))
    keys = [_key(group, shown) for group, shown, _ in scored]
    placed = [
        Placed(1 + sum(other > key for other in keys), group, shown, whole)
        for (group, shown, whole), key in zip(scored, keys, strict=True)
    ]
    return sorted(placed, key=lambda each: (each.rank, -each.group.sums.members, each.group.departments))


def _key(group: Group, shown: float) -> float:
    everything = 0 < group.sums.weight == group.sums.result
    return 2.0 if everything else round(shown, 9)


def gap(groups: Sequence[Group], mine: Group, above: Group, k: float) -> int | None:
    """How many more modules bring `mine` past `above` when nobody else takes any; None if there are not enough left.

    A module is worth what it is worth to a member of mean weight in the group.
    """
    left = mine.sums.possible - mine.sums.taken
    if not mine.sums.possible:
        return None
    each = mine.sums.weight / mine.sums.possible
    others = [group for group in groups if group != mine]
    for modules in range(1, left + 1):
        moved = replace(mine, sums=replace(mine.sums, result=mine.sums.result + round(modules * each)))
        common = mean([*others, moved])
        if score(moved.sums, common, k) > score(above.sums, common, k):
            return modules
    return None
