"""What the library of media keeps about one person: what they have brought to it."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from quests.authoring.media.models import MediaDescription
from quests.content.models import Media


def of_person(organisation_id: UUID, person_id: UUID) -> list[Section]:
    """The media one has added, with what is said of them now."""
    medium = and_(Media.organisation_id == MediaDescription.organisation_id, Media.hash == MediaDescription.hash)
    query = (
        select(
            MediaDescription.title.label("medium"),
            MediaDescription.alt,
            MediaDescription.licence,
            MediaDescription.credit,
            MediaDescription.source,
            Media.added_at,
        )
        .join(Media, medium)
        .where(MediaDescription.organisation_id == organisation_id, MediaDescription.added_by_id == person_id)
        .order_by(Media.added_at, MediaDescription.hash)
    )
    return [Section("media_added", query)]
