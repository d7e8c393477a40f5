"""Makes Fjordvik: its people, its course, and a week and a half of play through the same actions as real play."""

from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import delete, select, text

from app.core import clock
from app.core.db import committed, db, enter, scope
from app.core.rows import owned_tables
from app.core.weeks import local_date, moment_at, monday_of
from app.demo import cast
from app.demo.people import Player, people
from app.demo.tries import letter
from app.identity.actions import create_organisation
from app.identity.models import Organisation
from app.identity.queries import organisation_by_code
from quests.content.package import COURSES, pack_folder
from quests.content.queries import version_for
from quests.paths.actions import create_run, import_package
from quests.paths.jobs import open_due
from quests.paths.models import Path as LearningPath
from quests.paths.models import Run
from quests.paths.queries import path_by_slug
from quests.play.overview import seen_by
from quests.play.receive import receive

COURSE = COURSES / "trygg-pa-vakt"
ZONE, HOUR = "Europe/Oslo", 6
SEED = 2021


def is_loaded() -> bool:
    return organisation_by_code(cast.CODE) is not None


def first_monday(now: datetime) -> date:
    """The Monday of week one, so that now falls in week two of three; before the release hour, in its last hours."""
    return monday_of(local_date(now - timedelta(hours=HOUR), ZONE)) - timedelta(days=7)


def load(seed: int = SEED) -> None:
    """Make the demo organisation. The same seed and the same hour give the same people and the same play."""
    random = Random(seed)
    now, monday = clock.now(), first_monday(clock.now())
    with clock.standing_at(moment_at(monday - timedelta(days=3), 12, ZONE)):
        organisation_id = committed(_organisation)
        enter(organisation_id)
        players = committed(people, organisation_id, random, monday)
        committed(import_package, organisation_id, pack_folder(COURSE))
        committed(_run, organisation_id, monday)
    for week in (monday, monday + timedelta(days=7)):
        with clock.standing_at(moment_at(week, HOUR, ZONE)):
            open_due()
        enter(organisation_id)
        _play_week(organisation_id, players, week, now, random)
    with clock.standing_at(now):
        open_due()
    enter(None)


def _organisation() -> UUID:
    return create_organisation(cast.CODE, cast.NAME, ZONE, {"pin_only": True, "release_hour": HOUR}).id


def _run(organisation_id: UUID, monday: date) -> Run:
    path = path_by_slug(organisation_id, COURSE.name)
    assert isinstance(path, LearningPath)  # noqa: S101
    return create_run(organisation_id, path, {"everyone": True}, monday)


def _play_week(organisation_id: UUID, players: list[Player], week: date, now: datetime, random: Random) -> None:
    """Everybody plays as far as they are diligent, at some hours of the week that lie behind us."""
    opens = moment_at(week, HOUR, ZONE) + timedelta(minutes=5)
    end = min(moment_at(week + timedelta(days=7), HOUR, ZONE), now) - timedelta(minutes=10)
    halfway = end < moment_at(week + timedelta(days=6), HOUR, ZONE)
    for player in players:
        if not player.plays_this_week and week == monday_of(local_date(now - timedelta(hours=HOUR), ZONE)):
            continue
        reach = player.diligence * (0.6 if halfway else 1.0)
        _play(organisation_id, player, week, (opens, end), reach, random)


def _play(
    organisation_id: UUID, player: Player, week: date, within: tuple[datetime, datetime], reach: float, random: Random
) -> None:
    opens, end = within
    if end <= opens:
        return
    at = opens + (end - opens) * random.uniform(0.02, 0.7)
    revision = db.session.scalars(select(Organisation.revision).where(Organisation.id == organisation_id)).one()
    seen = [each for each in seen_by(organisation_id, revision, player.id) if each.quest.week == week]
    for activity in (each for one in seen for each in one.quest.activities):
        if random.random() > reach or at >= end:
            return
        version = version_for(organisation_id, activity.module.version)
        assert version is not None  # noqa: S101
        made = letter(random, str(activity.id), version.version, version.document, at, player.skill)
        finished = datetime.fromisoformat(made["finished_at"])
        received = finished + timedelta(seconds=5)
        if received >= end:
            return
        with clock.standing_at(received):
            committed(receive, organisation_id, player.id, made, finished + timedelta(seconds=4), received)
        at = received + (end - received) * random.uniform(0.0, 0.25)


def forget() -> None:
    """Take the demo organisation away with all its rows, for loading it anew."""
    organisation = organisation_by_code(cast.CODE)
    if organisation is None:
        return
    organisation_id = organisation.id

    def emptied() -> None:
        if db.session.get_bind().dialect.name == "sqlite":
            db.session.execute(text("pragma defer_foreign_keys = on"))
        for name in reversed(owned_tables()):
            table = db.metadata.tables[name]
            db.session.execute(delete(table).where(table.c.organisation_id == organisation_id))
        db.session.execute(delete(Organisation).where(Organisation.id == organisation_id))

    with scope(organisation_id):
        committed(emptied)
