"""Wishes: what a certificate that is to be renewed rests on is asked first

Revision: 20261125_wishes, after 20261125_review
"""

import sqlalchemy as sa
from alembic import op

from app.core.rows import protect

revision = "20261125_wishes"
down_revision = "20261125_review"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "memory_wishes",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("wanted_from", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_memory_wishes_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_memory_wishes_organisation_id_module_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "module_id", "card", name=op.f("pk_memory_wishes")),
    )
    protect(op.get_bind(), "memory_wishes")


def downgrade() -> None:
    op.drop_table("memory_wishes")
