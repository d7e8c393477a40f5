"""Insight for editors: figures of cards, ratings and comments, owners of modules, notes in the inbox, talk about drafts

Revision: 20261129_insight, after 20261129_calendar
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261129_insight"
down_revision = "20261129_calendar"
branch_labels = None
depends_on = None

FIRST = """
update answers set is_first = true where (organisation_id, player_id, letter_id, position) in (
  select organisation_id, player_id, letter_id, position from (
    select answers.organisation_id, answers.player_id, answers.letter_id, answers.position, row_number() over (
      partition by answers.organisation_id, answers.player_id, attempts.module_id, answers.card
      order by attempts.received_at, answers.letter_id, answers.position
    ) as number
    from answers join attempts on attempts.organisation_id = answers.organisation_id
      and attempts.player_id = answers.player_id and attempts.letter_id = answers.letter_id
    where answers.correct is not null
  ) as tries where number = 1
)
"""
SUMS = {
    "module_figures": ("begun", "ended"),
    "card_figures": (
        *("tries", "rights", "too_quick", "stopped", "paired"),
        *("paired_right", "rest", "rest_squared", "rest_right"),
    ),
    "card_tallies": ("count",),
}

SAID = ("module_feedback", "feedback_answers", "module_owners", "nudge_notes")
TALK = ("draft_access", "draft_comments", "draft_reviews")


def upgrade() -> None:
    with op.batch_alter_table("answers") as table:
        table.add_column(sa.Column("is_first", sa.Boolean(), server_default=sa.false(), nullable=False))
    _mark_first()
    _figures("module_figures")
    _figures("card_figures", "card", more=("fingerprint",))
    _figures("card_tallies", "card", "what", "value")
    _weights()
    _feedback()
    _owners()
    _talk()
    protect(op.get_bind(), *SUMS, "module_weights", *SAID, *TALK)


def _mark_first() -> None:
    """The first try ever at each exercise, by when it was received. PostgreSQL shows one organisation at a time."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        connection.execute(sa.text(FIRST))
        return
    for organisation_id in connection.scalars(sa.text("select id from organisations")).all():
        own = {"organisation": str(organisation_id)}
        connection.execute(sa.text("select set_config('loype.organisation', :organisation, true)"), own)
        connection.execute(sa.text(FIRST))
    connection.execute(sa.text("select set_config('loype.organisation', '', true)"))


