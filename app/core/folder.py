"""Media in a folder of this machine: a folder an organisation, written whole or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from re import compile as pattern
from uuid import UUID

from app.core.errors import Problem, media_away

HASH = pattern("[0-9a-f]{64}")
ABSENT = (FileNotFoundError, NotADirectoryError)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class Folder:
    """A home for bytes on a disk."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _place(self, organisation_id: UUID, digest: str) -> Path:
        return self.root / str(organisation_id) / digest[:2] / digest

    def keep(self, organisation_id: UUID, digest: str, content: bytes) -> None:
        place = self._place(organisation_id, digest)
        with _answering():
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

    def size(self, organisation_id: UUID, digest: str) -> int | None:
        with _answering():
            try:
                return self._place(organisation_id, digest).stat().st_size
            except ABSENT:
                return None

    def pieces(self, organisation_id: UUID, digest: str, first: int, last: int, piece: int) -> Iterator[bytes] | None:
        with _answering():
            try:
                descriptor = os.open(self._place(organisation_id, digest), os.O_RDONLY)
            except ABSENT:
                return None
        return _read(descriptor, first, last, piece)

    def kept(self) -> Iterator[tuple[UUID, str, datetime]]:
        for place in sorted(self.root.glob("*/??/*")):
            if HASH.fullmatch(place.name):
                since = datetime.fromtimestamp(place.stat().st_mtime, UTC)
                yield UUID(place.parent.parent.name), place.name, since

    def tidy(self, before: datetime) -> None:
        """Half files have names of their own, which no reader takes for a hash."""
        for place in self.root.glob("*/??/*"):
            with _answering(), suppress(*ABSENT):
                if not HASH.fullmatch(place.name) and place.stat().st_mtime < before.timestamp():
                    place.unlink()

    def forget(self, organisation_id: UUID, digest: str) -> None:
        with _answering():
            self._place(organisation_id, digest).unlink(missing_ok=True)

    def discard(self, organisation_id: UUID) -> None:
        shutil.rmtree(self.root / str(organisation_id), ignore_errors=True)


def _read(descriptor: int, first: int, last: int, piece: int) -> Iterator[bytes]:
    with os.fdopen(descriptor, "rb") as file:
        file.seek(first)
        left = last + 1 - first
        while left > 0 and (content := file.read(min(piece, left))):
            left -= len(content)
            yield content


@contextmanager
def _answering() -> Iterator[None]:
    """What the disk says no to, as a problem that the caller can understand."""
    try:
        yield
    except ABSENT:
        raise
    except OSError as error:
        if error.errno in NO_ROOM:
            raise Problem(507, "storage_full", "The server has no room left. Nothing was stored.") from error
        raise media_away() from error
