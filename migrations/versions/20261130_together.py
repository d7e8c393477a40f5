"""What people do together: shared goals, cheers, when modules were done by moment, competitions revealed early

Revision: 20261130_together, after 20261129_streaks
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261130_together"
down_revision = "20261129_streaks"
branch_labels = None
depends_on = None

CHEERS = ("go", "thanks", "well_done", "together")


def _belongs_to(table: str, parent: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{parent}.organisation_id", f"{parent}.id"],
        name=op.f(f"fk_{table}_organisation_id_{column}"),
    )


def upgrade() -> None:
    op.create_table(
        "shared_goals",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("first_week", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("promise", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("cancelled_at", UtcDateTime(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("counted_at", UtcDateTime(), nullable=True),
        sa.Column("reached_at", UtcDateTime(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("target > 0", name=op.f("ck_shared_goals_target")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_shared_goals_organisation_id")
        ),
        _belongs_to("shared_goals", "departments", "department_id"),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_shared_goals")),
    )
    op.create_index(
        op.f("ix_shared_goals_organisation_id_first_week"), "shared_goals", ["organisation_id", "first_week"]
    )
    op.create_table(
        "cheers",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("cheer", sa.String(), nullable=False),
        sa.Column("leading", sa.Boolean(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(f"cheer in {CHEERS}", name=op.f("ck_cheers_cheer")),
        _belongs_to("cheers", "players", "player_id"),
        _belongs_to("cheers", "departments", "department_id"),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_cheers")),
        sa.UniqueConstraint(
            "organisation_id",
            "player_id",
            "day",
            "department_id",
            name=op.f("uq_cheers_organisation_id_player_id_day_department_id"),
        ),
    )
    for table, *columns in (("cheers", "department_id", "day"), ("module_progress", "done_at")):
        name = op.f(f"ix_{table}_organisation_id_{'_'.join(columns)}")
        op.create_index(name, table, ["organisation_id", *columns])
    op.add_column("competitions", sa.Column("revealed_at", UtcDateTime(), nullable=True))
    protect(op.get_bind(), "shared_goals", "cheers")


def downgrade() -> None:
    with op.batch_alter_table("competitions") as competitions:
        competitions.drop_column("revealed_at")
    op.drop_index(op.f("ix_module_progress_organisation_id_done_at"), "module_progress")
    op.drop_table("cheers")
    op.drop_table("shared_goals")
