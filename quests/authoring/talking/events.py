"""What is said of drafts, for those who tell people of it. All ids of people are persons'."""

from dataclasses import dataclass
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTalked(Event):
    """Somebody said something of a draft. `others` are those who take part and should know."""

    module_id: UUID
    others: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAsked(Event):
    """Somebody was asked to look at a draft."""

    module_id: UUID
    review_id: UUID
    reviewer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGiven(Event):
    """Who was asked has looked at a draft."""

    module_id: UUID
    review_id: UUID
    asked_by: UUID
