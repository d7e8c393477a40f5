"""The way in by QR code: once, for a day, for one person, made by somebody who may."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.core import clock
from app.identity.enrolment.rules import may_vouch
from tests.world import Somebody, World

PIN, OTHER = "482913", "739164"


def code_for(leader: Somebody, person: Somebody) -> str:
    """The token a leader's QR code carries."""
    answer = leader.post(f"/people/{person.person_id}/code")
    assert answer.status_code == 200, answer.text
    address, token = answer.json["address"].split("#")
    assert address == "http://localhost/velkommen"
    return str(token)


def look(client: FlaskClient, token: str, address: str = "10.0.0.9") -> TestResponse:
    return client.post("/api/v1/enrolment/look", json={"token": token}, environ_base={"REMOTE_ADDR": address})


def use(client: FlaskClient, token: str, pin: str = PIN, address: str = "10.0.0.9", **more: Any) -> TestResponse:
    body = {"token": token, "pin": pin, "language": "nn", **more}
    return client.post("/api/v1/enrolment/use", json=body, environ_base={"REMOTE_ADDR": address})


def sign_in(client: FlaskClient, number: str, pin: str) -> TestResponse:
    body = {"organisation": "fjordvik", "employee_number": number, "pin": pin}
    return client.post("/api/v1/session", json=body)


def test_a_code_lets_its_person_in_once(world: World, client: FlaskClient) -> None:
    leader = world.somebody("Solbakken", "leader")
    newcomer = world.somebody(name="Łucja Ødegård Wiśniewska")
    token = code_for(leader, newcomer)
    shown = look(client, token)
    assert shown.headers["Cache-Control"] == "no-store"
    assert shown.json["first_name"] == "Łucja"
    assert shown.json["organisation"] == {"code": "fjordvik", "name": "Fjordvik"}
    assert (shown.json["resets"], shown.json["language"]) == (False, "nb")
    assert "Wiśniewska" not in shown.text
    used = use(client, token)
    assert used.status_code == 200
    assert used.json["person"]["language"] == "nn"
    assert client.get("/api/v1/me").json["device"] == {"enrolled": True, "code": None, "waiting": []}
    assert sign_in(world.application.test_client(), "1002", PIN).status_code == 200
    assert use(world.application.test_client(), token, OTHER).status_code == 404


def test_used_expired_replaced_and_unknown_codes_look_alike(world: World, client: FlaskClient) -> None:
    leader = world.somebody("Solbakken", "leader")
    used, old, replaced = (code_for(leader, world.somebody()) for _ in range(3))
    person = world.somebody()
    replaced = code_for(leader, person)
    code_for(leader, person)
    use(client, used)
    later = clock.now() + timedelta(hours=24)
    unknown = f"{world.organisation_id.hex}.nothing"
    with clock.standing_at(later):
        answers = [look(client, token) for token in (used, old, replaced, unknown, "nonsense")]
        answers += [use(client, token) for token in (used, old)]
    assert {each.status_code for each in answers} == {404}
    assert {each.json["code"] for each in answers} == {"enrolment_gone"}
    assert len({each.data for each in answers}) == 1


def test_a_code_lasts_a_day_and_not_a_second_more(world: World, client: FlaskClient) -> None:
    token = code_for(world.somebody("Solbakken", "leader"), world.somebody())
    with clock.standing_at(clock.now() + timedelta(hours=24) - timedelta(seconds=1)):
        assert look(client, token).status_code == 200


def test_a_pin_that_is_refused_does_not_use_the_code_up(world: World, client: FlaskClient) -> None:
    token = code_for(world.somebody("Solbakken", "leader"), world.somebody())
    assert use(client, token, "123456").json["code"] == "common_pin"
    assert use(client, token, "12").json["code"] == "invalid"
    assert use(client, token).status_code == 200


def test_a_code_for_who_has_a_pin_resets_at_first_use_and_not_before(world: World, client: FlaskClient) -> None:
    leader = world.somebody("Solbakken", "leader")
    person = world.somebody(pin=OTHER)
    token = code_for(leader, person)
    assert look(client, token).json["resets"] is True
    assert person.get("/me").status_code == 200
    assert sign_in(client, "1002", OTHER).status_code == 200
    assert use(client, token).status_code == 200
    assert person.get("/me").status_code == 401
    fresh = world.application.test_client()
    assert sign_in(fresh, "1002", OTHER).status_code == 401
    assert sign_in(fresh, "1002", PIN).status_code == 200


