"""Organisations, departments, people and their pseudonymous players, roles and sessions."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to

ROLES = ("learner", "leader", "editor", "resource_person", "admin")
LANGUAGES = ("nb", "nn", "en")
WEEKLY_GOALS = ("one", "half", "all")  # one module, half of what the week holds, all of it


class Organisation(Model):
    """A municipality or a chain. `policy` holds what it decided otherwise than the start values in `rules.POLICY`."""

    __tablename__ = "organisations"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    time_zone: Mapped[str] = mapped_column(default="Europe/Oslo")
    language: Mapped[str] = mapped_column(default="nb")
    policy: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    revision: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Department(Identified, Model):
    """A node of the organisation's tree."""

    __tablename__ = "departments"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        belongs_to("departments", "parent_id"),
        Index(None, "organisation_id", "parent_id"),
    )

    parent_id: Mapped[UUID | None]
    name: Mapped[str]
    sort_key: Mapped[str]


class Person(Identified, Model):
    """Somebody who can sign in. What they play belongs to their player; the link between is one row."""

    __tablename__ = "persons"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        UniqueConstraint("organisation_id", "employee_number"),
    )

    employee_number: Mapped[str]
    name: Mapped[str]
    sort_key: Mapped[str]
    language: Mapped[str] = mapped_column(default="nb")
    pin_hash: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True, server_default=true())
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    copied_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # when they last took a copy of all about them


class Player(Identified, Model):
    """Who plays: no name, no number. `revision` grows with every change of what the player's screens show."""

    __tablename__ = "players"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        CheckConstraint(f"weekly_goal in {WEEKLY_GOALS}", "weekly_goal"),
    )

    alias: Mapped[str | None]
    on_boards: Mapped[bool] = mapped_column(default=True, server_default=true())
    show_name: Mapped[bool] = mapped_column(default=False, server_default=false())
    game_layer: Mapped[bool] = mapped_column(default=True, server_default=true())
    in_league: Mapped[bool] = mapped_column(default=False, server_default=false())  # where their organisation has one
    weekly_goal: Mapped[str] = mapped_column(default="half", server_default=text("'half'"))
    practised: Mapped[bool] = mapped_column(default=False, server_default=false())  # or passed the practice post over
    revision: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class PastGoal(Owned, Model):
    """A weekly goal that a player has left for another: what held in the weeks before `until`, a Monday.

    Kept so that weeks that are over stay what they were. What holds now is the player's own row.
    """

    __tablename__ = "past_goals"
    __table_args__ = (belongs_to("players", "player_id"), CheckConstraint(f"goal in {WEEKLY_GOALS}", "goal"))

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    until: Mapped[date] = mapped_column(primary_key=True)
    goal: Mapped[str]


class PlayerLink(Owned, Model):
    """The one row that ties a player to a person; erasing a person deletes it."""

    __tablename__ = "player_links"
    __table_args__ = (
        belongs_to("persons", "person_id"),
        belongs_to("players", "player_id"),
        UniqueConstraint("organisation_id", "player_id"),
    )

    person_id: Mapped[UUID] = mapped_column(primary_key=True)
    player_id: Mapped[UUID]


class Membership(Identified, Model):
    """A player's place in a department for a time. History is kept: a change ends one row and starts another."""

    __tablename__ = "memberships"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("departments", "department_id"),
        CheckConstraint("share > 0 and share <= 1", "share"),
        Index(None, "organisation_id", "player_id"),
        Index(None, "organisation_id", "department_id"),
    )

    player_id: Mapped[UUID]
    department_id: Mapped[UUID]
    share: Mapped[float] = mapped_column(default=1.0)
    is_primary: Mapped[bool] = mapped_column(default=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Leave(Identified, Model):
    """A period away, both days included, without a reason. A mistake is withdrawn, not deleted."""

    __tablename__ = "leaves"
    __table_args__ = (belongs_to("players", "player_id"), Index(None, "organisation_id", "player_id"))

    player_id: Mapped[UUID]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Role(Identified, Model):
    """What a person may do beside learning; a leader's role names the top of their part of the tree."""

    __tablename__ = "roles"
    __table_args__ = (
        belongs_to("persons", "person_id"),
        belongs_to("departments", "department_id"),
        UniqueConstraint("organisation_id", "person_id", "role", "department_id"),
        CheckConstraint(f"role in {ROLES}", "role"),
    )

    person_id: Mapped[UUID]
    role: Mapped[str]
    department_id: Mapped[UUID | None]


class DeviceSession(Owned, Model):
    """A signed-in device; only a hash of its token is kept. `enrolled`: a QR code or a passkey vouched for it."""

    __tablename__ = "sessions"
    __table_args__ = (belongs_to("persons", "person_id"), Index(None, "organisation_id", "person_id"))

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    enrolled: Mapped[bool] = mapped_column(default=False, server_default=false())


class UploadToken(Owned, Model):
    """Opens one delivery of letters that were sealed on a device after sign-out. Only a hash of it is kept."""

    __tablename__ = "upload_tokens"
    __table_args__ = (belongs_to("players", "player_id"), Index(None, "organisation_id", "player_id"))

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    player_id: Mapped[UUID]
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_for: Mapped[str | None]  # sha256 of the sealed body, so that the same delivery may come again
    outcome: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))


class SignInFailure(Model):
    """A failed sign-in, kept a day. Keyed hashes only, since the account may not exist and so has no organisation."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (Index(None, "account", "at"), Index(None, "address", "at"))

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    account: Mapped[str]
    address: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class AccessLogEntry(Identified, Model):
    """A named look at another person. Append-only; the person can read it."""

    __tablename__ = "access_log"
    __table_args__ = (
        belongs_to("persons", "viewer_id"),
        belongs_to("persons", "subject_id"),
        Index(None, "organisation_id", "subject_id", "at"),
    )

    viewer_id: Mapped[UUID]
    subject_id: Mapped[UUID]
    what: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
