"""Writing in the ledger, with the totals in the same transaction."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import String, bindparam, delete, func, insert, literal, select, text, true, union_all

from app.core import clock
from app.core.db import db, table_of
from app.core.events import publish
from app.core.inserts import insert_for
from app.core.weeks import week_of
from app.identity.queries import organisation
from leaderboards.points.events import PointsReversed
from leaderboards.points.models import LedgerEntry, PointSpread, PointTotal
from leaderboards.points.queries import count_spread, is_large
from leaderboards.points.rules import ALL, WORTH, Grant


@cache
def _enter(dialect: str) -> Any:
    """Entering rows that are new, giving their kinds; made once, so that it is compiled once."""
    return insert_for(LedgerEntry, dialect).on_conflict_do_nothing().returning(table_of(LedgerEntry).c.kind)


@cache
def _add(dialect: str) -> Any:
    """Adding points to the totals of a week and of all time, making those that are missing, in one statement.

    From a select, as values of several rows would be compiled each time.
    """
    table = table_of(PointTotal)
    periods = union_all(select(bindparam("week", type_=String).label("period")), select(literal(ALL))).subquery()
    given = (bindparam(name, type_=table.c[name].type) for name in ("organisation_id", "player_id", "points"))
    added = select(*given, periods.c.period).where(true())  # without a condition SQLite takes ON for a join
    statement = insert_for(PointTotal, dialect).from_select(["organisation_id", "player_id", "points", "period"], added)
    return statement.on_conflict_do_update(
        index_elements=["organisation_id", "player_id", "period"],
        set_={"points": table.c.points + statement.excluded.points},
    )


def award(
    organisation_id: UUID, player_id: UUID, grants: Sequence[Grant], happened_at: datetime, letter_id: UUID | None
) -> list[str]:
    """Enter what has not been entered before; the kinds that were. Safe to repeat."""
    if not grants:
        return []
    week = week_of(happened_at, organisation(organisation_id).time_zone)
    rows = [
        {
            "organisation_id": organisation_id,
            "id": uuid4(),
            "player_id": player_id,
            "key": key,
            "kind": kind,
            "points": WORTH[kind],
            "week": week,
            "happened_at": happened_at,
            "entered_at": clock.now(),
            "letter_id": letter_id,
        }
        for key, kind in grants
    ]
    entered = list(db.session.scalars(_enter(db.session.get_bind().dialect.name), rows))
    add_to_totals(organisation_id, player_id, week, sum(WORTH[kind] for kind in entered))
    return entered


def reverse(organisation_id: UUID, entry_id: UUID, reason: str) -> int:
    """Take an entry back by one that says why; the points taken back. Safe to repeat."""
    entry = db.session.get_one(LedgerEntry, (organisation_id, entry_id))
    row = {
        "organisation_id": organisation_id,
        "id": uuid4(),
        "player_id": entry.player_id,
        "key": f"reverse:{entry.id}",
        "kind": "reversal",
        "points": -entry.points,
        "week": entry.week,
        "happened_at": entry.happened_at,
        "entered_at": clock.now(),
        "reverses_id": entry.id,
        "reason": reason,
    }
    statement = insert_for(LedgerEntry).values(row).on_conflict_do_nothing().returning(LedgerEntry.points)
    taken: int = sum(db.session.scalars(statement))
    add_to_totals(organisation_id, entry.player_id, entry.week, taken)
    if taken:
        publish(PointsReversed(organisation_id=organisation_id, player_id=entry.player_id))
    return -taken


def reverse_letter(organisation_id: UUID, player_id: UUID, letter_id: UUID, reason: str) -> int:
    """Take back all that a letter was given, saying why; the points taken back. Safe to repeat."""
    query = select(LedgerEntry.id).where(
        LedgerEntry.organisation_id == organisation_id,
        LedgerEntry.player_id == player_id,
        LedgerEntry.letter_id == letter_id,
    )
    return sum(reverse(organisation_id, each, reason) for each in sorted(db.session.scalars(query)))


def add_to_totals(organisation_id: UUID, player_id: UUID, week: date, points: int) -> None:
    """Move the player's totals of that week and of all time."""
    if not points:
        return
    values: dict[str, Any] = {"organisation_id": organisation_id, "player_id": player_id, "points": points}
    db.session.execute(_add(db.session.get_bind().dialect.name), {**values, "week": week.isoformat()})


_NO_OTHER_TOTALS = text("lock table point_totals in share row exclusive mode")


def hold_totals() -> None:
    """Let whoever gets points wait until this transaction ends."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(_NO_OTHER_TOTALS)


def recount_totals(organisation_id: UUID) -> int:
    """Build the totals anew from the ledger; how many were wrong. Who gets points meanwhile waits."""
    hold_totals()
    owned = LedgerEntry.organisation_id == organisation_id
    right: dict[tuple[UUID, str], int] = {}
    weekly = select(LedgerEntry.player_id, LedgerEntry.week, func.sum(LedgerEntry.points)).where(owned)
    for player_id, week, points in db.session.execute(weekly.group_by(LedgerEntry.player_id, LedgerEntry.week)):
        right[player_id, week.isoformat()] = int(points)
        right[player_id, ALL] = right.get((player_id, ALL), 0) + int(points)
    present = select(PointTotal).where(PointTotal.organisation_id == organisation_id)
    found = {(row.player_id, row.period): row.points for row in db.session.scalars(present)}
    wrong = {key for key in right.keys() | found.keys() if right.get(key, 0) != found.get(key, 0)}
    db.session.execute(delete(PointTotal).where(PointTotal.organisation_id == organisation_id))
    db.session.expire_all()
    rows = [
        {"organisation_id": organisation_id, "player_id": player_id, "period": period, "points": points}
        for (player_id, period), points in right.items()
    ]
    if rows:
        db.session.execute(insert_for(PointTotal), rows)
    return len(wrong)


def keep_spread(organisation_id: UUID, week: date, people: Mapping[int, int], counted_at: datetime) -> None:
    """Keep how many people have each number of points in that week, in the place of all that was kept before."""
    db.session.execute(delete(PointSpread).where(PointSpread.organisation_id == organisation_id))
    own = {"organisation_id": organisation_id, "period": week.isoformat(), "counted_at": counted_at}
    rows = [{**own, "points": points, "people": count} for points, count in sorted(people.items())]
    if rows:
        db.session.execute(insert(table_of(PointSpread)), rows)


def recount_spread(organisation_id: UUID, week: date) -> None:
    """Count anew what the worker counts; where there are few, nothing is kept."""
    counted_at = clock.now()
    people = count_spread(organisation_id, week) if is_large(organisation_id, week) else {}
    keep_spread(organisation_id, week, people, counted_at)
