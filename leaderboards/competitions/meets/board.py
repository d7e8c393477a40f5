"""The board of several organisations: all departments in classes together, from what each lets the others see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from leaderboards.standings.classes import race
from leaderboards.standings.rules import MILLION, Group, Sums, mean

Row = Mapping[str, Any]
Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Other:
    """Another organisation's side: whose it is, and its departments."""

    organisation_id: UUID
    name: str
    rows: Sequence[Row]


def told(row: Row) -> Shown:
    """What others may see of a department: its name, how many, and its totals."""
    return {name: row[name] for name in ("department", "name", "members", "parts")}


def together(own: Iterable[Row], others: Iterable[Other], live_members: int) -> list[Shown]:
    """The rows of all, placed anew: each with its own numbers, the common mean, and the k of its class.

    A row of another organisation says whose it is, and belongs to no team here.
    """
    known: dict[UUID, Shown] = {UUID(each["department"]): {**each, "organisation": None} for each in own}
    for other in others:
        for each in other.rows:
            key = uuid5(other.organisation_id, each["department"])
            known[key] = {**each, "department": str(key), "teams": [], "organisation": other.name}
    groups = [Group((key,), _sums(each)) for key, each in known.items()]
    common = round(mean(groups), 4)
    return [
        {
            **known[each.group.departments[0]],
            "rank": each.rank,
            "size_class": each.size_class,
            "score": round(each.score, 4),
            "parts": {**known[each.group.departments[0]]["parts"], "mean": common, "k": round(each.k, 2)},
        }
        for each in race(groups, live_members)
    ]


def _sums(row: Row) -> Sums:
    parts = row["parts"]
    weight, result = (round(parts[name] * MILLION) for name in ("sum_w", "sum_wx"))
    return Sums(row["members"], 0, 0, weight, result)
