"""Signing in and out. A wrong number and a wrong PIN look alike and take the same time."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import and_, delete, func, or_, select

from app.core import clock
from app.core.db import db, enter
from app.core.errors import Problem
from app.core.keys import peppered
from app.identity import queries
from app.identity.models import DeviceSession, Person, SignInFailure, UploadToken
from app.identity.rules import ACCOUNT_LIMITS, ADDRESS_LIMIT, OWN_PHONE, SHARED_DEVICE, STAYS_ENROLLED, waits
from app.identity.viewer import hash_of, new_token, organisation_in

KEPT = timedelta(hours=24)
UNUSED = 3 * OWN_PHONE


@dataclass(frozen=True, slots=True)
class Knock:
    """Who stands at the door: keyed hashes of the account named and of the address it comes from."""

    account: str
    address: str


@dataclass(frozen=True, slots=True)
class Found:
    """The account a sign-in names, if there is one."""

    organisation_id: UUID | None
    person_id: UUID | None
    pin_hash: str | None


def knock(organisation: str, employee_number: str, address: str) -> Knock:
    """Raises Problem 429 when the account or the address must wait."""
    found = Knock(peppered(f"{organisation.strip().casefold()}|{employee_number.strip()}"), peppered(address))
    now = clock.now()
    longest = max(window for _, window in ACCOUNT_LIMITS)
    own = select(SignInFailure.at).where(SignInFailure.account == found.account, SignInFailure.at > now - longest)
    others = (
        select(SignInFailure.account, func.max(SignInFailure.at).label("latest"))
        .where(SignInFailure.address == found.address, SignInFailure.at > now - ADDRESS_LIMIT[1])
        .group_by(SignInFailure.account)
    )
    at_address = {row.account: row.latest for row in db.session.execute(others)}
    if wait := waits(list(db.session.scalars(own)), at_address, now):
        seconds = str(max(1, int(wait.total_seconds())))
        raise Problem(429, "too_many_attempts", "Too many tries. Wait a little.", headers={"Retry-After": seconds})
    return found


def find(organisation: str, employee_number: str) -> Found:
    """The account, if it exists and is open. Enters the organisation's scope."""
    owner = queries.organisation_by_code(organisation)
    enter(owner.id if owner else None)
    query = select(Person.id, Person.pin_hash).where(
        Person.organisation_id == (owner.id if owner else None),
        Person.employee_number == employee_number.strip(),
        Person.active,
    )
    row = db.session.execute(query).first()
    return Found(owner.id if owner else None, row[0] if row else None, row[1] if row else None)


def note_failure(at_door: Knock) -> None:
    """Remember a failed try for a day."""
    now = clock.now()
    db.session.execute(delete(SignInFailure).where(SignInFailure.at < now - KEPT))
    db.session.add(SignInFailure(account=at_door.account, address=at_door.address, at=now))
    db.session.flush()


def take_over(former: str | None, organisation_id: UUID, person_id: UUID) -> bool:
    """End the session this device held before, whoever's it was. Whether it was the same person's enrolled device."""
    before = organisation_in(former) if former else None
    if before is None or former is None:
        return False
    enter(before)
    held = db.session.get(DeviceSession, (before, hash_of(former)))
    vouched = (
        held is not None
        and (held.organisation_id, held.person_id) == (organisation_id, person_id)
        and held.enrolled
        and held.expires_at > clock.now() - STAYS_ENROLLED
    )
    close_session(before, former)
    enter(organisation_id)
    return vouched


def open_session(organisation_id: UUID, person_id: UUID, at_door: Knock, shared: bool, enrolled: bool = False) -> str:
    """Start a session on this device; its token. A month on one's own phone, half a day on a shared device.

    What an enrolled device held is kept beyond its month, so that the PIN alone continues it.
    """
    now = clock.now()
    token = new_token(organisation_id)
    db.session.execute(delete(SignInFailure).where(SignInFailure.account == at_door.account))
    db.session.execute(
        delete(DeviceSession).where(
            DeviceSession.organisation_id == organisation_id,
            DeviceSession.person_id == person_id,
            or_(
                DeviceSession.expires_at < now - STAYS_ENROLLED,
                and_(DeviceSession.expires_at < now, ~DeviceSession.enrolled),
            ),
        )
    )
    db.session.add(
        DeviceSession(
            organisation_id=organisation_id,
            token_hash=hash_of(token),
            person_id=person_id,
            created_at=now,
            expires_at=now + (SHARED_DEVICE if shared else OWN_PHONE),
            enrolled=enrolled and not shared,
        )
    )
    db.session.flush()
    return token


def close_session(organisation_id: UUID, token: str) -> None:
    db.session.execute(
        delete(DeviceSession).where(
            DeviceSession.organisation_id == organisation_id, DeviceSession.token_hash == hash_of(token)
        )
    )


def issue_upload_token(organisation_id: UUID, person_id: UUID) -> str:
    """A token for one delivery of letters sealed at sign-out. Those never used go with their session's month."""
    now = clock.now()
    player_id = queries.player_of(organisation_id, person_id)
    db.session.execute(
        delete(UploadToken).where(
            UploadToken.organisation_id == organisation_id,
            UploadToken.player_id == player_id,
            UploadToken.issued_at < now - UNUSED,
        )
    )
    token = new_token(organisation_id)
    db.session.add(
        UploadToken(organisation_id=organisation_id, token_hash=hash_of(token), player_id=player_id, issued_at=now)
    )
    db.session.flush()
    return token


def upload_token(token: str) -> UploadToken | None:
    """The upload token as it stands, entering its organisation; None if there is none such."""
    organisation_id = organisation_in(token)
    if organisation_id is None:
        return None
    enter(organisation_id)
    return db.session.get(UploadToken, (organisation_id, hash_of(token)))
