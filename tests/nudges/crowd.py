"""Many people with phones, workers that are killed, and what came to each phone in the end."""

import os
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core import clock
from app.core.db import committed, db
from app.identity import actions, sign_in
from app.identity.sign_in import Knock
from app.identity.viewer import hash_of
from app.nudges.actions import subscribe
from app.nudges.jobs import nudge_due
from app.nudges.messages import Device as To
from app.nudges.models import Nudge, NudgeDelivery
from quests.play.models import QuestProgress
from tests.nudges.service import Device, Posted, Service, in_base64
from tests.nudges.test_nudging import MINUTE, MONDAY, at
from tests.quests.course import Course
from tests.served import LOYPE
from tests.world import LONG_AGO, World

TEN = at(MONDAY, 10)
GONE = 410
ELEVEN_HOURS = "39600"
"""So long a service may ask to wait that it is night by then."""

Plan = tuple[int | tuple[int, dict[str, str]], ...]


@dataclass(frozen=True, slots=True)
class Phone:
    """A person's phone, what its service answers before it says yes, and whether its owner is done."""

    person_id: UUID
    player_id: UUID
    device: Device
    plan: Plan
    done: bool


def planned(random: Random, rough: Sequence[int]) -> Plan:
    """What a service does to a phone: mostly nothing at all. `rough`: its ways of not answering."""
    if random.random() < 0.05:
        return (GONE,) * 9
    asks = (429, {"Retry-After": random.choice(["1", "120", "soon", ELEVEN_HOURS])})
    faults: list[Any] = [500, 503, asks, *rough]
    return tuple(random.choice(faults) for _ in range(random.choice([0] * 8 + [1, 2])))


def crowd(world: World, service: Service, size: int, random: Random, rough: Sequence[int]) -> list[Phone]:
    """So many people with a phone each; a tenth of them will be done in time."""
    place = world.department("Solbakken")

    def one() -> Phone:
        number = str(next(world.numbers))
        person, player = actions.add_person(world.organisation_id, number, f"Person {number}")
        actions.join_department(world.organisation_id, player.id, place, LONG_AGO)
        token = sign_in.open_session(world.organisation_id, person.id, Knock(number, ""), False, True)
        plan = planned(random, rough)
        device = service.device(*plan)
        to = To(device.endpoint, in_base64(device.public), in_base64(device.auth))
        subscribe(world.organisation_id, person.id, hash_of(token), to, "127.0.0.1", "https://loype.example")
        return Phone(person.id, player.id, device, plan, random.random() < 0.1)

    world.enter()
    found: list[Phone] = []
    while len(found) < size:
        found += committed(lambda many: [one() for _ in range(many)], min(200, size - len(found)))
    return found


def finish(course: Course, phones: Sequence[Phone]) -> None:
    """Those who are done in time have done the week's quest now."""
    run, quest_id = course.run, course.quests[1]

    def noted() -> None:
        db.session.add_all(
            QuestProgress(
                organisation_id=run.organisation_id,
                player_id=each.player_id,
                run_id=run.id,
                quest_id=quest_id,
                done_at=clock.now(),
            )
            for each in phones
            if each.done
        )

    course.world.enter()
    committed(noted)


class Workers:
    """Two `loype worker`, whose clock stands where it is told to begin."""

    def __init__(self, world: World, service: Service, moment: datetime) -> None:
        config = world.application.config["LOYPE"]
        offset = (moment - datetime.now(tz=moment.tzinfo)).total_seconds()  # noqa: TID251  # the clock as it is
        self._environment = {
            **os.environ,
            "LOYPE_ENV": "test",
            "LOYPE_DATA": str(config.folder),
            "LOYPE_DATABASE_URL": config.database,
            "LOYPE_PUSH_ALLOW": service.host,
            "LOYPE_CLOCK_OFFSET_SECONDS": str(offset),
        }
        self._working = [self._started() for _ in range(2)]

    def _started(self) -> "subprocess.Popen[bytes]":
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen([*LOYPE, "worker"], env=self._environment, **quiet)

    def kill(self, which: Sequence[int]) -> None:
        """kill -9, and others in their place."""
        for each in which:
            self._working[each].kill()
            self._working[each].wait()
            self._working[each] = self._started()

    def end(self) -> None:
        for each in self._working:
            each.kill()
            each.wait()


@contextmanager
def workers(world: World, service: Service, moment: datetime) -> Iterator[Workers]:
    db.session.remove()
    found = Workers(world, service, moment)
    try:
        yield found
    finally:
        found.end()


def settled(worlds: Sequence[World], service: Service, random: Random) -> None:
    """The rest of the day, the night, in which nothing is posted, and the next day, until nothing waits."""
    minutes = 6
    while minutes < 659:
        _round(TEN + minutes * MINUTE)
        minutes += random.randrange(8, 30)
    before = len(service.posted)
    for hour in (21, 23, 29):
        _round(TEN + timedelta(hours=hour - 10))
    assert len(service.posted) == before, "pushed by night"
    for hour in range(30, 42):
        _round(TEN + timedelta(hours=hour - 10))
    for world in worlds:
        world.enter()
        waiting = select(func.count()).select_from(NudgeDelivery).where(NudgeDelivery.state == "waiting")
        assert db.session.scalar(waiting) == 0


def _round(moment: datetime) -> None:
    with clock.standing_at(moment):
        nudge_due()


def each_was_told(world: World, service: Service, phones: Sequence[Phone], most_doubled: int) -> int:
    """Every phone that is there got its one nudge, few of them twice under one topic; how many did."""
    pushes: dict[str, list[Posted]] = defaultdict(list)
    for push in service.posted:
        pushes[service.origin + push.path].append(push)
    world.enter()
    db.session.rollback()
    nudges = {
        row.player_id: row for row in db.session.execute(select(Nudge.player_id, Nudge.id, Nudge.key, Nudge.outcome))
    }
    doubled = 0
    for phone in phones:
        nudge, got = nudges[phone.player_id], pushes[phone.device.endpoint]
        assert nudge.key == f"quest_opened:{date(2026, 11, 23)}"
        if phone.done:
            assert (nudge.outcome, got) == ("done", [])
            continue
        assert nudge.outcome == "push"
        assert {each.headers["topic"] for each in got} == {nudge.id.hex}
        said_yes = len(got) - len(phone.plan)
        if GONE not in phone.plan:
            assert said_yes in (1, 2), (phone.plan, len(got))
            doubled += said_yes - 1
    assert doubled <= most_doubled
    return doubled
