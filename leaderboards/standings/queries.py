"""What boards are read from."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select

from app.core.db import db, read
from leaderboards.standings.models import DepartmentWeek, MembershipWeek
from leaderboards.standings.rules import Sums

_VERSION = select(func.sum(DepartmentWeek.version)).where(
    DepartmentWeek.organisation_id == bindparam("organisation"), DepartmentWeek.week == bindparam("week")
)


def board_version(organisation_id: UUID, week: date) -> int:
    """A figure that grows with every change of the week's board."""
    return int(read(_VERSION, {"organisation": organisation_id, "week": week}).scalar_one() or 0)


def sums_of(organisation_id: UUID, week: date, live_members: int) -> tuple[dict[UUID, Sums], datetime | None]:
    """The departments' sums as they may be shown, and when they last changed.

    A department of fewer than `live_members` is shown by its hourly picture.
    """
    query = select(DepartmentWeek).where(
        DepartmentWeek.organisation_id == organisation_id, DepartmentWeek.week == week, DepartmentWeek.members > 0
    )
    rows = db.session.scalars(query.execution_options(populate_existing=True)).all()
    found = {}
    moments = []
    for row in rows:
        live = row.members >= live_members
        shown = (row.taken, row.weight, row.result) if live else (row.shown_taken, row.shown_weight, row.shown_result)
        found[row.department_id] = Sums(row.members, row.possible, *shown)
        moments.append(row.updated_at if live else row.shown_at)
    return found, max(moments, default=None)


def own_parts(organisation_id: UUID, player_id: UUID, week: date) -> list[dict[str, Any]]:
    """What a player's memberships bring that week: {department_id, possible, taken, weight (millionths)}."""
    query = (
        select(MembershipWeek)
        .where(
            MembershipWeek.organisation_id == organisation_id,
            MembershipWeek.week == week,
            MembershipWeek.player_id == player_id,
        )
        .order_by(MembershipWeek.weight.desc(), MembershipWeek.department_id)
    )
    query = query.execution_options(populate_existing=True)
    return [
        {"department_id": row.department_id, "possible": row.possible, "taken": row.taken, "weight": row.weight}
        for row in db.session.scalars(query)
    ]


def weeks_with(organisation_id: UUID, department_id: UUID, page: int, size: int) -> tuple[list[date], int]:
    """A page of the weeks in which a department had something to do, the newest first; how many there are."""
    own = (
        DepartmentWeek.organisation_id == organisation_id,
        DepartmentWeek.department_id == department_id,
        DepartmentWeek.members > 0,
    )
    query = select(DepartmentWeek.week).where(*own).order_by(DepartmentWeek.week.desc())
    found = list(db.session.scalars(query.limit(size).offset((page - 1) * size)))
    return found, db.session.scalar(select(func.count()).select_from(DepartmentWeek).where(*own)) or 0


def weeks_of(organisation_id: UUID) -> list[date]:
    """Every week that has a board."""
    query = select(DepartmentWeek.week).where(DepartmentWeek.organisation_id == organisation_id).distinct()
    return sorted(db.session.scalars(query))


def has_old_picture(organisation_id: UUID, week: date, hour_began: datetime) -> bool:
    """Whether a department's hourly picture is from an earlier hour."""
    query = select(
        exists().where(
            DepartmentWeek.organisation_id == organisation_id,
            DepartmentWeek.week == week,
            DepartmentWeek.shown_at < hour_began,
        )
    )
    return bool(db.session.scalar(query))
