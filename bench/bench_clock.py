"""The clock's jobs among twenty thousand people who all race: what each takes, and how long others wait for it.

`CLOCK_PEOPLE=2000` measures fewer.
"""

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID

from flask import Flask
from sqlalchemy import event, select, update
from sqlalchemy.orm import Session

from app.core import clock
from app.core.config import Config
from app.core.db import committed, db, enter
from app.core.weeks import moment_at
from app.factory import create_app
from app.identity.models import Player
from app.identity.provisioning import importing
from app.worker import JOBS, inside
from quests.play.receive import receive
from tests.databases import NAMES, database
from tests.quests.course import Course, course_in
from tests.schema import build
from tests.world import World

PEOPLE = int(os.environ.get("CLOCK_PEOPLE", "20000"))
SHOPS, LETTERS = 600, 1000
WAIT_S = 2.0
"""Letters are sent in the background: somebody who waits so long for a turn to write notices nothing."""
MONDAY = date(2026, 11, 16)


def main() -> None:
    for name in NAMES:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder, database(name, Path(folder)) as url:
            application = create_app(Config(env="test", data=folder, database_url=url))
            with application.app_context():
                build()
                measured(name, application)
                db.session.remove()
                enter(None)
                db.engine.dispose()


def measured(name: str, application: Flask) -> None:
    """Two weeks of the clock, with some play between; the longest of each job that took a tenth of a second."""
    world = World(application, "kjede", policy={"leagues": True})
    with writes() as longest, clock.standing_at(_at(0, 6)):
        say(name, "people_import", *timed(longest, lambda: taken_in(world.organisation_id)))
        course = course_in(world, starts_on=MONDAY)
    worst: dict[str, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for moment in (_at(0, 6), _at(1, 13), _at(2, 10), _at(7, 7), _at(8, 13)):
        with clock.standing_at(moment):
            if moment == _at(2, 10):
                play(course)
            with writes() as longest:
                for job, _ in JOBS:
                    found = timed(longest, inside(application, job))
                    worst[job.__name__] = max(worst[job.__name__], found)
    for job_name, found in worst.items():
        if found[0] >= 0.1:
            say(name, job_name, *found)


def _at(day: int, hour: int) -> datetime:
    return moment_at(MONDAY + timedelta(days=day), hour, "Europe/Oslo")


def taken_in(organisation_id: UUID) -> None:
    """Everybody comes out of the personnel system's list, and joins the league."""
    enter(organisation_id)
    lines = [f"{100_000 + each};Person {each};Region {each % 10}/Butikk {each % SHOPS:03}" for each in range(PEOPLE)]
    plan = importing.planned(organisation_id, "\n".join(["Ansattnummer;Navn;Avdeling", *lines]).encode())
    committed(importing.carry_out, organisation_id, plan)
    joining = update(Player).where(Player.organisation_id == organisation_id).values(in_league=True)
    committed(lambda: db.session.execute(joining))


def play(course: Course) -> None:
    """Some of them do a post."""
    random = Random(1)
    course.world.enter()
    own = course.world.organisation_id
    players = list(db.session.scalars(select(Player.id).where(Player.organisation_id == own).order_by(Player.id)))
    for player in random.sample(players, min(LETTERS, len(players))):
        letter = course.letter(random.randrange(2), random.random(), clock.now())
        committed(receive, own, player, letter, clock.now(), clock.now())


@contextmanager
def writes() -> Iterator[list[float]]:
    """Seconds that each write transaction from here on has lasted."""
    begun, lasted = [0.0], list[float]()

    def begin(*_: object) -> None:
        begun[0] = perf_counter()

    def end(_: Session) -> None:
        lasted.append(perf_counter() - begun[0])

    event.listen(Session, "after_begin", begin)
    event.listen(Session, "after_commit", end)
    try:
        yield lasted
    finally:
        event.remove(Session, "after_begin", begin)
        event.remove(Session, "after_commit", end)


def timed(lasted: list[float], work: Callable[[], None]) -> tuple[float, float]:
    """Seconds that it takes, and that its longest write does."""
    lasted.clear()
    before = perf_counter()
    work()
    return perf_counter() - before, max(lasted, default=0.0)


def say(database: str, job: str, seconds: float, longest: float) -> None:
    what = f"{WAIT_S} s over the longest write of it among {PEOPLE}: others wait no longer"
    figures = {"seconds": round(seconds, 2), "longest_write": round(longest, 2)}
    ratio = round(WAIT_S / max(longest, 0.01), 2)
    print(
        json.dumps({"name": f"clock.{database}.{job}", "what": what, "ratio": ratio, "aim": 1, **figures}), flush=True
    )
