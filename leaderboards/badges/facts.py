"""How much of each fact there is for a player: asked for only where a badge that they do not have yet needs it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.core import clock
from app.identity.queries import organisation
from leaderboards.badges.queries import count_deeds
from leaderboards.badges.rules import THREE_STARS, is_night
from leaderboards.points.queries import count_entries
from leaderboards.streaks.queries import weeks_in_a_row
from quests.play.queries import count_conversations, flawless_exercises


@dataclass(frozen=True, slots=True)
class Happening:
    """What an event says: to whom, when, in which letter, and facts that it tells of itself."""

    organisation_id: UUID
    player_id: UUID
    happened_at: datetime
    letter_id: UUID | None = None
    told: Mapping[str, int] | None = None


def amount(fact: str, happening: Happening) -> int:
    """How much there is of a fact. Raises KeyError for one that is not known."""
    told = happening.told or {}
    return told[fact] if fact in told else _FACTS[fact](happening)


def _entries(kind: str) -> Callable[[Happening], int]:
    return lambda happening: count_entries(happening.organisation_id, happening.player_id, kind)


def _weeks(happening: Happening) -> int:
    return weeks_in_a_row(happening.organisation_id, happening.player_id, clock.now())


def _flawless(happening: Happening) -> int:
    if happening.letter_id is None:
        return 0
    return flawless_exercises(happening.organisation_id, happening.player_id, happening.letter_id)


def _at_night(happening: Happening) -> int:
    return int(is_night(happening.happened_at, organisation(happening.organisation_id).time_zone))


def _talks(happening: Happening) -> int:
    return count_conversations(happening.organisation_id, happening.player_id, THREE_STARS)


def _answered(happening: Happening) -> int:
    return count_deeds(happening.organisation_id, happening.player_id, "answered")


_FACTS: Mapping[str, Callable[[Happening], int]] = {
    "modules": _entries("module"),
    "quests_in_week": _entries("quest"),
    "recalls": _entries("recall"),
    "weeks_in_a_row": _weeks,
    "flawless_exercises": _flawless,
    "at_night": _at_night,
    "three_star_talks": _talks,
    "questions_answered": _answered,
}
