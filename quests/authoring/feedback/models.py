"""What players say of a module, and what editors answer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, UtcDateTime, belongs_to
from quests.authoring.feedback.rules import STATES


class ModuleFeedback(Identified, Model):
    """A player's rating of a version, one at a time, with a comment or `words` empty.

    It hangs on the player: who that is, no editor learns. `state` says how far an editor has come with the comment.
    """

    __tablename__ = "module_feedback"
    __table_args__ = (
        belongs_to("players", "player_id"),
        belongs_to("modules", "module_id"),
        ForeignKeyConstraint(
            ["organisation_id", "version"], ["module_versions.organisation_id", "module_versions.version"]
        ),
        UniqueConstraint("organisation_id", "player_id", "version"),
        CheckConstraint(f"state in {STATES}", "state"),
        Index(None, "organisation_id", "module_id", "state", "changed_at"),
    )

    player_id: Mapped[UUID]
    module_id: Mapped[UUID]
    version: Mapped[str]
    useful: Mapped[bool]
    reason: Mapped[str | None]
    words: Mapped[str]
    language: Mapped[str]
    state: Mapped[str] = mapped_column(default="new", server_default=text("'new'"))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class FeedbackAnswer(Identified, Model):
    """What an editor has answered to a comment. The id is made on the editor's device."""

    __tablename__ = "feedback_answers"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "feedback_id"],
            ["module_feedback.organisation_id", "module_feedback.id"],
            ondelete="CASCADE",
        ),
        belongs_to("persons", "author_id"),
        Index(None, "organisation_id", "feedback_id"),
    )

    feedback_id: Mapped[UUID]
    author_id: Mapped[UUID]
    words: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
