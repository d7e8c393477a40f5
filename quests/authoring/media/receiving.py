"""A file on its way in: known by its first bytes, read to its bound and no further, looked through one at a time."""

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import IO

from flask import Request

from app.core.errors import Problem
from quests.authoring.media.refusing import refused
from quests.content.rules.media.facts import MOST_SENT
from quests.content.rules.media.preparing import OPENING, Prepared, Unfit, family_of, prepared, too_large

PIECE = 64 * 1024
IN_HAND = 1024 * 1024
"""What is larger waits in a file without a name, so that slow senders cost no memory."""

_one_at_a_time = Lock()


@contextmanager
def received(request: Request) -> Iterator[bytes]:
    """Within the block: the bytes of the body. No two are in hand at once in a process, since the largest are large.

    413 `too_large`, told by what is claimed before anything is read, and by what comes; 422 where it is none of ours.
    """
    request.max_content_length = max(MOST_SENT.values()) + PIECE
    if (request.content_length or 0) > max(MOST_SENT.values()):
        raise _too_large("video")
    with tempfile.SpooledTemporaryFile(max_size=IN_HAND) as file:
        _read(request, file)
        with _one_at_a_time:
            file.seek(0)
            yield file.read()


def _read(request: Request, file: IO[bytes]) -> None:
    opening, family, size = b"", "", 0
    while piece := request.stream.read(PIECE):
        if not family:
            opening += piece
            if len(opening) < OPENING:
                continue
            family, piece = _known(request, opening), opening
        size += len(piece)
        if size > MOST_SENT[family]:
            raise _too_large(family)
        _write(file, piece)
    if not family:
        _known(request, opening)
        _write(file, opening)


def _known(request: Request, opening: bytes) -> str:
    try:
        family = family_of(opening)
    except Unfit as unfit:
        raise refused(422, "invalid", unfit.remedies) from unfit
    if (request.content_length or 0) > MOST_SENT[family]:
        raise _too_large(family)
    return family


def _write(file: IO[bytes], piece: bytes) -> None:
    try:
        file.write(piece)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Problem(507, "storage_full", "The server has no room left. Nothing was stored.") from error
        raise


def _too_large(family: str) -> Problem:
    return refused(413, "too_large", [too_large(family)])


def made_of(content: bytes) -> Prepared:
    """The file as it is kept; 422 `invalid` with what is to be mended."""
    try:
        return prepared(content)
    except Unfit as unfit:
        raise refused(422, "invalid", unfit.remedies) from unfit
