"""The door to the clock. APScheduler only says when to look; the rows say what is due and what is done."""

import fcntl
import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

from apscheduler.schedulers.background import BackgroundScheduler
from flask import Flask
from sqlalchemy import text

from app.core.db import db, enter
from app.help.jobs import forget_old_questions
from app.nudges.jobs import forget_devices, forget_old, nudge_due
from app.operation.jobs import beat
from leaderboards.cheers.jobs import forget_cheers
from leaderboards.competitions.jobs import turn_competitions
from leaderboards.fairplay.jobs import watch_play
from leaderboards.goals.jobs import count_goals
from leaderboards.leagues.jobs import turn_leagues
from leaderboards.points.jobs import count_points
from leaderboards.standings.jobs import show_small
from quests.authoring.drafts.jobs import complete
from quests.authoring.owning.jobs import remind_owners
from quests.authoring.statistics.jobs import weigh_modules
from quests.competence.jobs import follow_competence
from quests.content.jobs import sweep
from quests.paths.jobs import follow_audiences, open_due

log = logging.getLogger("loype.worker")

JOBS: tuple[tuple[Callable[[], object], dict[str, str]], ...] = (
    (beat, {"minute": "*"}),
    (open_due, {"minute": "*"}),
    (show_small, {"minute": "*"}),
    (count_points, {"second": "*/15"}),
    (turn_competitions, {"minute": "*"}),
    (count_goals, {"minute": "*"}),
    (turn_leagues, {"minute": "*"}),
    (nudge_due, {"minute": "*"}),
    (watch_play, {"minute": "*/10"}),
    (forget_devices, {"minute": "11"}),
    (forget_old, {"hour": "1", "minute": "41"}),
    (follow_audiences, {"minute": "7"}),
    (forget_old_questions, {"minute": "23"}),
    (forget_cheers, {"hour": "2", "minute": "7"}),
    (sweep, {"hour": "2", "minute": "17"}),
    (complete, {"minute": "*/10"}),
    (weigh_modules, {"minute": "*/5"}),
    (follow_competence, {"minute": "3"}),
    (remind_owners, {"minute": "37"}),
)
LEADER = 7_016_011  # the advisory lock that the leading worker holds on PostgreSQL
STAND_BY = 2.0  # seconds between a standing-by worker's tries


def run(application: Flask) -> None:
    """Work until told to stop. A second worker stands by, so that the same work is not tried twice."""
    stopped = Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    with _leading(application, stopped):
        if not stopped.is_set():
            _work(application, stopped)


def _work(application: Flask, stopped: Event) -> None:
    scheduler = BackgroundScheduler(timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1})
    for job, when in JOBS:
        scheduler.add_job(inside(application, job), "cron", **when, misfire_grace_time=None)
    for job, _ in JOBS:
        inside(application, job)()
    scheduler.start()
    stopped.wait()
    scheduler.shutdown(wait=True)


def inside(application: Flask, job: Callable[[], object]) -> Callable[[], None]:
    """The job in the application, nobody's rows in sight before and after; a failure waits for the next time."""

    def safely() -> None:
        with application.app_context():
            try:
                enter(None)
                job()
            except Exception:
                log.exception("%s failed; tried again at its next time", job.__name__)
            finally:
                enter(None)
                db.session.remove()

    safely.__name__ = job.__name__
    return safely


@contextmanager
def _leading(application: Flask, stopped: Event) -> Iterator[None]:
    """Wait for the lead and hold it: a lock that the system takes back whatever way we end."""
    with application.app_context():
        if db.engine.dialect.name == "postgresql":
            with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                _wait_until(
                    lambda: bool(connection.scalar(text("select pg_try_advisory_lock(:key)"), {"key": LEADER})), stopped
                )
                yield
            return
        with (application.config["LOYPE"].folder / "worker.lock").open("w") as file:
            _wait_until(lambda: _locked(file.fileno()), stopped)
            yield


def _wait_until(holds: Callable[[], bool], stopped: Event) -> None:
    while not holds() and not stopped.wait(STAND_BY):
        pass


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
