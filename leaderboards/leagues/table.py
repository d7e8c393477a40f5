"""The table of a group: worked out of the facts at reading, kept a minute or until somebody in it has earned more."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from leaderboards.leagues.queries import Member, members_of, weeks_counted
from leaderboards.leagues.rules import Placed, placed


def table_of(organisation_id: UUID, revision: int, week: date, group: int, now: datetime) -> Sequence[Placed]:
    """The group in its order now. `revision` is the organisation's, which moves when something opens."""
    members = tuple(members_of(organisation_id, week, group))
    return _table(organisation_id, revision, week, members, now.replace(second=0, microsecond=0))


@lru_cache(maxsize=512)
def _table(
    organisation_id: UUID, _revision: int, week: date, members: tuple[Member, ...], _minute: datetime
) -> tuple[Placed, ...]:
    return tuple(placed(weeks_counted(organisation_id, week, members)))
