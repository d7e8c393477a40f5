"""Makes the demo organisations: their people, their course, and a week and a half of play, as real play is made."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import delete, text

from app.core import clock, storage
from app.core.db import committed, db, enter, scope
from app.core.rows import owned_tables
from app.core.weeks import local_date, moment_at, monday_of
from app.demo.asking import ask_colleagues
from app.demo.cast import Cast
from app.demo.fjordvik import FJORDVIK
from app.demo.naerkjop import NAERKJOP
from app.demo.people import Player, people
from app.demo.play import Sent, deliver, letters_of, posts_of
from app.demo.racing import join_league
from app.demo.requiring import require
from app.demo.reviews import rounds_of
from app.demo.together import race_and_cheer
from app.identity.actions import create_organisation
from app.identity.models import Organisation
from app.identity.queries import organisation_by_code
from leaderboards.leagues.jobs import turn_league
from leaderboards.leagues.rules import turns_at
from quests.content.jobs import stored
from quests.content.package import COURSES, read_folder
from quests.paths.actions import create_run, take_in
from quests.paths.jobs import open_due
from quests.paths.models import Run
from quests.paths.queries import path_by_slug

CASTS = (FJORDVIK, NAERKJOP)
ZONE, HOUR = "Europe/Oslo", 6
SEED = 2021


def is_loaded(cast: Cast) -> bool:
    return organisation_by_code(cast.code) is not None


def first_monday(now: datetime) -> date:
    """The Monday of week one, so that now falls in week two of three; before the release hour, in its last hours."""
    return _this_week(now) - timedelta(days=7)


def _this_week(now: datetime) -> date:
    return monday_of(local_date(now - timedelta(hours=HOUR), ZONE))


def load(cast: Cast, seed: int = SEED) -> None:
    """Make a demo organisation. The same seed and the same hour give the same people and the same play."""
    random = Random(f"{seed} {cast.code}")
    now, monday = clock.now(), first_monday(clock.now())
    with clock.standing_at(moment_at(monday - timedelta(days=3), 12, ZONE)):
        organisation_id = committed(_organisation, cast)
        enter(organisation_id)
        players = committed(people, organisation_id, cast, random, monday)
        package = read_folder(COURSES / cast.course)
        with stored(organisation_id, package.media):
            committed(take_in, organisation_id, package)
        committed(_run, organisation_id, cast, monday)
    if cast.league:
        committed(join_league, organisation_id, cast, players, monday, Random(f"{seed} {cast.code} league"))
    for week in (monday, monday + timedelta(days=7)):
        with clock.standing_at(moment_at(week, HOUR, ZONE)):
            open_due()
        enter(organisation_id)
        with clock.standing_at(min(turns_at(week, ZONE), now)):
            turn_league(organisation_id)
        deliver(organisation_id, _letters(organisation_id, players, week, now, random))
        if week == monday:
            sunday = moment_at(monday + timedelta(days=6), 19, ZONE)
            own = Random(f"{seed} {cast.code} reviews")
            deliver(organisation_id, rounds_of(organisation_id, players, sunday, own))
    enter(organisation_id)
    ask_colleagues(organisation_id, cast, now)
    require(organisation_id, cast, local_date(now, ZONE), random)
    own = Random(f"{seed} {cast.code} cheers")
    race_and_cheer(organisation_id, cast, players, monday_of(local_date(now, ZONE)), now, own)
    with clock.standing_at(now):
        open_due()
    enter(None)


def _organisation(cast: Cast) -> UUID:
    policy = {"pin_only": True, "release_hour": HOUR, "leagues": bool(cast.league)}
    return create_organisation(cast.code, cast.name, ZONE, policy).id


def _run(organisation_id: UUID, cast: Cast, monday: date) -> Run:
    path = path_by_slug(organisation_id, cast.course)
    assert path is not None  # noqa: S101
    return create_run(organisation_id, path, {"everyone": True}, monday)


def _letters(organisation_id: UUID, players: list[Player], week: date, now: datetime, random: Random) -> Iterator[Sent]:
    """Everybody plays as far as they are diligent, at some hours of the week that lie behind us."""
    opens = moment_at(week, HOUR, ZONE) + timedelta(minutes=5)
    end = min(moment_at(week + timedelta(days=7), HOUR, ZONE), now) - timedelta(minutes=10)
    halfway = end < moment_at(week + timedelta(days=6), HOUR, ZONE)
    posts = posts_of(organisation_id, players[0], week)
    for player in players:
        if player.plays_this_week or week != _this_week(now):
            reach = player.diligence * (0.6 if halfway else 1.0)
            yield from letters_of(player, posts, (opens, end), reach, random)


def forget(cast: Cast) -> None:
    """Take a demo organisation away with all its rows, for loading it anew."""
    organisation = organisation_by_code(cast.code)
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
    storage.discard(organisation_id)
