"""What reviewing says has happened."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemReviewed(Event):
    """An item was tried for the first time in a letter: `asked` in a round, or met (again) in a module.

    `recalled`: right, and not quicker than it can be read. `days_apart` from the nearest other time it was seen, None
    when there is none. `within_ceiling`: among what may be asked in its week. `mastered_on` as it is after it.
    """

    player_id: UUID
    letter_id: UUID
    module_id: UUID
    card: str
    asked: bool
    recalled: bool
    days_apart: int | None
    within_ceiling: bool
    happened_at: datetime
    mastered_on: date | None
