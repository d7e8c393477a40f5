"""When whose modules count towards a shared goal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from app.identity.rules import Standing

MOST_WEEKS, MOST_TARGET, SHOWN_DAYS = 52, 10_000_000, 14
"""How long and how high a goal may be, and for how many days it is shown after it has closed."""

Days = tuple[date, date]
"""From the first up to the second."""


def days_counted(standings: Iterable[Standing], first: date, until: date) -> Mapping[tuple[Days, ...], list[UUID]]:
    """The players by the days on which theirs count: those of their memberships, each day once."""
    own: dict[UUID, list[Days]] = defaultdict(list)
    for each in standings:
        last = until if each.ends_on is None else min(until, each.ends_on + timedelta(days=1))
        if max(first, each.starts_on) < last:
            own[each.player_id].append((max(first, each.starts_on), last))
    found: dict[tuple[Days, ...], list[UUID]] = defaultdict(list)
    for player, days in own.items():
        found[_joined(days)].append(player)
    return found


def _joined(days: Iterable[Days]) -> tuple[Days, ...]:
    """The same days, with what overlaps or touches as one."""
    joined: list[Days] = []
    for first, until in sorted(days):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(until, joined[-1][1])
        else:
            joined.append((first, until))
    return tuple(joined)
