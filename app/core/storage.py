"""Bytes by content hash, each organisation's apart: written once, never changed, wherever the settings keep them.

In a folder of the data folder, or in a bucket of an S3-compatible server. Everything else asks here and knows neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from flask import current_app

from app.core.bucket import Bucket
from app.core.config import Config
from app.core.folder import Folder

PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is stored: whose, under which hash, since when."""

    organisation_id: UUID
    digest: str
    since: datetime


class Home(Protocol):
    """Where bytes are kept. What is asked of a home that does not answer raises a Problem (503 `media_away`)."""

    def keep(self, organisation_id: UUID, digest: str, content: bytes) -> None:
        """Store, so that it is there whole or not at all."""

    def size(self, organisation_id: UUID, digest: str) -> int | None:
        """How many bytes are kept, or None."""

    def pieces(self, organisation_id: UUID, digest: str, first: int, last: int, piece: int) -> Iterator[bytes] | None:
        """The bytes from `first` to `last`, both included, piece by piece, or None."""

    def kept(self) -> Iterator[tuple[UUID, str, datetime]]:
        """All that is stored."""

    def tidy(self, before: datetime) -> None:
        """Take away what was begun before then and never finished."""

    def forget(self, organisation_id: UUID, digest: str) -> None:
        """Take it away, if it is there."""

    def discard(self, organisation_id: UUID) -> None:
        """Take everything of an organisation away."""


def home_of(config: Config) -> Home:
    """The home that these settings name."""
    return Bucket(config) if config.media_bucket else Folder(config.folder / "media")


def _home() -> Home:
    homes: dict[str, Home] = current_app.extensions.setdefault("loype_storage", {})
    if "home" not in homes:
        homes["home"] = home_of(current_app.config["LOYPE"])
    return homes["home"]


def keep(organisation_id: UUID, content: bytes) -> str:
    """Store `content`; its sha256 in hex. Safe to repeat; a crash leaves no half file."""
    digest = sha256(content).hexdigest()
    if not held(organisation_id, digest):
        _home().keep(organisation_id, digest, content)
    return digest


def held(organisation_id: UUID, digest: str) -> bool:
    return _home().size(organisation_id, digest) is not None


def fetch(organisation_id: UUID, digest: str) -> bytes | None:
    """All the bytes kept under `digest`, or None."""
    pieces = whole(organisation_id, digest)
    return None if pieces is None else b"".join(pieces)


def whole(organisation_id: UUID, digest: str) -> Iterator[bytes] | None:
    """The same piece by piece."""
    size = _home().size(organisation_id, digest)
    return None if size is None else _home().pieces(organisation_id, digest, 0, size - 1, PIECE)


def stream(organisation_id: UUID, digest: str, first: int, last: int) -> Iterator[bytes] | None:
    """The bytes from `first` to `last`, both included, piece by piece, or None when they are not there."""
    return _home().pieces(organisation_id, digest, first, last, PIECE)


def kept() -> Iterator[Kept]:
    """Everything that is stored."""
    return (Kept(*each) for each in _home().kept())


def tidy(before: datetime) -> None:
    """Take away what was begun before then and never finished, since whoever wrote it died."""
    _home().tidy(before)


def forget(organisation_id: UUID, digest: str) -> None:
    """Take one away, for good."""
    _home().forget(organisation_id, digest)


def discard(organisation_id: UUID) -> None:
    """Take everything an organisation has stored away, for good."""
    _home().discard(organisation_id)
