"""Exams: the terms of a module that is one. Tests before and after a path, and what is skipped by them

Revision: 20261125_before, after 20261125_wishes
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261125_before"
down_revision = "20261125_wishes"
branch_labels = None
depends_on = None


TABLES = ("run_tests", "run_test_answers")


def upgrade() -> None:
    with op.batch_alter_table("module_versions") as table:
        table.add_column(sa.Column("exam", sa.JSON(), nullable=True))
    with op.batch_alter_table("paths") as table:
        table.add_column(sa.Column("pretest", sa.JSON(), nullable=True))
    with op.batch_alter_table("module_progress") as table:
        table.add_column(sa.Column("skipped", sa.Boolean(), nullable=False, server_default=sa.false()))
    _create_tests()
    _create_answers()
    protect(op.get_bind(), *TABLES)


def _create_tests() -> None:
    op.create_table(
        "run_tests",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("correct", sa.Integer(), nullable=False),
        sa.Column("cards", sa.Integer(), nullable=False),
        sa.Column("happened_at", UtcDateTime(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("kind in ('before', 'after')", name="kind"),
        sa.ForeignKeyConstraint(["organisation_id", "player_id"], ["players.organisation_id", "players.id"]),
        sa.ForeignKeyConstraint(["organisation_id", "run_id"], ["runs.organisation_id", "runs.id"]),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "run_id", "kind"),
    )
    op.create_index(op.f("ix_run_tests_organisation_id_run_id"), "run_tests", ["organisation_id", "run_id"])


def _create_answers() -> None:
    op.create_table(
        "run_test_answers",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("module_version", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("variant", sa.String(), nullable=True),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id", "run_id", "kind"],
            ["run_tests.organisation_id", "run_tests.player_id", "run_tests.run_id", "run_tests.kind"],
        ),
        sa.ForeignKeyConstraint(["organisation_id", "module_id"], ["modules.organisation_id", "modules.id"]),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "run_id", "kind", "position"),
    )


def downgrade() -> None:
    for table_name in reversed(TABLES):
        op.drop_table(table_name)
    with op.batch_alter_table("module_progress") as table:
        table.drop_column("skipped")
    with op.batch_alter_table("paths") as table:
        table.drop_column("pretest")
    with op.batch_alter_table("module_versions") as table:
        table.drop_column("exam")
