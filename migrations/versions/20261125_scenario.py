"""Conversations: the best somebody has made of each

Revision: 20261125_scenario, after 20261125_before
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261125_scenario"
down_revision = "20261125_before"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scenario_bests",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("goals", sa.Integer(), nullable=False),
        sa.Column("best_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("stars between 1 and 3", name=op.f("ck_scenario_bests_stars")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_scenario_bests_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_scenario_bests_organisation_id_module_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "module_id", "card", name=op.f("pk_scenario_bests")),
    )
    op.create_index(
        op.f("ix_scenario_bests_organisation_id_module_id"),
        "scenario_bests",
        ["organisation_id", "module_id"],
        unique=False,
    )
    protect(op.get_bind(), "scenario_bests")


def downgrade() -> None:
    op.drop_table("scenario_bests")
