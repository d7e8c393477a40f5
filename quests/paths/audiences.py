"""Whom an audience means today, and who is in a run beside that."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from app.core.db import db
from app.identity.models import Membership, Person, PlayerLink, Role
from app.identity.queries import subtree
from quests.paths.models import Enrolment, Run


def audience_of(organisation_id: UUID, audience: Mapping[str, Any], today: date, only: UUID | None = None) -> set[UUID]:
    """The players an audience means today: everyone, or departments' members (subtrees included), or roles' holders.

    With `only`, that player or nobody. An audience that names no one means no one, never everyone.
    """
    if not any(audience.get(each) for each in ("everyone", "departments", "roles")):
        return set()
    query = (
        select(PlayerLink.player_id).join(Person).where(PlayerLink.organisation_id == organisation_id, Person.active)
    )
    if only is not None:
        query = query.where(PlayerLink.player_id == only)
    if departments := audience.get("departments"):
        wanted = set().union(*(subtree(organisation_id, UUID(str(each))) for each in departments))
        members = select(Membership.player_id).where(
            Membership.organisation_id == organisation_id,
            Membership.department_id.in_(wanted),
            Membership.starts_on <= today,
            or_(Membership.ends_on.is_(None), Membership.ends_on >= today),
        )
        query = query.where(PlayerLink.player_id.in_(members))
    if roles := audience.get("roles"):
        holders = select(Role.person_id).where(Role.organisation_id == organisation_id, Role.role.in_(roles))
        query = query.where(PlayerLink.person_id.in_(holders))
    return set(db.session.scalars(query))


def out_of_line(run: Run, today: date, only: UUID | None = None) -> tuple[set[UUID], set[UUID]]:
    """Who is to be let into a run that never was in it; and who is in it but shall not, or has left and shall be back.

    Of everyone, or of one player.
    """
    wanted = audience_of(run.organisation_id, run.audience, today, only)
    own = select(Enrolment.player_id, Enrolment.left_at, Enrolment.resigned_at).where(
        Enrolment.organisation_id == run.organisation_id, Enrolment.run_id == run.id
    )
    rows = db.session.execute(own if only is None else own.where(Enrolment.player_id == only)).all()
    present = {row.player_id for row in rows}
    if run.enrolling == "opt_in":
        wanted &= {row.player_id for row in rows if row.resigned_at is None}
    return wanted - present, {row.player_id for row in rows if (row.left_at is None) != (row.player_id in wanted)}


def running(organisation_id: UUID) -> list[Run]:
    """Every run that is not cancelled, for keeping who is in it up to date."""
    own = select(Run).where(Run.organisation_id == organisation_id, Run.cancelled_at.is_(None))
    return list(db.session.scalars(own))
