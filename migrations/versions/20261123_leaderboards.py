"""Leaderboards: the ledger, totals, the sums of each week

Revision: 20261123_leaderboards, after 20261123_quests
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261123_leaderboards"
down_revision = "20261123_quests"
branch_labels = None
depends_on = None

OWNED = ("ledger_entries", "point_totals", "membership_weeks", "department_weeks")


def upgrade() -> None:
    op.create_table(
        "department_weeks",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("possible", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("result", sa.Integer(), nullable=False),
        sa.Column("shown_taken", sa.Integer(), nullable=False),
        sa.Column("shown_weight", sa.Integer(), nullable=False),
        sa.Column("shown_result", sa.Integer(), nullable=False),
        sa.Column("shown_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "department_id"],
            ["departments.organisation_id", "departments.id"],
            name=op.f("fk_department_weeks_organisation_id_department_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "week", "department_id", name=op.f("pk_department_weeks")),
    )
    op.create_table(
        "ledger_entries",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("happened_at", UtcDateTime(), nullable=False),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=True),
        sa.Column("reverses_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind in ('exercise_first', 'exercise_later', 'module', 'quest', 'quest_late', 'reversal')",
            name=op.f("ck_ledger_entries_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_ledger_entries_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "reverses_id"],
            ["ledger_entries.organisation_id", "ledger_entries.id"],
            name=op.f("fk_ledger_entries_organisation_id_reverses_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_ledger_entries")),
        sa.UniqueConstraint(
            "organisation_id", "player_id", "key", name=op.f("uq_ledger_entries_organisation_id_player_id_key")
        ),
    )
    op.create_table(
        "membership_weeks",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("possible", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("result", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "department_id"],
            ["departments.organisation_id", "departments.id"],
            name=op.f("fk_membership_weeks_organisation_id_department_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_membership_weeks_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint(
            "organisation_id", "week", "player_id", "department_id", name=op.f("pk_membership_weeks")
        ),
    )
    op.create_index(
        op.f("ix_membership_weeks_organisation_id_week_department_id"),
        "membership_weeks",
        ["organisation_id", "week", "department_id"],
        unique=False,
    )
    op.create_table(
        "point_totals",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_point_totals_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "period", name=op.f("pk_point_totals")),
    )
    op.create_index(
        op.f("ix_point_totals_organisation_id_period_points"),
        "point_totals",
        ["organisation_id", "period", "points"],
        unique=False,
    )
    protect(op.get_bind(), *OWNED)


def downgrade() -> None:
    op.drop_index(op.f("ix_point_totals_organisation_id_period_points"), table_name="point_totals")
    op.drop_table("point_totals")
    op.drop_index(op.f("ix_membership_weeks_organisation_id_week_department_id"), table_name="membership_weeks")
    op.drop_table("membership_weeks")
    op.drop_table("ledger_entries")
    op.drop_table("department_weeks")
