"""Rows as JSON lines that any database can take in again, and the names of a backup's files. No database here."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from re import compile as pattern
from typing import Any
from uuid import UUID

import orjson

Row = dict[str, Any]
Reading = Callable[[Any], Any]

MANIFEST, FORMAT = "manifest.json", "loype.backup/1"
MEDIA = pattern(r"media/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9a-f]{64})")
LONGEST_LINE = 64 * 2**20


def table_file(table: str) -> str:
    return f"tables/{table}.jsonl"


def media_file(organisation_id: UUID, digest: str) -> str:
    return f"media/{organisation_id}/{digest}"


def media_named(name: str) -> tuple[UUID, str] | None:
    """Whose picture a file of that name is and its hash, or None for another file."""
    found = MEDIA.fullmatch(name)
    return (UUID(found[1]), found[2]) if found else None


def line_of(row: Mapping[Any, Any]) -> bytes:
    """A row as one line: ids, days and moments as text, bytes in base64, everything else as JSON has it."""
    return orjson.dumps({name: _written(value) for name, value in row.items()}, option=orjson.OPT_APPEND_NEWLINE)


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value


def row_of(line: bytes, readings: Mapping[str, Reading]) -> Row:
    """The row of a line, its values as the columns want them. ValueError when it is none of that table's."""
    row = orjson.loads(line)
    if not isinstance(row, dict) or row.keys() != readings.keys():
        raise ValueError("not the columns of this table")
    return {name: None if row[name] is None else reading(row[name]) for name, reading in readings.items()}


def reading_of(kind: type) -> Reading:
    """How a column that holds this Python type reads its value from a line."""
    return _READINGS.get(kind, _as_it_is)


def _as_it_is(value: Any) -> Any:
    return value


def _plain(kind: type) -> Reading:
    def read(value: Any) -> Any:
        if isinstance(value, bool) is not (kind is bool) or not isinstance(value, kind):
            raise ValueError(f"not a {kind.__name__}")
        return value

    return read


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a number")
    return float(value)


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment


_text = _plain(str)
_READINGS: Mapping[type, Reading] = {
    UUID: lambda value: UUID(_text(value)),
    datetime: _moment,
    date: lambda value: date.fromisoformat(_text(value)),
    bytes: lambda value: b64decode(_text(value), validate=True),
    str: _text,
    int: _plain(int),
    bool: _plain(bool),
    float: _float,
}


def parents_first(rows: Sequence[Row], references: Sequence[tuple[str, str]]) -> Iterator[list[Row]]:
    """Rows that refer to each other, in rounds: each after those it refers to, if they are among them.

    `references`: (column, column referred to). ValueError for rows that refer to each other in a ring.
    """
    waiting = list(rows)
    while waiting:
        missing = [(column, {row[target] for row in waiting}) for column, target in references]
        ready = [row for row in waiting if not any(row[column] in ids for column, ids in missing)]
        if not ready:
            raise ValueError("rows refer to each other in a ring")
        waiting = [row for row in waiting if any(row[column] in ids for column, ids in missing)]
        yield ready
