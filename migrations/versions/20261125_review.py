"""Review: what is to be remembered, the tries at it, and points for recalling it

Revision: 20261125_review, after 20261125_competence
"""

from collections.abc import Iterator
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261125_review"
down_revision = "20261125_competence"
branch_labels = None
depends_on = None

BEFORE = ("exercise_first", "exercise_later", "module", "quest", "quest_late", "reversal")
KINDS = ("exercise_first", "exercise_later", "module", "quest", "quest_late", "recall", "reversal")
ORGANISATIONS = sa.table("organisations", sa.column("id", sa.Uuid()))
VERSIONS = sa.table(
    "module_versions",
    sa.column("organisation_id", sa.Uuid()),
    sa.column("version", sa.String()),
    sa.column("document", sa.JSON()),
    sa.column("remembered", sa.JSON()),
)


def upgrade() -> None:
    op.create_table(
        "memory_tries",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("module_version", sa.String(), nullable=False),
        sa.Column("variant", sa.String(), nullable=True),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("first", sa.Boolean(), nullable=False),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("too_quick", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("happened_at", UtcDateTime(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        _belongs("memory_tries", "players", "player_id"),
        _belongs("memory_tries", "modules", "module_id"),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "letter_id", "position", name=op.f("pk_memory_tries")),
    )
    for columns in (("player_id", "module_id", "card"), ("player_id", "happened_on")):
        name = "_".join(("ix_memory_tries_organisation_id", *columns))
        op.create_index(op.f(name), "memory_tries", ["organisation_id", *columns], unique=False)
    op.create_table(
        "memory_items",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("stability", sa.Double(), nullable=False),
        sa.Column("difficulty", sa.Double(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("last_recalled", sa.Boolean(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("mastered_on", sa.Date(), nullable=True),
        _belongs("memory_items", "players", "player_id"),
        _belongs("memory_items", "modules", "module_id"),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "module_id", "card", name=op.f("pk_memory_items")),
    )
    protect(op.get_bind(), "memory_tries", "memory_items")
    with op.batch_alter_table("module_versions") as table:
        table.add_column(sa.Column("remembered", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))
    _mark_remembered()
    _allow(KINDS)


def downgrade() -> None:
    for _ in _organisations():
        recalls = "select id from ledger_entries where kind = 'recall'"
        op.execute(f"delete from ledger_entries where reverses_id in ({recalls})")
        op.execute("delete from ledger_entries where kind = 'recall'")
    _allow(BEFORE)
    with op.batch_alter_table("module_versions") as table:
        table.drop_column("remembered")
    op.drop_table("memory_items")
    op.drop_table("memory_tries")


def _belongs(table: str, parent: str, column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_organisation_id_{column}")
    target = [f"{parent}.organisation_id", f"{parent}.id"]
    return sa.ForeignKeyConstraint(["organisation_id", column], target, name=name)


def _allow(kinds: tuple[str, ...]) -> None:
    with op.batch_alter_table("ledger_entries") as table:
        table.drop_constraint(op.f("ck_ledger_entries_kind"), type_="check")
        table.create_check_constraint(op.f("ck_ledger_entries_kind"), f"kind in {kinds}")


def _organisations() -> Iterator[UUID]:
    """Every organisation, each in scope while it is looked at: PostgreSQL shows no rows of any other."""
    connection = op.get_bind()
    for organisation_id in list(connection.scalars(sa.select(ORGANISATIONS.c.id))):
        if connection.dialect.name == "postgresql":
            scope = sa.text("select set_config('loype.organisation', :organisation, true)")
            connection.execute(scope, {"organisation": str(organisation_id)})
        yield organisation_id


def _mark_remembered() -> None:
    """Note on every version that is there which of its cards come back."""
    connection, columns = op.get_bind(), VERSIONS.c
    for organisation_id in _organisations():
        own = columns.organisation_id == organisation_id
        for version, document in connection.execute(sa.select(columns.version, columns.document).where(own)).all():
            remembered = [card["id"] for card in document["cards"] if card.get("remember") and not document.get("exam")]
            change = sa.update(VERSIONS).where(own, columns.version == version)
            connection.execute(change.values(remembered=remembered))
