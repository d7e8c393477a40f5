"""The season's calendar through its doors: foretold, moved once, never what is open, and what is too much in words."""

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from quests.paths.jobs import open_due
from quests.paths.models import Release
from tests.quests.course import Course, course_in
from tests.quests.play.test_budget import counted
from tests.world import Somebody, World

MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)
NEXT = "2026-11-23"


@pytest.fixture
def course(world: World) -> Course:
    """Week 47 is open, week 48 is planned."""
    return course_in(world)


@pytest.fixture
def editor(world: World, course: Course) -> Somebody:
    return world.somebody("Solbakken", "editor")


def foretold(editor: Somebody, run: object, **change: Any) -> Any:
    return editor.post(f"/studio/runs/{run}/plan/forecast", change)


def done(editor: Somebody, told: Any) -> Any:
    return editor.send("PUT", f"/studio/runs/{told['run']}/plan", {"revision": told["revision"], **told["plan"]})


def changed(editor: Somebody, run: object, **change: Any) -> Any:
    told = foretold(editor, run, **change)
    assert told.status_code == 200, told.json
    answer = done(editor, told.json)
    assert answer.status_code == 200, answer.json
    return answer.json


def row_of(editor: Somebody, run: object, weeks: int = 12) -> Any:
    shown = editor.get(f"/studio/calendar?first=2026-11-16&weeks={weeks}").json
    return next(each for each in shown["items"] if each["run"]["id"] == str(run))


def cells(editor: Somebody, run: object) -> list[tuple[int, str]]:
    return [(each["number"], each["opens"]) for each in row_of(editor, run)["cells"]]


def make(editor: Somebody, course: Course, **changes: Any) -> str:
    plan = {"anchor": "calendar", "enrolling": "audience", "starts_on": NEXT, "mandatory": False, **changes}
    body = {"path": str(course.path_id), "audience": {"everyone": True}, **plan}
    answer = editor.send("PUT", f"/studio/runs/{uuid4()}", body)
    assert answer.status_code == 200, answer.json
    return str(answer.json["id"])


def season(editor: Somebody, weeks: int = 26) -> Any:
    return editor.get(f"/studio/calendar/season?first=2026-11-16&weeks={weeks}").json


def test_a_move_is_foretold_done_once_and_opens_then(world: World, editor: Somebody, course: Course) -> None:
    learner = world.somebody()
    run = course.run.id
    told = foretold(editor, run, kind="move", quest=str(course.quests[1]), week="2026-12-07").json
    assert [(each["number"], each["before"], each["after"]) for each in told["moves"]] == [
        (2, "2026-11-23T06:00", "2026-12-07T06:00")
    ]
    assert cells(editor, run) == [(1, "2026-11-16T06:00"), (2, "2026-11-23T06:00")]  # foretelling changes nothing
    first, again = done(editor, told), done(editor, told)
    assert (first.status_code, again.status_code, first.json) == (200, 200, again.json)
    assert cells(editor, run) == [(1, "2026-11-16T06:00"), (2, "2026-12-07T06:00")]
    assert learner.get("/today").json["coming"]["opens_at"] == "2026-12-07T05:00:00Z"
    with clock.standing_at(MONDAY):
        assert open_due() == 0
    with clock.standing_at(MONDAY + timedelta(days=14)):
        assert open_due() == 1
        quest = learner.get("/today").json["quest"]
    assert (quest["title"], quest["closes_at"]) == ("uke-2 (nb)", "2026-12-14T05:00:00Z")


def test_what_is_open_never_moves(editor: Somebody, course: Course) -> None:
    run = course.run.id
    told = foretold(editor, run, kind="move", quest=str(course.quests[0]), week="2026-12-07")
    assert (told.status_code, told.json["code"], told.json["quest"]) == (409, "already_open", str(course.quests[0]))
    plan = foretold(editor, run, kind="move", quest=str(course.quests[1]), week="2026-12-07").json
    plan["plan"]["stages"][0]["opens"] = "2026-11-16T07:00"
    assert (done(editor, plan).status_code, done(editor, plan).json["code"]) == (409, "already_open")
    plan["plan"]["stages"].pop(0)
    assert done(editor, plan).json["code"] == "already_open"


def test_who_was_second_is_told_and_nothing_is_lost(editor: Somebody, course: Course) -> None:
    run = course.run.id
    one = foretold(editor, run, kind="move", quest=str(course.quests[1]), week="2026-12-07").json
    other = foretold(editor, run, kind="move", quest=str(course.quests[1]), week="2026-12-14").json
    assert done(editor, one).status_code == 200
    refused = done(editor, other)
    assert (refused.status_code, refused.json["code"]) == (412, "changed_elsewhere")
    assert cells(editor, run)[1] == (2, "2026-12-07T06:00")


