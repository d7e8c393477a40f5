"""From a quest that opens to a push on a phone: who gets one, when, why, and who does not."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db
from app.core.weeks import moment_at
from app.identity.actions import record_leave
from app.nudges.jobs import nudge_due
from app.nudges.models import Nudge
from quests.paths.jobs import open_due
from tests.nudges.service import Device, Service
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World

MONDAY = date(2026, 11, 23)
MINUTE = timedelta(minutes=1)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return moment_at(day, hour, "Europe/Oslo") + minute * MINUTE


def run(moment: datetime) -> int:
    """What the worker does in that minute; how many pushes were taken."""
    with clock.standing_at(moment):
        open_due()
        return nudge_due()


def with_phone(somebody: Somebody, service: Service, *answers: Any) -> Device:
    phone = service.device(*answers)
    assert somebody.post("/push/subscriptions", phone.subscription()).status_code == 200
    return phone


def outcomes(somebody: Somebody) -> dict[str, str | None]:
    """What became of the nudges that were not over when the week began. (People came while the one before was open.)"""
    somebody.world.enter()
    db.session.rollback()
    this_week = (Nudge.player_id == somebody.player_id, Nudge.ends_at > at(MONDAY, 6))
    query = select(Nudge.key, Nudge.outcome).where(*this_week)
    return {row.key: row.outcome for row in db.session.execute(query)}


@pytest.fixture
def course(world: World) -> Course:
    """Two weeks, the second of which opens on Monday the 23rd at six. Everybody there is when it is made is in it."""
    world.department("Solbakken")
    return course_in(world, starts_on=date(2026, 11, 16))


def somebody_in(course: Course, *roles: str) -> Somebody:
    return course.world.somebody("Solbakken", *roles)


def test_a_quest_that_opens_is_told_once_at_ten(world: World, course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    before = somebody.get("/today").headers["ETag"]
    assert [run(at(MONDAY, hour, minute)) for hour, minute in ((6, 0), (9, 59), (10, 0), (10, 0), (10, 1))] == [
        0,
        0,
        1,
        0,
        0,
    ]
    (push,) = service.to(phone)
    shown = phone.opened(push.body)["notification"]
    assert (shown["title"], shown["lang"]) == ("Ny etappe: «uke-2 (nb)»", "nb")
    with clock.standing_at(at(MONDAY, 11)):
        (item,) = somebody.get("/inbox").json["items"]
        today = somebody.get("/today")
    assert item["kind"] == "quest_opened"
    assert item["at"] == "2026-11-23T09:00:00Z"
    assert item["to"] == f"/etappe/{course.quests[1]}"
    assert item["read_at"] is None
    assert [each["title"] for each in item["quests"]] == ["uke-2 (nb)"]
    reason = {"code": "quest_opened", "paths": ["Trygg (nb)"], "hour": 10, "by_habit": False, "pushed": True}
    assert item["reason"] == reason
    assert shown["navigate"] == f"http://localhost{item['to']}?varsel={item['id']}"
    assert today.headers["ETag"] != before
    assert today.json["inbox"] == {"unread": 1}
    assert somebody.post("/inbox/read", {"ids": [item["id"]]}).json == {"unread": 0}
    assert somebody.get("/today").headers["ETag"] != today.headers["ETag"]
    assert somebody.post("/inbox/read", {"ids": [item["id"]]}).json == {"unread": 0}
    assert somebody.get("/inbox").json["items"][0]["read_at"] is not None


def test_the_push_says_how_long_it_is_worth_showing(course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    run(at(MONDAY, 6))
    run(at(MONDAY, 10))
    (push,) = service.to(phone)
    until = at(MONDAY + timedelta(days=7), 6) - at(MONDAY, 10)
    assert int(push.headers["ttl"]) == until.total_seconds()
    assert push.headers["urgency"] == "normal"
    assert push.headers["content-encoding"] == "aes128gcm"
    assert len(push.headers["topic"]) == 32
    assert push.headers["topic"] == phone.opened(push.body)["notification"]["tag"]
    claims = service.claims(push)
    assert claims["sub"] == "mailto:drift@loype.invalid"
    assert claims["key"] == somebody.get("/push/key").json["key"]


def test_nothing_on_a_locked_screen_tells_of_the_person(world: World, course: Course, service: Service) -> None:
    somebody = world.somebody("Solbakken", name="Ingrid Nakkerud")
    phone = with_phone(somebody, service)
    somebody.send("PATCH", "/me", {"alias": "Blåveis", "language": "nn"})
    run(at(MONDAY, 6))
    run(at(MONDAY, 10))
    (push,) = service.to(phone)
    shown = phone.opened(push.body)
    assert shown["notification"]["lang"] == "nn"
    words = str(shown)
    for personal in ("Ingrid", "Nakkerud", "Blåveis", "Solbakken", str(somebody.person_id), str(somebody.player_id)):
        assert personal not in words


def played_at(course: Course, somebody: Somebody, moments: Sequence[datetime]) -> None:
    for moment in moments:
        with clock.standing_at(moment + timedelta(minutes=5)):
            letter = course.letter(0, started_at=moment)
            assert somebody.post("/play/letters", body(letter)).json["verdicts"][0]["status"] == "accepted"


def test_it_comes_when_the_person_usually_plays(world: World, course: Course, service: Service) -> None:
    evening, night = somebody_in(course), somebody_in(course)
    for somebody, hour in ((evening, 18), (night, 2)):
        played_at(course, somebody, [at(MONDAY - timedelta(days=day), hour, 10) for day in (4, 3, 2)])
    phones = [with_phone(each, service) for each in (evening, night)]
    run(at(MONDAY, 6))
    told = []
    for hour in range(6, 22):
        run(at(MONDAY, hour))
        told.append([len(service.to(phone)) for phone in phones])
    assert [each[0] for each in told].index(1) + 6 == 18
    assert [each[1] for each in told].index(1) + 6 == 20, "who plays by night is told in the evening"
    with clock.standing_at(at(MONDAY, 21)):
        reason = evening.get("/inbox").json["items"][0]["reason"]
    assert (reason["hour"], reason["by_habit"]) == (18, True)


def test_never_by_night_whatever_the_worker_was_kept_by(course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    assert [run(at(MONDAY, hour)) for hour in (21, 23)] == [0, 0]
    assert [run(at(MONDAY + timedelta(days=1), hour)) for hour in (0, 5, 9)] == [0, 0, 0]
    assert run(at(MONDAY + timedelta(days=1), 10)) == 1
    assert len(service.to(phone)) == 1


def test_a_reminder_on_thursday_to_who_is_not_done(world: World, course: Course, service: Service) -> None:
    done, late, without = somebody_in(course), somebody_in(course), somebody_in(course)
    phones = [with_phone(each, service) for each in (done, late)]
    run(at(MONDAY, 6))
    assert run(at(MONDAY, 10)) == 2
    with clock.standing_at(at(MONDAY, 12)):
        assert done.post("/play/letters", course.finished(2)).json["verdicts"][0]["status"] == "accepted"
    for day in range(1, 7):
        for hour in (6, 10, 15):
            run(at(MONDAY + timedelta(days=day), hour))
    assert [len(service.to(phone)) for phone in phones] == [1, 2]
    assert phones[1].opened(service.to(phones[1])[1].body)["notification"]["title"] == "«uke-2 (nb)» er fortsatt åpen"
    with clock.standing_at(at(MONDAY, 12) + timedelta(days=5)):
        assert [each["kind"] for each in late.get("/inbox").json["items"]] == ["reminder", "quest_opened"]
        inbox = without.get("/inbox").json
    assert [(each["kind"], each["reason"]["pushed"]) for each in inbox["items"]] == [
        ("reminder", False),
        ("quest_opened", False),
    ]
    assert inbox["unread"] == 2


def test_who_is_done_before_the_hour_is_not_reminded_at_it(course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    thursday = MONDAY + timedelta(days=3)
    run(at(MONDAY, 6))
    run(at(MONDAY, 10))
    run(at(thursday, 6))
    with clock.standing_at(at(thursday, 8)):
        somebody.post("/play/letters", course.finished(2))
    assert run(at(thursday, 10)) == 0
    assert len(service.to(phone)) == 1
    assert outcomes(somebody)[f"reminder:{MONDAY}"] == "done"


@pytest.mark.parametrize("what", ["away", "left", "off"])
def test_what_has_changed_since_it_was_planned(world: World, course: Course, service: Service, what: str) -> None:
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    run(at(MONDAY, 6))
    world.enter()
    if what == "away":
        committed(record_leave, world.organisation_id, somebody.player_id, MONDAY, MONDAY)
    elif what == "left":
        world.deactivate(somebody)
    else:
        somebody.send("PATCH", "/nudges/settings", {"quest_opened": False})
    assert run(at(MONDAY, 10)) == 0
    assert service.to(phone) == []
    assert outcomes(somebody)[f"quest_opened:{MONDAY}"] == what
    if what != "left":
        assert somebody.get("/inbox").json["total"] == 0


def test_several_paths_that_open_on_one_day_are_one_push(world: World, course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    course_in(world, starts_on=date(2026, 11, 16))
    run(at(MONDAY, 6))
    assert run(at(MONDAY, 10)) == 1
    shown = phone.opened(service.to(phone)[0].body)["notification"]
    assert shown["title"] == "2 nye etapper er åpne"
    assert "/?varsel=" in shown["navigate"]
    with clock.standing_at(at(MONDAY, 11)):
        (item,) = somebody.get("/inbox").json["items"]
    assert (len(item["quests"]), item["to"]) == (2, "/")
    assert run(at(MONDAY + timedelta(days=3), 10)) == 1
    assert len(service.to(phone)) == 2


def test_mandatory_deadlines_remind_two_days_before_and_on_the_day(world: World, service: Service) -> None:
    world.department("Solbakken")
    course = course_in(world, starts_on=date(2026, 11, 16), mandatory=True)
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    titles = []
    for day in range(7):
        before = len(service.to(phone))
        for hour in (6, 10, 15, 20):
            run(at(MONDAY + timedelta(days=day), hour))
        new = service.to(phone)[before:]
        titles.append([phone.opened(each.body)["notification"]["title"] for each in new])
    opened = ["Ny etappe: «uke-2 (nb)»"]
    assert titles == [opened, [], [], [], ["Frist om 2 dager"], [], ["Frist i dag"]]
    assert [each.headers["urgency"] for each in service.to(phone)] == ["normal", "normal", "high"]


def test_no_more_than_the_organisations_ceiling_is_pushed(world: World, service: Service) -> None:
    world = World(world.application, "fjellby", policy={"nudges_a_week": 1})
    world.department("Solbakken")
    course = course_in(world, starts_on=date(2026, 11, 16))
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    for day, hour in ((0, 6), (0, 10), (3, 6), (3, 10)):
        run(at(MONDAY + timedelta(days=day), hour))
    assert len(service.to(phone)) == 1
    with clock.standing_at(at(MONDAY, 12) + timedelta(days=3)):
        items = somebody.get("/inbox").json["items"]
    assert [(each["kind"], each["reason"]["pushed"]) for each in items] == [("reminder", False), ("quest_opened", True)]


def test_after_days_without_a_worker_there_is_one_push_not_two(course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    with clock.standing_at(at(MONDAY, 6)):
        open_due()
    assert run(at(MONDAY + timedelta(days=4), 12)) == 1
    assert len(service.to(phone)) == 1
    assert set(outcomes(somebody).values()) == {"push", "inbox"}


def test_what_is_over_is_not_told(course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    with_phone(somebody, service)
    with clock.standing_at(at(MONDAY, 6)):
        open_due()
    assert run(at(MONDAY + timedelta(days=8), 12)) == 0
    assert outcomes(somebody) == {}


def test_a_person_has_as_many_pushes_as_devices_but_one_nudge(course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    phones = [with_phone(somebody, service) for _ in range(3)]
    run(at(MONDAY, 6))
    assert run(at(MONDAY, 10)) == 3
    assert [len(service.to(phone)) for phone in phones] == [1, 1, 1]
    assert outcomes(somebody) == {f"quest_opened:{MONDAY}": "push"}


def test_many_people_are_nudged_a_page_at_a_time(
    course: Course, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [somebody_in(course) for _ in range(7)]
    for module, name in (("planning", "PAGE"), ("giving", "AT_ONCE"), ("delivering", "AT_ONCE")):
        monkeypatch.setattr(f"app.nudges.{module}.{name}", 3)
    phones = [with_phone(each, service) for each in people]
    run(at(MONDAY, 6))
    assert run(at(MONDAY, 10)) == 7
    assert [len(service.to(phone)) for phone in phones] == [1] * 7


def test_a_year_of_mondays_over_both_turns_of_the_clock(world: World, service: Service) -> None:
    """Whatever week: told on Monday at ten by the clock on the wall, and never at night."""
    for monday in (date(2026, 10, 26), date(2027, 3, 29), date(2026, 12, 28)):
        with clock.standing_at(at(monday - timedelta(days=4), 12)):
            here = World(world.application, f"org-{monday}")
            here.department("Solbakken")
            course = course_in(here, starts_on=monday - timedelta(days=7))
            phone = with_phone(somebody_in(course), service)
        for hour in range(24):
            run(at(monday, 0) + timedelta(hours=hour))
            assert len(service.to(phone)) == (at(monday, 0) + timedelta(hours=hour) >= at(monday, 10))


def test_utc_is_what_is_stored(course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    run(at(MONDAY, 6))
    course.world.enter()
    db.session.rollback()
    (due,) = db.session.scalars(
        select(Nudge.due_at).where(Nudge.player_id == somebody.player_id, Nudge.key == f"quest_opened:{MONDAY}")
    )
    assert due == datetime(2026, 11, 23, 9, tzinfo=UTC)
