"""What a department, or everybody, wants to reach together."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, UtcDateTime, belongs_to


class SharedGoal(Identified, Model):
    """So many modules, taken together in whole weeks from the Monday `first_week`.

    `department_id`: with all below it; null: the whole organisation. `reached` is counted from the facts, as of
    `counted_at`, and stands from `closed_at` on. `promise`: what happens when it is reached.
    """

    __tablename__ = "shared_goals"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        belongs_to("departments", "department_id"),
        CheckConstraint("target > 0", "target"),
        Index(None, "organisation_id", "first_week"),
    )

    department_id: Mapped[UUID | None]
    target: Mapped[int]
    first_week: Mapped[date]
    weeks: Mapped[int]
    promise: Mapped[str] = mapped_column(default="", server_default=text("''"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    members: Mapped[int] = mapped_column(default=0)
    reached: Mapped[int] = mapped_column(default=0)
    counted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reached_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
