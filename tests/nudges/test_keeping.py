"""How long nudges are kept, and what is told of those that wait."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.config import Config
from app.core.db import db
from app.doctor import faults
from app.nudges import keeping
from app.nudges.jobs import forget_old
from app.nudges.models import Nudge, NudgeDelivery, NudgeSubject
from tests.app.test_metrics import figures
from tests.nudges.service import Service
from tests.nudges.test_nudging import MINUTE, MONDAY, at, run, somebody_in, with_phone
from tests.quests.course import Course, course_in
from tests.world import World

TEN = at(MONDAY, 10)
ENDS = at(MONDAY + timedelta(days=7), 6)
DAY = timedelta(days=1)


@pytest.fixture
def course(world: World) -> Course:
    world.department("Solbakken")
    return course_in(world, starts_on=date(2026, 11, 16))


def rows(world: World) -> list[int]:
    world.enter()
    db.session.rollback()
    return [
        db.session.scalar(select(func.count()).select_from(each)) or 0 for each in (Nudge, NudgeSubject, NudgeDelivery)
    ]


@pytest.mark.parametrize("page", [2, 500])
def test_nudges_go_half_a_year_after_their_matter_and_deliveries_after_a_month(
    world: World, course: Course, service: Service, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    monkeypatch.setattr(keeping, "AT_ONCE", page)
    people = [somebody_in(course) for _ in range(3)]
    for each in people:
        with_phone(each, service)
    run(at(MONDAY, 6))
    assert run(TEN) == 3
    for moment, left in (  # with a nudge each about the week they came in, which was over before it was told
        (TEN + 30 * DAY, [6, 6, 3]),
        (TEN + 30 * DAY + 10 * MINUTE, [6, 6, 0]),
        (ENDS + 180 * DAY, [3, 3, 0]),
        (ENDS + 180 * DAY + MINUTE, [0, 0, 0]),
    ):
        with clock.standing_at(moment):
            forget_old()
        assert rows(world) == left, moment
    with clock.standing_at(ENDS + 181 * DAY):
        one = world.signed_in_again(people[0])
        assert one.get("/inbox").json["items"] == []
        assert one.get("/today").json["inbox"] == {"unread": 0}


def test_what_is_forgotten_unread_changes_the_first_screen(world: World, course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    run(at(MONDAY, 6))
    run(TEN)
    with clock.standing_at(ENDS + 181 * DAY):
        somebody = world.signed_in_again(somebody)
        before = somebody.get("/today")
        assert before.json["inbox"] == {"unread": 1}
        forget_old()
        after = somebody.get("/today", headers={"If-None-Match": before.headers["ETag"]})
        assert (after.status_code, after.json["inbox"]) == (200, {"unread": 0})


def test_what_still_waits_is_kept(world: World, course: Course, service: Service) -> None:
    with_phone(somebody_in(course), service, *[500] * 3)
    run(at(MONDAY, 6))
    run(TEN)
    with clock.standing_at(TEN + 100 * DAY):
        forget_old()
    assert rows(world) == [2, 2, 1]


def test_what_waits_and_who_refuses_is_told_to_prometheus_and_by_the_doctor(
    world: World, course: Course, service: Service
) -> None:
    with_phone(somebody_in(course), service, 403)
    somebody_in(course)
    run(at(MONDAY, 6))
    client, config = world.application.test_client(), Config(env="test", pwa="/nowhere")

    def told(minutes: int) -> tuple[dict[str, float], bool]:
        with clock.standing_at(TEN + minutes * MINUTE):
            found = figures(client.get("/metrics").text)
            late = any("have not gone out" in each for each in faults(config))
        names = ("loype_nudges_due", "loype_pushes_due", "loype_nudges_oldest_due_seconds")
        return {name.removeprefix("loype_"): found[name, ()] for name in names}, late

    nothing = {"nudges_due": 0, "pushes_due": 0, "nudges_oldest_due_seconds": 0}
    assert told(-1) == (nothing, False)
    assert told(10) == ({"nudges_due": 2, "pushes_due": 0, "nudges_oldest_due_seconds": 600}, False)
    assert told(31) == ({"nudges_due": 2, "pushes_due": 0, "nudges_oldest_due_seconds": 1860}, True)
    run(TEN)
    assert told(1) == (nothing, False)
    assert told(70) == ({"nudges_due": 0, "pushes_due": 1, "nudges_oldest_due_seconds": 600}, False)
    with clock.standing_at(TEN + MINUTE):
        found = figures(client.get("/metrics").text)
    assert found["loype_push_devices_refused", (("service", "127.0.0.1"),)] == 1
