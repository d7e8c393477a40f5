"""What people with bad intentions try at the door."""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core.address import limited_as
from app.core.config import Config
from app.core.db import db
from app.factory import create_app
from tests.architecture.test_doors import DOORS, Door, filled
from tests.identity.test_sign_in import PIN, attempt
from tests.quests.course import course_in
from tests.world import World

DEPLOY = Path(__file__).parents[2] / "deploy"


def through(client: FlaskClient, number: str, pin: str, forwarded: str | None, proxy: str = "127.0.0.1") -> int:
    """Sign in as a proxy hands it on; the status."""
    body = {"organisation": "fjordvik", "employee_number": number, "pin": pin}
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return client.post("/api/v1/session", json=body, headers=headers, environ_base={"REMOTE_ADDR": proxy}).status_code


@pytest.fixture
def behind_nginx(application: Flask) -> Iterator[FlaskClient]:
    """The same installation, set up as deploy/loype.env has it."""
    given = dict(line.split("=", 1) for line in (DEPLOY / "loype.env").read_text().splitlines() if line[:6] == "LOYPE_")
    proxies = Config.from_environment({"LOYPE_PROXIES": given["LOYPE_PROXIES"]}).proxies
    own = application.config["LOYPE"]
    other = create_app(Config(env="test", data=own.data, database_url=own.database_url, proxies=proxies))
    yield other.test_client()
    with other.app_context():
        db.engine.dispose()


def test_behind_the_proxy_each_caller_has_limits_of_their_own(world: World, behind_nginx: FlaskClient) -> None:
    world.somebody(pin=PIN)
    for number in range(2000, 2020):
        assert through(behind_nginx, str(number), "000001", "203.0.113.9") == 401
    assert through(behind_nginx, "1001", PIN, "203.0.113.9") == 429
    assert through(behind_nginx, "1001", PIN, "203.0.113.10") == 200


def test_what_a_caller_says_before_the_proxy_is_not_believed(world: World, behind_nginx: FlaskClient) -> None:
    world.somebody(pin=PIN)
    for number in range(2000, 2020):
        through(behind_nginx, str(number), "000001", f"198.51.100.{number - 1999}, 203.0.113.9")
    assert through(behind_nginx, "1001", PIN, "198.51.100.99, 203.0.113.9") == 429


def test_without_a_proxy_nobody_is_believed(world: World, client: FlaskClient) -> None:
    world.somebody(pin=PIN)
    for number in range(2000, 2020):
        through(client, str(number), "000001", f"198.51.100.{number - 1999}", "203.0.113.9")
    assert through(client, "1001", PIN, "198.51.100.99", "203.0.113.9") == 429
    assert through(client, "1001", PIN, None, "203.0.113.10") == 200


def test_the_proxy_as_set_up_writes_the_address_it_sees_itself() -> None:
    lines = [line.strip() for line in (DEPLOY / "nginx.conf").read_text().splitlines()]
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in lines
    assert "LOYPE_PROXIES=1" in (DEPLOY / "loype.env").read_text().splitlines()


@pytest.mark.parametrize(
    ("address", "limited"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("unknown", "unknown"),
        ("", ""),
    ],
)
def test_an_ipv6_caller_is_their_whole_network(address: str, limited: str) -> None:
    assert limited_as(address) == limited


def test_moving_within_an_ipv6_network_gives_no_new_tries(world: World, client: FlaskClient) -> None:
    world.somebody(pin=PIN)
    for number in range(2000, 2020):
        attempt(client, str(number), "000001", address=f"2001:db8::{number}")
    assert attempt(client, "1001", PIN, address="2001:db8::ffff").status_code == 429


def test_who_is_unknown_closed_or_wrong_gets_the_same_answer_at_the_same_cost(
    world: World, client: FlaskClient
) -> None:
    """The cost is processor time: the same hash is worked out for nobody."""
    for _ in range(2):
        world.somebody(pin=PIN)
    world.deactivate(world.somebody(pin=PIN))
    cost: dict[str, list[float]] = {"1001": [], "1003": [], "9999": []}
    answers = set()
    for attempted in range(4):
        for number, spent in cost.items():
            began = process_time()
            pin = "000001" if number == "1001" else PIN  # to a closed account even the right one opens nothing
            answer = attempt(client, number, pin, address=f"10.0.{attempted}.{number[-1]}")
            spent.append(process_time() - began)
            answers.add((answer.status_code, answer.data, tuple(sorted(answer.headers.keys()))))
    assert len(answers) == 1
    medians = [median(each) for each in cost.values()]
    assert min(medians) > 0.5 * max(medians), cost


def test_a_cookie_from_before_is_worth_nothing_after(world: World, client: FlaskClient) -> None:
    """Fixation: what somebody else has put into the browser does not become the session."""
    world.somebody(pin=PIN)
    planted = f"{world.organisation_id.hex}.{'a' * 43}"
    client.set_cookie("loype", planted)
    assert attempt(client, "1001", PIN).status_code == 200
    cookie = client.get_cookie("loype")
    assert cookie is not None
    assert cookie.value != planted
    thief = world.application.test_client()
    thief.set_cookie("loype", planted)
    assert thief.get("/api/v1/me").status_code == 401


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_form_on_another_site_signs_nobody_in(world: World, client: FlaskClient, kind: str) -> None:
    """A page elsewhere can post these without asking first; JSON it cannot."""
    world.somebody(pin=PIN)
    body = json.dumps({"organisation": "fjordvik", "employee_number": "1001", "pin": PIN})
    answer = client.post("/api/v1/session", data=body, content_type=kind)
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (422, False)


def test_nothing_is_changed_without_the_header(world: World) -> None:
    course, somebody = course_in(world), world.somebody("Solbakken", "admin")
    colleague = world.somebody()
    for (method, path), door in DOORS.items():
        if method == "GET" or not isinstance(door, Door):
            continue
        for headers in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": colleague.csrf}, {"X-CSRF-Token": "ø"}):
            address = f"/api/v1{filled(method, path, course, colleague)}"
            answer = somebody.client.open(address, method=method, json={}, headers=headers)
            assert (answer.status_code, answer.json["code"]) == (403, "csrf"), (method, path)


def test_signing_out_clears_what_the_browser_kept(world: World) -> None:
    somebody = world.somebody()
    answer = somebody.send("DELETE", "/session")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert somebody.get("/me").status_code == 401