def test_what_opens_meanwhile_stays_where_it_opened(editor: Somebody, course: Course) -> None:
    run = course.run.id
    told = foretold(editor, run, kind="move", quest=str(course.quests[1]), week="2026-12-07").json
    with clock.standing_at(MONDAY):
        open_due()
        refused = done(editor, told)
    assert (refused.status_code, refused.json["code"]) == (409, "already_open")
    assert cells(editor, run)[1] == (2, "2026-11-23T06:00")


def test_an_opening_and_a_move_at_the_same_moment_leave_one_of_the_two(world: World, editor: Somebody) -> None:
    """However the two meet: the stage is open and in its week, or shut and moved. Never open in a week to come."""
    runs = [str(course_in(world).run.id) for _ in range(6)]
    with clock.standing_at(MONDAY - timedelta(minutes=1)):
        shown = {run: row_of(editor, run) for run in runs}
        told = [
            foretold(editor, run, kind="move", quest=shown[run]["cells"][1]["quest"], week="2026-12-07").json
            for run in runs
        ]
    statuses: list[int] = []
    start = threading.Barrier(2)

    def work() -> None:
        with world.application.app_context():
            start.wait()
            open_due()

    def move() -> None:
        start.wait()
        statuses.extend(done(editor, each).status_code for each in told)

    with clock.standing_at(MONDAY):
        threads = [threading.Thread(target=each) for each in (work, move)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    world.enter()
    db.session.rollback()
    mine = select(Release).where(Release.run_id.in_([UUID(run) for run in runs]))
    planned = [each for each in db.session.scalars(mine) if each.week != date(2026, 11, 16)]
    assert set(statuses) <= {200, 409}
    assert len(planned) == 6
    assert statuses.count(409) == sum(each.opened_at is not None for each in planned)
    for each in planned:
        stayed = (each.week, each.opens_at) == (date(2026, 11, 23), MONDAY)
        went = (each.week, each.opens_at) == (date(2026, 12, 7), MONDAY + timedelta(days=14))
        assert stayed if each.opened_at else went


def test_a_week_is_paused_and_free_again(editor: Somebody, course: Course) -> None:
    run = course.run.id
    changed(editor, run, kind="pause", week=NEXT)
    assert cells(editor, run)[1] == (2, "2026-11-30T06:00")
    assert row_of(editor, run)["paused"] == [NEXT]
    refused = foretold(editor, run, kind="move", quest=str(course.quests[1]), week=NEXT)
    assert (refused.status_code, refused.json["code"]) == (422, "paused")
    changed(editor, run, kind="resume", week=NEXT)
    assert row_of(editor, run)["paused"] == []
    assert cells(editor, run)[1] == (2, "2026-11-30T06:00")


def test_a_stage_is_left_out_and_put_in_again(world: World, editor: Somebody, course: Course) -> None:
    learner = world.somebody()
    changed(editor, course.run.id, kind="leave_out", quest=str(course.quests[1]))
    row = row_of(editor, course.run.id)
    assert ([each["number"] for each in row["cells"]], [each["number"] for each in row["missing"]]) == ([1], [2])
    with clock.standing_at(MONDAY):
        assert open_due() == 0
        assert learner.get("/today").json["coming"] is None
    changed(editor, course.run.id, kind="put_in", quest=str(course.quests[1]), week="2026-11-30")
    assert cells(editor, course.run.id)[1] == (2, "2026-11-30T06:00")
    with clock.standing_at(MONDAY + timedelta(days=7)):
        assert open_due() == 1


def test_opening_and_deadline_are_set_by_the_clock_on_the_wall(world: World, editor: Somebody, course: Course) -> None:
    run = make(editor, course, mandatory=True, deadline_days=10)
    assert row_of(editor, run)["cells"][0]["deadline"] == "2026-12-03T06:00"
    quest = str(course.quests[0])
    changed(editor, run, kind="time", quest=quest, opens="2026-11-25T14:30", deadline="2026-12-18T15:00")
    cell = row_of(editor, run)["cells"][0]
    assert (cell["opens"], cell["deadline"], cell["week"]) == ("2026-11-25T14:30", "2026-12-18T15:00", NEXT)
    world.enter()
    release = db.session.scalars(select(Release).where(Release.run_id == UUID(run)).order_by(Release.opens_at)).first()
    assert release is not None
    assert release.opens_at == datetime(2026, 11, 25, 13, 30, tzinfo=UTC)
    assert release.closes_at == datetime(2026, 11, 30, 5, tzinfo=UTC)
    refused = foretold(editor, run, kind="time", quest=quest, opens="2026-11-25T14:30", deadline="2026-11-24T06:00")
    assert (refused.status_code, refused.json["code"]) == (422, "deadline")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "jump"}, "kind"),
        ({"kind": "move", "week": "2026-12-08"}, "week"),
        ({"kind": "move", "week": "0001-01-01"}, "week"),
        ({"kind": "move", "week": "2026-12-07"}, "quest"),
        ({"kind": "pause"}, "week"),
        ({"kind": "time", "opens": "2026-12-07 06:00"}, "opens"),
        ({"kind": "time", "opens": "2026-13-07T06:00"}, "opens"),
    ],
)
def test_what_cannot_be_read_is_refused_by_field(
    editor: Somebody, course: Course, change: dict[str, Any], field: str
) -> None:
    answer = foretold(editor, course.run.id, **change)
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
    assert field in answer.json["errors"]


