"""Passkeys, and the challenges that wait for an answer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, UtcDateTime, belongs_to


class Passkey(Identified, Model):
    """A key on somebody's device. It vouches as far as the session it was made in was vouched for."""

    __tablename__ = "passkeys"
    __table_args__ = (
        belongs_to("persons", "person_id"),
        UniqueConstraint("organisation_id", "credential_id"),
        Index(None, "organisation_id", "person_id"),
    )

    person_id: Mapped[UUID]
    credential_id: Mapped[str]
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)  # 32 bits, unsigned
    enrolled: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PasskeyChallenge(Model):
    """A challenge given out and not yet answered. Keyed hashes only; at sign-in nobody is known yet."""

    __tablename__ = "passkey_challenges"
    __table_args__ = (Index(None, "address"), Index(None, "expires_at"))

    challenge: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    address: Mapped[str]
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
