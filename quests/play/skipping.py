"""Counting a module as done that was not played, because a test has shown that it is known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.core.events import Notice
from quests.paths.queries import Opened
from quests.play import storing
from quests.play.letters import Answered, DeviceLetter
from quests.play.rules import Try

MOST_CARDS = 40
"""Of a module, so that the places of what was proved are apart from one module to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """A module that is skipped. `cards` are its exercises, `proved` those right in the test, with variants."""

    organisation_id: UUID
    player_id: UUID
    letter_id: UUID
    activity_id: UUID
    module_version: str
    language: str
    release: Opened
    cards: tuple[str, ...]
    proved: Mapping[str, str | None]
    place: int
    happened_at: datetime
    received_at: datetime


def skip(skipped: Skip) -> list[Notice]:
    """As if it had been played, every exercise right at the first try: the same marks in the ledger, so that nothing is
    earned twice. No attempt is written, since there was none, and memory is told of nothing but what was proved."""
    answers = tuple(
        Answered(card, None, None, None, skipped.module_version, skipped.proved.get(card)) for card in skipped.cards
    )
    letter = DeviceLetter(
        activity=skipped.activity_id,
        module_version=skipped.module_version,
        language=skipped.language,
        seed=0,
        started_at=skipped.happened_at,
        claimed_at=skipped.happened_at,
        finished=True,
        answers=answers,
    )
    attempt = storing.AttemptFacts(
        organisation_id=skipped.organisation_id,
        player_id=skipped.player_id,
        letter_id=skipped.letter_id,
        letter=letter,
        release=skipped.release,
        graded=[Try(card, True, False) for card in skipped.cards],
        done=True,
        exercises=len(skipped.cards),
        kinds={},
        moments=[skipped.happened_at] * len(skipped.cards),
        happened_at=skipped.happened_at,
        received_at=skipped.received_at,
    )
    proved = [each for each in storing.first_tries(attempt) if each.card in skipped.proved]
    apart = tuple(replace(each, position=skipped.place * MOST_CARDS + each.position) for each in proved)
    return storing.store_skipped(attempt, apart)
