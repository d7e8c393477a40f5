"""A backup file: a zip of JSON lines per table, the pictures, and a manifest that says what must be in it."""

import io
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import orjson

from app.backup.rules import FORMAT, LONGEST_LINE, MANIFEST, media_named

CHUNK = 2**20
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, NotImplementedError, RuntimeError)


class BackupRefused(Exception):
    """A file that is no sound backup; the message says why, in a sentence."""


@dataclass
class Manifest:
    """What a backup holds and from where. `files` is by name: bytes and SHA-256; `tables` by name: rows."""

    version: str
    migration: str
    made_at: str
    database: str
    tables: dict[str, int] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    format: str = FORMAT


@contextmanager
def written_whole(file: Path) -> Iterator[Path]:
    """A temporary file that takes its name when the block has ended well; readable by its owner alone."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    os.close(handle)
    place = Path(name)
    try:
        yield place
        with place.open("rb") as finished:
            os.fsync(finished.fileno())
        place.replace(file)
    finally:
        place.unlink(missing_ok=True)


def write_entry(archive: zipfile.ZipFile, manifest: Manifest, name: str, parts: Iterable[bytes]) -> int:
    """Write a file into the archive piece by piece and note it in the manifest; how many pieces there were."""
    digest, size, count = sha256(), 0, 0
    with archive.open(name, "w", force_zip64=True) as entry:
        for part in parts:
            entry.write(part)
            digest.update(part)
            size += len(part)
            count += 1
    manifest.files[name] = {"bytes": size, "sha256": digest.hexdigest()}
    return count


def write_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    archive.writestr(MANIFEST, orjson.dumps(vars(manifest), option=orjson.OPT_INDENT_2))


@contextmanager
def opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """The archive and its manifest; BackupRefused for a file that is none."""
    try:
        archive = zipfile.ZipFile(file)
        with archive:
            yield archive, _manifest_in(archive)
    except BROKEN as error:
        raise BackupRefused(f"{file.name} is not a whole backup: it is damaged, cut off or something else.") from error


def _manifest_in(archive: zipfile.ZipFile) -> Manifest:
    if MANIFEST not in archive.namelist():
        raise BackupRefused("This is not a backup of Løype: it has no manifest.")
    if archive.getinfo(MANIFEST).file_size > LONGEST_LINE:
        raise BackupRefused("This is not a backup of Løype: its manifest is too large.")
    try:
        given = orjson.loads(archive.read(MANIFEST))
        if given["format"] != FORMAT:
            raise BackupRefused(f"This is not a backup that this version reads: it wants {FORMAT}.")
        manifest = Manifest(**given)
        named = isinstance(manifest.tables, dict) and isinstance(manifest.files, dict)
        sized = named and all(each.keys() == {"bytes", "sha256"} for each in manifest.files.values())
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise BackupRefused("The backup's manifest cannot be read.") from error
    if not sized:
        raise BackupRefused("The backup's manifest cannot be read.")
    return manifest


def check_files(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Raise BackupRefused unless the archive holds exactly what its manifest says, to the last bit."""
    names = archive.namelist()
    if sorted([*manifest.files, MANIFEST]) != sorted(names):
        raise BackupRefused("The backup does not hold what its manifest says: files are missing or too many.")
    for name, told in manifest.files.items():
        digest, size = sha256(), 0
        with archive.open(name) as entry:
            while size <= told["bytes"] and (part := entry.read(CHUNK)):
                digest.update(part)
                size += len(part)
        if (size, digest.hexdigest()) != (told["bytes"], told["sha256"]):
            raise BackupRefused(f"{name} in the backup is not what was written: the file is damaged.")
        picture = media_named(name)
        if picture and picture[1] != told["sha256"]:
            raise BackupRefused(f"{name} in the backup is not the picture it says.")


def lines_of(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The lines of a file in the archive."""
    with archive.open(name) as entry, io.BufferedReader(cast(io.RawIOBase, entry), CHUNK) as buffered:
        while line := buffered.readline(LONGEST_LINE):
            yield line


def shown(files: Mapping[str, Mapping[str, Any]]) -> str:
    """How much is in the files, for people."""
    return f"{sum(each['bytes'] for each in files.values()) / 2**20:.1f} MiB in {len(files)} files"
