"""What a code stands for, and for whom one may be made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core import clock
from app.core.db import db, enter
from app.core.http import rfc3339
from app.identity import access
from app.identity.enrolment.models import EnrolmentToken
from app.identity.enrolment.rules import may_vouch
from app.identity.models import Organisation, Person, Role
from app.identity.rules import first_name
from app.identity.viewer import Viewer, hash_of, organisation_in


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A code that can be used now: whose it is, and what the newcomer is told."""

    organisation_id: UUID
    organisation_code: str
    organisation_name: str
    person_id: UUID
    name: str
    language: str
    has_pin: bool
    expires_at: datetime

    def shown(self) -> dict[str, Any]:
        return {
            "first_name": first_name(self.name),
            "organisation": {"code": self.organisation_code, "name": self.organisation_name},
            "language": self.language,
            "resets": self.has_pin,
            "expires_at": rfc3339(self.expires_at),
        }


def enrolment_by(token: str) -> Enrolment | None:
    """What this token opens, entering its organisation; None when it is unknown, used or too old."""
    organisation_id = organisation_in(token)
    if organisation_id is None:
        return None
    enter(organisation_id)
    query = (
        select(
            Organisation.code,
            Organisation.name,
            Person.id,
            Person.name,
            Person.language,
            Person.pin_hash.is_not(None),
            EnrolmentToken.expires_at,
        )
        .join(EnrolmentToken, EnrolmentToken.organisation_id == Organisation.id)
        .join(Person, (Person.organisation_id == Organisation.id) & (Person.id == EnrolmentToken.person_id))
        .where(
            Organisation.id == organisation_id,
            EnrolmentToken.token_hash == hash_of(token),
            EnrolmentToken.used_at.is_(None),
            EnrolmentToken.expires_at > clock.now(),
            Person.active,
        )
    )
    row = db.session.execute(query).first()
    return Enrolment(organisation_id, *row) if row else None


def living_codes(organisation_id: UUID, people: Iterable[UUID]) -> dict[UUID, datetime]:
    """When the code that waits for each of these people expires; those without one are not there."""
    query = select(EnrolmentToken.person_id, EnrolmentToken.expires_at).where(
        EnrolmentToken.organisation_id == organisation_id,
        EnrolmentToken.person_id.in_(list(people)),
        EnrolmentToken.used_at.is_(None),
        EnrolmentToken.expires_at > clock.now(),
    )
    return dict(db.session.execute(query).all())


def vouched_for_by(who: Viewer, people: Iterable[UUID]) -> set[UUID]:
    """Those of these people whom `who` may make a code for."""
    wanted = set(people)
    query = select(Role.person_id, Role.role, Role.department_id).where(
        Role.organisation_id == who.organisation_id, Role.person_id.in_(wanted)
    )
    held: dict[UUID, list[tuple[str, UUID | None]]] = {}
    for person_id, role, department_id in db.session.execute(query):
        held.setdefault(person_id, []).append((role, department_id))
    led = access.departments_led(who)
    return {each for each in wanted if may_vouch(who.roles, led, held.get(each, []), each == who.person_id)}
