"""What identity keeps about one person."""

from typing import Any
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased

from app.core.personal import Section
from app.identity.enrolment.models import EnrolmentToken
from app.identity.models import (
    AccessLogEntry,
    Department,
    DeviceSession,
    Leave,
    Membership,
    PastGoal,
    Person,
    Player,
    Role,
    UploadToken,
)
from app.identity.passkeys.models import Passkey


def of_person(organisation_id: UUID, person_id: UUID, player_id: UUID) -> list[Section]:
    """Who one is here, where one works and has been away, one's devices, and who has looked."""
    return [
        *_oneself(organisation_id, person_id, player_id),
        *_places(organisation_id, person_id, player_id),
        *_devices(organisation_id, person_id, player_id),
        *_looks(organisation_id, person_id),
    ]


def _oneself(organisation_id: UUID, person_id: UUID, player_id: UUID) -> list[Section]:
    person = select(
        Person.name, Person.employee_number, Person.language, Person.active, Person.created_at, Person.copied_at
    ).where(Person.organisation_id == organisation_id, Person.id == person_id)
    settings = select(
        Player.alias,
        Player.show_name,
        Player.on_boards,
        Player.game_layer,
        Player.in_league,
        Player.weekly_goal,
        Player.practised,
    ).where(Player.organisation_id == organisation_id, Player.id == player_id)
    goals = select(PastGoal.goal.label("weekly_goal"), PastGoal.until).where(
        PastGoal.organisation_id == organisation_id, PastGoal.player_id == player_id
    )
    return [
        Section("person", person),
        Section("settings", settings),
        Section("past_goals", goals.order_by(PastGoal.until)),
    ]


def _places(organisation_id: UUID, person_id: UUID, player_id: UUID) -> list[Section]:
    memberships = (
        select(
            Department.name.label("department"),
            Membership.share,
            Membership.is_primary,
            Membership.starts_on,
            Membership.ends_on,
            Membership.recorded_at,
        )
        .join(Department, _is(Department, Membership.department_id, organisation_id))
        .where(Membership.organisation_id == organisation_id, Membership.player_id == player_id)
    )
    leaves = select(Leave.starts_on, Leave.ends_on, Leave.recorded_at, Leave.withdrawn_at).where(
        Leave.organisation_id == organisation_id, Leave.player_id == player_id
    )
    roles = (
        select(Role.role, Department.name.label("department"))
        .outerjoin(Department, _is(Department, Role.department_id, organisation_id))
        .where(Role.organisation_id == organisation_id, Role.person_id == person_id)
    )
    return [
        Section("memberships", memberships.order_by(Membership.starts_on, Membership.id)),
        Section("leaves", leaves.order_by(Leave.starts_on, Leave.id)),
        Section("roles", roles.order_by(Role.role)),
    ]


def _devices(organisation_id: UUID, person_id: UUID, player_id: UUID) -> list[Section]:
    issuer = aliased(Person)
    sessions = select(DeviceSession.created_at, DeviceSession.expires_at, DeviceSession.enrolled).where(
        DeviceSession.organisation_id == organisation_id, DeviceSession.person_id == person_id
    )
    passkeys = select(Passkey.created_at, Passkey.used_at, Passkey.enrolled).where(
        Passkey.organisation_id == organisation_id, Passkey.person_id == person_id
    )
    codes = (
        select(
            EnrolmentToken.issued_at,
            EnrolmentToken.expires_at,
            EnrolmentToken.used_at,
            issuer.name.label("made_by"),
        )
        .join(issuer, _is(issuer, EnrolmentToken.issuer_id, organisation_id))
        .where(EnrolmentToken.organisation_id == organisation_id, EnrolmentToken.person_id == person_id)
    )
    sealed = select(UploadToken.issued_at, UploadToken.outcome).where(
        UploadToken.organisation_id == organisation_id, UploadToken.player_id == player_id
    )
    return [
        Section("sessions", sessions.order_by(DeviceSession.created_at)),
        Section("passkeys", passkeys.order_by(Passkey.created_at)),
        Section("codes", codes.order_by(EnrolmentToken.issued_at)),
        Section("upload_tokens", sealed.order_by(UploadToken.issued_at)),
    ]


def _looks(organisation_id: UUID, person_id: UUID) -> list[Section]:
    """Who has looked at one, and when one looked at others: whom, is those others' to know."""
    viewer = aliased(Person)
    log = AccessLogEntry
    at_me = (
        select(log.at, viewer.name.label("viewer"), log.what)
        .join(viewer, _is(viewer, log.viewer_id, organisation_id))
        .where(log.organisation_id == organisation_id, log.subject_id == person_id)
    )
    mine = select(log.at, log.what).where(log.organisation_id == organisation_id, log.viewer_id == person_id)
    codes = select(EnrolmentToken.issued_at).where(
        EnrolmentToken.organisation_id == organisation_id, EnrolmentToken.issuer_id == person_id
    )
    return [
        Section("looks", at_me.order_by(log.at, log.id)),
        Section("own_looks", mine.order_by(log.at, log.id)),
        Section("own_codes", codes.order_by(EnrolmentToken.issued_at)),
    ]


def _is(model: Any, id: Any, organisation_id: UUID) -> Any:
    return and_(model.organisation_id == organisation_id, model.id == id)
