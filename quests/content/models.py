"""Modules, their published versions, and media. A published version never changes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKeyConstraint, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to


class Module(Identified, Model):
    """A nano-module, whatever its version; the slug is its name in documents and packages.

    One that is retired stays where it is open, and opens nowhere else.
    """

    __tablename__ = "modules"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        UniqueConstraint("organisation_id", "slug"),
    )

    slug: Mapped[str]
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ModuleVersion(Owned, Model):
    """A published document. The one with the highest number that is not withdrawn is in force.

    `version` and `structure` are SHA-256 in hex; `titles` and `seconds` are by language, in the document's order, and
    `exercises` counts them, `pictures` are the hashes of all media, and `remembered` the ids of the cards that come
    back, so that lists need not read the document. `topic`, with its titles by language, is what one knows when one
    knows the module; `exam` the terms of one. One with `pilot` has never been in force: it is withdrawn, its number is
    negative, and only who tries it out may see it.
    """

    __tablename__ = "module_versions"
    __table_args__ = (
        belongs_to("modules", "module_id"),
        UniqueConstraint("organisation_id", "module_id", "number"),
        Index(None, "organisation_id", "module_id", "withdrawn_at"),
    )

    version: Mapped[str] = mapped_column(primary_key=True)
    structure: Mapped[str]
    module_id: Mapped[UUID]
    number: Mapped[int]
    titles: Mapped[dict[str, str]] = mapped_column(JSON)
    seconds: Mapped[dict[str, int]] = mapped_column(JSON)
    exercises: Mapped[int]
    pictures: Mapped[list[str]] = mapped_column(JSON)
    remembered: Mapped[list[str]] = mapped_column(JSON, default=list, server_default=text("'[]'"))
    topic: Mapped[str | None]
    topic_titles: Mapped[dict[str, str] | None] = mapped_column(JSON)
    exam: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    pilot: Mapped[bool] = mapped_column(default=False, server_default=false())
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Media(Owned, Model):
    """A picture, sound, video or captions that the organisation may show; the storage has its bytes by the same hash.

    `seconds` is of sound and video; the size in pixels of pictures that have one and of video.
    """

    __tablename__ = "media"
    __table_args__ = (ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),)

    hash: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    size: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seconds: Mapped[int | None]
    width: Mapped[int | None]
    height: Mapped[int | None]


class MediaWidth(Owned, Model):
    """A picture made smaller, once, for screens of that width; `narrow` is the hash of its bytes, a WebP."""

    __tablename__ = "media_widths"
    __table_args__ = (ForeignKeyConstraint(["organisation_id", "hash"], ["media.organisation_id", "media.hash"]),)

    hash: Mapped[str] = mapped_column(primary_key=True)
    width: Mapped[int] = mapped_column(primary_key=True)
    narrow: Mapped[str]
    size: Mapped[int]
