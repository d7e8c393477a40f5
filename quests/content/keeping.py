"""Media and their rows in step: bytes first, rows after; and what no row names is taken away again."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select

from app.core import storage
from app.core.db import db
from app.core.errors import not_found
from app.identity.actions import hold_organisation
from quests.content.models import Media, MediaWidth
from quests.content.queries import NARROW_TYPE, Medium
from quests.content.rules.media.looking import facts_of
from quests.content.rules.media.rasters import narrowed


def store(organisation_id: UUID, media: Mapping[str, bytes]) -> None:
    """The bytes alone, which may take longer than a transaction should. Without rows they do no harm."""
    for content in media.values():
        storage.keep(organisation_id, content)


def keep(organisation_id: UUID, media: Mapping[str, bytes], moment: datetime) -> None:
    """The bytes, where they are not there already, and then the rows: none can name bytes that are not there."""
    hold_organisation(organisation_id)
    query = select(Media.hash).where(Media.organisation_id == organisation_id, Media.hash.in_(list(media)))
    known = set(db.session.scalars(query))
    for digest, content in media.items():
        storage.keep(organisation_id, content)
        if digest not in known:
            facts = facts_of(content)
            row = Media(organisation_id=organisation_id, hash=digest, media_type=facts.media_type, size=len(content))
            row.seconds, row.width, row.height, row.added_at = facts.seconds, facts.width, facts.height, moment
            db.session.add(row)


def let_go(organisation_id: UUID, digests: Iterable[str]) -> int:
    """Take those of these bytes away that no row names; how many that were.

    Holds the organisation as `keep` does, so that nothing is taken that another import is about to name.
    """
    hold_organisation(organisation_id)
    named = set(db.session.scalars(select(Media.hash).where(Media.organisation_id == organisation_id)))
    named |= set(db.session.scalars(select(MediaWidth.narrow).where(MediaWidth.organisation_id == organisation_id)))
    unnamed = set(digests) - named
    for digest in unnamed:
        storage.forget(organisation_id, digest)
    return len(unnamed)


def narrow(organisation_id: UUID, digest: str, width: int) -> Medium:
    """Make a picture of ours smaller, once. The same as what is absent when the storage has lost it."""
    hold_organisation(organisation_id)
    made = db.session.get(MediaWidth, {"organisation_id": organisation_id, "hash": digest, "width": width})
    if made is None:
        content = storage.fetch(organisation_id, digest)
        if content is None:
            raise not_found()
        smaller = narrowed(content, width)
        storage.keep(organisation_id, smaller)
        made = MediaWidth(organisation_id=organisation_id, hash=digest, width=width, size=len(smaller))
        made.narrow = sha256(smaller).hexdigest()
        db.session.add(made)
    return Medium(made.narrow, made.size, NARROW_TYPE)
