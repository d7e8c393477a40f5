"""The worker as a process: it looks at once, a second one stands by, and a death costs nothing but time."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.config import Config
from app.core.db import db
from app.core.weeks import monday_of
from app.factory import create_app
from app.worker import inside
from quests.paths.models import Release
from tests import databases, schema
from tests.quests.course import course_in
from tests.world import World

DAY = 86_400
WEEK = timedelta(days=7)


def wednesday(weeks: int) -> int:
    """How many seconds ahead a clock is that stands in the middle of a week so many weeks from now."""
    return (7 * weeks + 2 - clock.now().weekday()) * DAY


@contextmanager
def worker(folder: Path, url: str, ahead: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker whose clock is so many seconds ahead."""
    settings = {"DATA": str(folder), "DATABASE_URL": url, "ENV": "test", "CLOCK_OFFSET_SECONDS": str(ahead)}
    environment = {**os.environ, **{f"LOYPE_{name}": value for name, value in settings.items()}}
    process = subprocess.Popen([sys.executable, "-m", "app.cli", "worker"], env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def opened(world: World) -> int:
    world.enter()
    db.session.rollback()
    query = select(func.count()).select_from(Release).where(Release.opened_at.is_not(None))
    return db.session.scalar(query) or 0


def wait_for(world: World, expected: int) -> None:
    end = monotonic() + 30
    while monotonic() < end and opened(world) != expected:
        sleep(0.05)
    assert opened(world) == expected


@pytest.mark.parametrize("name", databases.NAMES)
def test_a_second_worker_stands_by_and_takes_over(name: str, tmp_path: Path) -> None:
    with databases.database(name, tmp_path) as url:
        application = create_app(Config(env="test", data=str(tmp_path), database_url=url))
        with application.app_context():
            schema.build()
            world = World(application)
            world.somebody()
            course_in(world, starts_on=monday_of(clock.now().date()) + WEEK)
            assert opened(world) == 0
            with worker(tmp_path, url, wednesday(1)) as leader:
                wait_for(world, 1)
                with worker(tmp_path, url, wednesday(2)) as waiting:
                    sleep(2.5)
                    assert opened(world) == 1, "who stands by does nothing"
                    leader.kill()
                    wait_for(world, 2)
                    waiting.send_signal(signal.SIGTERM)
                    assert waiting.wait(60) == 0
            db.session.remove()
            db.engine.dispose()


def test_a_job_that_fails_waits_for_its_next_time(world: World, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        raise RuntimeError("no such luck")

    inside(world.application, broken)()
    assert "broken failed" in caplog.text
