"""Signing in: the right PIN opens, everything else looks alike."""

import pytest
from flask.testing import FlaskClient

from tests.world import World

PIN = "482913"


def attempt(client: FlaskClient, number: str, pin: str, organisation: str = "fjordvik", address: str = "10.0.0.1"):
    body = {"organisation": organisation, "employee_number": number, "pin": pin}
    return client.post("/api/v1/session", json=body, environ_base={"REMOTE_ADDR": address})


def test_the_right_pin_opens_a_session(world: World, client: FlaskClient) -> None:
    world.somebody(pin=PIN, name="Ingrid Nes")
    answer = attempt(client, "1001", PIN, organisation=" Fjordvik ")
    assert answer.status_code == 200
    assert answer.json["person"]["name"] == "Ingrid Nes"
    assert {"key", "token"} == set(answer.json["seal"])
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    gone = client.delete("/api/v1/session", headers={"X-CSRF-Token": answer.json["csrf_token"]})
    assert gone.status_code == 204
    assert client.get("/api/v1/me/access-log").status_code == 401


@pytest.mark.parametrize(
    ("number", "pin", "organisation"),
    [("1001", "000001", "fjordvik"), ("9999", PIN, "fjordvik"), ("1001", PIN, "nowhere")],
)
def test_what_is_wrong_looks_alike(world: World, client: FlaskClient, number: str, pin: str, organisation: str) -> None:
    world.somebody(pin=PIN)
    answer = attempt(client, number, pin, organisation)
    assert answer.status_code == 401
    assert answer.json == {
        "type": "about:blank",
        "title": "The number or the PIN is not right.",
        "status": 401,
        "code": "wrong_credentials",
    }


def test_five_wrong_tries_make_an_account_wait_though_the_sixth_is_right(world: World, client: FlaskClient) -> None:
    world.somebody(pin=PIN)
    for address in range(5):
        assert attempt(client, "1001", "000001", address=f"10.0.0.{address}").status_code == 401
    answer = attempt(client, "1001", PIN, address="10.0.1.1")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 900


def test_one_forgetful_person_does_not_lock_the_ward(world: World, client: FlaskClient) -> None:
    world.somebody(pin=PIN)
    world.somebody(pin=PIN)
    for _ in range(6):
        attempt(client, "1001", "000001")
    assert attempt(client, "1002", PIN).status_code == 200


def test_an_address_that_tries_many_accounts_must_wait(world: World, client: FlaskClient) -> None:
    world.somebody(pin=PIN)
    for number in range(2000, 2020):
        attempt(client, str(number), "000001")
    assert attempt(client, "1001", PIN).status_code == 429
    assert attempt(client, "1001", PIN, address="10.0.0.2").status_code == 200
