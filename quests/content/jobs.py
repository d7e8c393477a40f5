"""Doors that keep storage and rows in step: around every import, and once a night."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from itertools import groupby
from uuid import UUID

from app.core import clock, storage
from app.core.db import committed, scope
from app.core.errors import Problem
from app.identity.queries import organisation_ids
from quests.content.keeping import let_go, store

log = logging.getLogger("loype.media")

GRACE = timedelta(days=1)  # longer than any import takes


@contextmanager
def stored(organisation_id: UUID, media: Mapping[str, bytes]) -> Iterator[None]:
    """Within the block the bytes are in the storage; should it fail, those that no row names are taken away again."""
    try:
        store(organisation_id, media)
        yield
    except BaseException:
        forget(organisation_id, media)
        raise


def forget(organisation_id: UUID, digests: Iterable[str]) -> None:
    """Take away those of these bytes that no row names, by night where the storage does not answer now."""
    try:
        committed(let_go, organisation_id, list(digests))
    except Problem:
        log.warning("what no row names any more is taken away later: the storage does not answer")


def sweep() -> None:
    """Take away what no row has named for a day: what was left when a process or the storage died."""
    old = clock.now() - GRACE
    storage.tidy(old)
    known = set(organisation_ids())
    for organisation_id, group in groupby(storage.kept(), key=lambda each: each.organisation_id):
        digests = [each.digest for each in group if each.since < old]
        if organisation_id not in known:
            for digest in digests:
                storage.forget(organisation_id, digest)
        elif digests:
            with scope(organisation_id):
                committed(let_go, organisation_id, digests)
