"""Devices, the inbox and switches, through their doors."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.db import committed, db
from app.core.keys import push_key
from app.identity import sign_in
from app.identity.actions import set_pin
from app.identity.door import cookie_name
from app.identity.sign_in import Knock
from app.identity.viewer import csrf_token_of
from app.nudges.jobs import forget_devices
from app.nudges.messages import public_key
from app.nudges.models import PushSubscription
from tests.nudges.service import Device, Service
from tests.nudges.test_endpoints import REFUSED, in_base64
from tests.world import Somebody, World

FCM = "https://fcm.googleapis.com/fcm/send/"


def device(name: str = "a") -> Device:
    return Device(FCM + name)


def devices(somebody: Somebody) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = somebody.get("/push/subscriptions").json["items"]
    return found


def stored(world: World) -> int:
    world.enter()
    db.session.rollback()
    own = PushSubscription.organisation_id == world.organisation_id
    return db.session.scalar(select(func.count()).select_from(PushSubscription).where(own)) or 0


def test_the_key_is_the_installations_and_stays(world: World) -> None:
    somebody = world.somebody()
    key = somebody.get("/push/key").json["key"]
    assert key == public_key(push_key()) == somebody.get("/push/key").json["key"]
    assert len(key) == 87


def test_a_device_registers_once_however_often_it_says_so(world: World) -> None:
    somebody, phone = world.somebody(), device()
    first = somebody.post("/push/subscriptions", phone.subscription())
    again = somebody.post("/push/subscriptions", phone.subscription())
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json["id"] == again.json["id"]
    assert [(each["service"], each["this_device"]) for each in devices(somebody)] == [("fcm.googleapis.com", True)]
    assert somebody.send("DELETE", f"/push/subscriptions/{first.json['id']}").status_code == 204
    assert somebody.send("DELETE", f"/push/subscriptions/{first.json['id']}").status_code == 404
    assert devices(somebody) == []


@pytest.mark.parametrize("endpoint", REFUSED)
def test_an_address_that_is_no_push_service_is_refused(world: World, endpoint: str) -> None:
    somebody = world.somebody()
    answer = somebody.post("/push/subscriptions", {**device().subscription(), "endpoint": endpoint})
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
    assert devices(somebody) == []


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"p256dh": "", "auth": ""},
        {"p256dh": in_base64(b"\x04" + b"\x00" * 64)},
        {"p256dh": "A" * 10_000},
        {"auth": in_base64(b"x")},
        {"auth": "A" * 10_000},
        {"auth": 5},
        None,
    ],
)
def test_keys_that_are_none_are_refused(world: World, keys: Any) -> None:
    somebody, whole = world.somebody(), device().subscription()
    sent = {**whole, "keys": {**whole["keys"], **keys} if keys else keys}
    assert somebody.post("/push/subscriptions", sent).status_code == 422


def test_at_most_ten_devices_the_oldest_goes(world: World) -> None:
    somebody = world.somebody()
    names = [device(str(n)) for n in range(12)]
    for n, each in enumerate(names):
        with clock.standing_at(clock.now() + timedelta(seconds=n)):
            somebody.post("/push/subscriptions", each.subscription())
    assert len(devices(somebody)) == 10
    world.enter()
    kept = set(db.session.scalars(select(PushSubscription.endpoint)))
    assert kept == {each.endpoint for each in names[2:]}


def test_a_phone_is_whose_sign_in_was_last(world: World) -> None:
    first, second, phone = world.somebody(), world.somebody(), device()
    first.post("/push/subscriptions", phone.subscription())
    second.post("/push/subscriptions", phone.subscription())
    assert (devices(first), len(devices(second))) == ([], 1)
    assert stored(world) == 1


def test_also_over_organisations(world: World) -> None:
    neighbour = World(world.application, "fjellby")
    first, second, phone = world.somebody(), neighbour.somebody(), device()
    first.post("/push/subscriptions", phone.subscription())
    second.post("/push/subscriptions", phone.subscription())
    assert (devices(first), len(devices(second))) == ([], 1)
    assert (stored(world), stored(neighbour)) == (1, 1), "the old row stands until the hour"
    forget_devices()
    assert (stored(world), stored(neighbour)) == (0, 1)


def test_another_persons_device_is_not_there(world: World) -> None:
    owner, other = world.somebody(), world.somebody()
    made = owner.post("/push/subscriptions", device().subscription()).json["id"]
    assert other.send("DELETE", f"/push/subscriptions/{made}").status_code == 404
    assert len(devices(owner)) == 1


def test_a_device_ends_with_its_sign_in(world: World) -> None:
    ways = {
        "sign-out": lambda one: one.send("DELETE", "/session"),
        "new PIN": lambda one: committed(set_pin, world.organisation_id, one.person_id, "482913"),
        "closed": world.deactivate,
    }
    for name, end in ways.items():
        somebody = world.somebody()
        somebody.post("/push/subscriptions", device(name[:3]).subscription())
        assert stored(world) == 1, name
        world.enter()
        end(somebody)
        assert stored(world) == 0, name


def test_a_shared_device_is_never_pushed_to(world: World) -> None:
    somebody = world.somebody()
    world.enter()
    token = committed(sign_in.open_session, world.organisation_id, somebody.person_id, Knock("ward", ""), shared=True)
    client = world.application.test_client()
    client.set_cookie(cookie_name(), token)
    ward = Somebody(world, somebody.person_id, somebody.player_id, client, csrf_token_of(token))
    answer = ward.post("/push/subscriptions", device().subscription())
    assert (answer.status_code, answer.json["code"]) == (422, "shared_device")


def test_a_push_to_oneself(world: World, service: Service) -> None:
    somebody, phone = world.somebody(), service.device()
    assert somebody.post("/push/test").json["code"] == "no_subscription"
    somebody.post("/push/subscriptions", phone.subscription())
    answer = somebody.post("/push/test")
    assert (answer.status_code, answer.json["outcome"]) == (200, "sent")
    (push,) = service.to(phone)
    shown = phone.opened(push.body)
    assert shown["web_push"] == 8030
    assert shown["notification"]["title"] == "Varsler virker"
    assert shown["notification"]["navigate"].startswith("http://localhost/?varsel=")
    assert devices(somebody)[0]["sent_at"] is not None
    assert somebody.get("/inbox").json["total"] == 0
    assert somebody.get("/today").json["inbox"] == {"unread": 0}


def test_pushes_to_oneself_are_few(world: World, service: Service) -> None:
    somebody, phone = world.somebody(), service.device()
    somebody.post("/push/subscriptions", phone.subscription())
    for _ in range(5):
        assert somebody.post("/push/test").status_code == 200
    refused = somebody.post("/push/test")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "600")
    with clock.standing_at(clock.now() + timedelta(minutes=10)):
        assert somebody.post("/push/test").status_code == 200
    assert len(service.to(phone)) == 6


@pytest.mark.parametrize(("status", "outcome", "left"), [(410, "gone", 0), (403, "given_up", 1), (500, "again", 1)])
def test_what_a_test_says_is_true(world: World, service: Service, status: int, outcome: str, left: int) -> None:
    somebody, phone = world.somebody(), service.device(status)
    somebody.post("/push/subscriptions", phone.subscription())
    assert somebody.post("/push/test").json["outcome"] == outcome
    assert len(devices(somebody)) == left
    assert all((each["refused_at"] is not None) == (status == 403) for each in devices(somebody))


def test_switches_are_on_until_turned_off(world: World) -> None:
    somebody = world.somebody()
    everything = {"quest_opened": True, "reminder": True, "deadline": True, "help": True}
    assert somebody.get("/nudges/settings").json == everything
    changed = somebody.send("PATCH", "/nudges/settings", {"reminder": False})
    assert changed.json == somebody.get("/nudges/settings").json == {**everything, "reminder": False}
    assert somebody.send("PATCH", "/nudges/settings", {"reminder": False, "x": 1}).status_code == 200
    assert somebody.send("PATCH", "/nudges/settings", {"reminder": True}).json == everything
    assert somebody.send("PATCH", "/nudges/settings", {"reminder": "perhaps"}).status_code == 422
    assert world.somebody().get("/nudges/settings").json == everything


def test_only_ones_own_nudges_are_read_all_or_none(world: World) -> None:
    somebody = world.somebody()
    assert somebody.post("/inbox/read", {"ids": [str(uuid4())]}).status_code == 404
    assert somebody.post("/inbox/read", {"ids": []}).status_code == 422
    assert somebody.post("/inbox/read", {"ids": [str(uuid4()) for _ in range(51)]}).status_code == 422
    assert somebody.get("/inbox?page=0").status_code == 422
