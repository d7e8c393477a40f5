"""What each membership brings to its department in a week, and the sums that boards read."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, text, true
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, UtcDateTime, belongs_to


class MembershipWeek(Owned, Model):
    """A membership in a week: what was possible and taken, its weight w and w·x in millionths.

    `shown_result` is the w·x that stands in the hourly picture of a small department.
    """

    __tablename__ = "membership_weeks"
    __table_args__ = (
        belongs_to("departments", "department_id"),
        belongs_to("players", "player_id"),
        Index(None, "organisation_id", "week", "department_id"),
    )

    week: Mapped[date] = mapped_column(primary_key=True)
    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    department_id: Mapped[UUID] = mapped_column(primary_key=True)
    possible: Mapped[int]
    taken: Mapped[int]
    weight: Mapped[int]
    result: Mapped[int]
    shown_result: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class DepartmentWeek(Owned, Model):
    """Σw and Σwx of a department in a week, in millionths, kept with every change; scores are computed at reading.

    `shown_*` is the hourly picture that small departments are shown by; `live`: it has members enough to be shown
    without. `version` grows with whatever changes what is shown.
    """

    __tablename__ = "department_weeks"
    __table_args__ = (belongs_to("departments", "department_id"),)

    week: Mapped[date] = mapped_column(primary_key=True)
    department_id: Mapped[UUID] = mapped_column(primary_key=True)
    members: Mapped[int]
    possible: Mapped[int]
    taken: Mapped[int]
    weight: Mapped[int] = mapped_column(BigInteger)  # 2,148 members in millionths are more than 32 bits
    result: Mapped[int] = mapped_column(BigInteger)
    shown_taken: Mapped[int]
    shown_weight: Mapped[int] = mapped_column(BigInteger)
    shown_result: Mapped[int] = mapped_column(BigInteger)
    shown_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int]
    live: Mapped[bool] = mapped_column(default=True, server_default=true())
