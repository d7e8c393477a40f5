"""Backing everything up into one file, and putting everything back from it: wholly or not at all."""

import zipfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, text, update

from app.backup import queries
from app.backup.archive import (
    BackupRefused,
    Manifest,
    check_files,
    lines_of,
    opened,
    write_entry,
    write_manifest,
    written_whole,
)
from app.backup.rules import Row, media_file, media_named, parents_first, row_of, table_file
from app.core import clock, storage
from app.core.db import db, enter
from app.core.health import wanted_migration
from app.core.http import rfc3339
from app.identity.queries import organisation_ids

LEAP = 1_000_000
REVISIONS = (("organisations", "revision"), ("players", "revision"), ("department_weeks", "version"))


def back_up(file: Path) -> Manifest:
    """Write everything as it is at this moment, keys and media included, and read it back before it gets its name.

    Rows first, media after: bytes are stored before their row, so none that a row names can be missing.
    """
    manifest = Manifest(version("loype"), wanted_migration(), str(rfc3339(clock.now())), db.engine.dialect.name)
    with written_whole(file) as place:
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
            queries.stand_still()
            owners = set(organisation_ids())
            for table in queries.tables():
                name = table_file(table.name)
                manifest.tables[str(table.name)] = write_entry(archive, manifest, name, queries.lines(table))
            db.session.rollback()
            for each in storage.kept():
                if each.organisation_id in owners:
                    _write_medium(archive, manifest, each)
            write_manifest(archive, manifest)
        check(place)
    return manifest


def _write_medium(archive: zipfile.ZipFile, manifest: Manifest, kept: storage.Kept) -> None:
    """One that was taken away since it was listed is left out: no row of this moment names it."""
    if pieces := storage.whole(kept.organisation_id, kept.digest):
        write_entry(archive, manifest, media_file(kept.organisation_id, kept.digest), pieces)


def check(file: Path) -> Manifest:
    """Read a backup to its last line. Raises BackupRefused, with the reason, unless all of it can be put back."""
    with opened(file) as (archive, manifest):
        if manifest.migration != wanted_migration():
            raise BackupRefused(
                f"The backup was made by Løype {manifest.version} with the database form {manifest.migration}; this is "
                f"{version('loype')} with {wanted_migration()}. Restore it with that version, then run loype migrate."
            )
        check_files(archive, manifest)
        present = {table.name for table in queries.tables()}
        if manifest.tables.keys() != present or not {table_file(name) for name in present} <= manifest.files.keys():
            raise BackupRefused("The backup does not hold the tables of this version.")
        for table in queries.tables():
            _check_rows(archive, table, manifest.tables[table.name])
        return manifest


def _check_rows(archive: zipfile.ZipFile, table: Table, told: int) -> None:
    try:
        with closing(_rows(archive, table)) as rows:
            count = sum(1 for _ in rows)
    except (ValueError, TypeError) as error:
        raise BackupRefused(f"A row of {table.name} in the backup cannot be read: {error}.") from error
    if count != told:
        raise BackupRefused(f"The backup holds {count} rows of {table.name}, not {told} as its manifest says.")


def _rows(archive: zipfile.ZipFile, table: Table) -> Generator[Row, None, None]:
    readings = queries.readings(table)
    for line in lines_of(archive, table_file(table.name)):
        yield row_of(line, readings)


def keep_media(file: Path) -> None:
    """Store the media of a checked backup. Safe to repeat; those there already stay."""
    with opened(file) as (archive, manifest):
        for name in manifest.files:
            if picture := media_named(name):
                storage.keep(picture[0], archive.read(name))


def replace_all(file: Path) -> None:
    """Put the rows of a checked backup in the place of all there are.

    Revisions leap, so that nothing a device or a process has kept from before is taken for the present.
    """
    with opened(file) as (archive, _):
        _empty()
        for table in queries.tables():
            with closing(_rows(archive, table)) as rows:
                _fill(table, rows)
    for organisation_id in organisation_ids():
        enter(organisation_id)
        for name, column in REVISIONS:
            table = db.metadata.tables[name]
            key = table.c.id if name == "organisations" else table.c.organisation_id
            leap: dict[str, Any] = {column: table.c[column] + LEAP}
            db.session.execute(update(table).where(key == organisation_id).values(leap))
    enter(None)


def _empty() -> None:
    if db.engine.dialect.name == "postgresql":
        names = ", ".join(f'"{table.name}"' for table in queries.tables())
        db.session.execute(text(f"truncate {names}"))
        return
    db.session.execute(text("pragma defer_foreign_keys = on"))
    for table in reversed(queries.tables()):
        db.session.execute(table.delete())


def _fill(table: Table, rows: Iterator[Row]) -> None:
    """Insert rows, each organisation's in its scope, and last those that refer to others of the same table."""
    own = [(key.parent.name, key.column.name) for key in table.foreign_keys if key.column.table is table]
    references = [(column, target) for column, target in own if column != "organisation_id"]
    for organisation_id, group in groupby(rows, key=lambda row: row.get("organisation_id")):
        enter(organisation_id)
        later: list[Row] = []
        _insert(table, _put_by(group, [column for column, _ in references], later))
        for ready in parents_first(later, references):
            _insert(table, ready)


def _put_by(rows: Iterable[Row], columns: list[str], later: list[Row]) -> Iterator[Row]:
    """The rows that refer to none by these columns; the others are put by."""
    for row in rows:
        if any(row[column] is not None for column in columns):
            later.append(row)
        else:
            yield row


def _insert(table: Table, rows: Iterable[Row]) -> None:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == queries.AT_ONCE:
            db.session.execute(insert(table), batch)
            batch = []
    if batch:
        db.session.execute(insert(table), batch)
