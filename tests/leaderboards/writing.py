"""Writers that send letters and take entries back, at once, and what must hold whatever became of them.

`python -m tests.leaderboards.writing FOLDER THREADS SECONDS` is a process of them, for a test that kills it.
"""

import json
import sys
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from secrets import randbits
from time import monotonic
from typing import Any, TextIO
from uuid import UUID

from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from app.core import clock
from app.core.config import Config
from app.core.db import committed, db, enter
from app.factory import create_app
from leaderboards.points.actions import reverse
from leaderboards.points.models import LedgerEntry
from leaderboards.recount import recount_all
from quests.authoring.statistics.actions import recount_figures
from quests.play.models import Letter
from quests.play.receive import receive
from quests.review.actions import recount_memory
from tests.conftest import THURSDAY

REVERSALS = 0.15
"""How much of what a writer does is to take an entry back."""
Sent = tuple[str, dict[str, Any]]
"""Whose a letter is, and the letter."""


@dataclass
class Writer:
    """Sends letters in an order of its own, as a device does: what was not answered is sent again.

    Each answer is a line in `log`, written before anything else is done.
    """

    application: Flask
    organisation_id: UUID
    letters: list[Sent]
    log: TextIO
    random: Random

    def write(self, seconds: float, most: int = sys.maxsize) -> None:
        with self.application.app_context():
            until = monotonic() + seconds
            while monotonic() < until and most:
                enter(self.organisation_id)
                most -= 1
                try:
                    if self.random.random() < REVERSALS:
                        self._take_back()
                    else:
                        self._send()
                except OperationalError as error:
                    if not error.connection_invalidated:
                        self._say("failed", repr(error.orig))
                    db.session.remove()  # as at the end of every request
                except Exception as error:
                    self._say("failed", repr(error))
            db.session.remove()
            enter(None)

    def _send(self) -> None:
        player, letter = self.random.choice(self.letters)
        verdict = committed(receive, self.organisation_id, UUID(player), letter, clock.now(), clock.now())
        if verdict["status"] == "refused":
            self._say("failed", str(verdict["code"]))
        else:
            self._say("letter", player, letter["id"], verdict["points"])

    def _take_back(self) -> None:
        player, _ = self.random.choice(self.letters)
        own = (LedgerEntry.player_id == UUID(player), LedgerEntry.reverses_id.is_(None))
        ids = list(db.session.scalars(select(LedgerEntry.id).where(*own).order_by(LedgerEntry.key)))
        if ids:
            entry = self.random.choice(ids)
            committed(reverse, self.organisation_id, entry, "tried by mistake")
            self._say("reversal", entry.hex)

    def _say(self, *words: Any) -> None:
        self.log.write(json.dumps([*words]) + "\n")
        self.log.flush()


def check(organisation_id: UUID, told: list[list[Any]]) -> Counter[str]:
    """Nothing doubled, nothing lost, everything derived right. How much of each was told."""
    enter(organisation_id)
    entries = list(db.session.scalars(select(LedgerEntry)))
    kept = {(each.player_id, each.id): each.verdict["points"] for each in db.session.scalars(select(Letter))}
    assert [each for each in told if each[0] == "failed"] == []
    for player, letter, points in (each[1:] for each in told if each[0] == "letter"):
        assert kept[UUID(player), UUID(letter)] == points
    earned: Counter[tuple[UUID, UUID]] = Counter()
    for each in entries:
        if each.letter_id is not None:
            earned[each.player_id, each.letter_id] += each.points
    assert {key: points for key, points in kept.items() if points} == dict(earned)
    backs = Counter(each.reverses_id for each in entries if each.reverses_id)
    assert set(backs.values()) <= {1}
    assert {UUID(each[1]) for each in told if each[0] == "reversal"} <= backs.keys()
    assert sum(each.points for each in entries if each.reverses_id or each.id in backs) == 0
    assert set(committed(recount_all, organisation_id).values()) == {0}
    assert (committed(recount_memory, organisation_id), committed(recount_figures, organisation_id)) == (0, 0)
    return Counter(each[0] for each in told)


def count_deadlocks() -> int:
    """How many deadlocks PostgreSQL has broken in this database so far."""
    with db.engine.connect() as connection:
        return int(connection.scalar(text("select deadlocks from pg_stat_database where datname = current_database()")))


def main() -> None:
    folder, threads, seconds = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    plan = json.loads((folder / "plan.json").read_text())
    application = create_app(Config(env="test", data=str(folder), database_url=plan["url"]))
    seed = randbits(32)
    with clock.standing_at(THURSDAY):
        writing = [
            Writer(
                application,
                UUID(plan["organisation"]),
                [tuple(each) for each in plan["letters"]],  # type: ignore[misc]
                (folder / f"{seed}-{number}.log").open("a"),
                Random(seed + number),
            )
            for number in range(threads)
        ]
        running = [threading.Thread(target=each.write, args=(seconds,)) for each in writing]
        for each in running:
            each.start()
        for each in running:
            each.join()


if __name__ == "__main__":
    main()
