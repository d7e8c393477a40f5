"""What is planned, whom it nudges, which devices it is pushed to, and what each has chosen."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to


class PushSubscription(Identified, Model):
    """A device that can be pushed to. It is its sign-in's: with the session it ends, whatever ended that."""

    __tablename__ = "push_subscriptions"
    __table_args__ = (
        belongs_to("persons", "person_id"),
        ForeignKeyConstraint(
            ["organisation_id", "session_hash"],
            ["sessions.organisation_id", "sessions.token_hash"],
            ondelete="CASCADE",
        ),
        UniqueConstraint("organisation_id", "endpoint"),
        Index(None, "organisation_id", "person_id"),
        Index(None, "organisation_id", "session_hash"),
    )

    person_id: Mapped[UUID]
    session_hash: Mapped[str]
    endpoint: Mapped[str]
    service: Mapped[str]  # its host
    p256dh: Mapped[str]
    auth: Mapped[str]
    origin: Mapped[str]  # where the device knows Løype, for the addresses in a push
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    refused_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # when its service last would not have our key


class PushEndpoint(Model):
    """Whose an endpoint is now, over all organisations: a shared phone's last sign-in. Keyed hashes only."""

    __tablename__ = "push_endpoints"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "subscription_id"],
            ["push_subscriptions.organisation_id", "push_subscriptions.id"],
            ondelete="CASCADE",
        ),
        Index(None, "organisation_id", "subscription_id"),
    )

    endpoint_hash: Mapped[str] = mapped_column(primary_key=True)
    organisation_id: Mapped[UUID]
    subscription_id: Mapped[UUID]


class NudgePlan(Owned, Model):
    """What a release will nudge about. Spread over people from `from_at` on, a page at a time, up to `spread_to`."""

    __tablename__ = "nudge_plans"
    __table_args__ = (belongs_to("releases", "release_id"), Index(None, "organisation_id", "spread_at", "from_at"))

    release_id: Mapped[UUID] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date]
    from_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    spread_to: Mapped[UUID | None]
    spread_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Nudge(Identified, Model):
    """A nudge for a player: one by its key, whatever is restarted or run twice.

    `outcome` is null until its moment; `push` and `inbox` stand in the inbox from `told_at`, the rest say why not.
    """

    __tablename__ = "nudges"
    __table_args__ = (
        belongs_to("players", "player_id"),
        UniqueConstraint("organisation_id", "player_id", "key"),
        Index(None, "organisation_id", "outcome", "due_at"),
        Index(None, "organisation_id", "player_id", "told_at"),
    )

    player_id: Mapped[UUID]
    kind: Mapped[str]
    key: Mapped[str]
    hour: Mapped[int]
    by_habit: Mapped[bool] = mapped_column(default=False, server_default=false())  # the hour is the player's usual one
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None]
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class NudgeSubject(Owned, Model):
    """A release that a nudge is about; those of one day share a nudge."""

    __tablename__ = "nudge_subjects"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "nudge_id"], ["nudges.organisation_id", "nudges.id"], ondelete="CASCADE"
        ),
        belongs_to("releases", "release_id"),
    )

    nudge_id: Mapped[UUID] = mapped_column(primary_key=True)
    release_id: Mapped[UUID] = mapped_column(primary_key=True)


class NudgeMatter(Owned, Model):
    """The question that a nudge is about, and what is told of it."""

    __tablename__ = "nudge_matters"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "nudge_id"], ["nudges.organisation_id", "nudges.id"], ondelete="CASCADE"
        ),
        belongs_to("help_requests", "request_id"),
        CheckConstraint("code in ('help_asked', 'help_answered')", "code"),
        Index(None, "organisation_id", "request_id"),
    )

    nudge_id: Mapped[UUID] = mapped_column(primary_key=True)
    request_id: Mapped[UUID]
    code: Mapped[str]


class NudgeNote(Owned, Model):
    """The module that a nudge is about where somebody has said or must look at something, and which it is."""

    __tablename__ = "nudge_notes"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "nudge_id"], ["nudges.organisation_id", "nudges.id"], ondelete="CASCADE"
        ),
        belongs_to("modules", "module_id"),
        Index(None, "organisation_id", "module_id"),
    )

    nudge_id: Mapped[UUID] = mapped_column(primary_key=True)
    module_id: Mapped[UUID]
    code: Mapped[str]


class NudgeCertificate(Owned, Model):
    """The certificate of competence whose end a nudge is about."""

    __tablename__ = "nudge_certificates"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "nudge_id"], ["nudges.organisation_id", "nudges.id"], ondelete="CASCADE"
        ),
        belongs_to("certificates", "certificate_id"),
        Index(None, "organisation_id", "certificate_id"),
    )

    nudge_id: Mapped[UUID] = mapped_column(primary_key=True)
    certificate_id: Mapped[UUID]


class NudgeDelivery(Owned, Model):
    """A nudge on its way to one device.

    `claims` counts how often it was taken in hand without a word of what came of it: a sender that dies twice with the
    same push is not given it a third time, so that at most one comes double.
    """

    __tablename__ = "nudge_deliveries"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "nudge_id"], ["nudges.organisation_id", "nudges.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["organisation_id", "subscription_id"],
            ["push_subscriptions.organisation_id", "push_subscriptions.id"],
            ondelete="CASCADE",
        ),
        CheckConstraint("state in ('waiting', 'sent', 'dropped', 'given_up')", "state"),
        Index(None, "organisation_id", "state", "next_at"),
        Index(None, "organisation_id", "subscription_id"),
    )

    nudge_id: Mapped[UUID] = mapped_column(primary_key=True)
    subscription_id: Mapped[UUID] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(default="waiting", server_default=text("'waiting'"))
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    claims: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    shortened: Mapped[bool] = mapped_column(default=False, server_default=false())
    last_status: Mapped[int | None]


class NudgeSwitch(Owned, Model):
    """A kind of nudge that a player has switched off."""

    __tablename__ = "nudge_switches"
    __table_args__ = (belongs_to("players", "player_id"),)

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    off_at: Mapped[datetime] = mapped_column(UtcDateTime)
