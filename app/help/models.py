"""What somebody has asked the resource persons of a department, and what was said to it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, UtcDateTime, belongs_to
from app.help.rules import STATES


class HelpRequest(Identified, Model):
    """A question by name, since asking is the person's own choice. `key` is made on the device.

    `version` and `card` say which post it is about; where it is `shared`, those who make posts read its words too,
    without who asked. One that is withdrawn keeps no word, only that it was asked.
    """

    __tablename__ = "help_requests"
    __table_args__ = (
        belongs_to("persons", "asker_id"),
        belongs_to("departments", "department_id"),
        UniqueConstraint("organisation_id", "asker_id", "key"),
        CheckConstraint(f"state in {STATES}", "state"),
        Index(None, "organisation_id", "department_id", "state", "asked_at"),
        Index(None, "organisation_id", "state", "last_word_at"),
    )

    asker_id: Mapped[UUID]
    key: Mapped[UUID]
    department_id: Mapped[UUID]
    words: Mapped[str]
    version: Mapped[str | None]
    card: Mapped[str | None]
    shared: Mapped[bool] = mapped_column(default=False, server_default=false())
    state: Mapped[str] = mapped_column(default="open", server_default=text("'open'"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_word_at: Mapped[datetime] = mapped_column(UtcDateTime)


class HelpReply(Identified, Model):
    """A word in a question, by the asker or a resource person."""

    __tablename__ = "help_replies"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "request_id"],
            ["help_requests.organisation_id", "help_requests.id"],
            ondelete="CASCADE",
        ),
        belongs_to("persons", "author_id"),
        UniqueConstraint("organisation_id", "request_id", "author_id", "key"),
        Index(None, "organisation_id", "author_id"),
    )

    request_id: Mapped[UUID]
    author_id: Mapped[UUID]
    key: Mapped[UUID]
    words: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
