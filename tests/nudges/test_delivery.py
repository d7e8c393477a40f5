"""Deliveries when push services misbehave: nobody is forgotten, nobody is told twice, nothing is tried for ever."""

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import count
from random import Random
from typing import Any, NoReturn
from uuid import uuid4

import httpcore
import pytest
from sqlalchemy import event, func, select
from webpush import VAPID

from app.core import clock
from app.core.config import Config
from app.core.db import committed, db
from app.doctor import faults
from app.nudges import jobs, sending
from app.nudges.jobs import nudge_due
from app.nudges.messages import LARGEST, builder, content_of
from app.nudges.messages import Device as To
from app.nudges.models import Nudge, NudgeDelivery, NudgeSubject, PushSubscription
from app.nudges.rules.endpoints import allowed_in
from app.nudges.sending import post
from quests.paths.models import Release
from tests.nudges.service import DRIP, HANG, Device, Service
from tests.nudges.test_endpoints import REFUSED
from tests.nudges.test_nudging import MINUTE, MONDAY, at, outcomes, run, somebody_in, with_phone
from tests.quests.course import Course, course_in
from tests.world import Somebody, World

TEN = at(MONDAY, 10)
SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture
def course(world: World) -> Course:
    world.department("Solbakken")
    return course_in(world, starts_on=date(2026, 11, 16))


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "WHOLE", 2)


def opened(course: Course) -> None:
    run(at(MONDAY, 6))


def deliveries(world: World) -> list[tuple[str, int, int | None]]:
    world.enter()
    db.session.rollback()
    query = select(NudgeDelivery.state, NudgeDelivery.tries, NudgeDelivery.last_status)
    return [(row.state, row.tries, row.last_status) for row in db.session.execute(query)]


def devices(world: World) -> int:
    world.enter()
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(PushSubscription)) or 0


