"""Competitions between departments, what each membership brings to one, and the sums its board reads."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to

RULES = ("participation", "completion", "points", "recall", "improvement")


class Competition(Identified, Model):
    """A race of teams over whole weeks, from the Monday `first_week`, by one rule.

    `paths`: ids of those that count, null for all. `freeze_hours`: so long before its end the board stands still.
    `open_to`: ids of the departments whose people pick a team themselves; null where whole departments race.
    `frozen` is the board as it stood then, shown until its end is decided or whoever arranged it has `revealed_at` what
    there is. `result`, set with `closed_at`, is the board with the numbers it was
    computed from; nothing changes it.
    """

    __tablename__ = "competitions"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        CheckConstraint(f"rule in {RULES}", "rule"),
        Index(None, "organisation_id", "first_week"),
    )

    name: Mapped[str]
    rule: Mapped[str]
    first_week: Mapped[date]
    weeks: Mapped[int]
    paths: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    open_to: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    prize: Mapped[str] = mapped_column(default="", server_default=text("''"))
    freeze_hours: Mapped[int] = mapped_column(default=24, server_default=text("24"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    drawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    frozen: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    revealed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class Team(Identified, Model):
    """Who races: one department with all below it, several under a name, or those who pick it. Sums are in millionths.

    `size_class` is drawn when the competition starts (`drawn_at`), and stays. `shown_*`: the hourly picture of a small
    team.
    """

    __tablename__ = "teams"
    __table_args__ = (belongs_to("competitions", "competition_id"), Index(None, "organisation_id", "competition_id"))

    competition_id: Mapped[UUID]
    position: Mapped[int]
    name: Mapped[str | None]
    departments: Mapped[list[str]] = mapped_column(JSON)
    size_class: Mapped[int | None]
    members: Mapped[int] = mapped_column(default=0)
    possible: Mapped[int] = mapped_column(BigInteger, default=0)
    taken: Mapped[int] = mapped_column(BigInteger, default=0)
    weight: Mapped[int] = mapped_column(BigInteger, default=0)
    result: Mapped[int] = mapped_column(BigInteger, default=0)
    shown_taken: Mapped[int] = mapped_column(BigInteger, default=0)
    shown_weight: Mapped[int] = mapped_column(BigInteger, default=0)
    shown_result: Mapped[int] = mapped_column(BigInteger, default=0)
    shown_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class TeamPart(Owned, Model):
    """What a player brings to a team: possible and taken under the rule, the weight w and w·x in millionths.

    `shown_result` is the w·x that stands in the hourly picture of a small team.
    """

    __tablename__ = "team_parts"
    __table_args__ = (
        belongs_to("competitions", "competition_id"),
        belongs_to("players", "player_id"),
        belongs_to("teams", "team_id"),
        Index(None, "organisation_id", "player_id"),
    )

    competition_id: Mapped[UUID] = mapped_column(primary_key=True)
    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID] = mapped_column(primary_key=True)
    possible: Mapped[int]
    taken: Mapped[int]
    weight: Mapped[int]
    result: Mapped[int]
    shown_result: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class TeamMember(Owned, Model):
    """The team that a player has picked, where people pick one themselves.

    `left_at`: who has left one that runs does not come back, so that nobody changes over to those who lead.
    """

    __tablename__ = "team_members"
    __table_args__ = (
        belongs_to("competitions", "competition_id"),
        belongs_to("players", "player_id"),
        belongs_to("teams", "team_id"),
        Index(None, "organisation_id", "player_id"),
    )

    competition_id: Mapped[UUID] = mapped_column(primary_key=True)
    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID]
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
