"""Writing tries down, and the memory that they make."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select

from app.core.db import db, table_of
from app.core.events import Notice, publish
from app.core.inserts import insert_for
from app.core.weeks import monday_of
from quests.review.events import ItemReviewed
from quests.review.models import MemoryItem, MemoryTry
from quests.review.queries import Ceilings, asked_in, ceilings_now, tries_by_item
from quests.review.rules import Memory, Sighting, Try, apart, left_of, memory_of

Row = dict[str, Any]
Key = tuple[UUID, str]
_TRIES = insert(table_of(MemoryTry))


def remember(organisation_id: UUID, player_id: UUID, rows: Sequence[Row]) -> list[Notice]:
    """Write down the tries of one letter, and bring the items they are of up to date; the notices of who reacted.

    The memory of an item is worked out from all its tries, so that letters may come late and in any order.
    """
    if not rows:
        return []
    settings = ceilings_now(organisation_id)
    keys = {_key(row) for row in rows}
    earlier = tries_by_item(organisation_id, player_id, keys)
    room = _room(organisation_id, player_id, rows, settings)
    db.session.execute(_TRIES, [{"organisation_id": organisation_id, "player_id": player_id, **row} for row in rows])
    firsts = [row for row in rows if row["first"]]
    memories = {key: _memory(earlier.get(key, ()), firsts, key, settings.retention) for key in keys}
    _keep(organisation_id, player_id, memories)
    notices: list[Notice] = []
    for row in firsts:
        key, week = _key(row), monday_of(row["happened_on"])
        room[week] -= row["asked"]
        notices += publish(
            ItemReviewed(
                organisation_id=organisation_id,
                player_id=player_id,
                letter_id=row["letter_id"],
                module_id=key[0],
                card=key[1],
                asked=row["asked"],
                recalled=row["correct"] and not row["too_quick"],
                days_apart=apart(row["happened_on"], (each.day for each in earlier.get(key, ()))),
                within_ceiling=room[week] >= 0,
                happened_at=row["happened_at"],
                mastered_on=memories[key].mastered_on,
            )
        )
    return notices


def _key(row: Row) -> Key:
    return row["module_id"], row["card"]


def _room(organisation_id: UUID, player_id: UUID, rows: Sequence[Row], settings: Ceilings) -> Counter[Any]:
    """How many more may be asked in each of the weeks that these tries belong to."""
    weeks = {monday_of(row["happened_on"]) for row in rows if row["asked"]}
    asked = {week: asked_in(organisation_id, player_id, week) for week in weeks}
    return Counter({week: left_of(count, settings.a_week) for week, count in asked.items()})


def _memory(earlier: Sequence[Sighting], firsts: Sequence[Row], key: Key, retention: float) -> Memory:
    new = [
        Try(
            row["happened_at"],
            row["happened_on"],
            row["letter_id"],
            row["position"],
            row["correct"] and not row["too_quick"],
        )
        for row in firsts
        if _key(row) == key
    ]
    memory = memory_of([*(each.proof for each in earlier if each.proof), *new], retention)
    assert memory is not None  # noqa: S101
    return memory


@cache
def _items(dialect: str) -> Any:
    """Writing items, new or in the place of what was known; made once, so that it is compiled once."""
    statement = insert_for(MemoryItem, dialect)
    new = {name: statement.excluded[name] for name in Memory.__slots__}
    return statement.on_conflict_do_update(
        index_elements=["organisation_id", "player_id", "module_id", "card"], set_=new
    )


def _keep(organisation_id: UUID, player_id: UUID, memories: Mapping[Key, Memory]) -> None:
    own = {"organisation_id": organisation_id, "player_id": player_id}
    rows = [
        {**own, "module_id": module_id, "card": card, **{name: getattr(memory, name) for name in Memory.__slots__}}
        for (module_id, card), memory in memories.items()
    ]
    if rows:
        db.session.execute(_items(db.session.get_bind().dialect.name), rows)


def recount_memory(organisation_id: UUID) -> int:
    """Build every item anew from its tries; how many were wrong."""
    retention = ceilings_now(organisation_id).retention
    players = select(MemoryTry.player_id).where(MemoryTry.organisation_id == organisation_id).distinct()
    present = select(MemoryItem).where(MemoryItem.organisation_id == organisation_id)
    before = {(row.player_id, row.module_id, row.card): _known(row) for row in db.session.scalars(present)}
    db.session.execute(delete(MemoryItem).where(MemoryItem.organisation_id == organisation_id))
    db.session.expire_all()
    after = {}
    for player_id in db.session.scalars(players):
        found = tries_by_item(organisation_id, player_id)
        proofs = {key: [each.proof for each in seen if each.proof] for key, seen in found.items()}
        memories = {key: memory_of(tries, retention) for key, tries in proofs.items()}
        kept = {key: memory for key, memory in memories.items() if memory is not None}
        _keep(organisation_id, player_id, kept)
        after.update({(player_id, *key): memory for key, memory in kept.items()})
    return sum(before.get(key) != after.get(key) for key in before.keys() | after.keys())


def _known(row: MemoryItem) -> Memory:
    return Memory(**{name: getattr(row, name) for name in Memory.__slots__})
