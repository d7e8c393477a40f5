"""Tokens in QR codes that let one person in, once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, UtcDateTime, belongs_to


class EnrolmentToken(Owned, Model):
    """A way in for one person, once, made by a leader. Only a hash of the token is kept."""

    __tablename__ = "enrolment_tokens"
    __table_args__ = (
        belongs_to("persons", "person_id"),
        belongs_to("persons", "issuer_id"),
        Index(None, "organisation_id", "person_id"),
    )

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    issuer_id: Mapped[UUID]
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
