"""Fifty write to the same boards for a minute while their connections are cut and their processes killed."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from time import monotonic, sleep

from sqlalchemy import text

from app.core import clock
from app.core.config import Config
from app.core.db import db, enter
from app.factory import create_app
from tests import databases
from tests.conftest import THURSDAY
from tests.leaderboards.test_law import season_in
from tests.leaderboards.writing import check, count_deadlocks
from tests.schema import build

PROCESSES, THREADS, SECONDS, PLAYERS, LETTERS = 5, 10, 60.0, 24, 1500
CUT = text("""
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() order by random() limit 2
""")


def test_fifty_writers_with_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    random = Random(50)
    with databases.database("postgresql", tmp_path, databases.UNWRITTEN) as url:
        application = create_app(Config(env="test", data=str(tmp_path), database_url=url))
        with application.app_context():
            build()
            with clock.standing_at(THURSDAY):
                season = season_in(application, PLAYERS)
                whose = [str(each.player_id) for each in season.people]
                course = season.course
                letters = [
                    (random.choice(whose), course.letter(random.randrange(2), random.random())) for _ in range(LETTERS)
                ]
            plan = {"url": url, "organisation": str(season.world.organisation_id), "letters": letters}
            (tmp_path / "plan.json").write_text(json.dumps(plan))
            db.session.remove()
            enter(None)
            kills = killed(tmp_path, random)
            with clock.standing_at(THURSDAY):
                told = [json.loads(line) for each in tmp_path.glob("*.log") for line in whole(each)]
                counts = check(season.world.organisation_id, told)
                figures = {**counts, **kills, "deadlocks": count_deadlocks()}
                (tmp_path / "figures.json").write_text(json.dumps(figures))
                assert counts["letter"] > 100
                assert counts["reversal"] > 20
                assert figures["deadlocks"] == 0
            db.session.remove()
            enter(None)
            db.engine.dispose()


def killed(folder: Path, random: Random) -> dict[str, int]:
    """Let them write, cut two connections a second, kill a process every six and start another in its place."""
    until, kills = monotonic() + SECONDS, {"connections": 0, "processes": 0}
    writers = [started(folder, SECONDS) for _ in range(PROCESSES)]
    second = 0
    while (left := until - monotonic()) > 0:
        sleep(min(1.0, left))
        second += 1
        with db.engine.connect() as connection:
            kills["connections"] += len(connection.execute(CUT).all())
        if second % 6 == 0 and left > 6:
            one = writers.pop(random.randrange(PROCESSES))
            one.kill()
            one.wait()
            kills["processes"] += 1
            writers.append(started(folder, left))
    for each in writers:
        assert each.wait(120) == 0
    return kills


def started(folder: Path, seconds: float) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.leaderboards.writing", str(folder), str(THREADS), str(seconds)]
    return subprocess.Popen(command)


def whole(log: Path) -> list[str]:
    """Its lines, without one that a kill has cut."""
    return [line for line in log.read_text().splitlines(keepends=True) if line.endswith("\n")]
