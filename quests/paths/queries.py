"""What other storeys may ask about paths, runs and releases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, case, func, select

from app.core.db import db, read
from app.core.weeks import week_of
from app.identity.queries import organisation
from quests.paths.models import GOES_WITH, Activity, Enrolment, Path, Quest, Release, ReleaseActivity, Run


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened release that holds an activity for a player."""

    release_id: UUID
    run_id: UUID
    quest_id: UUID
    module_id: UUID
    counts: bool
    opened_at: datetime | None
    closes_at: datetime
    week: date
    version: str | None
    """The version that it is bound to in a pilot."""


@dataclass(frozen=True, slots=True)
class Released:
    """A release with what it is called, by language."""

    release_id: UUID
    run_id: UUID
    cohort_id: UUID
    quest_id: UUID
    title: Mapping[str, str]
    path_title: Mapping[str, str]
    closes_at: datetime
    deadline_at: datetime | None


_COHORTS = select(Enrolment.cohort_id).where(
    Enrolment.organisation_id == bindparam("organisation"),
    Enrolment.player_id == bindparam("player"),
    Enrolment.left_at.is_(None),
)


def cohorts_of(organisation_id: UUID, player_id: UUID) -> list[UUID]:
    """The cohorts a player goes with now."""
    return list(read(_COHORTS, {"organisation": organisation_id, "player": player_id}).scalars())


_ACTIVITY = select(Activity.id).where(
    Activity.organisation_id == bindparam("organisation"), Activity.id == bindparam("activity")
)


def is_activity(organisation_id: UUID, activity_id: UUID) -> bool:
    return read(_ACTIVITY, {"organisation": organisation_id, "activity": activity_id}).first() is not None


_HELD_SINCE = case((ReleaseActivity.activity_id.is_not(None), Release.opened_at))  # null: planned, or does not hold it
_RELEASES = (
    select(
        Release.id,
        Release.run_id,
        Release.quest_id,
        Activity.module_id,
        func.coalesce(ReleaseActivity.counts, False) & Activity.removed_at.is_(None),
        _HELD_SINCE,
        Release.closes_at,
        Release.week,
        Activity.version,
    )
    .select_from(Activity)
    .join(Release, and_(Release.organisation_id == Activity.organisation_id, Release.quest_id == Activity.quest_id))
    .join(Enrolment, GOES_WITH)
    .outerjoin(
        ReleaseActivity,
        and_(
            ReleaseActivity.organisation_id == Release.organisation_id,
            ReleaseActivity.release_id == Release.id,
            ReleaseActivity.activity_id == Activity.id,
        ),
    )
    .where(
        Activity.organisation_id == bindparam("organisation"),
        Activity.id == bindparam("activity"),
        Enrolment.player_id == bindparam("player"),
        Enrolment.left_at.is_(None),
    )
    .order_by(_HELD_SINCE.desc().nulls_last(), Release.opens_at, Release.id)
)


def releases_for(organisation_id: UUID, player_id: UUID, activity_id: UUID) -> list[Opened]:
    """The releases of the activity's quest in the player's runs: the newest opened that holds it first, then those
    that are planned or opened without it (`opened_at` None)."""
    values = {"organisation": organisation_id, "player": player_id, "activity": activity_id}
    return [Opened(*row) for row in read(_RELEASES, values)]


_COUNTED = (
    select(ReleaseActivity.module_id)
    .join(Activity)
    .where(
        ReleaseActivity.organisation_id == bindparam("organisation"),
        ReleaseActivity.release_id == bindparam("release"),
        ReleaseActivity.counts,
        Activity.removed_at.is_(None),
    )
)


def counted_modules(organisation_id: UUID, release_id: UUID) -> set[UUID]:
    """The modules that make a release's total: its frozen set without what was removed since."""
    return set(db.session.scalars(_COUNTED, {"organisation": organisation_id, "release": release_id}))


def modules_released_to(organisation_id: UUID, player_id: UUID) -> set[UUID]:
    """Every module of every opened release of the player."""
    query = (
        select(ReleaseActivity.module_id)
        .join(Release)
        .join(Enrolment, GOES_WITH)
        .where(
            ReleaseActivity.organisation_id == organisation_id,
            Enrolment.player_id == player_id,
            Enrolment.left_at.is_(None),
            Release.opened_at.is_not(None),
        )
    )
    return set(db.session.scalars(query))


def piloted_to(organisation_id: UUID, player_id: UUID) -> set[str]:
    """The versions that the player tries out: those that activities of opened releases are bound to."""
    query = (
        select(Activity.version)
        .join(ReleaseActivity)
        .join(Release)
        .join(Enrolment, GOES_WITH)
        .where(
            Activity.organisation_id == organisation_id,
            Activity.version.is_not(None),
            Enrolment.player_id == player_id,
            Enrolment.left_at.is_(None),
            Release.opened_at.is_not(None),
        )
    )
    return {version for version in db.session.scalars(query) if version is not None}


