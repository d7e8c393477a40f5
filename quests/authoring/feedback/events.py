"""What happens between players and editors, for those who tell people of it."""

from dataclasses import dataclass
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentGiven(Event):
    """A player has commented on a module. Whose it is, the event does not say."""

    module_id: UUID
    feedback_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentAnswered(Event):
    """An editor has answered a player's comment."""

    player_id: UUID
    module_id: UUID
    answer_id: UUID