@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_is_forgotten_at_once(
    world: World, course: Course, service: Service, status: int
) -> None:
    somebody = somebody_in(course)
    gone, alive = with_phone(somebody, service, status), with_phone(somebody, service)
    opened(course)
    assert run(TEN) == 1
    assert devices(world) == 1
    for hour in range(11, 21):
        run(at(MONDAY, hour))
    assert (len(service.to(gone)), len(service.to(alive))) == (1, 1)


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_refused_costs_no_device_and_is_told(
    world: World, course: Course, service: Service, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    somebody = somebody_in(course)
    phone = with_phone(somebody, service, status)
    opened(course)
    with caplog.at_level(logging.ERROR, "loype.push"):
        assert run(TEN) == 0
    assert f"127.0.0.1 answers {status}" in caplog.text
    assert devices(world) == 1
    with clock.standing_at(TEN):
        assert any("refuses our pushes" in each for each in faults(Config(env="test", pwa="/nowhere")))
    assert run(TEN + 30 * MINUTE) == 0
    assert run(TEN + 60 * MINUTE) == 1
    assert len(service.to(phone)) == 2
    with clock.standing_at(TEN + 60 * MINUTE):
        assert not any("refuses our pushes" in each for each in faults(Config(env="test", pwa="/nowhere")))


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_nobody_is_sent_on(world: World, course: Course, service: Service, status: int) -> None:
    elsewhere = service.device()
    somebody = somebody_in(course)
    phone = with_phone(somebody, service, (status, {"Location": elsewhere.endpoint}))
    opened(course)
    assert run(TEN) == 0
    assert (len(service.to(phone)), service.to(elsewhere)) == (1, [])
    assert deliveries(world) == [("given_up", 1, status)]
    assert devices(world) == 1


def test_what_is_too_large_is_shortened_once(world: World, course: Course, service: Service) -> None:
    somebody, other = somebody_in(course), somebody_in(course)
    phone, never = with_phone(somebody, service, 413), with_phone(other, service, 413, 413, 413)
    opened(course)
    assert run(TEN) == 1
    long, short = (phone.opened(each.body)["notification"] for each in service.to(phone))
    assert "body" in long
    assert "body" not in short
    assert short["title"] == long["title"]
    for hour in range(11, 21):
        run(at(MONDAY, hour))
    assert len(service.to(never)) == 2


@pytest.mark.parametrize(
    ("answer", "minutes"),
    [
        ((429, {"Retry-After": "3600"}), 60),
        ((503, {"Retry-After": "Mon, 23 Nov 2026 11:00:00 GMT"}), 120),
        ((429, {"Retry-After": "315360000"}), 24 * 60),
    ],
)
def test_who_asks_to_wait_is_waited_for(
    world: World, course: Course, service: Service, answer: Any, minutes: int
) -> None:
    phone = with_phone(somebody_in(course), service, answer)
    opened(course)
    assert run(TEN) == 0
    assert run(TEN + (minutes - 1) * MINUTE) == 0
    assert len(service.to(phone)) == 1
    assert run(TEN + minutes * MINUTE) == 1
    assert len(service.to(phone)) == 2


def test_a_retry_keeps_out_of_the_night_and_ends_with_the_week(world: World, course: Course, service: Service) -> None:
    phone = with_phone(somebody_in(course), service, *[500] * 50)
    opened(course)
    moment, sent_at = TEN, []
    while moment < at(SUNDAY, 23):
        before = len(service.to(phone))
        run(moment)
        if len(service.to(phone)) > before:
            sent_at.append(moment)
        moment += timedelta(minutes=40)
    first = [each for each in sent_at if each < at(MONDAY + timedelta(days=3), 0)]
    assert 4 < len(first) <= 8
    assert all(at(each.date(), 6) <= each < at(each.date(), 21) for each in sent_at)
    assert deliveries(world)[0][0] == "given_up"


def test_what_has_been_done_before_the_retry_is_not_sent(world: World, course: Course, service: Service) -> None:
    somebody = somebody_in(course)
    phone = with_phone(somebody, service, (429, {"Retry-After": "3600"}))
    opened(course)
    run(TEN)
    with clock.standing_at(TEN + 20 * MINUTE):
        somebody.post("/play/letters", course.finished(2))
    assert run(TEN + 61 * MINUTE) == 0
    assert len(service.to(phone)) == 1
    assert [each[0] for each in deliveries(world)] == ["dropped"]


def test_a_phone_that_another_signs_in_on_gets_nothing_of_the_first(
    world: World, course: Course, service: Service
) -> None:
    first, second = somebody_in(course), somebody_in(course)
    phone = with_phone(first, service, (429, {"Retry-After": "3600"}))
    opened(course)
    run(TEN)
    second.post("/push/subscriptions", phone.subscription())
    assert run(TEN + 61 * MINUTE) == 0
    assert len(service.to(phone)) == 1


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("way", [HANG, DRIP])
def test_a_service_that_hangs_holds_nobody_else_up(world: World, course: Course, service: Service, way: int) -> None:
    hanging = with_phone(somebody_in(course), service, way)
    phones = [with_phone(somebody_in(course), service) for _ in range(3)]
    opened(course)
    assert run(TEN) == 3
    assert [len(service.to(each)) for each in phones] == [1, 1, 1]
    assert run(TEN + 5 * MINUTE) == 1
    assert len(service.to(hanging)) == 2


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_bad_week_by_a_seeded_plan(world: World, course: Course, service: Service, seed: int) -> None:
    """Every phone that is still there and whose service ever says yes has been told exactly once."""
    random = Random(seed)
    faults_of = [(500, {}), (429, {"Retry-After": "60"}), (503, {}), (403, {}), (HANG, {})]
    phones: list[tuple[Device, int]] = []
    for _ in range(12):
        before = [random.choice(faults_of) for _ in range(random.randrange(3))]
        last = random.choice([201, 201, 201, 410])
        phones.append((with_phone(somebody_in(course), service, *before, (last, {})), last))
    opened(course)
    taken = 0
    for minutes in range(0, 600, 10):
        taken += run(TEN + minutes * MINUTE)
    alive = [phone for phone, last in phones if last == 201]
    assert taken == len(alive)
    assert devices(world) == len(alive)
    for phone, _ in phones:
        assert not service.answers[phone.endpoint.removeprefix(service.origin)], "all its answers were asked for"
        assert len({each.headers["topic"] for each in service.to(phone)}) == 1


def in_a_process_that_dies(moment: datetime, prepare: Callable[[], object]) -> bool:
    """A worker's round in a process of its own, prepared to die as by kill -9; whether it did."""
    db.session.remove()
    child = os.fork()
    if child == 0:
        try:
            db.engine.dispose(close=False)
            prepare()
            with clock.standing_at(moment):
                nudge_due()
            os._exit(0)
        finally:
            os._exit(2)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def die(*_: Any) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def killed(step: str, nth: int, moment: datetime) -> bool:
    """Dead at the nth step of that name in the database."""
    steps = count(1)

    def maybe(*_: Any) -> None:
        if next(steps) == nth:
            die()

    return in_a_process_that_dies(moment, lambda: event.listen(db.engine, step, maybe))


def killed_after_sending(moment: datetime) -> bool:
    """Dead when the pushes have gone out and nothing has been noted."""
    return in_a_process_that_dies(moment, lambda: setattr(jobs, "record", die))


def nudged(course: Course, somebody: Somebody) -> None:
    """Somebody has a nudge that is due at ten."""
    world = course.world
    world.enter()
    release_id = db.session.scalar(select(Release.id).where(Release.quest_id == course.quests[1]))
    db.session.rollback()
    own = {"organisation_id": world.organisation_id}
    nudge = Nudge(
        **own,
        id=uuid4(),
        player_id=somebody.player_id,
        kind="quest_opened",
        key=f"quest_opened:{MONDAY}",
        hour=10,
        due_at=TEN,
        ends_at=at(SUNDAY, 20),
    )

    def made() -> None:
        db.session.add(nudge)
        db.session.flush()
        db.session.add(NudgeSubject(**own, nudge_id=nudge.id, release_id=release_id))

    committed(made)


@pytest.mark.parametrize("step", ["before_cursor_execute", "commit"])
def test_wherever_the_worker_dies_each_is_told_once_or_at_most_twice_under_one_topic(
    world: World, course: Course, service: Service, step: str
) -> None:
    run(at(MONDAY, 6))
    twice = 0
    for nth in count(1):
        somebody = somebody_in(course)
        phone = with_phone(somebody, service)
        nudged(course, somebody)
        died = killed(step, nth, TEN)
        for minutes in (1, 10, 20):
            run(TEN + minutes * MINUTE)
        pushes = service.to(phone)
        assert 1 <= len(pushes) <= 2, nth
        assert len({each.headers["topic"] for each in pushes}) == 1, nth
        assert outcomes(somebody) == {f"quest_opened:{MONDAY}": "push"}, nth
        twice += len(pushes) == 2
        if not died:
            break
    assert nth > 3, "so few steps prove nothing"
    assert twice, "no death lay between sending and noting it"


def test_who_dies_twice_with_a_push_is_not_given_it_again(world: World, course: Course, service: Service) -> None:
    run(at(MONDAY, 6))
    somebody = somebody_in(course)
    phone = with_phone(somebody, service)
    nudged(course, somebody)
    for minutes in (0, 6, 12, 18):
        killed_after_sending(TEN + minutes * MINUTE)
    run(TEN + 60 * MINUTE)
    assert len(service.to(phone)) == 2
    assert deliveries(world) == [("given_up", 2, None)]


def test_two_workers_send_each_push_once(world: World, course: Course, service: Service) -> None:
    phones = [with_phone(somebody_in(course), service) for _ in range(20)]
    run(at(MONDAY, 6))
    sent: list[int] = []

    def work() -> None:
        with world.application.app_context():
            sent.append(nudge_due())

    with clock.standing_at(TEN):
        threads = [threading.Thread(target=work) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert sum(sent) == 20
    assert [len(service.to(phone)) for phone in phones] == [1] * 20


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "::ffff:10.0.0.7"])
def test_a_name_that_leads_inside_when_it_is_sent_to_is_not_connected_to(
    service: Service, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    def leads_inside(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("142.250.74.42", 443)), (0, 0, 0, "", (address, 443))]

    monkeypatch.setattr("socket.getaddrinfo", leads_inside)
    connected: list[Any] = []
    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", lambda *given, **_: connected.append(given))
    (answer,) = post([sealed(Device("https://fcm.googleapis.com/fcm/send/x"))], ())
    assert (answer.status, connected) == (None, [])
    assert "open internet" in answer.fault


