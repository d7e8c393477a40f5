"""Which audiences somebody belongs to, told from what is read once rather than by asking for each."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from app.identity.queries import departments, memberships_between
from quests.paths.rules import is_meant


@dataclass(frozen=True, slots=True)
class Belonging:
    """The departments of a person with all above them, as ids, and the roles they hold."""

    places: frozenset[str]
    roles: frozenset[str]

    def is_in(self, audience: dict[str, object]) -> bool:
        return is_meant(audience, self.places, self.roles)


@lru_cache(maxsize=64)
def _above(organisation_id: UUID, revision: int) -> dict[UUID, UUID | None]:
    """The parent of each department. `revision` is the organisation's, which grows when the tree does."""
    return {each.id: each.parent_id for each in departments(organisation_id)}


def belonging(organisation_id: UUID, revision: int, player_id: UUID, roles: frozenset[str], today: date) -> Belonging:
    """Where a player belongs today."""
    above = _above(organisation_id, revision)
    places: set[str] = set()
    for member in memberships_between(organisation_id, today, today, [player_id]):
        place: UUID | None = member.department_id
        while place is not None and str(place) not in places:
            places.add(str(place))
            place = above.get(place)
    return Belonging(frozenset(places), roles)
