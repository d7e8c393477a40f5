"""The library of media: what editors say of a medium, and who brought it

Revision: 20261129_media_library, after 20261129_drafts
"""

import sqlalchemy as sa
from alembic import op

from app.core.rows import protect

revision = "20261129_media_library"
down_revision = "20261129_drafts"
branch_labels = None
depends_on = None

LICENCES = "licence in ('cc0', 'cc_by', 'cc_by_sa', 'own', 'permission')"


def upgrade() -> None:
    op.create_table(
        "media_descriptions",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("alt", sa.JSON(), nullable=False),
        sa.Column("focus_x", sa.Double(), nullable=True),
        sa.Column("focus_y", sa.Double(), nullable=True),
        sa.Column("licence", sa.String(), nullable=True),
        sa.Column("credit", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sent", sa.String(), nullable=True),
        sa.Column("found_by", sa.String(), nullable=False),
        sa.Column("added_by_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(LICENCES, name=op.f("ck_media_descriptions_licence")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "hash"],
            ["media.organisation_id", "media.hash"],
            name=op.f("fk_media_descriptions_organisation_id_hash"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "added_by_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_media_descriptions_organisation_id_added_by_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "hash", name=op.f("pk_media_descriptions")),
    )
    for column in ("sent", "added_by_id"):
        name = op.f(f"ix_media_descriptions_organisation_id_{column}")
        op.create_index(name, "media_descriptions", ["organisation_id", column])
    protect(op.get_bind(), "media_descriptions")


def downgrade() -> None:
    op.drop_table("media_descriptions")
