"""First day: who has met the practice post, and when somebody last took a copy of all about them

Revision: 20261124_firstday, after 20261124_nudges
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime

revision = "20261124_firstday"
down_revision = "20261124_nudges"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("persons", sa.Column("copied_at", UtcDateTime(), nullable=True))
    _practised()


def _practised() -> None:
    """Who is here already is no newcomer. PostgreSQL shows no row to update without an organisation in scope: there the
    column comes with a default that fills it, and gets another."""
    fills = op.get_bind().dialect.name == "postgresql"
    default = sa.true() if fills else sa.false()
    op.add_column("players", sa.Column("practised", sa.Boolean(), server_default=default, nullable=False))
    if fills:
        op.alter_column("players", "practised", server_default=sa.false())
    else:
        op.execute("update players set practised = 1")


def downgrade() -> None:
    op.drop_column("players", "practised")
    op.drop_column("persons", "copied_at")
