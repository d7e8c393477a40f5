"""Making codes, and using one."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, delete, or_, update

from app.core import clock
from app.core.db import db
from app.core.errors import Problem
from app.identity import sign_in
from app.identity.actions import replace_pin
from app.identity.enrolment.models import EnrolmentToken
from app.identity.enrolment.queries import Enrolment
from app.identity.enrolment.rules import LASTS
from app.identity.models import Person
from app.identity.passkeys.actions import forget_passkeys
from app.identity.sign_in import Knock
from app.identity.viewer import hash_of, new_token


def gone() -> Problem:
    """Unknown, used and expired codes answer alike."""
    return Problem(404, "enrolment_gone", "This code cannot be used. Ask your leader for a new one.")


def issue(organisation_id: UUID, people: Iterable[UUID], issuer_id: UUID) -> tuple[dict[UUID, str], datetime]:
    """A new token for each of these people, and when they expire. Their earlier ones stop working."""
    now = clock.now()
    wanted = list(people)
    waiting = and_(EnrolmentToken.person_id.in_(wanted), EnrolmentToken.used_at.is_(None))
    db.session.execute(
        delete(EnrolmentToken).where(
            EnrolmentToken.organisation_id == organisation_id, or_(EnrolmentToken.expires_at <= now, waiting)
        )
    )
    tokens = {each: new_token(organisation_id) for each in wanted}
    db.session.add_all(
        EnrolmentToken(
            organisation_id=organisation_id,
            token_hash=hash_of(token),
            person_id=person_id,
            issuer_id=issuer_id,
            issued_at=now,
            expires_at=now + LASTS,
        )
        for person_id, token in tokens.items()
    )
    db.session.flush()
    return tokens, now + LASTS


def use(found: Enrolment, token: str, pin_hash: str, language: str, at_door: Knock, shared: bool) -> str:
    """Spend the code and let its person in on this device; the session's token.

    Whatever opened the account before does so no more: sessions, the old PIN, passkeys. Of two at once one succeeds.
    """
    now = clock.now()
    claim = (
        update(EnrolmentToken)
        .where(
            EnrolmentToken.organisation_id == found.organisation_id,
            EnrolmentToken.token_hash == hash_of(token),
            EnrolmentToken.used_at.is_(None),
            EnrolmentToken.expires_at > now,
        )
        .values(used_at=now)
    )
    claimed = db.session.execute(claim).rowcount  # type: ignore[attr-defined]
    person = db.session.get_one(Person, (found.organisation_id, found.person_id))
    if not claimed or not person.active:
        raise gone()
    person.language = language
    replace_pin(found.organisation_id, found.person_id, pin_hash)
    forget_passkeys(found.organisation_id, found.person_id)
    return sign_in.open_session(found.organisation_id, found.person_id, at_door, shared, enrolled=True)
