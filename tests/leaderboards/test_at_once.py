"""Two do something to the same board at the same moment: one is still unfinished when the other comes."""

import json
import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import text

from app.core import clock
from app.core.db import committed, db, enter
from app.core.events import publish
from app.identity import actions
from app.identity.models import Organisation
from leaderboards.points.actions import award, recount_totals
from leaderboards.points.queries import points_of
from leaderboards.recount import recount_all
from leaderboards.standings.actions import refresh, show_now
from leaderboards.standings.jobs import show_small
from leaderboards.standings.queries import board_version
from quests.play.events import AttemptReceived, ModuleFinished, Outcome
from tests.conftest import THURSDAY
from tests.leaderboards.test_law import season_in
from tests.leaderboards.writing import Writer, check
from tests.quests.course import course_in
from tests.world import World

MONDAY = date(2026, 11, 16)
PATIENCE = 500  # hundredths of a second until a test gives up waiting


def somebody_waits() -> bool:
    """Whether a transaction waits for another's lock. On SQLite the second can only wait: there is one writer."""
    if db.engine.dialect.name != "postgresql":
        return True
    with db.engine.connect() as connection:
        return bool(connection.scalar(text("select exists (select from pg_locks where not granted)")))


def overlapping(world: World, first: Callable[[], Any], second: Callable[[], Any]) -> None:
    """Let `second`, which commits by itself, come while the transaction of `first` is still open; both must succeed."""
    begun, arrived, ended, failed = threading.Event(), threading.Event(), threading.Event(), []

    def held() -> None:
        first()
        begun.set()
        for _ in range(PATIENCE):
            if ended.wait(0.01) or (arrived.is_set() and somebody_waits()):
                return
        raise TimeoutError("the second neither ended nor waited")

    def run(work: Callable[[], Any]) -> None:
        with world.application.app_context():
            try:
                world.enter()
                work()
            except Exception as error:
                failed.append(error)
            finally:
                enter(None)
                db.session.remove()

    one = threading.Thread(target=run, args=(lambda: committed(held),))
    one.start()
    assert begun.wait(60)

    def come() -> None:
        arrived.set()
        run(second)
        ended.set()

    other = threading.Thread(target=come)
    other.start()
    one.join()
    other.join()
    db.session.rollback()
    world.enter()
    assert not failed


def away(world: World, player_id: UUID) -> Callable[[], Any]:
    return lambda: committed(actions.record_leave, world.organisation_id, player_id, MONDAY, MONDAY + timedelta(days=6))


def test_two_leaves_in_one_department_are_both_taken_out(world: World) -> None:
    one, other, *_ = [world.somebody() for _ in range(12)]
    course_in(world)
    first = partial(actions.record_leave, world.organisation_id, one.player_id, MONDAY, MONDAY)
    overlapping(world, first, away(world, other.player_id))
    assert committed(recount_all, world.organisation_id) == {"point_totals": 0, "department_weeks": 0, "teams": 0}


def test_a_module_done_while_the_week_is_worked_out_anew_counts_once(world: World) -> None:
    one, other = world.somebody(), world.somebody()
    course = course_in(world)
    letters = course.finished(0)
    working_out = partial(refresh, world.organisation_id, MONDAY)
    overlapping(world, working_out, lambda: one.post("/play/letters", letters))
    overlapping(world, lambda: publish(finished(world, other.player_id)), lambda: show_now_again(world))
    world.enter()
    assert committed(recount_all, world.organisation_id)["department_weeks"] == 1  # only the event nobody played


def show_now_again(world: World) -> None:
    committed(show_now, world.organisation_id, MONDAY, clock.now() + timedelta(hours=1))


def test_points_given_while_totals_are_recounted_are_not_lost(world: World) -> None:
    player = world.somebody().player_id
    world.enter()

    def give(key: str) -> list[str]:
        return award(world.organisation_id, player, [(key, "module")], clock.now(), None)

    committed(give, "a")
    overlapping(world, partial(give, "b"), lambda: committed(recount_totals, world.organisation_id))
    assert points_of(world.organisation_id, player, MONDAY) == {"total": 40, "week": 40}
    overlapping(world, partial(recount_totals, world.organisation_id), lambda: committed(give, "c"))
    assert points_of(world.organisation_id, player, MONDAY) == {"total": 60, "week": 60}


