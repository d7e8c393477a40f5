"""Keeping the sums: moved on by each attempt, or built anew from all of them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, insert, select, text

from app.core.db import Base, db, table_of
from app.core.inserts import insert_for
from quests.authoring.statistics.known import asked_in
from quests.authoring.statistics.models import CardFigures, CardTally, ModuleFigures, ModuleWeight
from quests.authoring.statistics.rules.sums import Sums, Tried, sums_of
from quests.play.models import Answer, Attempt

Row = dict[str, Any]
MODULE_SUMS = ("begun", "ended")
CARD_SUMS = (
    *("tries", "rights", "too_quick", "stopped", "paired"),
    *("paired_right", "rest", "rest_squared", "rest_right"),
)
TABLES: tuple[tuple[type[Base], tuple[str, ...], tuple[str, ...]], ...] = (
    (ModuleFigures, ("version",), MODULE_SUMS),
    (CardFigures, ("version", "card"), CARD_SUMS),
    (CardTally, ("version", "card", "what", "value"), ("count",)),
)
"""In the order in which they are written and locked by everybody, with their keys and their sums."""

AT_ONCE = 1000


@cache
def _adding(model: type[Base], dialect: str) -> Any:
    """Adding to rows, making those that are missing; made once, so that it is compiled once."""
    key, sums = next((key, sums) for each, key, sums in TABLES if each is model)
    table, statement = table_of(model), insert_for(model, dialect)
    more = {name: table.c[name] + statement.excluded[name] for name in sums}
    return statement.on_conflict_do_update(index_elements=["organisation_id", *key], set_=more)


def add(organisation_id: UUID, version: str, sums: Sums) -> None:
    """Add what an attempt brings. Every writer takes the rows in the same order, so that none waits for another that
    waits for it."""
    dialect = db.session.get_bind().dialect.name
    for model, rows in _rows(organisation_id, version, sums):
        if rows:
            db.session.execute(_adding(model, dialect), rows)


def _rows(organisation_id: UUID, version: str, sums: Sums) -> Iterator[tuple[type[Base], list[Row]]]:
    asked = asked_in(organisation_id, version)
    own = {"organisation_id": organisation_id, "version": version, "module_id": asked.module_id}
    yield ModuleFigures, [{**own, "begun": sums.begun, "ended": sums.ended}] if sums.begun else []
    yield (
        CardFigures,
        [
            {**own, "card": card, "fingerprint": asked.fingerprints[card], **{name: adds[name] for name in CARD_SUMS}}
            for card, adds in sorted(sums.cards.items())
        ],
    )
    yield (
        CardTally,
        [
            {**own, "card": card, "what": what, "value": value, "count": count}
            for (card, what, value), count in sorted(sums.tallies.items())
        ],
    )


def recount_figures(organisation_id: UUID) -> int:
    """Build every sum anew from the answers; how many rows were wrong. Who plays meanwhile waits."""
    if db.session.get_bind().dialect.name == "postgresql":
        names = ", ".join(table_of(model).name for model, _, _ in TABLES)
        db.session.execute(text(f"lock table {names} in share row exclusive mode"))
    db.session.execute(delete(ModuleWeight).where(ModuleWeight.organisation_id == organisation_id))
    right = _worked_out(organisation_id)
    wrong = 0
    for model, key, sums in TABLES:
        rows = right[model]
        wrong += _differing(_present(organisation_id, model, key, sums), {_keyed(row, key, sums) for row in rows})
        db.session.execute(delete(model).where(table_of(model).c.organisation_id == organisation_id))
        for start in range(0, len(rows), AT_ONCE):
            db.session.execute(insert(table_of(model)), rows[start : start + AT_ONCE])
    db.session.expire_all()
    return wrong


def count_what_was(organisation_id: UUID) -> None:
    """Count what was played before there were sums; does nothing where there are any."""
    own = ModuleFigures.organisation_id == organisation_id
    if db.session.scalar(select(ModuleFigures.version).where(own).limit(1)) is None:
        recount_figures(organisation_id)


Keyed = tuple[tuple[Any, ...], tuple[int, ...]]


def _keyed(row: Mapping[str, Any], key: tuple[str, ...], sums: tuple[str, ...]) -> Keyed:
    return tuple(row[name] for name in key), tuple(row[name] for name in sums)


def _present(organisation_id: UUID, model: type[Base], key: tuple[str, ...], sums: tuple[str, ...]) -> set[Keyed]:
    table = table_of(model)
    query = select(*(table.c[name] for name in (*key, *sums))).where(table.c.organisation_id == organisation_id)
    return {_keyed(dict(row), key, sums) for row in db.session.execute(query).mappings()}


def _differing(before: set[Keyed], after: set[Keyed]) -> int:
    return len({key for key, _ in before ^ after})


def _worked_out(organisation_id: UUID) -> dict[type[Base], list[Row]]:
    """The rows as they should be, folded from every attempt in which something was tried for the first time."""
    versions: dict[str, list[Any]] = {}
    for version, sums in _brought(organisation_id):
        begun, ended, cards, tallies = versions.setdefault(version, [0, 0, {}, Counter()])
        for card, adds in sums.cards.items():
            cards.setdefault(card, Counter()).update(adds)
        tallies.update(sums.tallies)
        versions[version][:2] = begun + sums.begun, ended + sums.ended
    found: dict[type[Base], list[Row]] = {model: [] for model, _, _ in TABLES}
    for version, (begun, ended, cards, tallies) in versions.items():
        for model, rows in _rows(organisation_id, version, Sums(begun, ended, cards, tallies)):
            found[model] += rows
    return found


def _brought(organisation_id: UUID) -> Iterator[tuple[str, Sums]]:
    """What each attempt brings, with its version."""
    attempt = and_(
        Attempt.organisation_id == Answer.organisation_id,
        Attempt.player_id == Answer.player_id,
        Attempt.letter_id == Answer.letter_id,
    )
    query = (
        select(
            Answer.player_id,
            Answer.letter_id,
            Attempt.module_version,
            Attempt.seed,
            Attempt.finished,
            Answer.card,
            Answer.response,
            Answer.correct,
            Answer.too_quick,
            Answer.seconds,
            Answer.is_first,
        )
        .join(Attempt, attempt)
        .where(Answer.organisation_id == organisation_id)
        .order_by(Answer.player_id, Answer.letter_id, Answer.position)
    )
    rows = db.session.execute(query.execution_options(yield_per=AT_ONCE))
    for _, answers in groupby(rows, key=lambda row: (row.player_id, row.letter_id)):
        first: dict[str, Any] = {}
        for row in answers:
            first.setdefault(row.card, row)
        tries = [
            Tried(row.card, row.response, row.correct, row.too_quick, row.seconds, row.is_first)
            for row in first.values()
            if row.correct is not None
        ]
        one = next(iter(first.values()))
        asked = asked_in(organisation_id, one.module_version)
        sums = sums_of(asked.cards, asked.order, one.seed, tries, tuple(first), one.finished)
        if sums is not None:
            yield one.module_version, sums
