"""Taking in a list of employees: what it would do, and doing it, wholly or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, update

from app.core import clock
from app.core.db import db, table_of
from app.core.weeks import local_date
from app.identity import actions
from app.identity.models import Membership, Person
from app.identity.provisioning import queries
from app.identity.provisioning.actions import Newcomer, Place, add_people, join_departments
from app.identity.provisioning.places import Path
from app.identity.provisioning.rules import Difference, Entry, Fault, Wanted, difference, read
from app.identity.provisioning.sheets import lines_of
from app.identity.queries import organisation
from app.identity.rules import sort_key


@dataclass(frozen=True, slots=True)
class Plan:
    """What a list would do. With faults it does nothing."""

    today: date
    new_departments: list[Path]
    difference: Difference
    faults: list[Fault]


def planned(organisation_id: UUID, data: bytes) -> Plan:
    """Read a list and compare it with who is there. Raises SheetRefused for a file that is none."""
    today = local_date(clock.now(), organisation(organisation_id).time_zone)
    found = read(lines_of(data), queries.paths(organisation_id).values())
    compared = Difference() if found.faults else difference(found.entries, queries.present(organisation_id, today))
    return Plan(today, list(found.new_departments), compared, list(found.faults))


def carry_out(organisation_id: UUID, plan: Plan) -> None:
    """Do what was planned."""
    there = {path: id for id, path in queries.paths(organisation_id).items()}
    for path in plan.new_departments:
        above = there[path[:-1]] if len(path) > 1 else None
        there[path] = actions.add_department(organisation_id, path[-1], above).id
    found = plan.difference
    _end(found.leaves, organisation_id, plan.today - timedelta(days=1))
    newcomers = [_newcomer(entry, there, plan.today) for entry in found.new]
    made = add_people(organisation_id, newcomers)
    joins = [(player_id, _place(there[path], wanted, plan.today)) for player_id, path, wanted in found.joins]
    for person_id, entry in found.corrections:
        _correct(organisation_id, person_id, entry)
    for person_id in found.closed:
        actions.deactivate(organisation_id, person_id)
    roles = [(made[which][0], *role) for which, entry in enumerate(found.new) for role in sorted(entry.roles, key=str)]
    for person_id, role, led in (*roles, *found.roles):
        actions.give_role(organisation_id, person_id, role, there[led] if led else None)
    join_departments(organisation_id, joins, also=[player_id for player_id, _ in found.leaves])


def _newcomer(entry: Entry, there: dict[Path, UUID], today: date) -> Newcomer:
    places = tuple(_place(there[path], wanted, today) for path, wanted in entry.places.items())
    return Newcomer(entry.employee_number, entry.name, places, entry.language or "nb")


def _place(department_id: UUID, wanted: Wanted, today: date) -> Place:
    return Place(department_id, wanted.starts_on or today, wanted.share, wanted.primary)


def _end(leaves: Iterable[tuple[UUID, UUID]], organisation_id: UUID, last_day: date) -> None:
    table = table_of(Membership)
    end = update(table).where(table.c.organisation_id == organisation_id, table.c.id == bindparam("membership"))
    rows = [{"membership": membership_id, "last_day": last_day} for _, membership_id in leaves]
    if rows:
        db.session.connection().execute(end.values(ends_on=bindparam("last_day")), rows)


def _correct(organisation_id: UUID, person_id: UUID, entry: Entry) -> None:
    person = db.session.get_one(Person, (organisation_id, person_id))
    person.name, person.sort_key, person.active = entry.name, sort_key(entry.name), True
    person.language = entry.language or person.language
    db.session.flush()
