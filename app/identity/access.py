"""Who may see whom. Loaders by person are the only way in; absent and forbidden are the same 404."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, or_, select

from app.core import clock
from app.core.db import db, read
from app.core.errors import not_found
from app.identity import queries
from app.identity.models import Department, Membership, Person, PlayerLink, Role
from app.identity.rules import sort_key
from app.identity.viewer import Viewer


def departments_led(who: Viewer) -> set[UUID] | None:
    """The departments this person leads, subtrees included; None means every one (admin)."""
    if "admin" in who.roles:
        return None
    if "leader" not in who.roles:
        return set()
    tops = select(Role.department_id).where(
        Role.organisation_id == who.organisation_id, Role.person_id == who.person_id, Role.role == "leader"
    )
    found: set[UUID] = set()
    for top in db.session.scalars(tops):
        found |= queries.subtree(who.organisation_id, top) if top else set()
    return found


def people_seen_by(who: Viewer, department_id: UUID | None) -> Select[UUID, UUID]:
    """(person, player) of those this leader or admin may see by name: who works there now, or is to begin."""
    led = departments_led(who)
    today = clock.now().date()
    query = (
        select(Person.id, PlayerLink.player_id)
        .join(PlayerLink, (PlayerLink.organisation_id == Person.organisation_id) & (PlayerLink.person_id == Person.id))
        .where(Person.organisation_id == who.organisation_id)
    )
    if department_id is not None:
        wanted = queries.subtree(who.organisation_id, department_id)
        led = wanted if led is None else led & wanted
    if led is None:
        return query
    members = select(Membership.player_id).where(
        Membership.organisation_id == who.organisation_id,
        Membership.department_id.in_(led),
        (Membership.ends_on.is_(None)) | (Membership.ends_on >= today),
    )
    return query.where(PlayerLink.player_id.in_(members))


def people_for(
    who: Viewer, department_id: UUID | None, page: int, size: int, text: str = ""
) -> tuple[list[dict[str, Any]], int]:
    """A page of the people this leader or admin may see by name, and how many there are in all.

    `text` keeps those whose name holds it or whose number begins with it.
    """
    found = people_seen_by(who, department_id)
    if text:
        named = Person.sort_key.contains(sort_key(text), autoescape=True)
        found = found.where(named | Person.employee_number.startswith(text, autoescape=True))
    seen = found.subquery()
    total = db.session.scalar(select(func.count()).select_from(seen)) or 0
    query = (
        select(Person, seen.c.player_id)
        .join(seen, (seen.c.id == Person.id) & (Person.organisation_id == who.organisation_id))
        .order_by(Person.sort_key, Person.id)
        .limit(size)
        .offset((page - 1) * size)
    )
    rows = db.session.execute(query).all()
    places = _departments_of(who.organisation_id, [player_id for _, player_id in rows])
    return [_shown(person, places.get(player_id, [])) for person, player_id in rows], total


def person_for(who: Viewer, person_id: UUID) -> dict[str, Any]:
    """One person this leader or admin may see by name, or 404."""
    seen = people_seen_by(who, None).where(Person.id == person_id)
    row = db.session.execute(seen).first()
    if row is None:
        raise not_found()
    person = db.session.get_one(Person, (who.organisation_id, person_id))
    return _shown(person, _departments_of(who.organisation_id, [row[1]]).get(row[1], []))


_PLACES = (
    select(Membership.player_id, Department.id, Department.name, Membership.is_primary, Membership.share)
    .join(
        Department,
        (Department.organisation_id == Membership.organisation_id) & (Department.id == Membership.department_id),
    )
    .where(
        Membership.organisation_id == bindparam("organisation"),
        Membership.player_id.in_(bindparam("players", expanding=True)),
        Membership.starts_on <= bindparam("today"),
        or_(Membership.ends_on.is_(None), Membership.ends_on >= bindparam("today")),
    )
    .order_by(Membership.is_primary.desc(), Department.sort_key)
)


def _departments_of(organisation_id: UUID, players: list[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    values = {"organisation": organisation_id, "players": players, "today": clock.now().date()}
    found: dict[UUID, list[dict[str, Any]]] = {}
    for player_id, id, name, primary, share in read(_PLACES, values):
        found.setdefault(player_id, []).append({"id": str(id), "name": name, "primary": primary, "share": share})
    return found


def departments_of(organisation_id: UUID, player_id: UUID) -> list[dict[str, Any]]:
    """A player's departments today, the primary one first: {id, name, primary, share}."""
    return _departments_of(organisation_id, [player_id]).get(player_id, [])


def _shown(person: Person, places: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": str(person.id),
        "name": person.name,
        "employee_number": person.employee_number,
        "departments": places,
        "active": person.active,
    }
