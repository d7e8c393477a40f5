"""Fills departments: names, position shares, a few on leave, a few in two departments, aliases."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID

from app.demo.cast import PIN, Account, Cast, names
from app.identity import actions
from app.identity.provisioning.actions import Newcomer, Place, add_people

SHARES = (1.0, 1.0, 1.0, 0.8, 0.75, 0.75, 0.6, 0.5, 0.5, 0.2)


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who plays: how much of a week they take (0..1) and how often they are right at first (0..1)."""

    id: UUID
    diligence: float
    skill: float
    plays_this_week: bool = True
    reviews: bool = False


def people(organisation_id: UUID, cast: Cast, random: Random, monday: date) -> list[Player]:
    """Make departments and people, those one can sign in as first in their departments; those who play."""
    places = _departments(organisation_id, cast)
    staff = _staff(cast, places, random, monday)
    ids = add_people(organisation_id, [newcomer for newcomer, _, _ in staff])
    aliases = iter(random.sample(cast.aliases, len(cast.aliases)))
    players = []
    spirits = {name: (random.uniform(*cast.takes_part), random.uniform(*cast.diligence)) for name in places}
    for (_, account, department), (person_id, player_id) in zip(staff, ids, strict=True):
        if account and account.role != "learner":
            led = places[account.department] if account.role == "leader" else None
            actions.give_role(organisation_id, person_id, account.role, led)
        if random.random() < 0.12 and (alias := next(aliases, None)):
            actions.change_settings(organisation_id, person_id, player_id, {"alias": alias})
        if random.random() < 0.05:
            _away(organisation_id, player_id, random, monday)
        takes_part, spirit = spirits[department]
        keen = min(0.99, max(0.2, random.gauss(spirit, 0.12)))
        skill = random.uniform(0.6, 0.95)
        if account:
            keen = max(keen, 0.95)
        if random.random() < takes_part or account:
            this_week = account.plays_this_week if account else True
            players.append(Player(player_id, keen, skill, this_week, reviews=account is not None))
    return players


def _departments(organisation_id: UUID, cast: Cast) -> dict[str, UUID]:
    places: dict[str, UUID] = {}
    for name, parent, _ in cast.departments:
        above = places[parent] if parent else None
        places[name] = actions.add_department(organisation_id, name, above).id
    return places


Employed = tuple[Newcomer, Account | None, str]


def _staff(cast: Cast, places: dict[str, UUID], random: Random, monday: date) -> list[Employed]:
    """Everybody with the account they have, if any, and their department."""
    free, pin_hash = iter(names(random, cast)), actions.hash_of_pin(PIN)
    numbers = iter(range(cast.first_number, cast.first_number + cast.people))
    staff: list[Employed] = []
    for name, _, size in cast.departments:
        accounts = [each for each in cast.accounts if each.department == name]
        for place in range(size):
            account = accounts[place] if place < len(accounts) else None
            number, own_name = str(next(numbers)), account.name if account else next(free)
            newcomer = Newcomer(
                employee_number=account.employee_number if account else number,
                name=own_name,
                places=_places(cast, places, name, random, monday),
                pin_hash=pin_hash if account else None,
                practised=True,
            )
            staff.append((newcomer, account, name))
    return staff


def _places(cast: Cast, places: dict[str, UUID], name: str, random: Random, monday: date) -> tuple[Place, ...]:
    """A membership of long standing, now and then a small one elsewhere."""
    since = monday - timedelta(days=random.randint(40, 2000))
    first = Place(places[name], since, random.choice(SHARES))
    if name in cast.lends_to and first.share <= 0.5 and random.random() < 0.3:
        return first, Place(places[cast.lends_to[name]], since, 0.2, primary=False)
    return (first,)


def _away(organisation_id: UUID, player_id: UUID, random: Random, monday: date) -> None:
    first = monday + timedelta(days=random.randint(0, 10))
    actions.record_leave(organisation_id, player_id, first, first + timedelta(days=random.randint(1, 7)))
