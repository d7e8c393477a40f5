"""The library as it is asked: a page of media, one medium, where each is used, how much room is left."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, select

from app.core.db import db
from app.identity.models import Person
from app.identity.queries import policy
from quests.authoring.media.models import MediaDescription
from quests.authoring.media.rules import MIB, folded, is_found
from quests.authoring.media.uses import Use, uses_in
from quests.content.models import Media, MediaWidth
from quests.content.rules.media.facts import FAMILIES


@dataclass(frozen=True, slots=True)
class Shelved:
    """A medium of the library with what is said of it and where it is used."""

    hash: str
    media_type: str
    size: int
    seconds: int | None
    width: int | None
    height: int | None
    added_at: datetime
    description: MediaDescription | None
    added_by: str | None
    uses: tuple[Use, ...]

    @property
    def family(self) -> str:
        return family_of(self.media_type)


@dataclass(frozen=True, slots=True)
class Room:
    """How many bytes an organisation's media take, and how many they may."""

    taken: int
    most: int


def family_of(media_type: str) -> str:
    """`picture`, `audio`, `video` or `captions`."""
    return FAMILIES[media_type.partition("/")[0]]


def page_of(
    organisation_id: UUID, page: int, size: int, *, words: str = "", family: str | None = None, unused: bool = False
) -> tuple[list[Shelved], int]:
    """A page of the media, the newest first, and how many there are.

    `words` are looked for in titles, alt texts and credits, and in the titles of the modules that use a medium.
    """
    uses = uses_in(organisation_id)
    query = _rows(Media.hash, MediaDescription.found_by).where(Media.organisation_id == organisation_id)
    if family:
        (kind,) = (each for each, name in FAMILIES.items() if name == family)
        query = query.where(Media.media_type.startswith(f"{kind}/", autoescape=True))
    found = [
        row.hash
        for row in db.session.execute(query.order_by(Media.added_at.desc(), Media.hash))
        if not (unused and row.hash in uses) and is_found(words, _findable(row.found_by, uses.get(row.hash, ())))
    ]
    shown = found[(page - 1) * size : page * size]
    return _shelved(organisation_id, shown, uses), len(found)


def medium_of(organisation_id: UUID, digest: str) -> Shelved | None:
    """The medium with that hash; None when the organisation has none."""
    found = _shelved(organisation_id, [digest], uses_in(organisation_id))
    return found[0] if found else None


def known_as(organisation_id: UUID, sent: str) -> str | None:
    """The hash of the medium that was made of the bytes with this hash, if they have come before."""
    query = select(MediaDescription.hash).where(
        MediaDescription.organisation_id == organisation_id, MediaDescription.sent == sent
    )
    return db.session.scalars(query.order_by(MediaDescription.hash)).first()


def room_of(organisation_id: UUID) -> Room:
    """What the organisation's media take, those made smaller too, of what its policy lets them."""
    taken = 0
    for table in (Media, MediaWidth):
        sizes = select(func.coalesce(func.sum(table.size), 0)).where(table.organisation_id == organisation_id)
        taken += int(db.session.scalar(sizes) or 0)
    return Room(taken, policy(organisation_id)["media_mib"] * MIB)


def _findable(found_by: str | None, uses: Iterable[Use]) -> str:
    return f"{found_by or ''} {folded(each.title for each in uses)}"


def _rows(*columns: Any) -> Select[Any]:
    """Media, described or not."""
    described = and_(
        MediaDescription.organisation_id == Media.organisation_id,
        MediaDescription.hash == Media.hash,
    )
    return select(*columns).select_from(Media).outerjoin(MediaDescription, described)


def _shelved(organisation_id: UUID, digests: Collection[str], uses: Mapping[str, tuple[Use, ...]]) -> list[Shelved]:
    """These media in the order given; those that are not there are left out."""
    person = and_(Person.organisation_id == MediaDescription.organisation_id, Person.id == MediaDescription.added_by_id)
    query = _rows(Media, MediaDescription, Person.name).outerjoin(Person, person)
    rows = db.session.execute(query.where(Media.organisation_id == organisation_id, Media.hash.in_(digests)))
    found = {
        each.hash: Shelved(
            each.hash,
            each.media_type,
            each.size,
            each.seconds,
            each.width,
            each.height,
            each.added_at,
            described,
            name,
            uses.get(each.hash, ()),
        )
        for each, described, name in rows
    }
    return [found[digest] for digest in digests if digest in found]
