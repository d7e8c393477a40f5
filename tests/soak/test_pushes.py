"""Five thousand phones, a push service in a bad mood, and for a minute workers that are killed again and again."""

import threading
from datetime import date, timedelta
from random import Random
from time import monotonic

import pytest

from app.core import clock
from app.nudges import sending
from app.nudges.delivering import AT_ONCE
from tests.nudges.conftest import service  # noqa: F401  # a fixture
from tests.nudges.crowd import TEN, crowd, each_was_told, finish, settled, workers
from tests.nudges.service import DRIP, HANG, RESET, Service
from tests.nudges.test_nudging import MONDAY, at, run
from tests.quests.course import course_in
from tests.world import World

PEOPLE, FOR, SEED = 5000, 60.0, 20261124
FIRST = timedelta(seconds=5)


def test_each_of_five_thousand_is_told_once(world: World, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    random = Random(SEED)
    phones = crowd(world, service, PEOPLE, random, [RESET, RESET, HANG, DRIP])
    course = course_in(world, starts_on=date(2026, 11, 16))
    run(at(MONDAY, 6))
    with clock.standing_at(at(MONDAY, 7)):
        finish(course, phones)
    came = threading.Semaphore(0)
    service.noticed = came.release
    deaths, end = 0, monotonic() + FOR
    with workers(world, service, TEN + FIRST) as working:
        while monotonic() < end:
            for _ in range(random.randrange(20, 400)):  # pushes until the next death, or so long
                if not came.acquire(timeout=3):
                    break
            working.kill([random.randrange(2)])
            deaths += 1
    monkeypatch.setattr(sending, "WHOLE", 0.5)
    settled([world], service, random)
    doubled = each_was_told(world, service, phones, deaths * AT_ONCE)
    assert deaths > 5
    assert doubled, "no death lay between sending and noting it"