def test_the_address_connected_to_is_the_one_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def public_once(host: str, *_: Any, **__: Any) -> list[Any]:
        looked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("142.250.74.42" if len(looked) == 1 else "10.0.0.1", 443))]

    connected: list[str] = []

    def connect(_self: Any, host: str, *_: Any, **__: Any) -> Any:
        connected.append(host)
        raise httpcore.ConnectError("no network here")

    monkeypatch.setattr("socket.getaddrinfo", public_once)
    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", connect)
    post([sealed(Device("https://fcm.googleapis.com/fcm/send/x"))], ())
    assert (looked, connected) == (["fcm.googleapis.com"], ["142.250.74.42"])


@pytest.mark.parametrize("endpoint", [each for each in REFUSED if "\n" not in each])
def test_what_was_stored_is_looked_at_again_when_it_is_sent_to(endpoint: str) -> None:
    (answer,) = post([sealed(Device(endpoint))], ())
    assert (answer.status, answer.fault) == (410, "not a push service")


def sealed(device: Device) -> Any:
    keys = device.subscription()["keys"]
    to = To(device.endpoint, keys["p256dh"], keys["auth"])
    return builder(KEY, "drift@example.org").sealed(to, b"{}", 60, "normal", "t")


KEY = VAPID.generate_keys()[0].decode()


