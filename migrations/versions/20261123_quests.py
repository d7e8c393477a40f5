"""Quests: modules and their versions, paths, runs, releases, letters

Revision: 20261123_quests, after 20261123_people
"""

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime
from app.core.rows import protect

revision = "20261123_quests"
down_revision = "20261123_people"
branch_labels = None
depends_on = None

OWNED = (
    "modules",
    "module_versions",
    "media",
    "paths",
    "quests",
    "activities",
    "runs",
    "cohorts",
    "enrolments",
    "releases",
    "release_activities",
    "letters",
    "attempts",
    "answers",
    "exercise_states",
    "module_progress",
    "quest_progress",
)


def upgrade() -> None:
    op.create_table(
        "media",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_media_organisation_id")),
        sa.PrimaryKeyConstraint("organisation_id", "hash", name=op.f("pk_media")),
    )
    op.create_table(
        "modules",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_modules_organisation_id")),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_modules")),
        sa.UniqueConstraint("organisation_id", "slug", name=op.f("uq_modules_organisation_id_slug")),
    )
    op.create_table(
        "paths",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("story", sa.JSON(), nullable=False),
        sa.Column("goal", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_paths_organisation_id")),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_paths")),
        sa.UniqueConstraint("organisation_id", "slug", name=op.f("uq_paths_organisation_id_slug")),
    )
    op.create_table(
        "answers",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("too_quick", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_answers_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "letter_id", "position", name=op.f("pk_answers")),
    )
    op.create_table(
        "letters",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("verdict", sa.JSON(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_letters_organisation_id_player_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "id", name=op.f("pk_letters")),
    )
    op.create_table(
        "module_versions",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("structure", sa.String(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("seconds", sa.JSON(), nullable=False),
        sa.Column("exercises", sa.Integer(), nullable=False),
        sa.Column("pictures", sa.JSON(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("published_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_module_versions_organisation_id_module_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "version", name=op.f("pk_module_versions")),
        sa.UniqueConstraint(
            "organisation_id", "module_id", "number", name=op.f("uq_module_versions_organisation_id_module_id_number")
        ),
    )
    op.create_table(
        "quests",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("path_id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("story", sa.JSON(), nullable=False),
        sa.Column("goal", sa.JSON(), nullable=False),
        sa.Column("terrain", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "path_id"],
            ["paths.organisation_id", "paths.id"],
            name=op.f("fk_quests_organisation_id_path_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_quests")),
        sa.UniqueConstraint("organisation_id", "path_id", "slug", name=op.f("uq_quests_organisation_id_path_id_slug")),
    )
    op.create_table(
        "runs",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("path_id", sa.Uuid(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("anchor", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("mandatory", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("deadline_days", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("anchor in ('calendar', 'enrolment')", name=op.f("ck_runs_anchor")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "path_id"],
            ["paths.organisation_id", "paths.id"],
            name=op.f("fk_runs_organisation_id_path_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_runs")),
    )
    op.create_table(
        "activities",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("quest_id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("kind in ('module')", name=op.f("ck_activities_kind")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_activities_organisation_id_module_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "quest_id"],
            ["quests.organisation_id", "quests.id"],
            name=op.f("fk_activities_organisation_id_quest_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_activities")),
        sa.UniqueConstraint(
            "organisation_id", "quest_id", "slug", name=op.f("uq_activities_organisation_id_quest_id_slug")
        ),
    )
    op.create_table(
        "cohorts",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["runs.organisation_id", "runs.id"],
            name=op.f("fk_cohorts_organisation_id_run_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_cohorts")),
        sa.UniqueConstraint(
            "organisation_id", "run_id", "starts_on", name=op.f("uq_cohorts_organisation_id_run_id_starts_on")
        ),
    )
    op.create_table(
        "exercise_states",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("first_right", sa.Boolean(), nullable=False),
        sa.Column("settled", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_exercise_states_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["runs.organisation_id", "runs.id"],
            name=op.f("fk_exercise_states_organisation_id_run_id"),
        ),
        sa.PrimaryKeyConstraint(
            "organisation_id", "player_id", "run_id", "module_id", "card", name=op.f("pk_exercise_states")
        ),
    )
    op.create_table(
        "module_progress",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("done_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_module_progress_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["runs.organisation_id", "runs.id"],
            name=op.f("fk_module_progress_organisation_id_run_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "run_id", "module_id", name=op.f("pk_module_progress")),
    )
    op.create_table(
        "quest_progress",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("quest_id", sa.Uuid(), nullable=False),
        sa.Column("done_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_quest_progress_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "quest_id"],
            ["quests.organisation_id", "quests.id"],
            name=op.f("fk_quest_progress_organisation_id_quest_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["runs.organisation_id", "runs.id"],
            name=op.f("fk_quest_progress_organisation_id_run_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "run_id", "quest_id", name=op.f("pk_quest_progress")),
    )
    op.create_table(
        "attempts",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("module_version", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("correct", sa.Integer(), nullable=False),
        sa.Column("exercises", sa.Integer(), nullable=False),
        sa.Column("happened_at", UtcDateTime(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "activity_id"],
            ["activities.organisation_id", "activities.id"],
            name=op.f("fk_attempts_organisation_id_activity_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "module_id"],
            ["modules.organisation_id", "modules.id"],
            name=op.f("fk_attempts_organisation_id_module_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_attempts_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["runs.organisation_id", "runs.id"],
            name=op.f("fk_attempts_organisation_id_run_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "player_id", "letter_id", name=op.f("pk_attempts")),
    )
    op.create_index(
        op.f("ix_attempts_organisation_id_module_id"), "attempts", ["organisation_id", "module_id"], unique=False
    )
    op.create_table(
        "enrolments",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("cohort_id", sa.Uuid(), nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cohort_id"],
            ["cohorts.organisation_id", "cohorts.id"],
            name=op.f("fk_enrolments_organisation_id_cohort_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "player_id"],
            ["players.organisation_id", "players.id"],
            name=op.f("fk_enrolments_organisation_id_player_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["runs.organisation_id", "runs.id"],
            name=op.f("fk_enrolments_organisation_id_run_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "run_id", "player_id", name=op.f("pk_enrolments")),
    )
    op.create_index(
        op.f("ix_enrolments_organisation_id_cohort_id"), "enrolments", ["organisation_id", "cohort_id"], unique=False
    )
    op.create_index(
        op.f("ix_enrolments_organisation_id_player_id"), "enrolments", ["organisation_id", "player_id"], unique=False
    )
    op.create_table(
        "releases",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("cohort_id", sa.Uuid(), nullable=False),
        sa.Column("quest_id", sa.Uuid(), nullable=False),
        sa.Column("opens_at", UtcDateTime(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.Column("closes_at", UtcDateTime(), nullable=False),
        sa.Column("deadline_at", UtcDateTime(), nullable=True),
        sa.Column("week", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cohort_id"],
            ["cohorts.organisation_id", "cohorts.id"],
            name=op.f("fk_releases_organisation_id_cohort_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "quest_id"],
            ["quests.organisation_id", "quests.id"],
            name=op.f("fk_releases_organisation_id_quest_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["runs.organisation_id", "runs.id"],
            name=op.f("fk_releases_organisation_id_run_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_releases")),
        sa.UniqueConstraint(
            "organisation_id",
            "run_id",
            "cohort_id",
            "quest_id",
            name=op.f("uq_releases_organisation_id_run_id_cohort_id_quest_id"),
        ),
    )
    op.create_index(op.f("ix_releases_opened_at_opens_at"), "releases", ["opened_at", "opens_at"], unique=False)
    op.create_index(
        op.f("ix_releases_organisation_id_cohort_id"), "releases", ["organisation_id", "cohort_id"], unique=False
    )
    op.create_index(op.f("ix_releases_organisation_id_week"), "releases", ["organisation_id", "week"], unique=False)
    op.create_table(
        "release_activities",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("release_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("module_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "activity_id"],
            ["activities.organisation_id", "activities.id"],
            name=op.f("fk_release_activities_organisation_id_activity_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "release_id"],
            ["releases.organisation_id", "releases.id"],
            name=op.f("fk_release_activities_organisation_id_release_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "release_id", "activity_id", name=op.f("pk_release_activities")),
    )
    protect(op.get_bind(), *OWNED)


def downgrade() -> None:
    op.drop_table("release_activities")
    op.drop_index(op.f("ix_releases_organisation_id_week"), table_name="releases")
    op.drop_index(op.f("ix_releases_organisation_id_cohort_id"), table_name="releases")
    op.drop_index(op.f("ix_releases_opened_at_opens_at"), table_name="releases")
    op.drop_table("releases")
    op.drop_index(op.f("ix_enrolments_organisation_id_player_id"), table_name="enrolments")
    op.drop_index(op.f("ix_enrolments_organisation_id_cohort_id"), table_name="enrolments")
    op.drop_table("enrolments")
    op.drop_index(op.f("ix_attempts_organisation_id_module_id"), table_name="attempts")
    op.drop_table("attempts")
    op.drop_table("quest_progress")
    op.drop_table("module_progress")
    op.drop_table("exercise_states")
    op.drop_table("cohorts")
    op.drop_table("activities")
    op.drop_table("runs")
    op.drop_table("quests")
    op.drop_table("module_versions")
    op.drop_table("letters")
    op.drop_table("answers")
    op.drop_table("paths")
    op.drop_table("modules")
    op.drop_table("media")
