"""People: organisations, departments, players, roles, sessions, keys

Revision: 20261123_people, after nothing
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261123_people"
down_revision = None
branch_labels = None
depends_on = None

OWNED = (
    "departments",
    "persons",
    "players",
    "player_links",
    "memberships",
    "leaves",
    "roles",
    "sessions",
    "upload_tokens",
    "access_log",
)


def upgrade() -> None:
    op.create_table(
        "installation_keys",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_installation_keys")),
    )
    op.create_table(
        "organisations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("policy", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("code", name=op.f("uq_organisations_code")),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_failures")),
    )
    op.create_index(op.f("ix_sign_in_failures_account_at"), "sign_in_failures", ["account", "at"], unique=False)
    op.create_index(op.f("ix_sign_in_failures_address_at"), "sign_in_failures", ["address", "at"], unique=False)
    op.create_table(
        "departments",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "parent_id"],
            ["departments.organisation_id", "departments.id"],
            name=op.f("fk_departments_organisation_id_parent_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_departments_organisation_id")),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_departments")),
    )
    op.create_index(
        op.f("ix_departments_organisation_id_parent_id"), "departments", ["organisation_id", "parent_id"], unique=False
    )
    op.create_table(
        "persons",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("employee_number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("pin_hash", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_persons_organisation_id")),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_persons")),
        sa.UniqueConstraint(
            "organisation_id", "employee_number", name=op.f("uq_persons_organisation_id_employee_number")
        ),
    )
    op.create_table(
        "players",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("alias", sa.String(), nullable=True),
        sa.Column("on_boards", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("show_name", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("game_layer", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_players_organisation_id")),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_players")),
    )
    op.create_table(
        "access_log",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("viewer_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "subject_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_access_log_organisation_id_subject_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "viewer_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_access_log_organisation_id_viewer_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_access_log")),
    )
    op.create_index(
        op.f("ix_access_log_organisation_id_subject_id_at"),
        "access_log",
        ["organisation_id", "subject_id", "at"],
        unique=False,
    )
    op.create_table(
        "leaves",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_leaves_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_leaves")),
    )
    op.create_index(
        op.f("ix_leaves_organisation_id_player_id"), "leaves", ["organisation_id", "player_id"], unique=False
    )
    op.create_table(
        "memberships",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("share > 0 and share <= 1", name=op.f("ck_memberships_share")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "department_id"],
            ["departments.organisation_id", "departments.id"],
            name=op.f("fk_memberships_organisation_id_department_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_memberships_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_memberships")),
    )
    op.create_index(
        op.f("ix_memberships_organisation_id_department_id"),
        "memberships",
        ["organisation_id", "department_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_memberships_organisation_id_player_id"), "memberships", ["organisation_id", "player_id"], unique=False
    )
    op.create_table(
        "player_links",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_player_links_organisation_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_player_links_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "person_id", name=op.f("pk_player_links")),
        sa.UniqueConstraint("organisation_id", "player_id", name=op.f("uq_player_links_organisation_id_player_id")),
    )
    op.create_table(
        "roles",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "role in ('learner', 'leader', 'editor', 'resource_person', 'admin')", name=op.f("ck_roles_role")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "department_id"],
            ["departments.organisation_id", "departments.id"],
            name=op.f("fk_roles_organisation_id_department_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_roles_organisation_id_person_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_roles")),
        sa.UniqueConstraint(
            "organisation_id",
            "person_id",
            "role",
            "department_id",
            name=op.f("uq_roles_organisation_id_person_id_role_department_id"),
        ),
    )
    op.create_table(
        "sessions",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_sessions_organisation_id_person_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "token_hash", name=op.f("pk_sessions")),
    )
    op.create_index(
        op.f("ix_sessions_organisation_id_person_id"), "sessions", ["organisation_id", "person_id"], unique=False
    )
    op.create_table(
        "upload_tokens",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("issued_at", UtcDateTime(), nullable=False),
        sa.Column("used_for", sa.String(), nullable=True),
        sa.Column("outcome", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_upload_tokens_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "token_hash", name=op.f("pk_upload_tokens")),
    )
    op.create_index(
        op.f("ix_upload_tokens_organisation_id_player_id"),
        "upload_tokens",
        ["organisation_id", "player_id"],
        unique=False,
    )
    protect(op.get_bind(), *OWNED)


def downgrade() -> None:
    op.drop_index(op.f("ix_upload_tokens_organisation_id_player_id"), table_name="upload_tokens")
    op.drop_table("upload_tokens")
    op.drop_index(op.f("ix_sessions_organisation_id_person_id"), table_name="sessions")
    op.drop_table("sessions")
    op.drop_table("roles")
    op.drop_table("player_links")
    op.drop_index(op.f("ix_memberships_organisation_id_player_id"), table_name="memberships")
    op.drop_index(op.f("ix_memberships_organisation_id_department_id"), table_name="memberships")
    op.drop_table("memberships")
    op.drop_index(op.f("ix_leaves_organisation_id_player_id"), table_name="leaves")
    op.drop_table("leaves")
    op.drop_index(op.f("ix_access_log_organisation_id_subject_id_at"), table_name="access_log")
    op.drop_table("access_log")
    op.drop_table("players")
    op.drop_table("persons")
    op.drop_index(op.f("ix_departments_organisation_id_parent_id"), table_name="departments")
    op.drop_table("departments")
    op.drop_index(op.f("ix_sign_in_failures_address_at"), table_name="sign_in_failures")
    op.drop_index(op.f("ix_sign_in_failures_account_at"), table_name="sign_in_failures")
    op.drop_table("sign_in_failures")
    op.drop_table("organisations")
    op.drop_table("installation_keys")
