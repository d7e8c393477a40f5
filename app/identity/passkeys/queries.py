"""Somebody's passkeys."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from webauthn.helpers import base64url_to_bytes

from app.core.db import db
from app.core.errors import not_found
from app.core.http import rfc3339
from app.identity.models import Person
from app.identity.passkeys.models import Passkey
from app.identity.viewer import Viewer


def passkeys_of(who: Viewer, page: int, size: int) -> tuple[list[dict[str, Any]], int]:
    """A page of the viewer's passkeys, newest first, and how many in all."""
    own = (Passkey.organisation_id == who.organisation_id, Passkey.person_id == who.person_id)
    query = select(Passkey).where(*own).order_by(Passkey.created_at.desc(), Passkey.id)
    found = db.session.scalars(query.limit(size).offset((page - 1) * size))
    total = db.session.scalar(select(func.count()).select_from(Passkey).where(*own)) or 0
    return [shown(each) for each in found], total


def shown(passkey: Passkey) -> dict[str, Any]:
    return {
        "id": str(passkey.id),
        "created_at": rfc3339(passkey.created_at),
        "used_at": rfc3339(passkey.used_at),
    }


def passkey_for(who: Viewer, passkey_id: UUID) -> Passkey:
    """One of the viewer's own, or 404."""
    found = db.session.get(Passkey, (who.organisation_id, passkey_id))
    if found is None or found.person_id != who.person_id:
        raise not_found()
    return found


def credentials_of(who: Viewer) -> list[bytes]:
    """The ids the authenticators know these passkeys by, so that no device makes a second."""
    query = select(Passkey.credential_id).where(
        Passkey.organisation_id == who.organisation_id, Passkey.person_id == who.person_id
    )
    return [base64url_to_bytes(each) for each in db.session.scalars(query)]


def employee_number_of(who: Viewer) -> str:
    return db.session.get_one(Person, (who.organisation_id, who.person_id)).employee_number


def passkey_by(organisation_id: UUID, person_id: UUID, credential_id: str) -> Passkey | None:
    """The passkey a proof speaks of, if it still is there and its owner may sign in. In that organisation's scope."""
    query = (
        select(Passkey)
        .join(Person, (Person.organisation_id == Passkey.organisation_id) & (Person.id == Passkey.person_id))
        .where(
            Passkey.organisation_id == organisation_id,
            Passkey.person_id == person_id,
            Passkey.credential_id == credential_id,
            Person.active,
        )
    )
    return db.session.scalar(query)
