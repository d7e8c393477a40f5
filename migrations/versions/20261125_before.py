"""Exams: the terms of a module that is one

Revision: 20261125_before, after 20261125_wishes
"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_before"
down_revision = "20261125_wishes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("module_versions") as table:
        table.add_column(sa.Column("exam", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("module_versions") as table:
        table.drop_column("exam")
