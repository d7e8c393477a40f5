"""Pilots: which version is tried out, by whom, and what they are asked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, UtcDateTime, belongs_to


class Pilot(Identified, Model):
    """One version of a module given to some, as a run of free choice of a path with that one post.

    `version` is what they play, `module_version` the same without the pilot's own questions: what is published when it
    ends well. `revision` is the draft's that it was made of. `outcome`: null while it is open.
    """

    __tablename__ = "pilots"
    __table_args__ = (
        belongs_to("modules", "module_id"),
        belongs_to("runs", "run_id"),
        CheckConstraint("outcome in ('ended', 'published')", "outcome"),
        Index(None, "organisation_id", "module_id"),
    )

    module_id: Mapped[UUID]
    run_id: Mapped[UUID]
    revision: Mapped[int]
    version: Mapped[str]
    module_version: Mapped[str]
    questions: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None]
