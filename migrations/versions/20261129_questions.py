"""Questions to a colleague that whoever makes the post may read too, without a name

Revision: 20261129_questions, after 20261129_insight
"""

from alembic import op

revision = "20261129_questions"
down_revision = "20261129_insight"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was asked before was asked of colleagues alone, and stays so."""
    op.execute("alter table help_requests add column shared boolean default false not null")


def downgrade() -> None:
    op.drop_column("help_requests", "shared")
