"""Weeks in which nothing of a run opens; versions that are tried out, and by whom

Revision: 20261129_calendar, after 20261129_media_library
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261129_calendar"
down_revision = "20261129_media_library"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Column checks stand with their columns: SQLite then need not make the tables anew, and may drop them again."""
    op.execute("alter table runs add column paused json default '[]' not null")
    op.execute(
        "alter table paths add column kind varchar default 'path' not null "
        "constraint ck_paths_kind check (kind in ('path', 'pilot'))"
    )
    op.execute("alter table activities add column version varchar")
    op.execute("alter table module_versions add column pilot boolean default false not null")
    op.create_table(
        "pilots",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("module_version", sa.String(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.CheckConstraint("outcome in ('ended', 'published')", name=op.f("ck_pilots_outcome")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_pilots_organisation_id_module_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["runs.organisation_id", "runs.id"],
            name=op.f("fk_pilots_organisation_id_run_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_pilots")),
    )
    op.create_index(op.f("ix_pilots_organisation_id_module_id"), "pilots", ["organisation_id", "module_id"])
    protect(op.get_bind(), "pilots")


def downgrade() -> None:
    op.drop_table("pilots")
    op.drop_column("module_versions", "pilot")
    op.drop_column("activities", "version")
    op.drop_column("paths", "kind")
    op.drop_column("runs", "paused")
