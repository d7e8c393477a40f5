"""What somebody has been asked of what is worth remembering, and the memory that it makes."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, false
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, UtcDateTime, belongs_to


class MemoryTry(Owned, Model):
    """A try at a card that is to be remembered: `asked` in a round, or met in a module. The log that memory rests on.

    `first` within its letter: only those count for memory, for mastery and under the week's ceiling. `response` and
    `seconds` of what was met in a module stand with its answers. `happened_on` is the organisation's day.
    """

    __tablename__ = "memory_tries"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("modules", "module_id"),
        Index(None, "organisation_id", "player_id", "module_id", "card"),
        Index(None, "organisation_id", "player_id", "happened_on"),
    )

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    letter_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[UUID]
    card: Mapped[str]
    module_version: Mapped[str]
    variant: Mapped[str | None]
    seed: Mapped[int]
    asked: Mapped[bool]
    first: Mapped[bool]
    response: Mapped[Any] = mapped_column(JSON)
    correct: Mapped[bool]
    seconds: Mapped[float | None]
    too_quick: Mapped[bool] = mapped_column(default=False, server_default=false())
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    happened_on: Mapped[date]


class MemoryWish(Owned, Model):
    """An item that is wanted from a day on: asked before all others until it has been recalled since.

    Of what a certificate rests on that is to be renewed. An item nobody has met yet may be wished for; it waits.
    """

    __tablename__ = "memory_wishes"
    __table_args__ = (belongs_to("players", "player_id"), belongs_to("modules", "module_id"))

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    wanted_from: Mapped[date]


class MemoryItem(Owned, Model):
    """What is known of an item, a projection of its tries. One for each card, in whatever runs and versions it is met.

    Whether it sleeps is not written here: it does while its card is not marked, or its module not given to the player.
    """

    __tablename__ = "memory_items"
    __table_args__ = (belongs_to("players", "player_id"), belongs_to("modules", "module_id"))

    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    stability: Mapped[float]
    difficulty: Mapped[float]
    met_on: Mapped[date]
    last_on: Mapped[date]
    last_recalled: Mapped[bool]
    tries: Mapped[int]
    due_on: Mapped[date]
    mastered_on: Mapped[date | None]
