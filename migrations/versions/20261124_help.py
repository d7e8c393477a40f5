"""Help from a colleague: questions, replies, and the nudges about them

Revision: 20261124_help, after 20261124_firstday
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261124_help"
down_revision = "20261124_firstday"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "help_requests",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=True),
        sa.Column("card", sa.String(), nullable=True),
        sa.Column("state", sa.String(), server_default=sa.text("'open'"), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("last_word_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("state in ('open', 'answered', 'closed', 'withdrawn')", name=op.f("ck_help_requests_state")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "asker_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_help_requests_organisation_id_asker_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "department_id"],
            ["departments.organisation_id", "departments.id"],
            name=op.f("fk_help_requests_organisation_id_department_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_help_requests")),
        sa.UniqueConstraint(
            "organisation_id", "asker_id", "key", name=op.f("uq_help_requests_organisation_id_asker_id_key")
        ),
    )
    op.create_index(
        op.f("ix_help_requests_organisation_id_department_id_state_asked_at"),
        "help_requests",
        ["organisation_id", "department_id", "state", "asked_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_help_requests_organisation_id_state_last_word_at"),
        "help_requests",
        ["organisation_id", "state", "last_word_at"],
        unique=False,
    )
    op.create_table(
        "help_replies",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "request_id"],
            ["help_requests.organisation_id", "help_requests.id"],
            name=op.f("fk_help_replies_organisation_id_request_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "author_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_help_replies_organisation_id_author_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_help_replies")),
        sa.UniqueConstraint(
            "organisation_id",
            "request_id",
            "author_id",
            "key",
            name=op.f("uq_help_replies_organisation_id_request_id_author_id_key"),
        ),
    )
    op.create_index(
        op.f("ix_help_replies_organisation_id_author_id"),
        "help_replies",
        ["organisation_id", "author_id"],
        unique=False,
    )
    op.create_table(
        "nudge_matters",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("nudge_id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.CheckConstraint("code in ('help_asked', 'help_answered')", name=op.f("ck_nudge_matters_code")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "nudge_id"],
            ["nudges.organisation_id", "nudges.id"],
            name=op.f("fk_nudge_matters_organisation_id_nudge_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "request_id"],
            ["help_requests.organisation_id", "help_requests.id"],
            name=op.f("fk_nudge_matters_organisation_id_request_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "nudge_id", name=op.f("pk_nudge_matters")),
    )
    op.create_index(
        op.f("ix_nudge_matters_organisation_id_request_id"),
        "nudge_matters",
        ["organisation_id", "request_id"],
        unique=False,
    )
    protect(op.get_bind(), "help_requests", "help_replies", "nudge_matters")


def downgrade() -> None:
    op.drop_table("nudge_matters")
    op.drop_table("help_replies")
    op.drop_table("help_requests")
