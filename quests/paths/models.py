"""Paths of weekly quests, runs of them for an audience, and the releases that open them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, and_, false, text, true
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Identified, Model, Owned, UtcDateTime, belongs_to

Texts = dict[str, str]


class Path(Identified, Model):
    """A path; title, story and goal are by language. The slug is its name in packages.

    `pretest`: whether its runs begin and end with a test, true or the most cards it asks, `{"cards": 10}`. One of kind
    `pilot` was made to try out one version of a module; the studio does not list it among the paths.
    """

    __tablename__ = "paths"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id"], ["organisations.id"]),
        UniqueConstraint("organisation_id", "slug"),
        CheckConstraint("kind in ('path', 'pilot')", "kind"),
    )

    slug: Mapped[str]
    kind: Mapped[str] = mapped_column(default="path", server_default=text("'path'"))
    title: Mapped[Texts] = mapped_column(JSON)
    story: Mapped[Texts] = mapped_column(JSON)
    goal: Mapped[Texts] = mapped_column(JSON)
    pretest: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)


class Quest(Identified, Model):
    """What a path opens for one week."""

    __tablename__ = "quests"
    __table_args__ = (belongs_to("paths", "path_id"), UniqueConstraint("organisation_id", "path_id", "slug"))

    path_id: Mapped[UUID]
    slug: Mapped[str]
    position: Mapped[int]
    title: Mapped[Texts] = mapped_column(JSON)
    story: Mapped[Texts] = mapped_column(JSON)
    goal: Mapped[Texts] = mapped_column(JSON)
    terrain: Mapped[str]


class Activity(Identified, Model):
    """What stands in a quest: so far always a module, as it is in force or, in a pilot, as `version`."""

    __tablename__ = "activities"
    __table_args__ = (
        belongs_to("quests", "quest_id"),
        belongs_to("modules", "module_id"),
        UniqueConstraint("organisation_id", "quest_id", "slug"),
        CheckConstraint("kind in ('module')", "kind"),
    )

    quest_id: Mapped[UUID]
    slug: Mapped[str]
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(default="module")
    module_id: Mapped[UUID]
    version: Mapped[str | None]
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Run(Identified, Model):
    """A path given to an audience. Anchor `calendar`: from a Monday; `enrolment`: from each person's own first day.

    Enrolling `audience`: everybody in it is in the run; `opt_in`: who is in the audience may start it and leave it.
    `teasers` are ids of modules that the audience may try from the day `teaser_from` until the run's first release.
    `paused` are the Mondays of weeks in which nothing of a calendar run opens.
    """

    __tablename__ = "runs"
    __table_args__ = (
        belongs_to("paths", "path_id"),
        CheckConstraint("anchor in ('calendar', 'enrolment')", "anchor"),
        CheckConstraint("enrolling in ('audience', 'opt_in')", "enrolling"),
    )

    path_id: Mapped[UUID]
    audience: Mapped[dict[str, Any]] = mapped_column(JSON)
    anchor: Mapped[str]
    enrolling: Mapped[str] = mapped_column(default="audience", server_default=text("'audience'"))
    starts_on: Mapped[date]
    mandatory: Mapped[bool] = mapped_column(default=False, server_default=false())
    deadline_days: Mapped[int | None]
    teasers: Mapped[list[str]] = mapped_column(JSON, default=list, server_default=text("'[]'"))
    teaser_from: Mapped[date | None]
    paused: Mapped[list[str]] = mapped_column(JSON, default=list, server_default=text("'[]'"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Cohort(Identified, Model):
    """Those who go through a run at the same pace: one for a calendar run, one a week of enrolment otherwise."""

    __tablename__ = "cohorts"
    __table_args__ = (belongs_to("runs", "run_id"), UniqueConstraint("organisation_id", "run_id", "starts_on"))

    run_id: Mapped[UUID]
    starts_on: Mapped[date]


class Enrolment(Owned, Model):
    """A player in a run. Who leaves keeps the row, so that coming back is going on; `resigned_at`: left by choice."""

    __tablename__ = "enrolments"
    __table_args__ = (
        belongs_to("runs", "run_id"),
        belongs_to("players", "player_id"),
        belongs_to("cohorts", "cohort_id"),
        Index(None, "organisation_id", "player_id"),
        Index(None, "organisation_id", "cohort_id"),
    )

    run_id: Mapped[UUID] = mapped_column(primary_key=True)
    player_id: Mapped[UUID] = mapped_column(primary_key=True)
    cohort_id: Mapped[UUID]
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    resigned_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Release(Identified, Model):
    """The moment a quest opens for a cohort: planned as a row, opened once by whoever sets `opened_at` first.

    `closes_at` ends the week in which the quest's bonus is full, never access. `week` is the Monday it counts in.
    """

    __tablename__ = "releases"
    __table_args__ = (
        belongs_to("runs", "run_id"),
        belongs_to("cohorts", "cohort_id"),
        belongs_to("quests", "quest_id"),
        UniqueConstraint("organisation_id", "run_id", "cohort_id", "quest_id"),
        Index(None, "organisation_id", "cohort_id"),
        Index(None, "organisation_id", "week"),
        Index(None, "opened_at", "opens_at"),
    )

    run_id: Mapped[UUID]
    cohort_id: Mapped[UUID]
    quest_id: Mapped[UUID]
    opens_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deadline_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    week: Mapped[date]


class ReleaseActivity(Owned, Model):
    """What was in a quest when it opened; what is added later does not count. `counts` is set then and stays."""

    __tablename__ = "release_activities"
    __table_args__ = (belongs_to("releases", "release_id"), belongs_to("activities", "activity_id"))

    release_id: Mapped[UUID] = mapped_column(primary_key=True)
    activity_id: Mapped[UUID] = mapped_column(primary_key=True)
    module_id: Mapped[UUID]
    position: Mapped[int]
    counts: Mapped[bool] = mapped_column(default=True, server_default=true())


GOES_WITH = and_(Enrolment.organisation_id == Release.organisation_id, Enrolment.cohort_id == Release.cohort_id)
"""Joins a release with those who go with its cohort."""
