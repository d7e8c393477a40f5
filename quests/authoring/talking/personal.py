"""What talk about drafts keeps about one person."""

from uuid import UUID

from sqlalchemy import select

from app.core.personal import Section
from quests.authoring.talking.models import DraftAccess, DraftComment, DraftReview
from quests.content.models import Module


def of_person(organisation_id: UUID, person_id: UUID) -> list[Section]:
    """What one has said of drafts, which one was let in to, and what one was asked to look at."""
    said = (
        select(
            Module.slug.label("module"),
            DraftComment.card,
            DraftComment.at,
            DraftComment.words,
            DraftComment.resolved,
        )
        .join(Module)
        .where(DraftComment.organisation_id == organisation_id, DraftComment.author_id == person_id)
        .order_by(DraftComment.at, DraftComment.id)
    )
    let_in = (
        select(Module.slug.label("module"), DraftAccess.given_at)
        .join(Module)
        .where(DraftAccess.organisation_id == organisation_id, DraftAccess.person_id == person_id)
        .order_by(DraftAccess.given_at)
    )
    asked = (
        select(
            Module.slug.label("module"),
            DraftReview.asked_at,
            DraftReview.verdict.label("found"),
            DraftReview.words,
            DraftReview.answered_at,
            DraftReview.revision.label("version"),
        )
        .join(Module)
        .where(DraftReview.organisation_id == organisation_id, DraftReview.reviewer_id == person_id)
        .order_by(DraftReview.asked_at, DraftReview.id)
    )
    return [
        Section("draft_comments", said),
        Section("draft_access", let_in),
        Section("draft_reviews", asked),
    ]
