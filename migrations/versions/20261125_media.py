"""Media: how long sound and video last, how large pictures are, and pictures made smaller

Revision: 20261125_media, after 20261125_cards
"""

import sqlalchemy as sa
from alembic import op

from app.core.rows import protect

revision = "20261125_media"
down_revision = "20261125_cards"
branch_labels = None
depends_on = None

FACTS = ("seconds", "width", "height")


def upgrade() -> None:
    with op.batch_alter_table("media") as table:
        for name in FACTS:
            table.add_column(sa.Column(name, sa.Integer(), nullable=True))
    op.create_table(
        "media_widths",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("narrow", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "hash"],
            ["media.organisation_id", "media.hash"],
            name=op.f("fk_media_widths_organisation_id_hash"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "hash", "width", name=op.f("pk_media_widths")),
    )
    protect(op.get_bind(), "media_widths")


def downgrade() -> None:
    op.drop_table("media_widths")
    with op.batch_alter_table("media") as table:
        for name in FACTS:
            table.drop_column(name)
