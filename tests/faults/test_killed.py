"""kill -9 at every step of receiving a letter: afterwards the client's retry gives exactly one of everything."""

import os
import signal
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from app.core.db import committed, db
from leaderboards.recount import recount_all
from tests.quests.course import course_in
from tests.world import Somebody, World

COUNTED = (
    "letters",
    "attempts",
    "answers",
    "exercise_states",
    "module_progress",
    "quest_progress",
    "ledger_entries",
    "point_totals",
)


def rows_of(somebody: Somebody) -> dict[str, int]:
    """How many rows of each table belong to this player, and their points."""
    somebody.world.enter()
    db.session.rollback()
    found = {}
    for table in (db.metadata.tables[name] for name in COUNTED):
        rows = db.session.execute(select(table).where(table.c.player_id == somebody.player_id)).mappings().all()
        found[table.name] = len(rows)
        if "points" in table.c:
            found[f"{table.name}.points"] = sum(row["points"] for row in rows)
    return found


def die_at(step: int) -> None:
    """From now on this process counts its steps in the database and dies, as by kill -9, at one of them."""
    steps = count(1)

    def maybe(*_: Any) -> None:
        if next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(db.engine, "before_cursor_execute", maybe)
    event.listen(db.engine, "commit", maybe)
    event.listen(Session, "after_commit", maybe)


def died(work: Callable[[], object], step: int) -> bool:
    """Do some work in a process of its own that dies at a step; False when it was through before."""
    db.session.remove()
    child = os.fork()
    if child == 0:
        try:
            db.engine.dispose(close=False)
            die_at(step)
            work()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def test_a_letter_counts_once_wherever_the_server_died(world: World) -> None:
    course = course_in(world)
    whole = world.somebody()
    assert whole.post("/play/letters", course.finished(0)).json["verdicts"][0]["status"] == "accepted"
    expected = rows_of(whole)
    assert expected["letters"] == 1
    assert expected["ledger_entries.points"] > 0
    for step in count(1):
        somebody = world.somebody()
        letters = course.finished(0)
        was_killed = died(partial(somebody.post, "/play/letters", letters), step)
        assert rows_of(somebody) in (expected, dict.fromkeys(expected, 0)), step
        verdict = somebody.post("/play/letters", letters).json["verdicts"][0]
        assert verdict["status"] in ("accepted", "known"), step
        assert verdict["points"] == expected["ledger_entries.points"], step
        assert rows_of(somebody) == expected, step
        if not was_killed:
            break
    assert step > 10, "so few steps prove nothing"
    board_is_the_recount(world)


def board_is_the_recount(world: World) -> None:
    """Whatever died, totals and the week's board are what a recount says."""
    somebody = world.somebody()
    shown = somebody.get("/boards/departments").json["rows"]
    world.enter()
    assert set(committed(recount_all, world.organisation_id).values()) == {0}
    assert somebody.get("/boards/departments").json["rows"] == shown
