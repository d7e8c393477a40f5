"""Weeks in which nothing of a run opens

Revision: 20261129_calendar, after 20261129_drafts
"""

from alembic import op

revision = "20261129_calendar"
down_revision = "20261129_drafts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table runs add column paused json default '[]' not null")


def downgrade() -> None:
    op.drop_column("runs", "paused")
