"""Giving the rows that name one person or player to another, in every table that names any."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, ForeignKeyConstraint, Table, UniqueConstraint, and_, delete, or_, update
from sqlalchemy import exists as any_of

from app.core.db import db

STAY = {
    "player_links": "ties the old person to what stays with them",
    "sessions": "ends with the old account",
    "push_subscriptions": "ends with its session",
    "passkeys": "opens the old account, which is closed",
    "enrolment_tokens": "opens the old account, which is closed",
    "past_goals": "what the other has chosen holds",
    "nudge_switches": "what the other has chosen holds",
    "point_totals": "worked out anew",
    "membership_weeks": "worked out anew",
    "team_parts": "worked out anew, or a result that stands",
    "memory_items": "worked out anew",
    "memberships": "each day counts once: see `actions`",
    "ledger_entries": "each thing earned counts once: see `actions`",
    "run_tests": "others hang on them: see `actions`",
}

Columns = Any
BETTER: dict[str, Callable[[Columns, Columns], ColumnElement[bool]]] = {
    "enrolments": lambda old, new: and_(old.left_at.is_(None), new.left_at.is_not(None)),
    "exercise_states": lambda old, new: and_(old.settled.is_not(None), new.settled.is_(None)),
    "module_progress": lambda old, new: old.done_at < new.done_at,
    "quest_progress": lambda old, new: old.done_at < new.done_at,
    "earned_badges": lambda old, new: old.earned_at < new.earned_at,
    "scenario_bests": lambda old, new: or_(old.stars > new.stars, and_(old.stars == new.stars, old.goals > new.goals)),
}
"""Of two rows under one key: when the old one's is kept, and not the other's."""


def columns_naming(table: str) -> Iterator[Column[Any]]:
    """Every column that names a row of `persons` or `players`, but for those of tables that stay as they are."""
    for each in db.metadata.sorted_tables:
        for constraint in each.constraints:
            if isinstance(constraint, ForeignKeyConstraint) and constraint.referred_table.name == table:
                (column,) = (one for one in constraint.columns if one.name != "organisation_id")
                if each.name not in STAY:
                    yield column


def move(column: Column[Any], organisation_id: UUID, old: UUID, new: UUID, *also: ColumnElement[bool]) -> int:
    """Let rows that name `old` name `new`; how many. Those that `new` has already, by whatever key, stay."""
    table: Table = column.table
    if table.name in BETTER:
        _give_way(table, column, organisation_id, old, new)
    taken = [_twin(table, column, key, new) for key in _keys(table, column)]
    moved = update(table).where(table.c.organisation_id == organisation_id, column == old, *also)
    moved = moved.where(*(~each for each in taken)).values({column.name: new})
    return int(db.session.execute(moved.execution_options(synchronize_session=False)).rowcount)  # type: ignore[attr-defined]


def _give_way(table: Table, column: Column[Any], organisation_id: UUID, old: UUID, new: UUID) -> None:
    own = (table.c.organisation_id == organisation_id, column == new)
    for key in _keys(table, column):
        worse = _twin(table, column, key, old, BETTER[table.name])
        db.session.execute(delete(table).where(*own, worse).execution_options(synchronize_session=False))


def _keys(table: Table, column: Column[Any]) -> list[set[str]]:
    unique = [each.columns for each in table.constraints if isinstance(each, UniqueConstraint)]
    keys = [{one.name for one in each} for each in (table.primary_key.columns, *unique)]
    return [each for each in keys if column.name in each]


def _twin(
    table: Table,
    column: Column[Any],
    key: set[str],
    whose: UUID,
    better: Callable[[Columns, Columns], ColumnElement[bool]] | None = None,
) -> ColumnElement[bool]:
    """Whether there is a row of that one with the same key."""
    twin = table.alias()
    same = [twin.c[name].is_not_distinct_from(table.c[name]) for name in sorted(key - {column.name})]
    if better is not None:
        same.append(better(twin.c, table.c))
    return any_of().where(twin.c[column.name] == whose, *same)
