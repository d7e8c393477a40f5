"""Many people at once: rows by the thousand, and one event for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import insert

from app.core import clock
from app.core.db import db, table_of
from app.core.events import publish
from app.identity.events import MembershipsChanged
from app.identity.models import Membership, Person, Player, PlayerLink
from app.identity.rules import sort_key


@dataclass(frozen=True, slots=True)
class Place:
    """A membership to be: where, how much, from when."""

    department_id: UUID
    starts_on: date
    share: float = 1.0
    primary: bool = True


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to be added. Without a PIN they cannot sign in until they get one."""

    employee_number: str
    name: str
    places: tuple[Place, ...]
    language: str = "nb"
    pin_hash: str | None = None
    practised: bool = False


def add_people(organisation_id: UUID, newcomers: Sequence[Newcomer]) -> list[tuple[UUID, UUID]]:
    """Make people, their players and memberships; (person, player) of each, in the order given."""
    now = clock.now()
    ids = [(uuid4(), uuid4()) for _ in newcomers]
    own = {"organisation_id": organisation_id}
    people = [
        {
            **own,
            "id": person_id,
            "employee_number": each.employee_number.strip(),
            "name": each.name,
            "sort_key": sort_key(each.name),
            "language": each.language,
            "pin_hash": each.pin_hash,
            "created_at": now,
        }
        for each, (person_id, _) in zip(newcomers, ids, strict=True)
    ]
    if not people:
        return []
    db.session.execute(insert(table_of(Person)), people)
    players = [
        {**own, "id": player_id, "practised": each.practised}
        for each, (_, player_id) in zip(newcomers, ids, strict=True)
    ]
    db.session.execute(insert(table_of(Player)), players)
    links = [{**own, "person_id": person_id, "player_id": player_id} for person_id, player_id in ids]
    db.session.execute(insert(table_of(PlayerLink)), links)
    places = [(player_id, place) for each, (_, player_id) in zip(newcomers, ids, strict=True) for place in each.places]
    join_departments(organisation_id, places)
    return ids


def join_departments(organisation_id: UUID, places: Sequence[tuple[UUID, Place]], also: Sequence[UUID] = ()) -> None:
    """Start memberships, each (player, place), and say so once; with them of players in `also` who have left some."""
    now = clock.now()
    rows = [
        {
            "organisation_id": organisation_id,
            "id": uuid4(),
            "player_id": player_id,
            "department_id": place.department_id,
            "share": place.share,
            "is_primary": place.primary,
            "starts_on": place.starts_on,
            "recorded_at": now,
        }
        for player_id, place in places
    ]
    if rows:
        db.session.execute(insert(table_of(Membership)), rows)
    players = tuple(dict.fromkeys([*(player_id for player_id, _ in places), *also]))
    if players:
        publish(MembershipsChanged(organisation_id=organisation_id, player_ids=players))