def test_a_foreign_stage_and_a_run_in_ones_own_pace_are_refused(editor: Somebody, course: Course) -> None:
    told = foretold(editor, course.run.id, kind="move", quest=str(uuid4()), week="2026-12-07")
    assert (told.status_code, told.json["code"]) == (422, "unknown")
    own = make(editor, course, anchor="enrolment", enrolling="opt_in")
    assert foretold(editor, own, kind="pause", week="2026-12-07").status_code == 422
    assert foretold(editor, uuid4(), kind="pause", week="2026-12-07").status_code == 404


def test_strangers_and_learners_find_nothing(world: World, editor: Somebody, course: Course) -> None:
    told = foretold(editor, course.run.id, kind="move", quest=str(course.quests[1]), week="2026-12-07").json
    neighbour = World(world.application, "fjellby").somebody("Nord", "editor")
    for other in (world.somebody(), neighbour):
        assert foretold(other, course.run.id, kind="pause", week="2026-12-07").status_code == 404
        assert done(other, told).status_code == 404
    assert neighbour.get("/studio/calendar/season").json["items"] == []


def test_conflicts_are_told_with_a_way_out_that_helps(world: World, editor: Somebody, course: Course) -> None:
    place = str(world.departments["Solbakken"])
    first = make(editor, course, mandatory=True, audience={"departments": [place]})
    second = make(editor, course, mandatory=True, starts_on="2026-11-30", audience={"departments": [place]})
    shown = season(editor)
    (conflict,) = [each for each in shown["items"] if each["code"] == "mandatory"]
    assert (conflict["week"]["week"], conflict["count"], conflict["severity"]) == (49, 2, "conflict")
    assert {each["run"] for each in conflict["stages"]} == {first, second}
    assert conflict["remedy"]["change"]["kind"] == "move"
    changed(editor, conflict["remedy"]["run"], **conflict["remedy"]["change"])
    assert [each for each in season(editor)["items"] if each["code"] == "mandatory"] == []


def test_a_stage_on_a_holiday_is_told_with_the_next_working_day(editor: Somebody, course: Course) -> None:
    run = make(editor, course, starts_on="2027-03-29", mandatory=True, deadline_days=49)  # Easter Monday, to 17 May
    found = {each["code"]: each for each in season(editor)["items"] if each["stages"][0]["run"] == run}
    assert (found["opens_on_holiday"]["holiday"], found["due_on_holiday"]["holiday"]) == (
        "easter_monday",
        "constitution_day",
    )
    assert found["opens_on_holiday"]["remedy"]["opens"] == "2027-03-30T06:00"
    assert found["due_on_holiday"]["remedy"]["deadline"] == "2027-05-18T06:00"
    days = {each["day"]: each["holiday"] for each in season(editor)["holidays"]}
    assert days["2026-12-25"] == "christmas_day"


def test_foretelling_says_which_conflicts_come_and_go(editor: Somebody, course: Course) -> None:
    run = make(editor, course, mandatory=True, starts_on="2026-11-30")
    told = foretold(editor, run, kind="move", quest=str(course.quests[1]), week="2026-12-21").json
    assert [each["code"] for each in told["made"]] == ["quiet_week"]


def test_the_calendar_asks_the_same_whatever_there_is(editor: Somebody, course: Course) -> None:
    for address in ("/studio/calendar?weeks=26", "/studio/calendar/season?weeks=26"):
        make(editor, course)
        with counted() as few:
            editor.get(address)
        for _ in range(3):
            make(editor, course)
        with counted() as many:
            assert editor.get(address).status_code == 200
        assert len(many) == len(few) <= 14, many
