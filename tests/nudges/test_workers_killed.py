"""Two workers, killed with pushes in the air: each is told once, or once more under the same topic; none is lost."""

import threading
from datetime import date, timedelta
from random import Random

import pytest

from app.core import clock
from app.nudges import sending
from tests.nudges.crowd import TEN, crowd, each_was_told, finish, settled, workers
from tests.nudges.service import RESET, Posted, Service
from tests.nudges.test_nudging import MONDAY, at, run
from tests.quests.course import course_in
from tests.world import World

CODES, EACH, IN_THE_AIR = ("fjordvik", "fjellby", "skagen"), 20, 3
SECONDS = timedelta(seconds=1)


def test_killed_with_pushes_in_the_air(world: World, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """In each organisation a push is held back until a worker, or both, are dead."""
    random = Random(60)
    worlds = [world, *(World(world.application, code) for code in CODES[1:])]
    phones = [crowd(each, service, EACH, random, [RESET]) for each in worlds]
    courses = [course_in(each, starts_on=date(2026, 11, 16)) for each in worlds]
    owner = {phone.device.endpoint: number for number, some in enumerate(phones) for phone in some}
    run(at(MONDAY, 6))
    for course, some in zip(courses, phones, strict=True):
        with clock.standing_at(at(MONDAY, 7)):
            finish(course, some)
    counted, reached, go = [0] * len(CODES), [threading.Event() for _ in CODES], [threading.Event() for _ in CODES]
    turn = threading.Lock()

    def held(push: Posted) -> int:
        number = owner[service.origin + push.path]
        with turn:
            counted[number] += 1
            held_back = counted[number] == IN_THE_AIR
        if held_back:
            reached[number].set()
            go[number].wait(60)
        return 201

    service.forward = held
    deaths = 0
    with workers(world, service, TEN + 5 * SECONDS) as working:
        waiting = set(range(len(CODES)))
        while waiting:
            number = first_of(reached, waiting)
            which = random.choice([(0,), (1,), (0, 1)])
            working.kill(which)
            go[number].set()
            deaths += len(which)
            waiting.discard(number)
    service.forward = None
    monkeypatch.setattr(sending, "WHOLE", 0.5)
    settled(worlds, service, random)
    for each, some in zip(worlds, phones, strict=True):
        each_was_told(each, service, some, EACH)
    assert deaths >= len(CODES)


def first_of(reached: list[threading.Event], numbers: set[int]) -> int:
    """One of the numbers that has been reached, as soon as there is one."""
    for _ in range(1200):
        for each in sorted(numbers):
            if reached[each].wait(0.05):
                return each
    raise AssertionError("no push came")
