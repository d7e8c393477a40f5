"""The keys that an organisation's credentials are signed with."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, UtcDateTime


class CertificateKey(Owned, Model):
    """A key that an organisation signs credentials with. One that is retired keeps its public half for checking.

    `id` is the JWK thumbprint (RFC 7638).
    """

    __tablename__ = "certificate_keys"
    __table_args__ = (ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),)

    id: Mapped[str] = mapped_column(primary_key=True)
    public: Mapped[dict[str, str]] = mapped_column(JSON)
    private: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
