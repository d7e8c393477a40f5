"""Operating: signs of life of the worker, and a quick way from an entry to the one that reverses it

Revision: 20261124_operating, after 20261124_door
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime

revision = "20261124_operating"
down_revision = "20261124_door"
branch_labels = None
depends_on = None

REVERSALS = "reverses_id is not null"


def upgrade() -> None:
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
    )
    op.create_index(
        op.f("ix_ledger_entries_organisation_id_reverses_id"),
        "ledger_entries",
        ["organisation_id", "reverses_id"],
        unique=False,
        sqlite_where=sa.text(REVERSALS),
        postgresql_where=sa.text(REVERSALS),
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_ledger_entries_organisation_id_reverses_id"), table_name="ledger_entries")
    op.drop_table("heartbeats")
