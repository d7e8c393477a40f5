"""Who comes in the middle of a week is told of its quest, once, and pushed to when their phone is there in time."""

from datetime import date, datetime, timedelta

import pytest

from app.core import clock
from app.core.db import committed, db
from app.identity.actions import join_department, leave_department
from app.identity.models import Membership
from app.identity.provisioning.actions import Newcomer, Place, add_people
from app.nudges.models import Nudge
from quests.paths.jobs import follow_audiences, open_due
from tests.nudges.service import Service
from tests.nudges.test_nudging import MONDAY, at, outcomes, run, with_phone
from tests.quests.course import Course, course_in, offer
from tests.world import Somebody, World

DAY = timedelta(days=1)
TUESDAY, WEDNESDAY = MONDAY + DAY, MONDAY + 2 * DAY


@pytest.fixture
def course(world: World) -> Course:
    """Two weeks, the second of which opens on Monday the 23rd at six and is told of at ten."""
    world.department("Solbakken")
    made = course_in(world, starts_on=date(2026, 11, 16))
    for hour in (6, 10):
        run(at(MONDAY, hour))
    return made


def comes(world: World, moment: datetime, department: str = "Solbakken") -> Somebody:
    with clock.standing_at(moment):
        return world.somebody(department)


def titles(somebody: Somebody, moment: datetime) -> list[tuple[str, str]]:
    with clock.standing_at(moment):
        items = somebody.get("/inbox").json["items"]
    return [(each["kind"], quest["title"]) for each in items for quest in each["quests"]]


def test_a_newcomer_is_told_of_the_open_quest_at_their_hour(world: World, course: Course, service: Service) -> None:
    somebody = comes(world, at(TUESDAY, 14))
    phone = with_phone(somebody, service)
    assert run(at(TUESDAY, 15)) == 0
    assert titles(somebody, at(TUESDAY, 15)) == []
    assert run(at(WEDNESDAY, 10)) == 1
    assert phone.opened(service.to(phone)[0].body)["notification"]["title"] == "Ny etappe: «uke-2 (nb)»"
    assert titles(somebody, at(WEDNESDAY, 11)) == [("quest_opened", "uke-2 (nb)")]
    assert outcomes(somebody) == {f"quest_opened:came:{TUESDAY}": "push"}


def test_without_a_phone_it_stands_in_the_inbox(world: World, course: Course, service: Service) -> None:
    somebody = comes(world, at(TUESDAY, 14))
    run(at(WEDNESDAY, 10))
    with_phone(somebody, service)
    assert run(at(WEDNESDAY, 11)) == 0
    assert titles(somebody, at(WEDNESDAY, 11)) == [("quest_opened", "uke-2 (nb)")]


def test_earlier_weeks_and_coming_ones_are_not_told_of(world: World, service: Service) -> None:
    world.department("Solbakken")
    course_in(world, starts_on=date(2026, 11, 16))
    somebody = comes(world, at(MONDAY, 5, 30))
    for hour in (6, 10):
        run(at(MONDAY, hour))
    assert titles(somebody, at(MONDAY, 11)) == [("quest_opened", "uke-2 (nb)")]
    assert outcomes(somebody) == {f"quest_opened:{MONDAY}": "inbox"}


def test_coming_back_is_not_told_again(world: World, service: Service) -> None:
    place = world.department("Solbakken")
    course_in(world, starts_on=date(2026, 11, 16), audience={"departments": [str(place)]})
    run(at(MONDAY, 6))
    somebody = comes(world, at(TUESDAY, 14))
    run(at(WEDNESDAY, 10))
    world.enter()
    with clock.standing_at(at(WEDNESDAY, 12)):
        membership = db.session.query(Membership).filter_by(player_id=somebody.player_id).one()
        committed(leave_department, world.organisation_id, membership.id, TUESDAY)
        assert somebody.get("/today").json["quest"] is None
    with clock.standing_at(at(WEDNESDAY + DAY, 12)):
        world.enter()
        committed(join_department, world.organisation_id, somebody.player_id, place, WEDNESDAY + DAY)
        assert somebody.get("/today").json["quest"] is not None
    assert list(outcomes(somebody)) == [f"quest_opened:came:{TUESDAY}"]


