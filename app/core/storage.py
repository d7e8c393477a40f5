"""Bytes by content hash in a folder: written once, never changed, one folder an organisation."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from re import compile as pattern
from uuid import UUID

from flask import current_app

HASH = pattern("[0-9a-f]{64}")


def _folder(organisation_id: UUID) -> Path:
    return Path(current_app.config["LOYPE"].folder) / "media" / str(organisation_id)


def _place(organisation_id: UUID, digest: str) -> Path:
    return _folder(organisation_id) / digest[:2] / digest


def keep(organisation_id: UUID, content: bytes) -> str:
    """Store `content`; its sha256 in hex. Safe to repeat; a crash leaves no half file."""
    digest = sha256(content).hexdigest()
    place = _place(organisation_id, digest)
    if place.exists():
        return digest
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return digest


def fetch(organisation_id: UUID, digest: str) -> bytes | None:
    """The bytes kept under `digest`, or None."""
    place = _place(organisation_id, digest)
    return place.read_bytes() if place.is_file() else None


def kept() -> Iterator[tuple[UUID, str, bytes]]:
    """Everything that is stored: whose it is, its hash, its bytes."""
    root = Path(current_app.config["LOYPE"].folder) / "media"
    for place in sorted(root.glob("*/??/*")):
        if HASH.fullmatch(place.name):
            yield UUID(place.parent.parent.name), place.name, place.read_bytes()


def discard(organisation_id: UUID) -> None:
    """Take everything an organisation has stored away, for good."""
    shutil.rmtree(_folder(organisation_id), ignore_errors=True)
