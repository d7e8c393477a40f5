"""Weeks of a league: on which tier each player stands, and with whom they raced."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, UtcDateTime, belongs_to

OUTCOMES = ("up", "stayed", "down", "rested")


class LeagueWeek(Owned, Model):
    """A week whose groups have been drawn, also where there were too few for one. `closed_at`: who moves is settled."""

    __tablename__ = "league_weeks"
    __table_args__ = (ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),)

    week: Mapped[date] = mapped_column(primary_key=True)
    groups: Mapped[int]
    drawn_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class LeaguePlayer(Owned, Model):
    """The tier somebody is on, 1 the lowest, since the first week they raced. Kept for when they come back."""

    __tablename__ = "league_players"
    __table_args__ = (belongs_to("players", "player_id"), CheckConstraint("tier between 1 and 5", "tier"))

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    tier: Mapped[int]
    since: Mapped[date]


class LeaguePlace(Owned, Model):
    """Somebody in a group of a week, and what it came to once it was closed: null for who was gone by then.

    `form` is how active they had been when the group was drawn, in millionths of what was possible.
    """

    __tablename__ = "league_places"
    __table_args__ = (
        belongs_to("players", "player_id"),
        CheckConstraint(f"outcome in {OUTCOMES}", "outcome"),
        Index(None, "organisation_id", "week", "group_number"),
        Index(None, "organisation_id", "player_id"),
    )

    week: Mapped[date] = mapped_column(primary_key=True)
    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    group: Mapped[int] = mapped_column("group_number")
    tier: Mapped[int]
    form: Mapped[int]
    possible: Mapped[int | None]
    taken: Mapped[int | None]
    rank: Mapped[int | None]
    outcome: Mapped[str | None]
