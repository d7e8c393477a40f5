"""Competence: requirements, certificates, the keys they are signed with

Revision: 20261125_competence, after 20261125_media
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261125_competence"
down_revision = "20261125_media"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "competence_requirements",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("mandatory", sa.Boolean(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("window_days", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("looked_on", sa.Date(), nullable=True),
        sa.CheckConstraint("months is null or months > 0", name=op.f("ck_competence_requirements_months")),
        sa.CheckConstraint("window_days >= 0", name=op.f("ck_competence_requirements_window_days")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_competence_requirements_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_competence_requirements")),
    )
    op.create_table(
        "certificate_keys",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("public", sa.JSON(), nullable=False),
        sa.Column("private", sa.String(), nullable=True),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("retired_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_certificate_keys_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_certificate_keys")),
    )
    op.create_table(
        "certificates",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("requirement_id", sa.Uuid(), nullable=False),
        sa.Column("achieved_on", sa.Date(), nullable=False),
        sa.Column("counts_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("renews_from", sa.Date(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.Column("expired_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_certificates_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "requirement_id"],
            ["competence_requirements.organisation_id", "competence_requirements.id"],
            name=op.f("fk_certificates_organisation_id_requirement_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_certificates")),
        sa.UniqueConstraint(
            "organisation_id",
            "requirement_id",
            "player_id",
            "counts_from",
            name=op.f("uq_certificates_term"),
        ),
    )
    op.create_index(
        op.f("ix_certificates_organisation_id_player_id"),
        "certificates",
        ["organisation_id", "player_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_certificates_organisation_id_renews_from"),
        "certificates",
        ["organisation_id", "renews_from"],
        unique=False,
    )
    op.create_table(
        "nudge_certificates",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("nudge_id", sa.Uuid(), nullable=False),
        sa.Column("certificate_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "nudge_id"],
            ["nudges.organisation_id", "nudges.id"],
            name=op.f("fk_nudge_certificates_organisation_id_nudge_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "certificate_id"],
            ["certificates.organisation_id", "certificates.id"],
            name=op.f("fk_nudge_certificates_organisation_id_certificate_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "nudge_id", name=op.f("pk_nudge_certificates")),
    )
    op.create_index(
        op.f("ix_nudge_certificates_organisation_id_certificate_id"),
        "nudge_certificates",
        ["organisation_id", "certificate_id"],
        unique=False,
    )
    protect(op.get_bind(), "competence_requirements", "certificate_keys", "certificates", "nudge_certificates")


def downgrade() -> None:
    op.drop_table("nudge_certificates")
    op.drop_table("certificates")
    op.drop_table("certificate_keys")
    op.drop_table("competence_requirements")
