"""Fills Fjordvik's departments: names, position shares, a few on leave, a few in two departments, aliases."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID

from app.demo import cast
from app.identity import actions

SHARES = (1.0, 1.0, 1.0, 0.8, 0.75, 0.75, 0.6, 0.5, 0.5, 0.2)


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who plays: how much of a week they take (0..1) and how often they are right at first (0..1)."""

    id: UUID
    diligence: float
    skill: float
    plays_this_week: bool = True


def people(organisation_id: UUID, random: Random, monday: date) -> list[Player]:
    """Make departments and people; those one can sign in as first in their departments."""
    places = _departments(organisation_id)
    names = iter(cast.names(random, sum(size for _, _, size in cast.DEPARTMENTS)))
    aliases = iter(random.sample(cast.ALIASES, len(cast.ALIASES)))
    number = 30_001
    players = []
    for name, _, size in cast.DEPARTMENTS:
        spirit = random.uniform(0.72, 0.97)
        accounts = [each for each in cast.ACCOUNTS if each.department == name]
        for place in range(size):
            account = accounts[place] if place < len(accounts) else None
            person = account.name if account else next(names)
            own_number = account.employee_number if account else str(number)
            number += 1
            player = _person(organisation_id, own_number, person, account, places)
            _joins(organisation_id, player, places, name, random, monday)
            if random.random() < 0.12 and (alias := next(aliases, None)):
                actions.change_settings(organisation_id, player[0], player[1], {"alias": alias})
            keen = min(0.99, max(0.2, random.gauss(spirit, 0.12)))
            plays = account.plays_this_week if account else True
            players.append(Player(player[1], keen, random.uniform(0.6, 0.95), plays))
    return players


def _departments(organisation_id: UUID) -> dict[str, UUID]:
    places: dict[str, UUID] = {}
    for name, parent, _ in cast.DEPARTMENTS:
        above = places[parent] if parent else None
        places[name] = actions.add_department(organisation_id, name, above).id
    return places


def _person(
    organisation_id: UUID, number: str, name: str, account: cast.Account | None, places: dict[str, UUID]
) -> tuple[UUID, UUID]:
    person, player = actions.add_person(organisation_id, number, name, cast.PIN if account else None)
    if account and account.role != "learner":
        led = places[account.department] if account.role == "leader" else None
        actions.give_role(organisation_id, person.id, account.role, led)
    return person.id, player.id


def _joins(
    organisation_id: UUID,
    player: tuple[UUID, UUID],
    places: dict[str, UUID],
    department: str,
    random: Random,
    monday: date,
) -> None:
    """A membership of long standing, now and then a small one elsewhere, and for a few some days away."""
    since = monday - timedelta(days=random.randint(40, 2000))
    share = random.choice(SHARES)
    actions.join_department(organisation_id, player[1], places[department], since, share)
    if department == "Solbakken sykehjem" and share <= 0.5 and random.random() < 0.3:
        actions.join_department(organisation_id, player[1], places["Skagen sykehjem"], since, 0.2, primary=False)
    if random.random() < 0.05:
        first = monday + timedelta(days=random.randint(0, 10))
        actions.record_leave(organisation_id, player[1], first, first + timedelta(days=random.randint(1, 7)))