def test_a_shared_device_is_let_in_but_not_vouched_for(world: World, client: FlaskClient) -> None:
    token = code_for(world.somebody("Solbakken", "leader"), world.somebody())
    answer = use(client, token, shared=True)
    assert "Max-Age" not in answer.headers["Set-Cookie"]
    assert client.get("/api/v1/me").json["device"]["enrolled"] is False


def test_a_closed_account_is_not_opened_by_a_code(world: World, client: FlaskClient) -> None:
    leader, person = world.somebody("Solbakken", "leader"), world.somebody()
    token = code_for(leader, person)
    world.deactivate(person)
    assert look(client, token).status_code == 404
    assert use(client, token).status_code == 404
    assert leader.post(f"/people/{person.person_id}/code").status_code == 404


def test_who_guesses_codes_must_wait(world: World, client: FlaskClient) -> None:
    token = code_for(world.somebody("Solbakken", "leader"), world.somebody())
    for number in range(20):
        assert look(client, f"{world.organisation_id.hex}.guess{number}").status_code == 404
    assert look(client, token).status_code == 429
    assert use(client, token).status_code == 429
    assert use(client, token, address="10.0.0.10").status_code == 200


def test_the_device_forgets_who_held_it_before(world: World) -> None:
    leader, before = world.somebody("Solbakken", "leader"), world.somebody()
    token = code_for(leader, world.somebody())
    stolen = world.application.test_client()
    stolen.set_cookie("loype", before.client.get_cookie("loype").value)
    assert stolen.get("/api/v1/me").status_code == 200
    assert use(before.client, token).status_code == 200
    assert stolen.get("/api/v1/me").status_code == 401


def test_in_four_browsers_at_once_exactly_one_comes_in(world: World) -> None:
    token = code_for(world.somebody("Solbakken", "leader"), world.somebody())
    pins = ("482913", "739164", "918274", "605938")
    start, answers = threading.Barrier(len(pins)), []

    def come(pin: str) -> None:
        browser = world.application.test_client()
        start.wait(60)
        answers.append((use(browser, token, pin).status_code, pin))

    browsers = [threading.Thread(target=come, args=(pin,)) for pin in pins]
    for each in browsers:
        each.start()
    for each in browsers:
        each.join()
    assert sorted(status for status, _ in answers) == [200, 404, 404, 404]
    works = {pin for pin in pins if sign_in(world.application.test_client(), "1002", pin).status_code == 200}
    assert works == {pin for status, pin in answers if status == 200}


def test_making_a_code_is_noted_for_the_person(world: World) -> None:
    leader, person = world.somebody("Solbakken", "leader", name="Randi Haugen"), world.somebody()
    code_for(leader, person)
    assert [(each["viewer"], each["what"]) for each in person.get("/me/access-log").json["items"]] == [
        ("Randi Haugen", "code")
    ]


def test_who_makes_a_code_gains_no_power_by_using_it(world: World) -> None:
    world.department("Helse")
    world.department("Solbakken", "Helse")
    leader, admin = world.somebody("Helse", "leader"), world.somebody("Helse", "admin")
    below, editor = world.somebody("Solbakken", "leader"), world.somebody("Solbakken", "editor")
    status = {
        name: leader.post(f"/people/{each.person_id}/code").status_code
        for name, each in {"below": below, "editor": editor, "admin": admin, "self": leader}.items()
    }
    assert status == {"below": 200, "editor": 404, "admin": 404, "self": 200}
    assert below.post(f"/people/{leader.person_id}/code").status_code == 404
    for each in (below, editor, leader, admin):
        assert admin.post(f"/people/{each.person_id}/code").status_code == 200


@pytest.mark.parametrize(
    ("roles", "led", "held", "oneself", "may"),
    [
        ({"leader"}, {"a"}, [], False, True),
        ({"leader"}, {"a"}, [("resource_person", None)], False, True),
        ({"leader"}, {"a"}, [("leader", "a")], False, True),
        ({"leader"}, {"a"}, [("leader", "b")], False, False),
        ({"leader"}, {"a"}, [("leader", "a"), ("editor", None)], False, False),
        ({"leader"}, {"a"}, [("admin", None)], False, False),
        ({"leader"}, {"a"}, [("editor", None)], True, True),
        ({"admin"}, None, [("admin", None)], False, True),
    ],
)
def test_may_vouch(roles: set[str], led: Any, held: Any, oneself: bool, may: bool) -> None:
    assert may_vouch(roles, led, held, oneself) is may
