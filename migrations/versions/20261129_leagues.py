"""Leagues: who has joined, the weeks drawn, the tier each is on, and whom they raced with

Revision: 20261129_leagues, after 20261129_streaks
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261129_leagues"
down_revision = "20261129_streaks"
branch_labels = None
depends_on = None

OUTCOMES = "outcome in ('up', 'stayed', 'down', 'rested')"


def upgrade() -> None:
    """Nobody is in a league until they join."""
    op.add_column("players", sa.Column("in_league", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "league_weeks",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("groups", sa.Integer(), nullable=False),
        sa.Column("drawn_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_league_weeks_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "week", name=op.f("pk_league_weeks")),
    )
    op.create_table(
        "league_players",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.CheckConstraint("tier between 1 and 5", name=op.f("ck_league_players_tier")),
        _of_player("league_players"),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", name=op.f("pk_league_players")),
    )
    op.create_table(
        "league_places",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("group_number", sa.Integer(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("form", sa.Integer(), nullable=False),
        sa.Column("possible", sa.Integer(), nullable=True),
        sa.Column("taken", sa.Integer(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.CheckConstraint(OUTCOMES, name=op.f("ck_league_places_outcome")),
        _of_player("league_places"),
        sa.PrimaryKeyConstraint("organisation_id", "week", "player_id", name=op.f("pk_league_places")),
    )
    places = "league_places"
    by_group, by_player = ["organisation_id", "week", "group_number"], ["organisation_id", "player_id"]
    op.create_index(op.f("ix_league_places_organisation_id_week_group_number"), places, by_group)
    op.create_index(op.f("ix_league_places_organisation_id_player_id"), places, by_player)
    protect(op.get_bind(), "league_weeks", "league_players", "league_places")


def _of_player(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["organisation_id", "player_id"],
        ["players.organisation_id", "players.id"],
        name=op.f(f"fk_{table}_organisation_id_player_id"),
    )


def downgrade() -> None:
    op.drop_table("league_places")
    op.drop_table("league_players")
    op.drop_table("league_weeks")
    op.drop_column("players", "in_league")
