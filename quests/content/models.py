"""Modules, their published versions, and pictures. A published version never changes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to


class Module(Identified, Model):
    """A nano-module, whatever its version; the slug is its name in documents and packages."""

    __tablename__ = "modules"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        UniqueConstraint("organisation_id", "slug"),
    )

    slug: Mapped[str]


class ModuleVersion(Owned, Model):
    """A published document. The one with the highest number is the module's present version.

    `version` and `structure` are SHA-256 in hex; `titles` and `seconds` are by language, in the document's order, and
    `exercises` counts them, and `pictures` are the hashes of those shown, so that lists need not read the document.
    `topic`, with its titles by language, is what one knows when one knows the module.
    """

    __tablename__ = "module_versions"
    __table_args__ = (
        belongs_to("modules", "module_id"),
        UniqueConstraint("organisation_id", "module_id", "number"),
    )

    version: Mapped[str] = mapped_column(primary_key=True)
    structure: Mapped[str]
    module_id: Mapped[UUID]
    number: Mapped[int]
    titles: Mapped[dict[str, str]] = mapped_column(JSON)
    seconds: Mapped[dict[str, int]] = mapped_column(JSON)
    exercises: Mapped[int]
    pictures: Mapped[list[str]] = mapped_column(JSON)
    topic: Mapped[str | None]
    topic_titles: Mapped[dict[str, str] | None] = mapped_column(JSON)
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Media(Owned, Model):
    """A picture that the organisation may show; its bytes are in the storage under the same hash."""

    __tablename__ = "media"
    __table_args__ = (ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),)

    hash: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    size: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
