"""Verbs of the library: add a medium, say what it is, take it away."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, not_found
from app.identity.actions import hold_organisation
from quests.authoring.media.models import MediaDescription
from quests.authoring.media.queries import Room, room_of
from quests.authoring.media.refusing import refused
from quests.authoring.media.rules import MIB, has_room, search_words
from quests.authoring.media.showing import MOST_USES, use_shown
from quests.authoring.media.uses import uses_in
from quests.content.keeping import keep
from quests.content.models import Media, MediaWidth
from quests.content.rules.media.preparing import Prepared
from quests.content.rules.remedies import remedy


def add(organisation_id: UUID, person_id: UUID, made: Prepared, title: str) -> None:
    """Take a medium into the library, with whoever brought it first. Safe to repeat: the same bytes are one medium.

    507 `media_full` where it would take more than the organisation's media may.
    """
    hold_organisation(organisation_id)
    if not is_kept(organisation_id, made.digest):
        room = room_of(organisation_id)
        if not has_room(room.taken, len(made.content), room.most):
            raise full(room)
    keep(organisation_id, {made.digest: made.content}, clock.now())
    db.session.flush()
    described = db.session.get(MediaDescription, (organisation_id, made.digest))
    if described is None:
        row = MediaDescription(organisation_id=organisation_id, hash=made.digest, title=title, alt={}, sent=made.sent)
        row.added_by_id, row.found_by = person_id, search_words(title, {}, "")
        db.session.add(row)
    elif described.sent is None:
        described.sent = made.sent


def is_kept(organisation_id: UUID, digest: str) -> bool:
    """Whether the organisation has that medium."""
    own = (Media.organisation_id == organisation_id, Media.hash == digest)
    return db.session.scalar(select(Media.hash).where(*own)) is not None


def full(room: Room) -> Problem:
    """No room is left for what is sent."""
    told = remedy("media_full", used=room.taken // MIB, most=room.most // MIB)
    return refused(507, "media_full", [told], taken=room.taken, most=room.most)


def describe(organisation_id: UUID, digest: str, given: Mapping[str, Any]) -> None:
    """Say what a medium is; what is not given stays as it was."""
    if not is_kept(organisation_id, digest):
        raise not_found()
    row = db.session.get(MediaDescription, (organisation_id, digest))
    if row is None:
        row = MediaDescription(organisation_id=organisation_id, hash=digest, title="", alt={}, credit="", source="")
        db.session.add(row)
    for name in ("title", "licence", "credit", "source"):
        if name in given:
            setattr(row, name, given[name])
    if "alt" in given:
        row.alt = {language: text for language, text in given["alt"].items() if text}
    if "focus" in given:
        row.focus_x, row.focus_y = (given["focus"]["x"], given["focus"]["y"]) if given["focus"] else (None, None)
    row.found_by = search_words(row.title, row.alt, row.credit)


def take_away(organisation_id: UUID, digest: str) -> list[str]:
    """Take a medium out of the library, and name all bytes that nothing names any more. 409 `in_use` while it is used.

    Whoever publishes holds the organisation too, so that nothing begins to use it meanwhile.
    """
    hold_organisation(organisation_id)
    if not is_kept(organisation_id, digest):
        raise not_found()
    uses = uses_in(organisation_id).get(digest, ())
    if uses:
        shown = [use_shown(each) for each in uses[:MOST_USES]]
        raise Problem(409, "in_use", "It is used, so it stays.", more={"uses": shown})
    smaller = (MediaWidth.organisation_id == organisation_id, MediaWidth.hash == digest)
    left = [digest, *db.session.scalars(select(MediaWidth.narrow).where(*smaller))]
    for table in (MediaDescription, MediaWidth, Media):
        db.session.execute(delete(table).where(table.organisation_id == organisation_id, table.hash == digest))
    return left
