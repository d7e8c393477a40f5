"""Drafts of modules, who has one open and what was done; versions that are withdrawn, modules that are retired

Revision: 20261129_drafts, after 20261125_reflections
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261129_drafts"
down_revision = "20261125_reflections"
branch_labels = None
depends_on = None

TABLES = ("drafts", "draft_presences", "module_changes")
DEEDS = "('made', 'edited', 'published', 'restored', 'taken_back', 'retired', 'returned')"
INDEXES = (
    ("module_changes", "module_id", "at"),
    ("drafts", "changed_at", "module_id"),
    ("module_versions", "module_id", "withdrawn_at"),
)


def upgrade() -> None:
    with op.batch_alter_table("modules") as table:
        table.add_column(sa.Column("retired_at", UtcDateTime(), nullable=True))
    with op.batch_alter_table("module_versions") as table:
        table.add_column(sa.Column("withdrawn_at", UtcDateTime(), nullable=True))
    op.create_table(
        "drafts",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("sources", sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("summary", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("published_revision", sa.Integer(), nullable=True),
        sa.Column("published_version", sa.String(), nullable=True),
        _own("modules", "module_id"),
        _own("persons", "changed_by"),
        sa.PrimaryKeyConstraint("organisation_id", "module_id"),
    )
    op.create_table(
        "draft_presences",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        _own("modules", "module_id"),
        _own("persons", "person_id"),
        sa.PrimaryKeyConstraint("organisation_id", "module_id", "person_id"),
    )
    op.create_table(
        "module_changes",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=True),
        sa.CheckConstraint(f"deed in {DEEDS}", name="deed"),
        _own("modules", "module_id"),
        _own("persons", "person_id"),
        sa.PrimaryKeyConstraint("organisation_id", "id"),
    )
    for table, *columns in INDEXES:
        op.create_index(op.f(f"ix_{table}_organisation_id_{'_'.join(columns)}"), table, ["organisation_id", *columns])
    protect(op.get_bind(), *TABLES)


def _own(parent: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["organisation_id", column], [f"{parent}.organisation_id", f"{parent}.id"])


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    with op.batch_alter_table("module_versions") as table:
        table.drop_index("ix_module_versions_organisation_id_module_id_withdrawn_at")
        table.drop_column("withdrawn_at")
    with op.batch_alter_table("modules") as table:
        table.drop_column("retired_at")
