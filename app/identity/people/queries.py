"""People as their leaders see them: a page of a list, and one with memberships and leaves."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select

from app.core import clock
from app.core.db import db
from app.core.errors import not_found
from app.core.http import rfc3339
from app.identity import access, queries
from app.identity.enrolment.queries import living_codes, vouched_for_by
from app.identity.models import Department, Leave, Membership, Person, PlayerLink
from app.identity.viewer import Viewer

SHOWN = 100  # memberships, and leaves, of one person


def colleagues_for(
    who: Viewer, department_id: UUID | None, text: str, page: int, size: int
) -> tuple[list[dict[str, Any]], int]:
    """A page of the people this leader or admin may see by name, and how many there are in all."""
    found, total = access.people_for(who, department_id, page, size, text)
    if not found:
        return [], total
    ids = [UUID(each["id"]) for each in found]
    more = _more_about(who.organisation_id, ids)
    vouched = vouched_for_by(who, ids)
    codes = living_codes(who.organisation_id, ids)
    for each in found:
        id = UUID(each["id"])
        each |= more[id] | {"can_enrol": id in vouched and each["active"], "code_expires_at": rfc3339(codes.get(id))}
    return found, total


def _more_about(organisation_id: UUID, people: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """Whether each has a PIN, and the last day of the leave that runs now."""
    today = clock.now().date()
    away = (
        select(Leave.player_id, func.max(Leave.ends_on).label("until"))
        .where(
            Leave.organisation_id == organisation_id,
            Leave.withdrawn_at.is_(None),
            Leave.starts_on <= today,
            Leave.ends_on >= today,
        )
        .group_by(Leave.player_id)
        .subquery()
    )
    query = (
        select(Person.id, Person.pin_hash.is_not(None), away.c.until)
        .join(PlayerLink, (PlayerLink.organisation_id == Person.organisation_id) & (PlayerLink.person_id == Person.id))
        .outerjoin(away, away.c.player_id == PlayerLink.player_id)
        .where(Person.organisation_id == organisation_id, Person.id.in_(list(people)))
    )
    return {
        id: {"has_pin": has_pin, "away_until": until.isoformat() if until else None}
        for id, has_pin, until in db.session.execute(query)
    }


def colleague_for(who: Viewer, person_id: UUID) -> dict[str, Any]:
    """One person with memberships and leaves that run or are to come, or 404."""
    shown = access.person_for(who, person_id)
    player_id = queries.player_of(who.organisation_id, person_id)
    shown |= _more_about(who.organisation_id, [person_id])[person_id]
    code = living_codes(who.organisation_id, [person_id]).get(person_id)
    return shown | {
        "can_enrol": shown["active"] and person_id in vouched_for_by(who, [person_id]),
        "code_expires_at": rfc3339(code),
        "memberships": _memberships(who, player_id),
        "leaves": _leaves(who.organisation_id, player_id),
    }


def _memberships(who: Viewer, player_id: UUID) -> list[dict[str, Any]]:
    led = access.departments_led(who)
    query = (
        select(Membership, Department.name)
        .join(
            Department,
            (Department.organisation_id == Membership.organisation_id) & (Department.id == Membership.department_id),
        )
        .where(
            Membership.organisation_id == who.organisation_id,
            Membership.player_id == player_id,
            or_(Membership.ends_on.is_(None), Membership.ends_on >= clock.now().date()),
        )
        .order_by(Membership.is_primary.desc(), Membership.starts_on, Membership.id)
        .limit(SHOWN)
    )
    return [
        {
            "id": str(each.id),
            "department": str(each.department_id),
            "name": name,
            "primary": each.is_primary,
            "share": each.share,
            "starts_on": each.starts_on.isoformat(),
            "ends_on": each.ends_on.isoformat() if each.ends_on else None,
            "mine": led is None or each.department_id in led,
        }
        for each, name in db.session.execute(query)
    ]


def _leaves(organisation_id: UUID, player_id: UUID) -> list[dict[str, Any]]:
    query = (
        select(Leave)
        .where(
            Leave.organisation_id == organisation_id,
            Leave.player_id == player_id,
            Leave.withdrawn_at.is_(None),
            Leave.ends_on >= clock.now().date(),
        )
        .order_by(Leave.starts_on, Leave.id)
        .limit(SHOWN)
    )
    return [
        {"id": str(each.id), "starts_on": each.starts_on.isoformat(), "ends_on": each.ends_on.isoformat()}
        for each in db.session.scalars(query)
    ]


def player_for(who: Viewer, person_id: UUID) -> UUID:
    """The player of somebody the viewer may see by name, or 404."""
    access.person_for(who, person_id)
    return queries.player_of(who.organisation_id, person_id)


def membership_for(who: Viewer, person_id: UUID, membership_id: UUID) -> Membership:
    """A membership of that person in a department the viewer leads, or 404."""
    player_id = player_for(who, person_id)
    found = db.session.get(Membership, (who.organisation_id, membership_id))
    led = access.departments_led(who)
    if found is None or found.player_id != player_id or (led is not None and found.department_id not in led):
        raise not_found()
    return found


def leave_for(who: Viewer, person_id: UUID, leave_id: UUID) -> Leave:
    """A leave of that person which has not been withdrawn, or 404."""
    player_id = player_for(who, person_id)
    found = db.session.get(Leave, (who.organisation_id, leave_id))
    if found is None or found.player_id != player_id or found.withdrawn_at is not None:
        raise not_found()
    return found


def departments_for(who: Viewer, page: int, size: int) -> tuple[list[dict[str, Any]], int]:
    """A page of the departments the viewer leads, as a tree read from above: {id, name, depth}."""
    led = access.departments_led(who)
    mine = [each for each in queries.departments(who.organisation_id) if led is None or each.id in led]
    ids = {each.id for each in mine}
    below: dict[UUID | None, list[Department]] = {}
    for each in mine:
        below.setdefault(each.parent_id if each.parent_id in ids else None, []).append(each)
    found: list[dict[str, Any]] = []
    waiting = [(each, 0) for each in reversed(below.get(None, []))]
    while waiting:
        one, depth = waiting.pop()
        found.append({"id": str(one.id), "name": one.name, "depth": depth})
        waiting.extend((each, depth + 1) for each in reversed(below.get(one.id, [])))
    return found[(page - 1) * size : page * size], len(found)


def department_for(who: Viewer, department_id: UUID) -> Department:
    """A department the viewer leads, or 404."""
    led = access.departments_led(who)
    found = db.session.get(Department, (who.organisation_id, department_id))
    if found is None or (led is not None and department_id not in led):
        raise not_found()
    return found


def cards_for(who: Viewer, department_id: UUID, everybody: bool, most: int) -> list[tuple[UUID, str, str]]:
    """(person, name, number) of those in a department the viewer may make codes for, at most `most` and one more.

    Without `everybody` only those who have no PIN yet.
    """
    query = access.people_seen_by(who, department_id).where(Person.active)
    if not everybody:
        query = query.where(Person.pin_hash.is_(None))
    seen = query.subquery()
    people = (
        select(Person.id, Person.name, Person.employee_number)
        .where(Person.organisation_id == who.organisation_id, Person.id.in_(select(seen.c.id)))
        .order_by(Person.sort_key, Person.id)
        .limit(most + 1)
    )
    rows = db.session.execute(people).all()
    vouched = vouched_for_by(who, [row[0] for row in rows])
    return [(id, name, number) for id, name, number in rows if id in vouched]


def number_is_taken(organisation_id: UUID, employee_number: str) -> bool:
    query = select(Person.id).where(
        Person.organisation_id == organisation_id, Person.employee_number == employee_number.strip()
    )
    return db.session.scalar(query) is not None


def same_leave(organisation_id: UUID, player_id: UUID, starts_on: date, ends_on: date) -> Leave | None:
    """The leave of just these days that stands already."""
    query = select(Leave).where(
        Leave.organisation_id == organisation_id,
        Leave.player_id == player_id,
        Leave.starts_on == starts_on,
        Leave.ends_on == ends_on,
        Leave.withdrawn_at.is_(None),
    )
    return db.session.scalars(query.order_by(Leave.recorded_at).limit(1)).first()