def _figures(name: str, *key: str, more: tuple[str, ...] = ()) -> None:
    op.create_table(
        name,
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        *(sa.Column(each, sa.String(), nullable=False) for each in key),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        *(sa.Column(each, sa.String(), nullable=False) for each in more),
        *(sa.Column(each, sa.BigInteger(), server_default=sa.text("0"), nullable=False) for each in SUMS[name]),
        sa.ForeignKeyConstraint(
            ["organisation_id", "version"],
            ["module_versions.organisation_id", "module_versions.version"],
            name=op.f(f"fk_{name}_organisation_id_version"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f(f"fk_{name}_organisation_id_module_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "version", *key, name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_organisation_id_module_id"), name, ["organisation_id", "module_id"], unique=False)


def _weights() -> None:
    op.create_table(
        "module_weights",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_module_weights_organisation_id_module_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "module_id", name=op.f("pk_module_weights")),
    )


def _feedback() -> None:
    op.create_table(
        "module_feedback",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("useful", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", sa.String(), server_default=sa.text("'new'"), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("state in ('new', 'read', 'done')", name=op.f("ck_module_feedback_state")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_module_feedback_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_module_feedback_organisation_id_module_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "version"],
            ["module_versions.organisation_id", "module_versions.version"],
            name=op.f("fk_module_feedback_organisation_id_version"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_module_feedback")),
        sa.UniqueConstraint(
            "organisation_id", "player_id", "version", name=op.f("uq_module_feedback_organisation_id_player_id_version")
        ),
    )
    op.create_index(
        op.f("ix_module_feedback_organisation_id_module_id_state_changed_at"),
        "module_feedback",
        ["organisation_id", "module_id", "state", "changed_at"],
        unique=False,
    )
    op.create_table(
        "feedback_answers",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("feedback_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "feedback_id"],
            ["module_feedback.organisation_id", "module_feedback.id"],
            name=op.f("fk_feedback_answers_organisation_id_feedback_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "author_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_feedback_answers_organisation_id_author_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_feedback_answers")),
    )
    op.create_index(
        op.f("ix_feedback_answers_organisation_id_feedback_id"),
        "feedback_answers",
        ["organisation_id", "feedback_id"],
        unique=False,
    )


def _owners() -> None:
    op.create_table(
        "module_owners",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("check_by", sa.Date(), nullable=True),
        sa.Column("told_of", sa.Date(), nullable=True),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_module_owners_organisation_id_module_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["persons.organisation_id", "persons.id"],
            name=op.f("fk_module_owners_organisation_id_owner_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "module_id", name=op.f("pk_module_owners")),
    )
    op.create_index(
        op.f("ix_module_owners_organisation_id_check_by"),
        "module_owners",
        ["organisation_id", "check_by"],
        unique=False,
    )
    op.create_table(
        "nudge_notes",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("nudge_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "nudge_id"],
            ["nudges.organisation_id", "nudges.id"],
            name=op.f("fk_nudge_notes_organisation_id_nudge_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_nudge_notes_organisation_id_module_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "nudge_id", name=op.f("pk_nudge_notes")),
    )
    op.create_index(
        op.f("ix_nudge_notes_organisation_id_module_id"), "nudge_notes", ["organisation_id", "module_id"], unique=False
    )


def _talk() -> None:
    op.create_table(
        "draft_access",
        *_about_module("draft_access", sa.Column("person_id", sa.Uuid(), nullable=False)),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        _person("draft_access", "person_id"),
        _person("draft_access", "given_by"),
        sa.PrimaryKeyConstraint("organisation_id", "module_id", "person_id", name=op.f("pk_draft_access")),
    )
    _index("draft_access", "organisation_id", "person_id")
    op.create_table(
        "draft_comments",
        *_about_module("draft_comments", sa.Column("id", sa.Uuid(), nullable=False)),
        sa.Column("thread_id", sa.Uuid(), nullable=False),
        sa.Column("card", sa.String(), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("resolved", sa.Boolean(), server_default=sa.false(), nullable=False),
        _person("draft_comments", "author_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "thread_id"],
            ["draft_comments.organisation_id", "draft_comments.id"],
            name=op.f("fk_draft_comments_organisation_id_thread_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_draft_comments")),
    )
    _index("draft_comments", "organisation_id", "module_id", "at")
    _index("draft_comments", "organisation_id", "thread_id")
    op.create_table(
        "draft_reviews",
        *_about_module("draft_reviews", sa.Column("id", sa.Uuid(), nullable=False)),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("reviewer_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("verdict in ('approved', 'changes')", name=op.f("ck_draft_reviews_verdict")),
        _person("draft_reviews", "asked_by"),
        _person("draft_reviews", "reviewer_id"),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_draft_reviews")),
    )
    _index("draft_reviews", "organisation_id", "module_id", "asked_at")
    _index("draft_reviews", "organisation_id", "reviewer_id")


def _about_module(table: str, *key: sa.Column[Any]) -> tuple[Any, ...]:
    return (
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        *key,
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f(f"fk_{table}_organisation_id_module_id"),
        ),
    )


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        ["persons.organisation_id", "persons.id"],
        name=op.f(f"fk_{table}_organisation_id_{column}"),
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)


def downgrade() -> None:
    for table in reversed((*SUMS, "module_weights", *SAID, *TALK)):
        op.drop_table(table)
    with op.batch_alter_table("answers") as table:
        table.drop_column("is_first")
