"""What is said of a draft by those who make it and those who know the subject: threads by card, and reviews."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, false
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to
from quests.authoring.talking.rules import VERDICTS


class DraftAccess(Owned, Model):
    """Somebody who makes no content may read the draft of a module and talk about it."""

    __tablename__ = "draft_access"
    __table_args__ = (
        belongs_to("modules", "module_id"),
        belongs_to("persons", "person_id"),
        ForeignKeyConstraint(["organisation_id", "given_by"], ["persons.organisation_id", "persons.id"]),
        Index(None, "organisation_id", "person_id"),
    )

    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(primary_key=True)
    given_by: Mapped[UUID]
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DraftComment(Identified, Model):
    """A word about a card, or about the whole. `thread_id` is the first word's id, which its answers share.

    `resolved` says it of the first word, for all of them.
    """

    __tablename__ = "draft_comments"
    __table_args__ = (
        belongs_to("modules", "module_id"),
        belongs_to("persons", "author_id"),
        ForeignKeyConstraint(
            ["organisation_id", "thread_id"],
            ["draft_comments.organisation_id", "draft_comments.id"],
        ),
        Index(None, "organisation_id", "module_id", "at"),
        Index(None, "organisation_id", "thread_id"),
    )

    module_id: Mapped[UUID]
    thread_id: Mapped[UUID]
    card: Mapped[str | None]
    author_id: Mapped[UUID]
    words: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    resolved: Mapped[bool] = mapped_column(default=False, server_default=false())


class DraftReview(Identified, Model):
    """Somebody was asked to look at a draft as it was in `revision`; `verdict` is null until they have."""

    __tablename__ = "draft_reviews"
    __table_args__ = (
        belongs_to("modules", "module_id"),
        belongs_to("persons", "reviewer_id"),
        ForeignKeyConstraint(["organisation_id", "asked_by"], ["persons.organisation_id", "persons.id"]),
        CheckConstraint(f"verdict in {VERDICTS}", "verdict"),
        Index(None, "organisation_id", "module_id", "asked_at"),
        Index(None, "organisation_id", "reviewer_id"),
    )

    module_id: Mapped[UUID]
    revision: Mapped[int]
    asked_by: Mapped[UUID]
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reviewer_id: Mapped[UUID]
    verdict: Mapped[str | None]
    words: Mapped[str]
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
