"""What an editor says of a medium in the library; the medium itself is content's."""

from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, belongs_to
from quests.authoring.media.rules import LICENCES


class MediaDescription(Owned, Model):
    """One row a medium that has been sent to the library or described there.

    `alt` is by language: what a picture shows, proposed where it is used anew. The focus is given as fractions of the
    picture, both or none. `sent` is the SHA-256 of the bytes that it was made of, so that they are known again;
    `found_by` all words it can be found by, folded.
    """

    __tablename__ = "media_descriptions"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id", "hash"], ["media.organisation_id", "media.hash"]),
        belongs_to("persons", "added_by_id"),
        CheckConstraint(f"licence in {LICENCES}", "licence"),
        Index(None, "organisation_id", "sent"),
        Index(None, "organisation_id", "added_by_id"),
    )

    hash: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(default="")
    alt: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    focus_x: Mapped[float | None]
    focus_y: Mapped[float | None]
    licence: Mapped[str | None]
    credit: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    sent: Mapped[str | None]
    found_by: Mapped[str] = mapped_column(default="")
    added_by_id: Mapped[UUID | None]
