"""Streaks and badges: goals that held, badges earned, deeds they were earned for

Revision: 20261129_streaks, after 20261129_competitions
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261129_streaks"
down_revision = "20261129_competitions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A goal that was changed before this was not kept: what each player has now holds for the weeks that are over."""
    _of_player(
        "past_goals",
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.CheckConstraint("goal in ('one', 'half', 'all')", name=op.f("ck_past_goals_goal")),
        key="until",
    )
    _of_player(
        "earned_badges",
        sa.Column("badge", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("earned_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        key="badge",
    )
    _of_player(
        "badge_deeds",
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("done_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("deed in ('answered')", name=op.f("ck_badge_deeds_deed")),
        key="deed,key",
    )
    protect(op.get_bind(), "past_goals", "earned_badges", "badge_deeds")


def _of_player(table: str, *columns: sa.schema.SchemaItem, key: str) -> None:
    op.create_table(
        table,
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f(f"fk_{table}_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", *key.split(","), name=op.f(f"pk_{table}")),
    )


def downgrade() -> None:
    op.drop_table("badge_deeds")
    op.drop_table("earned_badges")
    op.drop_table("past_goals")
