"""Who is there, as lists of employees see it."""

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from app.core.db import db
from app.identity import queries as identity
from app.identity.models import Membership, Person, PlayerLink, Role
from app.identity.provisioning.places import Path
from app.identity.provisioning.rules import Held, Present


def paths(organisation_id: UUID) -> dict[UUID, Path]:
    """Every department with the names from the top down to it."""
    every = {each.id: each for each in identity.departments(organisation_id)}
    found: dict[UUID, Path] = {}
    for department in every.values():
        names, at = [], department
        while True:
            names.append(at.name)
            if at.parent_id is None:
                break
            at = every[at.parent_id]
        found[department.id] = tuple(reversed(names))
    return found


def present(organisation_id: UUID, today: date) -> dict[str, Present]:
    """Everybody by employee number, with the memberships that have not ended and the roles."""
    where = paths(organisation_id)
    memberships: dict[UUID, dict[Path, Held]] = {}
    standing = select(Membership).where(
        Membership.organisation_id == organisation_id, or_(Membership.ends_on.is_(None), Membership.ends_on >= today)
    )
    for each in db.session.scalars(standing.order_by(Membership.starts_on, Membership.recorded_at)):
        held = Held(each.id, each.share, each.is_primary)
        memberships.setdefault(each.player_id, {})[where[each.department_id]] = held
    roles: dict[UUID, set[tuple[str, Path | None]]] = {}
    for role in db.session.scalars(select(Role).where(Role.organisation_id == organisation_id)):
        place = where[role.department_id] if role.department_id else None
        roles.setdefault(role.person_id, set()).add((role.role, place))
    people = (
        select(Person, PlayerLink.player_id)
        .join(PlayerLink, (PlayerLink.organisation_id == Person.organisation_id) & (PlayerLink.person_id == Person.id))
        .where(Person.organisation_id == organisation_id)
    )
    return {
        person.employee_number: Present(
            person.id,
            player_id,
            person.name,
            person.language,
            person.active,
            frozenset(roles.get(person.id, ())),
            memberships.get(player_id, {}),
        )
        for person, player_id in db.session.execute(people)
    }