def test_who_was_there_all_the_time_is_told_once_whoever_comes(world: World, service: Service) -> None:
    world.department("Solbakken")
    course_in(world, starts_on=date(2026, 11, 16))
    first = world.somebody("Solbakken")
    run(at(MONDAY, 6))
    run(at(MONDAY, 10))
    comes(world, at(TUESDAY, 14))
    with clock.standing_at(at(TUESDAY, 15)):
        follow_audiences()
    for day in range(1, 4):
        run(at(MONDAY + day * DAY, 10))
    assert list(outcomes(first)) == [f"quest_opened:{MONDAY}", f"reminder:{MONDAY}"]


def test_who_comes_while_the_worker_is_away_is_told_once(world: World, service: Service) -> None:
    world.department("Solbakken")
    course_in(world, starts_on=date(2026, 11, 16))
    with clock.standing_at(at(MONDAY, 6)):
        open_due()
    somebody = comes(world, at(TUESDAY, 14))
    for hour in (12, 13):
        run(at(WEDNESDAY, hour))
    assert outcomes(somebody) == {f"quest_opened:came:{TUESDAY}": "inbox"}


def test_on_the_last_day_it_is_told_before_the_week_is_over(world: World, course: Course, service: Service) -> None:
    sunday = MONDAY + 6 * DAY
    run(at(MONDAY + 3 * DAY, 10))
    somebody = comes(world, at(sunday, 12))
    run(at(sunday, 12, 1))
    assert titles(somebody, at(sunday, 13)) == [("quest_opened", "uke-2 (nb)")]


def test_a_second_run_of_the_same_day_is_told_of_too(world: World, service: Service) -> None:
    world.department("Solbakken")
    skagen = {"departments": [str(world.department("Skagen"))]}
    somebody = world.somebody("Solbakken")
    for audience in ({"everyone": True}, skagen):
        course_in(world, starts_on=date(2026, 11, 16), audience=audience)
    for hour in (6, 10):
        run(at(MONDAY, hour))
    with clock.standing_at(at(TUESDAY, 14)):
        world.join(somebody, "Skagen")
    run(at(WEDNESDAY, 10))
    assert outcomes(somebody) == {f"quest_opened:{MONDAY}": "inbox", f"quest_opened:came:{TUESDAY}": "inbox"}


def test_a_thousand_newcomers_at_once_are_told_each(
    world: World, course: Course, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.nudges.newcomers.PAGE", 3)
    world.enter()
    place = Place(world.departments["Solbakken"], TUESDAY)
    people = [Newcomer(str(number), f"Ny {number}", (place,)) for number in range(7)]
    with clock.standing_at(at(TUESDAY, 14)):
        committed(add_people, world.organisation_id, people)
    told = db.session.query(Nudge).filter_by(kind="quest_opened", key=f"quest_opened:came:{TUESDAY}").count()
    db.session.rollback()
    assert told == 7


def test_what_one_has_chosen_oneself_is_told_no_more_than_once(world: World, service: Service) -> None:
    world.department("Solbakken")
    course = course_in(world, starts_on=date(2026, 11, 16), audience={"roles": ["editor"]})
    chosen = offer(course, starts_on=date(2026, 11, 16))
    somebody = world.somebody("Solbakken")
    with clock.standing_at(at(TUESDAY, 14)):
        for _ in range(2):
            assert somebody.post(f"/explore/{chosen.id}/start").status_code == 200
            assert somebody.post(f"/explore/{chosen.id}/leave").status_code == 204
        assert somebody.post(f"/explore/{chosen.id}/start").status_code == 200
    for day in (1, 2):
        run(at(MONDAY + day * DAY, 16))
    assert len([key for key in outcomes(somebody) if key.startswith("quest_opened")]) == 1
