"""What shared goals are read from."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from app.core.db import db
from leaderboards.goals.models import SharedGoal


def goal_for(organisation_id: UUID, goal_id: UUID) -> SharedGoal | None:
    return db.session.get(SharedGoal, (organisation_id, goal_id), populate_existing=True)


def open_goals(organisation_id: UUID, until: date) -> list[UUID]:
    """Those whose first week is not after `until` and that are still counted, in a fixed order."""
    query = select(SharedGoal.id).where(
        SharedGoal.organisation_id == organisation_id,
        SharedGoal.first_week <= until,
        SharedGoal.closed_at.is_(None),
        SharedGoal.cancelled_at.is_(None),
    )
    return list(db.session.scalars(query.order_by(SharedGoal.id)))


def goals_page(
    organisation_id: UUID, departments: Collection[UUID] | None, closed_after: datetime, page: int, size: int
) -> tuple[list[SharedGoal], int]:
    """Everybody's, and those of these departments (None: of all), the first to end first; how many there are.

    Of those that have closed, the ones since `closed_after`.
    """
    own: list[ColumnElement[bool]] = [
        SharedGoal.organisation_id == organisation_id,
        SharedGoal.cancelled_at.is_(None),
        or_(SharedGoal.closed_at.is_(None), SharedGoal.closed_at > closed_after),
    ]
    if departments is not None:
        own.append(or_(SharedGoal.department_id.is_(None), SharedGoal.department_id.in_(list(departments))))
    query = select(SharedGoal).where(*own).order_by(SharedGoal.first_week, SharedGoal.weeks, SharedGoal.id)
    found = list(db.session.scalars(query.limit(size).offset((page - 1) * size)))
    return found, db.session.scalar(select(func.count()).select_from(SharedGoal).where(*own)) or 0
