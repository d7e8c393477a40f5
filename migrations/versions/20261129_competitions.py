"""Competitions of teams, what each member brings, and screens on a wall

Revision: 20261129_competitions, after 20261129_questions
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261129_competitions"
down_revision = "20261129_questions"
branch_labels = None
depends_on = None

RULES = ("participation", "completion", "points", "recall", "improvement")


def _belongs_to(table: str, parent: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{parent}.organisation_id", f"{parent}.id"],
        name=op.f(f"fk_{table}_organisation_id_{column}"),
    )


def _sums(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger(), nullable=False) for name in names]


def upgrade() -> None:
    op.create_table(
        "competitions",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("first_week", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("paths", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("prize", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("freeze_hours", sa.Integer(), server_default=sa.text("24"), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("cancelled_at", UtcDateTime(), nullable=True),
        sa.Column("drawn_at", UtcDateTime(), nullable=True),
        sa.Column("frozen", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("result", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint(f"rule in {RULES}", name=op.f("ck_competitions_rule")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_competitions_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_competitions")),
    )
    op.create_index(
        op.f("ix_competitions_organisation_id_first_week"), "competitions", ["organisation_id", "first_week"]
    )
    op.create_table(
        "teams",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("competition_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("departments", sa.JSON(), nullable=False),
        sa.Column("size_class", sa.Integer(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=False),
        *_sums("possible", "taken", "weight", "result", "shown_taken", "shown_weight", "shown_result"),
        sa.Column("shown_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _belongs_to("teams", "competitions", "competition_id"),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_teams")),
    )
    op.create_index(op.f("ix_teams_organisation_id_competition_id"), "teams", ["organisation_id", "competition_id"])
    op.create_table(
        "team_parts",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("competition_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("possible", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("result", sa.Integer(), nullable=False),
        _belongs_to("team_parts", "competitions", "competition_id"),
        _belongs_to("team_parts", "players", "player_id"),
        _belongs_to("team_parts", "teams", "team_id"),
        sa.PrimaryKeyConstraint(
            "organisation_id", "competition_id", "player_id", "team_id", name=op.f("pk_team_parts")
        ),
    )
    op.create_index(op.f("ix_team_parts_organisation_id_player_id"), "team_parts", ["organisation_id", "player_id"])
    op.create_table(
        "walls",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("competition_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_walls_organisation_id")),
        _belongs_to("walls", "competitions", "competition_id"),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_walls")),
    )
    for table in ("competitions", "teams", "team_parts", "walls"):
        protect(op.get_bind(), table)


def downgrade() -> None:
    for table in ("walls", "team_parts", "teams", "competitions"):
        op.drop_table(table)
