"""What is known of the exercises of a module: tried before or not, and what each has come to."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import bindparam, select

from app.core.db import db
from quests.play.events import Outcome
from quests.play.models import ExerciseState
from quests.play.rules import Known, Try, newly_settled, settle

Key = tuple[UUID, UUID, UUID, UUID]
"""Organisation, player, run, module."""

_STATES = select(ExerciseState).where(
    ExerciseState.organisation_id == bindparam("organisation"),
    ExerciseState.player_id == bindparam("player"),
    ExerciseState.module_id == bindparam("module"),
)


def states_of(key: Key) -> tuple[dict[str, ExerciseState], frozenset[str]]:
    """The exercises that a player has tried in a run, by card; and the cards tried in any run."""
    organisation_id, player_id, run_id, module_id = key
    named = {"organisation": organisation_id, "player": player_id, "module": module_id}
    rows = list(db.session.scalars(_STATES, named))
    return {row.card: row for row in rows if row.run_id == run_id}, frozenset(row.card for row in rows)


def settle_states(key: Key, rows: Mapping[str, ExerciseState], tries: Sequence[Try]) -> tuple[tuple[str, Outcome], ...]:
    """Bring the exercises tried up to date; those that were right for the first time."""
    before = {card: Known(row.first_right, Outcome(row.settled) if row.settled else None) for card, row in rows.items()}
    after = settle(tries, before)
    for card, state in after.items():
        row = rows.get(card)
        if row is None:
            row = ExerciseState(organisation_id=key[0], player_id=key[1], run_id=key[2], module_id=key[3], card=card)
            db.session.add(row)
        row.first_right, row.settled = state.first_right, state.settled
    db.session.flush()
    return newly_settled(after, before)