def counts_released(organisation_id: UUID, week: date, players: Iterable[UUID] | None = None) -> dict[UUID, int]:
    """By enrolled player, of all or of those given: how many counted activities were released in that week."""
    query = (
        select(Enrolment.player_id, func.count())
        .select_from(Release)
        .join(Enrolment, GOES_WITH)
        .join(ReleaseActivity)
        .join(Activity)
        .where(
            Release.organisation_id == organisation_id,
            Release.week == week,
            Release.opened_at.is_not(None),
            Enrolment.left_at.is_(None),
            ReleaseActivity.counts,
            Activity.removed_at.is_(None),
        )
        .group_by(Enrolment.player_id)
    )
    if players is not None:
        query = query.where(Enrolment.player_id.in_(list(players)))
    return {row[0]: row[1] for row in db.session.execute(query)}


def count_opened(organisation_id: UUID) -> int:
    """How many releases have opened."""
    query = select(func.count()).where(Release.organisation_id == organisation_id, Release.opened_at.is_not(None))
    return db.session.scalar(query) or 0


_NEWEST_WEEK = select(func.max(Release.week)).where(
    Release.organisation_id == bindparam("organisation"), Release.opened_at.is_not(None)
)


def board_week(organisation_id: UUID, now: datetime) -> date:
    """The week the board is about: that of the newest opened release, else the one we are in."""
    newest = read(_NEWEST_WEEK, {"organisation": organisation_id}).scalar()
    return newest or week_of(now, organisation(organisation_id).time_zone)


def run_for(organisation_id: UUID, run_id: UUID) -> Run | None:
    return db.session.get(Run, (organisation_id, run_id))


def paths_in(organisation_id: UUID) -> list[Path]:
    """Every path but those that were made to try out one post, by their slugs."""
    query = select(Path).where(Path.organisation_id == organisation_id, Path.kind == "path")
    return list(db.session.scalars(query.order_by(Path.slug)))


def path_by_slug(organisation_id: UUID, slug: str) -> Path | None:
    return db.session.scalar(select(Path).where(Path.organisation_id == organisation_id, Path.slug == slug))


def releases_by_id(organisation_id: UUID, releases: Iterable[UUID]) -> dict[UUID, Released]:
    """These releases, by their ids."""
    query = (
        select(
            Release.id,
            Release.run_id,
            Release.cohort_id,
            Release.quest_id,
            Quest.title,
            Path.title,
            Release.closes_at,
            Release.deadline_at,
        )
        .select_from(Release)
        .join(Quest)
        .join(Path)
        .where(Release.organisation_id == organisation_id, Release.id.in_(list(releases)))
    )
    return {row[0]: Released(*row) for row in db.session.execute(query)}


def enrolled_in(organisation_id: UUID, cohort_id: UUID, after: UUID | None, size: int) -> list[UUID]:
    """A page of the players who go with a cohort, in the order of their ids: those that come after one."""
    query = (
        select(Enrolment.player_id)
        .where(
            Enrolment.organisation_id == organisation_id,
            Enrolment.cohort_id == cohort_id,
            Enrolment.left_at.is_(None),
        )
        .order_by(Enrolment.player_id)
        .limit(size)
    )
    return list(db.session.scalars(query if after is None else query.where(Enrolment.player_id > after)))


def open_to(organisation_id: UUID, run_id: UUID, players: Iterable[UUID], now: datetime) -> dict[UUID, list[UUID]]:
    """By release of a run whose week is not over: those of these players who go with it."""
    query = (
        select(Release.id, Enrolment.player_id)
        .join(Enrolment, GOES_WITH)
        .where(
            Release.organisation_id == organisation_id,
            Release.run_id == run_id,
            Release.opened_at.is_not(None),
            Release.closes_at > now,
            Enrolment.left_at.is_(None),
            Enrolment.player_id.in_(list(players)),
        )
        .order_by(Release.opens_at, Enrolment.player_id)
    )
    found: dict[UUID, list[UUID]] = {}
    for release_id, player_id in db.session.execute(query):
        found.setdefault(release_id, []).append(player_id)
    return found


def cohorts_by_player(organisation_id: UUID, players: Iterable[UUID]) -> set[tuple[UUID, UUID]]:
    """(player, cohort) of those of these players who go with it now."""
    query = select(Enrolment.player_id, Enrolment.cohort_id).where(
        Enrolment.organisation_id == organisation_id,
        Enrolment.player_id.in_(list(players)),
        Enrolment.left_at.is_(None),
    )
    return {(player_id, cohort_id) for player_id, cohort_id in db.session.execute(query)}
