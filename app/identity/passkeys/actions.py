"""Giving out challenges, taking them back once, keeping and forgetting passkeys."""

import secrets
from uuid import UUID

from sqlalchemy import delete, func, select, update

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, invalid
from app.core.keys import peppered
from app.identity.passkeys.ceremony import Made, Refused
from app.identity.passkeys.models import Passkey, PasskeyChallenge
from app.identity.passkeys.rules import CHALLENGE_LASTS, MOST_PASSKEYS, MOST_WAITING
from app.identity.viewer import Viewer

SIGN_IN = "sign-in"


def purpose_of(who: Viewer) -> str:
    """A registration's challenge is good for the session that asked for it, and no other."""
    return f"registration {who.csrf_token}"


def challenge_for(purpose: str, address: str) -> bytes:
    """A new challenge, good once, for five minutes. Raises Problem 429 when the address leaves too many unanswered."""
    now, asked_from = clock.now(), peppered(address)
    db.session.execute(delete(PasskeyChallenge).where(PasskeyChallenge.expires_at <= now))
    waiting = select(func.count()).select_from(PasskeyChallenge).where(PasskeyChallenge.address == asked_from)
    if (db.session.scalar(waiting) or 0) >= MOST_WAITING:
        seconds = str(int(CHALLENGE_LASTS.total_seconds()))
        raise Problem(429, "too_many_attempts", "Too many tries. Wait a little.", headers={"Retry-After": seconds})
    challenge = secrets.token_bytes(32)
    db.session.add(
        PasskeyChallenge(
            challenge=peppered(challenge.hex()),
            purpose=peppered(purpose),
            address=asked_from,
            expires_at=now + CHALLENGE_LASTS,
        )
    )
    db.session.flush()
    return challenge


def spend(challenge: bytes, purpose: str) -> bool:
    """Take a challenge back; whether it was given out for this, not long ago, and not answered yet."""
    given_out = delete(PasskeyChallenge).where(
        PasskeyChallenge.challenge == peppered(challenge.hex()),
        PasskeyChallenge.purpose == peppered(purpose),
        PasskeyChallenge.expires_at > clock.now(),
    )
    return bool(db.session.execute(given_out).rowcount)  # type: ignore[attr-defined]


def keep_passkey(who: Viewer, made: Made) -> Passkey:
    """Store a new passkey. It will vouch for a device as far as this session is vouched for."""
    own = (Passkey.organisation_id == who.organisation_id, Passkey.person_id == who.person_id)
    if (db.session.scalar(select(func.count()).select_from(Passkey).where(*own)) or 0) >= MOST_PASSKEYS:
        raise invalid("Remove a passkey first.", {"credential": [f"At most {MOST_PASSKEYS}."]})
    known = select(Passkey.id).where(
        Passkey.organisation_id == who.organisation_id, Passkey.credential_id == made.credential_id
    )
    if db.session.scalar(known):
        raise Refused
    passkey = Passkey(
        organisation_id=who.organisation_id,
        person_id=who.person_id,
        credential_id=made.credential_id,
        public_key=made.public_key,
        sign_count=made.sign_count,
        enrolled=who.enrolled,
        created_at=clock.now(),
    )
    db.session.add(passkey)
    db.session.flush()
    return passkey


def note_use(passkey: Passkey, sign_count: int) -> None:
    """Move the count on. Raises Refused when another sign-in with the same count was first, or the passkey is gone."""
    move = (
        update(Passkey)
        .where(
            Passkey.organisation_id == passkey.organisation_id,
            Passkey.id == passkey.id,
            Passkey.sign_count == passkey.sign_count,
        )
        .values(sign_count=sign_count, used_at=clock.now())
        .execution_options(synchronize_session=False)
    )
    if not db.session.execute(move).rowcount:  # type: ignore[attr-defined]
        raise Refused


def forget_passkey(organisation_id: UUID, passkey_id: UUID) -> None:
    db.session.execute(delete(Passkey).where(Passkey.organisation_id == organisation_id, Passkey.id == passkey_id))


def forget_passkeys(organisation_id: UUID, person_id: UUID) -> None:
    db.session.execute(
        delete(Passkey).where(Passkey.organisation_id == organisation_id, Passkey.person_id == person_id)
    )
