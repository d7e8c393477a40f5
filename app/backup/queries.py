"""Reading the whole database at one moment, organisation by organisation, while everybody works on."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from sqlalchemy import JSON, Column, Table, TypeDecorator, select

from app.backup.rules import Reading, line_of, reading_of
from app.core.db import db, enter
from app.core.rows import EVERYBODYS
from app.identity.queries import organisation_ids

AT_ONCE = 1000


def stand_still() -> None:
    """Begin a transaction that sees one moment of the database, whatever is written meanwhile."""
    db.session.rollback()
    options = {"isolation_level": "REPEATABLE READ"} if db.engine.dialect.name == "postgresql" else {}
    db.session.connection(execution_options=options)


def tables() -> list[Table]:
    """Every table, those referred to before those that refer."""
    return db.metadata.sorted_tables


def lines(table: Table) -> Iterator[bytes]:
    """Every row of a table as a line, in the order of its key."""
    if table.name in EVERYBODYS:
        yield from _lines(table, None)
        return
    for organisation_id in organisation_ids():
        enter(organisation_id)
        yield from _lines(table, organisation_id)
    enter(None)


def _lines(table: Table, organisation_id: UUID | None) -> Iterator[bytes]:
    query = select(table).order_by(*table.primary_key.columns)
    if organisation_id is not None:
        query = query.where(table.c.organisation_id == organisation_id)
    found = db.session.connection().execute(query.execution_options(yield_per=AT_ONCE))
    for row in found.mappings():
        yield line_of(row)


def readings(table: Table) -> Mapping[str, Reading]:
    """How each column of a table reads its value from a line."""
    return {column.name: reading_of(_kind(column)) for column in table.columns}


def _kind(column: Column[object]) -> type:
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return object if isinstance(kind, JSON) else kind.python_type
