"""Teams that people pick themselves

Revision: 20261130_picked, after 20261130_together
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261130_picked"
down_revision = "20261130_together"
branch_labels = None
depends_on = None


def _belongs_to(parent: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{parent}.organisation_id", f"{parent}.id"],
        name=op.f(f"fk_team_members_organisation_id_{column}"),
    )


def upgrade() -> None:
    op.add_column("competitions", sa.Column("open_to", sa.JSON(none_as_null=True), nullable=True))
    op.create_table(
        "team_members",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("competition_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=True),
        _belongs_to("competitions", "competition_id"),
        _belongs_to("players", "player_id"),
        _belongs_to("teams", "team_id"),
        sa.PrimaryKeyConstraint("organisation_id", "competition_id", "player_id", name=op.f("pk_team_members")),
    )
    op.create_index(op.f("ix_team_members_organisation_id_player_id"), "team_members", ["organisation_id", "player_id"])
    protect(op.get_bind(), "team_members")


def downgrade() -> None:
    op.drop_table("team_members")
    with op.batch_alter_table("competitions") as table:
        table.drop_column("open_to")
