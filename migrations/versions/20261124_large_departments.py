"""Large departments: sums in millionths of more than 2,147 members

Revision: 20261124_large_departments, after 20261124_help
"""

import sqlalchemy as sa
from alembic import op

revision = "20261124_large_departments"
down_revision = "20261124_help"
branch_labels = None
depends_on = None

SUMS = ("weight", "result", "shown_weight", "shown_result")


def upgrade() -> None:
    with op.batch_alter_table("department_weeks") as table:
        for name in SUMS:
            table.alter_column(name, existing_type=sa.Integer(), type_=sa.BigInteger(), existing_nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("department_weeks") as table:
        for name in SUMS:
            table.alter_column(name, existing_type=sa.BigInteger(), type_=sa.Integer(), existing_nullable=False)
