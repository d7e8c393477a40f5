"""Spreads: how many people have which points in a week, and places of equal points found in the index

Revision: 20261129_spreads, after 20261129_leagues
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261129_spreads"
down_revision = "20261129_leagues"
branch_labels = None
depends_on = None

PLACES = "ix_point_totals_organisation_id_period_points"


def upgrade() -> None:
    op.create_index(op.f(f"{PLACES}_player_id"), "point_totals", ["organisation_id", "period", "points", "player_id"])
    op.drop_index(op.f(PLACES), table_name="point_totals")
    op.create_table(
        "point_spreads",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("counted_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_point_spreads_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "period", "points", name=op.f("pk_point_spreads")),
    )
    protect(op.get_bind(), "point_spreads")


def downgrade() -> None:
    op.drop_table("point_spreads")
    op.create_index(op.f(PLACES), "point_totals", ["organisation_id", "period", "points"])
    op.drop_index(op.f(f"{PLACES}_player_id"), table_name="point_totals")
