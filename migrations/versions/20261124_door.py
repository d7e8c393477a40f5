"""Door: codes that let one person in, enrolled devices, passkeys

Revision: 20261124_door, after 20261124_studio
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261124_door"
down_revision = "20261124_studio"
branch_labels = None
depends_on = None

OWNED = ("enrolment_tokens", "passkeys")


def upgrade() -> None:
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("enrolled", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "enrolment_tokens",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("issuer_id", sa.Uuid(), nullable=False),
        sa.Column("issued_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "issuer_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_enrolment_tokens_organisation_id_issuer_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_enrolment_tokens_organisation_id_person_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "token_hash", name=op.f("pk_enrolment_tokens")),
    )
    op.create_index(
        op.f("ix_enrolment_tokens_organisation_id_person_id"), "enrolment_tokens", ["organisation_id", "person_id"]
    )
    op.create_table(
        "passkeys",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("credential_id", sa.String(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("enrolled", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_passkeys_organisation_id_person_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_passkeys")),
        sa.UniqueConstraint("organisation_id", "credential_id", name=op.f("uq_passkeys_organisation_id_credential_id")),
    )
    op.create_index(op.f("ix_passkeys_organisation_id_person_id"), "passkeys", ["organisation_id", "person_id"])
    op.create_table(
        "passkey_challenges",
        sa.Column("challenge", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("challenge", name=op.f("pk_passkey_challenges")),
    )
    op.create_index(op.f("ix_passkey_challenges_address"), "passkey_challenges", ["address"])
    op.create_index(op.f("ix_passkey_challenges_expires_at"), "passkey_challenges", ["expires_at"])
    protect(op.get_bind(), *OWNED)


def downgrade() -> None:
    op.drop_table("passkey_challenges")
    op.drop_table("passkeys")
    op.drop_table("enrolment_tokens")
    with op.batch_alter_table("sessions") as table:
        table.drop_column("enrolled")
