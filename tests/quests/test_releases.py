"""Weeks open by themselves at their hour, once, whatever is restarted or run twice."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.db import committed, db
from app.core.weeks import moment_at
from app.identity.actions import touch_organisation
from quests.paths.jobs import follow_audiences, open_due
from quests.paths.models import Release
from quests.paths.storing import store_path
from tests.quests.course import PATH, body, course_in, quest
from tests.world import World

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("monday", [date(2026, 10, 26), date(2027, 3, 29), date(2026, 12, 28), date(2026, 7, 6)])
def test_the_next_week_opens_at_six_local_time(world: World, monday: date) -> None:
    with clock.standing_at(moment_at(monday - timedelta(days=5), 12, "Europe/Oslo")):
        somebody = world.somebody()
        course_in(world, starts_on=monday - timedelta(days=7))
    opens = moment_at(monday, 6, "Europe/Oslo")
    for moment, expected in ((opens - SECOND, 0), (opens, 1), (opens + SECOND, 0)):
        with clock.standing_at(moment):
            assert open_due() == expected
    with clock.standing_at(opens):
        today = somebody.get("/today").json
    assert (today["quest"]["title"], today["quest"]["week"]["starts_on"]) == ("uke-2 (nb)", monday.isoformat())
    assert [each["title"] for each in today["catch_up"]] == ["uke-1 (nb)"]


def test_two_workers_open_a_release_once(world: World) -> None:
    world.somebody()
    course_in(world)
    opened: list[int] = []

    def work() -> None:
        with world.application.app_context():
            opened.append(open_due())

    with clock.standing_at(datetime(2026, 11, 23, 5, tzinfo=UTC)):
        threads = [threading.Thread(target=work) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert sum(opened) == 1
    world.enter()
    query = select(func.count()).select_from(Release).where(Release.opened_at.is_not(None))
    assert db.session.scalar(query) == 2


def test_nothing_is_read_before_its_week(world: World) -> None:
    somebody = world.somebody()
    course = course_in(world)
    assert somebody.get(f"/quests/{course.quests[1]}").status_code == 404
    assert somebody.get(f"/modules/{course.versions[2]}/nb").status_code == 404
    assert somebody.get(f"/modules/{course.versions[0]}/nb").status_code == 200
    assert somebody.get(f"/modules/{course.versions[0]}/se").status_code == 404
    with clock.standing_at(datetime(2026, 11, 23, 5, tzinfo=UTC)):
        open_due()
        assert somebody.get(f"/modules/{course.versions[2]}/nb").status_code == 200


def test_newcomers_go_with_the_current_week(world: World) -> None:
    world.somebody()
    course_in(world, starts_on=date(2026, 11, 9))
    newcomer = world.somebody()
    today = newcomer.get("/today").json
    assert today["quest"]["title"] == "uke-2 (nb)"
    assert [each["title"] for each in today["catch_up"]] == ["uke-1 (nb)"]


def test_who_comes_by_enrolment_has_weeks_of_their_own(world: World) -> None:
    early = world.somebody()
    course_in(world, anchor="enrolment")
    with clock.standing_at(datetime(2026, 11, 26, 9, tzinfo=UTC)):
        open_due()
        late = world.somebody()
        follow_audiences()
        open_due()
        assert late.get("/today").json["quest"]["title"] == "uke-1 (nb)"
        assert early.get("/today").json["quest"]["title"] == "uke-2 (nb)"


def test_the_set_freezes_when_the_week_opens(world: World) -> None:
    somebody = world.somebody()
    course = course_in(world)
    changed = {**PATH, "quests": [quest("uke-1", "hender", "brann"), quest("uke-2", "brann")]}
    changed["quests"][1]["activities"][0]["id"] = "a-brann-2"
    world.enter()
    committed(store_path, world.organisation_id, changed)
    committed(touch_organisation, world.organisation_id)
    shown = somebody.get(f"/quests/{course.quests[0]}").json
    assert shown["progress"] == {"done": 0, "total": 1}
    assert [(each["module"], each["optional"]) for each in shown["activities"]] == [("hender", False), ("brann", True)]
    told = somebody.post("/play/letters", body(course.letter(0))).json["verdicts"][0]
    assert "quest_done" in {each["code"] for each in told["notices"]}


def test_a_mandatory_deadline_comes_first(world: World) -> None:
    somebody = world.somebody()
    course_in(world, mandatory=True, deadline_days=3)
    quest_shown = somebody.get("/today").json["quest"]
    assert (quest_shown["mandatory"], quest_shown["deadline_at"]) == (True, "2026-11-19T05:00:00Z")
