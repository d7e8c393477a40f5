"""Cards of all kinds: answers that are neither right nor wrong, and the topic of a module

Revision: 20261125_cards, after 20261124_large_departments
"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_cards"
down_revision = "20261124_large_departments"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("module_versions") as table:
        table.add_column(sa.Column("topic", sa.String(), nullable=True))
        table.add_column(sa.Column("topic_titles", sa.JSON(), nullable=True))
    with op.batch_alter_table("answers") as table:
        table.alter_column("correct", existing_type=sa.Boolean(), nullable=True)


def downgrade() -> None:
    with op.batch_alter_table("answers") as table:
        table.alter_column("correct", existing_type=sa.Boolean(), nullable=False)
    with op.batch_alter_table("module_versions") as table:
        table.drop_column("topic_titles")
        table.drop_column("topic")
