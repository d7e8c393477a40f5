"""How much of each fact there is for a player: asked for only where a badge that they do not have yet needs it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.core import clock
from leaderboards.badges.queries import count_deeds
from leaderboards.badges.rules import THREE_STARS
from leaderboards.points.queries import count_entries
from leaderboards.streaks.queries import weeks_in_a_row
from quests.play.queries import count_conversations


@dataclass(frozen=True, slots=True)
class Happening:
    """What an event says: to whom, when, and facts that it tells of itself."""

    organisation_id: UUID
    player_id: UUID
    happened_at: datetime
    told: Mapping[str, int] = field(default_factory=dict)


def amounts(facts: Collection[str], happening: Happening) -> dict[str, int]:
    """How much there is of each of these facts; none of one that is neither told of nor kept anywhere."""
    found = {fact: happening.told.get(fact, 0) for fact in facts}
    if kinds := _ENTRIES.keys() & facts:
        counts = count_entries(happening.organisation_id, happening.player_id)
        found |= {fact: counts.get(_ENTRIES[fact], 0) for fact in kinds}
    return found | {fact: _FACTS[fact](happening) for fact in _FACTS.keys() & facts}


def _weeks(happening: Happening) -> int:
    return weeks_in_a_row(happening.organisation_id, happening.player_id, clock.now())


def _talks(happening: Happening) -> int:
    return count_conversations(happening.organisation_id, happening.player_id, THREE_STARS)


def _answered(happening: Happening) -> int:
    return count_deeds(happening.organisation_id, happening.player_id, "answered")


_ENTRIES: Mapping[str, str] = {"modules": "module", "quests_in_week": "quest", "recalls": "recall"}
"""What the ledger counts, by the kind of its entries."""

_FACTS: Mapping[str, Callable[[Happening], int]] = {
    "weeks_in_a_row": _weeks,
    "three_star_talks": _talks,
    "questions_answered": _answered,
}