def finished(world: World, player_id: UUID, **changes: Any) -> ModuleFinished:
    facts: dict[str, Any] = {
        "organisation_id": world.organisation_id,
        "player_id": player_id,
        "letter_id": uuid4(),
        "run_id": uuid4(),
        "module_id": uuid4(),
        "activity_id": uuid4(),
        "quest_id": uuid4(),
        "release_id": uuid4(),
        "week": MONDAY,
        "happened_at": clock.now(),
        "counts_in_week": True,
    }
    return ModuleFinished(**(facts | changes))


def test_eight_who_play_and_take_back_the_same_at_once_lose_nothing(application: Flask, tmp_path: Path) -> None:
    with clock.standing_at(THURSDAY):
        season, random = season_in(application, 3), Random(8)
        whose = [str(each.player_id) for each in season.people]
        letters = [(random.choice(whose), season.course.letter(random.randrange(2), 0.7)) for _ in range(30)]
        logs = [(tmp_path / str(number)).open("w+") for number in range(8)]
        given = (application, season.world.organisation_id, letters)
        running = [
            threading.Thread(target=Writer(*given, log, Random(number)).write, args=(60, 12))
            for number, log in enumerate(logs)
        ]
        db.session.remove()
        enter(None)
        for each in running:
            each.start()
        for each in running:
            each.join()
        told = [json.loads(line) for log in logs if not log.seek(0) for line in log]
        counts = check(season.world.organisation_id, told)
        assert min(counts["letter"], counts["reversal"]) > 5
        for log in logs:
            log.close()


@pytest.mark.parametrize(
    ("settled", "told"),
    [
        ((("a", Outcome.FIRST), ("b", Outcome.LATER), ("c", Outcome.TOO_QUICK)), 15),
        ((("a", Outcome.TOO_QUICK),), None),
        ((), None),
    ],
)
def test_exercises_are_told_of_once_and_only_when_they_gave_something(
    world: World, settled: tuple[tuple[str, Outcome], ...], told: int | None
) -> None:
    player = world.somebody().player_id
    world.enter()
    event = AttemptReceived(
        organisation_id=world.organisation_id,
        player_id=player,
        letter_id=uuid4(),
        run_id=uuid4(),
        module_id=uuid4(),
        module_version="0" * 64,
        seed=0,
        first_tries=(),
        settled=settled,
        happened_at=clock.now(),
    )
    notices = committed(publish, event)
    assert [each.facts["points"] for each in notices] == ([told] if told else [])
    assert committed(publish, event) == []


def test_what_was_done_after_the_week_moves_no_board(world: World) -> None:
    player, *_ = [world.somebody().player_id for _ in range(10)]
    course_in(world)
    world.enter()
    before = board_version(world.organisation_id, MONDAY)
    committed(publish, finished(world, player, counts_in_week=False))
    assert board_version(world.organisation_id, MONDAY) == before
    committed(publish, finished(world, player))
    assert board_version(world.organisation_id, MONDAY) > before


def test_one_organisation_that_fails_does_not_stop_the_others(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    neighbour = World(world.application, "aafjord")  # comes first in the job's order
    for each in (neighbour, world):
        each.somebody()
        each.enter()
        course_in(each)

    def failing(organisation_id: UUID, week: date, hour_began: datetime, least: int) -> int:
        if organisation_id == neighbour.organisation_id:
            db.session.get_one(Organisation, uuid4())
        return show_now(organisation_id, week, hour_began, least)

    monkeypatch.setattr("leaderboards.standings.jobs.show_now", failing)
    world.enter()
    before = board_version(world.organisation_id, MONDAY)
    show_small()
    world.enter()
    assert board_version(world.organisation_id, MONDAY) > before
    assert "tried again in a minute" in caplog.text
