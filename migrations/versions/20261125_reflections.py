"""Reflections: which answers are of what kind where nothing is right or wrong

Revision: 20261125_reflections, after 20261125_scenario
"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_reflections"
down_revision = "20261125_scenario"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("answers") as table:
        table.add_column(sa.Column("kind", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("answers") as table:
        table.drop_column("kind")
