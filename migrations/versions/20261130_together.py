"""What people do together: shared goals, cheers, races between organisations; what boards show of a few; fair play

Revision: 20261130_together, after 20261129_spreads
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261130_together"
down_revision = "20261129_spreads"
branch_labels = None
depends_on = None

PICTURED = ("membership_weeks", "team_parts")
RULES = ("participation", "completion", "points", "recall", "improvement")
ODD = ("clock", "two_devices")
CHEERS = ("go", "thanks", "well_done", "together")


def _belongs_to(table: str, parent: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{parent}.organisation_id", f"{parent}.id"],
        name=op.f(f"fk_{table}_organisation_id_{column}"),
    )


def upgrade() -> None:
    op.create_table(
        "shared_goals",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("first_week", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("promise", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("cancelled_at", UtcDateTime(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("counted_at", UtcDateTime(), nullable=True),
        sa.Column("reached_at", UtcDateTime(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("target > 0", name=op.f("ck_shared_goals_target")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_shared_goals_organisation_id")
        ),
        _belongs_to("shared_goals", "departments", "department_id"),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_shared_goals")),
    )
    op.create_index(
        op.f("ix_shared_goals_organisation_id_first_week"), "shared_goals", ["organisation_id", "first_week"]
    )
    op.create_table(
        "cheers",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("cheer", sa.String(), nullable=False),
        sa.Column("leading", sa.Boolean(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(f"cheer in {CHEERS}", name=op.f("ck_cheers_cheer")),
        _belongs_to("cheers", "players", "player_id"),
        _belongs_to("cheers", "departments", "department_id"),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_cheers")),
        sa.UniqueConstraint(
            "organisation_id",
            "player_id",
            "day",
            "department_id",
            name=op.f("uq_cheers_organisation_id_player_id_day_department_id"),
        ),
    )
    _fair_play()
    _meets()
    op.add_column("attempts", sa.Column("started_at", UtcDateTime(), nullable=True))
    indices = (("cheers", "department_id", "day"), ("module_progress", "done_at"), ("attempts", "received_at"))
    for table, *columns in indices:
        name = op.f(f"ix_{table}_organisation_id_{'_'.join(columns)}")
        op.create_index(name, table, ["organisation_id", *columns])
    for table in PICTURED:
        op.add_column(table, sa.Column("shown_result", sa.Integer(), server_default=sa.text("0"), nullable=False))
        op.execute(f"update {table} set shown_result = result")
    op.add_column("department_weeks", sa.Column("live", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("competitions", sa.Column("revealed_at", UtcDateTime(), nullable=True))
    protect(op.get_bind(), "shared_goals", "cheers", "play_watches", "odd_plays")


def _meets() -> None:
    op.create_table(
        "meets",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("first_week", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("freeze_hours", sa.Integer(), nullable=False),
        sa.Column("prize", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(f"rule in {RULES}", name=op.f("ck_meets_rule")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meets")),
    )
    op.create_index(op.f("ix_meets_code_hash"), "meets", ["code_hash"], unique=True)
    op.create_table(
        "meet_sides",
        sa.Column("meet_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("competition_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["meet_id"], ["meets.id"], name=op.f("fk_meet_sides_meet_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "competition_id"],
            ["competitions.organisation_id", "competitions.id"],
            name=op.f("fk_meet_sides_organisation_id_competition_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("meet_id", "organisation_id", name=op.f("pk_meet_sides")),
    )
    op.create_index(
        op.f("ix_meet_sides_organisation_id_competition_id"), "meet_sides", ["organisation_id", "competition_id"]
    )


def _fair_play() -> None:
    op.create_table(
        "play_watches",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("watched_to", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_play_watches_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_play_watches")),
    )
    op.create_table(
        "odd_plays",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("happened_at", UtcDateTime(), nullable=False),
        sa.Column("found_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("points_taken", sa.Integer(), nullable=True),
        sa.CheckConstraint(f"kind in {ODD}", name=op.f("ck_odd_plays_kind")),
        _belongs_to("odd_plays", "players", "player_id"),
        _belongs_to("odd_plays", "modules", "module_id"),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_odd_plays")),
        sa.UniqueConstraint(
            "organisation_id",
            "player_id",
            "letter_id",
            "kind",
            name=op.f("uq_odd_plays_organisation_id_player_id_letter_id_kind"),
        ),
    )


def downgrade() -> None:
    for table in PICTURED:
        with op.batch_alter_table(table) as pictured:
            pictured.drop_column("shown_result")
    with op.batch_alter_table("department_weeks") as weeks:
        weeks.drop_column("live")
    with op.batch_alter_table("competitions") as competitions:
        competitions.drop_column("revealed_at")
    op.drop_table("meet_sides")
    op.drop_table("meets")
    op.drop_table("odd_plays")
    op.drop_table("play_watches")
    op.drop_index(op.f("ix_attempts_organisation_id_received_at"), "attempts")
    with op.batch_alter_table("attempts") as attempts:
        attempts.drop_column("started_at")
    op.drop_index(op.f("ix_module_progress_organisation_id_done_at"), "module_progress")
    op.drop_table("cheers")
    op.drop_table("shared_goals")
