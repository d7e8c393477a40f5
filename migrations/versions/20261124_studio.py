"""Runs one may start oneself, that may be cancelled and give a taste before they start; a weekly goal of one's own

Revision: 20261124_studio, after 20261123_leaderboards
"""

from alembic import op

revision = "20261124_studio"
down_revision = "20261123_leaderboards"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Column checks stand with their columns: SQLite then need not make the tables anew, and may drop them again."""
    moment = "timestamp with time zone" if op.get_bind().dialect.name == "postgresql" else "datetime"
    op.execute(
        "alter table runs add column enrolling varchar default 'audience' not null "
        "constraint ck_runs_enrolling check (enrolling in ('audience', 'opt_in'))"
    )
    op.execute(f"alter table runs add column cancelled_at {moment}")
    op.execute("alter table runs add column teasers json default '[]' not null")
    op.execute("alter table runs add column teaser_from date")
    op.execute(f"alter table enrolments add column resigned_at {moment}")
    op.execute(
        "alter table players add column weekly_goal varchar default 'half' not null "
        "constraint ck_players_weekly_goal check (weekly_goal in ('one', 'half', 'all'))"
    )


def downgrade() -> None:
    op.drop_column("players", "weekly_goal")
    op.drop_column("enrolments", "resigned_at")
    for column in ("teaser_from", "teasers", "cancelled_at", "enrolling"):
        op.drop_column("runs", column)