def test_one_token_serves_an_origin_and_names_its_port(service: Service) -> None:
    devices = [service.device() for _ in range(3)]
    answers = post([sealed(each) for each in devices], allowed_in(service.host))
    assert [each.status for each in answers] == [201, 201, 201]
    claims = [service.claims(each) for each in service.posted]
    assert {each["aud"] for each in claims} == {service.origin}
    assert {each["sub"] for each in claims} == {"mailto:drift@example.org"}
    assert len({each.headers["authorization"] for each in service.posted}) == 1


def test_a_lifetime_of_nought_is_said() -> None:
    device = Device("https://fcm.googleapis.com/x")
    keys = device.subscription()["keys"]
    to = To(device.endpoint, keys["p256dh"], keys["auth"])
    assert builder(KEY, "a@b.no").sealed(to, b"{}", 0, "low", "t").headers["ttl"] == "0"
    assert builder(KEY, "a@b.no").sealed(to, b"{}", 9, "low", "t").headers["ttl"] == "9"
    assert builder(KEY, "a@b.no").sealed(to, b"{}", 0, "low", "t").headers["ttl"] == "0"


def test_a_message_fits_whatever_its_words_are() -> None:
    device = Device("https://fcm.googleapis.com/x")
    shown = {"title": "å" * 3000, "body": "æ" * 3000, "lang": "nb", "navigate": "https://l.no/", "tag": "t"}
    content = content_of(shown, 3)
    assert len(content) <= LARGEST
    keys = device.subscription()["keys"]
    push = builder(KEY, "a@b.no").sealed(To(device.endpoint, keys["p256dh"], keys["auth"]), content, 9, "low", "t")
    assert len(push.body) <= 4096
    assert device.opened(push.body)["app_badge"] == 3
