"""What happens between who asks and who helps, for those who tell people of it."""

from dataclasses import dataclass
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAsked(Event):
    """Somebody asked, or went on asking: `word_id` is the question's own id or the reply's. `helpers` are persons."""

    request_id: UUID
    word_id: UUID
    helpers: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAnswered(Event):
    """A resource person answered, in the app or face to face. `asker_id` and `helper_id` are persons."""

    request_id: UUID
    word_id: UUID
    asker_id: UUID
    helper_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PostQuestioned(Event):
    """Somebody asked about a post, and lets those who make it read the words. Nothing says who."""

    module_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpForgotten(Event):
    """A question was withdrawn, or has been kept as long as it may be."""

    request_id: UUID
