"""Drafts, who has one open, and what was done to a module."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to
from quests.authoring.drafts.rules import DEEDS


class Draft(Owned, Model):
    """The one draft of a module: a document in stored form, whole or not.

    `revision` grows with every save. `published_revision` is the one that was published last, and `published_version`
    the version that came of it. `sources` tells of each translated text which source text it was made from.
    `summary` is what lists show of the document, and `search` its words, each once: before the document, past which
    SQLite would have to read to come to it.
    """

    __tablename__ = "drafts"
    __table_args__ = (
        belongs_to("modules", "module_id"),
        belongs_to("persons", "changed_by"),
        Index(None, "organisation_id", "changed_at", "module_id"),
    )

    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    search: Mapped[str]
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    sources: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    summary: Mapped[dict[str, Any]] = mapped_column(JSON)
    revision: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by: Mapped[UUID | None]
    published_revision: Mapped[int | None]
    published_version: Mapped[str | None]


class DraftPresence(Owned, Model):
    """Somebody has a draft open, or had a little while ago."""

    __tablename__ = "draft_presences"
    __table_args__ = (belongs_to("modules", "module_id"), belongs_to("persons", "person_id"))

    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ModuleChange(Identified, Model):
    """What was done to a module, and by whom; nobody where a package brought it."""

    __tablename__ = "module_changes"
    __table_args__ = (
        belongs_to("modules", "module_id"),
        belongs_to("persons", "person_id"),
        CheckConstraint(f"deed in {DEEDS}", "deed"),
        Index(None, "organisation_id", "module_id", "at"),
    )

    module_id: Mapped[UUID]
    person_id: Mapped[UUID | None]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    deed: Mapped[str]
    version: Mapped[str | None]
