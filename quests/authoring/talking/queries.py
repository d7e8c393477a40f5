"""Who may talk about a draft, and what was said."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select

from app.core.db import db
from app.core.errors import not_found
from app.identity.viewer import Viewer
from quests.authoring.talking.models import DraftAccess, DraftComment, DraftReview
from quests.content.queries import module_exists

MAKERS = frozenset({"editor", "admin"})
ASKABLE = ("editor", "admin", "leader", "resource_person")
"""Who may be asked to look at a draft: those who make content, lead, or know the subject."""


def check_may_talk(who: Viewer, module_id: UUID) -> None:
    """404 for all but those who make content and those who were let in to this draft."""
    if not module_exists(who.organisation_id, module_id):
        raise not_found()
    if who.roles & MAKERS:
        return
    if db.session.get(DraftAccess, (who.organisation_id, module_id, who.person_id)) is None:
        raise not_found()


def threads_of(
    organisation_id: UUID, module_id: UUID, card: str | None, page: int, size: int
) -> tuple[list[DraftComment], int]:
    """A page of the first words of threads about a module, or a card of it: open ones first, then the newest."""
    own = [
        DraftComment.organisation_id == organisation_id,
        DraftComment.module_id == module_id,
        DraftComment.thread_id == DraftComment.id,
    ]
    if card is not None:
        own.append(DraftComment.card == card)
    total = db.session.scalar(select(func.count()).select_from(DraftComment).where(*own)) or 0
    query = select(DraftComment).where(*own)
    query = query.order_by(DraftComment.resolved, DraftComment.at.desc(), DraftComment.id)
    return list(db.session.scalars(query.limit(size).offset((page - 1) * size))), total


def words_in(organisation_id: UUID, threads: Iterable[UUID]) -> dict[UUID, list[DraftComment]]:
    """By thread all that was said in it, in order."""
    query = (
        select(DraftComment)
        .where(DraftComment.organisation_id == organisation_id, DraftComment.thread_id.in_(list(threads)))
        .order_by(DraftComment.at, DraftComment.id != DraftComment.thread_id, DraftComment.id)
    )
    found: dict[UUID, list[DraftComment]] = {}
    for each in db.session.scalars(query):
        found.setdefault(each.thread_id, []).append(each)
    return found


def open_by_card(organisation_id: UUID, module_id: UUID) -> dict[str | None, int]:
    """How many threads are open, by card."""
    query = (
        select(DraftComment.card, func.count())
        .where(
            DraftComment.organisation_id == organisation_id,
            DraftComment.module_id == module_id,
            DraftComment.thread_id == DraftComment.id,
            DraftComment.resolved.is_(False),
        )
        .group_by(DraftComment.card)
    )
    return {card: count for card, count in db.session.execute(query)}  # noqa: C416


def takes_part(organisation_id: UUID, thread_id: UUID) -> set[UUID]:
    """The persons who have said something in a thread."""
    query = select(DraftComment.author_id).where(
        DraftComment.organisation_id == organisation_id, DraftComment.thread_id == thread_id
    )
    return set(db.session.scalars(query.distinct()))


def reviews_of(organisation_id: UUID, module_id: UUID, page: int, size: int) -> tuple[list[DraftReview], int]:
    """A page of who was asked to look at a draft, the last first; and how many in all."""
    own = (DraftReview.organisation_id == organisation_id, DraftReview.module_id == module_id)
    total = db.session.scalar(select(func.count()).select_from(DraftReview).where(*own)) or 0
    query = select(DraftReview).where(*own).order_by(DraftReview.asked_at.desc(), DraftReview.id)
    return list(db.session.scalars(query.limit(size).offset((page - 1) * size))), total


def open_reviews(organisation_id: UUID, module_id: UUID) -> int:
    query = (
        select(func.count())
        .select_from(DraftReview)
        .where(
            DraftReview.organisation_id == organisation_id,
            DraftReview.module_id == module_id,
            DraftReview.verdict.is_(None),
        )
    )
    return db.session.scalar(query) or 0
