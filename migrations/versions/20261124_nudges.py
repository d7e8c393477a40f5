"""Nudges: plans, the inbox, devices that are pushed to

Revision: 20261124_nudges, after 20261124_operating
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261124_nudges"
down_revision = "20261124_operating"
branch_labels = None
depends_on = None

OWNED = ("nudge_switches", "nudges", "push_subscriptions", "nudge_deliveries", "nudge_plans", "nudge_subjects")


def upgrade() -> None:
    op.create_table(
        "nudge_switches",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("off_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_nudge_switches_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "kind", name=op.f("pk_nudge_switches")),
    )
    op.create_table(
        "nudges",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("by_habit", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("read_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_nudges_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_nudges")),
        sa.UniqueConstraint(
            "organisation_id", "player_id", "key", name=op.f("uq_nudges_organisation_id_player_id_key")
        ),
    )
    op.create_index(
        op.f("ix_nudges_organisation_id_outcome_due_at"),
        "nudges",
        ["organisation_id", "outcome", "due_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_nudges_organisation_id_player_id_told_at"),
        "nudges",
        ["organisation_id", "player_id", "told_at"],
        unique=False,
    )
    op.create_table(
        "push_subscriptions",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("session_hash", sa.String(), nullable=False),
        sa.Column("endpoint", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("p256dh", sa.String(), nullable=False),
        sa.Column("auth", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("refused_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_push_subscriptions_organisation_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "session_hash"],
            ["sessions.organisation_id", "sessions.token_hash"],
            name=op.f("fk_push_subscriptions_organisation_id_session_hash"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_push_subscriptions")),
        sa.UniqueConstraint("organisation_id", "endpoint", name=op.f("uq_push_subscriptions_organisation_id_endpoint")),
    )
    op.create_index(
        op.f("ix_push_subscriptions_organisation_id_person_id"),
        "push_subscriptions",
        ["organisation_id", "person_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_push_subscriptions_organisation_id_session_hash"),
        "push_subscriptions",
        ["organisation_id", "session_hash"],
        unique=False,
    )
    op.create_table(
        "nudge_deliveries",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("nudge_id", sa.Uuid(), nullable=False),
        sa.Column("subscription_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), server_default=sa.text("'waiting'"), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("claims", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("shortened", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("last_status", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state in ('waiting', 'sent', 'dropped', 'given_up')", name=op.f("ck_nudge_deliveries_state")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "nudge_id"],
            ["nudges.organisation_id", "nudges.id"],
            name=op.f("fk_nudge_deliveries_organisation_id_nudge_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "subscription_id"],
            ["push_subscriptions.organisation_id", "push_subscriptions.id"],
            name=op.f("fk_nudge_deliveries_organisation_id_subscription_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation_id", "nudge_id", "subscription_id", name=op.f("pk_nudge_deliveries")),
    )
    op.create_index(
        op.f("ix_nudge_deliveries_organisation_id_state_next_at"),
        "nudge_deliveries",
        ["organisation_id", "state", "next_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_nudge_deliveries_organisation_id_subscription_id"),
        "nudge_deliveries",
        ["organisation_id", "subscription_id"],
        unique=False,
    )
    op.create_table(
        "push_endpoints",
        sa.Column("endpoint_hash", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("subscription_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "subscription_id"],
            ["push_subscriptions.organisation_id", "push_subscriptions.id"],
            name=op.f("fk_push_endpoints_organisation_id_subscription_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("endpoint_hash", name=op.f("pk_push_endpoints")),
    )
    op.create_index(
        op.f("ix_push_endpoints_organisation_id_subscription_id"),
        "push_endpoints",
        ["organisation_id", "subscription_id"],
        unique=False,
    )
    op.create_table(
        "nudge_plans",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("release_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("from_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("spread_to", sa.Uuid(), nullable=True),
        sa.Column("spread_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "release_id"],
            ["releases.organisation_id", "releases.id"],
            name=op.f("fk_nudge_plans_organisation_id_release_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "release_id", "rule", name=op.f("pk_nudge_plans")),
    )
    op.create_index(
        op.f("ix_nudge_plans_organisation_id_spread_at_from_at"),
        "nudge_plans",
        ["organisation_id", "spread_at", "from_at"],
        unique=False,
    )
    op.create_table(
        "nudge_subjects",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("nudge_id", sa.Uuid(), nullable=False),
        sa.Column("release_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "nudge_id"],
            ["nudges.organisation_id", "nudges.id"],
            name=op.f("fk_nudge_subjects_organisation_id_nudge_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "release_id"],
            ["releases.organisation_id", "releases.id"],
            name=op.f("fk_nudge_subjects_organisation_id_release_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "nudge_id", "release_id", name=op.f("pk_nudge_subjects")),
    )
    protect(op.get_bind(), *OWNED)


def downgrade() -> None:
    op.drop_table("nudge_subjects")
    op.drop_index(op.f("ix_nudge_plans_organisation_id_spread_at_from_at"), table_name="nudge_plans")
    op.drop_table("nudge_plans")
    op.drop_index(op.f("ix_push_endpoints_organisation_id_subscription_id"), table_name="push_endpoints")
    op.drop_table("push_endpoints")
    op.drop_index(op.f("ix_nudge_deliveries_organisation_id_subscription_id"), table_name="nudge_deliveries")
    op.drop_index(op.f("ix_nudge_deliveries_organisation_id_state_next_at"), table_name="nudge_deliveries")
    op.drop_table("nudge_deliveries")
    op.drop_index(op.f("ix_push_subscriptions_organisation_id_session_hash"), table_name="push_subscriptions")
    op.drop_index(op.f("ix_push_subscriptions_organisation_id_person_id"), table_name="push_subscriptions")
    op.drop_table("push_subscriptions")
    op.drop_index(op.f("ix_nudges_organisation_id_player_id_told_at"), table_name="nudges")
    op.drop_index(op.f("ix_nudges_organisation_id_outcome_due_at"), table_name="nudges")
    op.drop_table("nudges")
    op.drop_table("nudge_switches")
