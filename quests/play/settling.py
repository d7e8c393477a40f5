"""What is known of the exercises of a module: tried before or not, and what each has come to."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app.core.db import db, read
from app.core.inserts import insert_for
from quests.play.events import Outcome
from quests.play.models import ExerciseState
from quests.play.rules import Known, Try, newly_settled, settle

Key = tuple[UUID, UUID, UUID, UUID]
"""Organisation, player, run, module."""

_STATES = select(ExerciseState.run_id, ExerciseState.card, ExerciseState.first_right, ExerciseState.settled).where(
    ExerciseState.organisation_id == bindparam("organisation"),
    ExerciseState.player_id == bindparam("player"),
    ExerciseState.module_id == bindparam("module"),
)


@cache
def _bring(dialect: str) -> Any:
    """Writing states, new or in the place of what was known; made once, so that it is compiled once."""
    statement = insert_for(ExerciseState, dialect)
    new = {name: statement.excluded[name] for name in ("first_right", "settled")}
    key = ["organisation_id", "player_id", "run_id", "module_id", "card"]
    return statement.on_conflict_do_update(index_elements=key, set_=new)


def states_of(key: Key) -> tuple[dict[str, Known], frozenset[str]]:
    """What is known of the exercises that a player has tried in a run, by card; and the cards tried in any run."""
    organisation_id, player_id, run_id, module_id = key
    rows = read(_STATES, {"organisation": organisation_id, "player": player_id, "module": module_id}).all()
    known = {
        row.card: Known(row.first_right, Outcome(row.settled) if row.settled else None)
        for row in rows
        if row.run_id == run_id
    }
    return known, frozenset(row.card for row in rows)


def settle_states(key: Key, before: Mapping[str, Known], tries: Sequence[Try]) -> tuple[tuple[str, Outcome], ...]:
    """Bring the exercises tried up to date; those that were right for the first time."""
    after = settle(tries, before)
    if not after:
        return ()
    named = dict(zip(("organisation_id", "player_id", "run_id", "module_id"), key, strict=True))
    rows = [
        {**named, "card": card, "first_right": state.first_right, "settled": state.settled}
        for card, state in after.items()
    ]
    db.session.execute(_bring(db.session.get_bind().dialect.name), rows)
    return newly_settled(after, before)
