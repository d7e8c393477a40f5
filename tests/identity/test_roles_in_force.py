"""Power over others needs more than a PIN: an enrolled device, or a passkey."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.core import clock
from app.identity.models import ROLES
from app.identity.rules import roles_in_force
from tests.identity.test_enrolment import OTHER, PIN, code_for, use
from tests.world import World


def sign_in(client: FlaskClient, number: str = "1001", pin: str = PIN, shared: bool = False) -> TestResponse:
    body = {"organisation": "fjordvik", "employee_number": number, "pin": pin, "shared": shared}
    return client.post("/api/v1/session", json=body)


@pytest.mark.parametrize(
    ("held", "enrolled", "policy", "in_force"),
    [
        ({"leader", "resource_person"}, False, {}, {"resource_person"}),
        ({"leader", "editor", "admin"}, False, {}, set()),
        ({"leader", "editor", "admin"}, True, {}, {"leader", "editor", "admin"}),
        ({"leader", "admin"}, False, {"pin_only": True}, {"leader", "admin"}),
        ({"leader"}, False, {"pin_only": False}, set()),
        (set(), False, {}, set()),
    ],
)
def test_roles_in_force(held: set[str], enrolled: bool, policy: dict[str, bool], in_force: set[str]) -> None:
    assert roles_in_force(frozenset(held), enrolled, policy) == in_force


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"learner"}))
def test_with_a_pin_alone_a_session_is_a_learners_and_says_so(world: World, client: FlaskClient, role: str) -> None:
    world.somebody("Solbakken", role, pin=PIN)
    signed = sign_in(client).json
    me = client.get("/api/v1/me").json
    if role == "resource_person":
        assert me["device"] == {"enrolled": False, "code": None, "waiting": []}
        assert me["person"]["roles"] == ["learner", "resource_person"]
        return
    assert signed["person"]["roles"] == me["person"]["roles"] == ["learner"]
    assert me["device"] == {"enrolled": False, "code": "device_not_enrolled", "waiting": [role]}
    assert client.get("/api/v1/people").status_code == 404
    assert client.get("/api/v1/today").status_code == 200


def test_the_policy_lets_a_pin_suffice(application, thursday, client: FlaskClient) -> None:
    World(application, policy={"pin_only": True}).somebody("Solbakken", "leader", pin=PIN)
    assert sign_in(client).json["person"]["roles"] == ["leader", "learner"]
    assert client.get("/api/v1/people").status_code == 200


def test_a_code_enrols_the_leaders_device(world: World, client: FlaskClient) -> None:
    admin = world.somebody("Solbakken", "admin")
    leader = world.somebody("Solbakken", "leader", enrolled=False)
    assert leader.get("/people").status_code == 404
    assert use(client, code_for(admin, leader)).json["person"]["roles"] == ["leader", "learner"]
    assert client.get("/api/v1/people").status_code == 200


def test_an_enrolled_phone_needs_only_the_pin_when_its_month_is_over(world: World, client: FlaskClient) -> None:
    admin, leader = world.somebody("Solbakken", "admin"), world.somebody("Solbakken", "leader")
    use(client, code_for(admin, leader))
    for days in (31, 62, 93):
        with clock.standing_at(clock.now() + timedelta(days=days)):
            assert client.get("/api/v1/me").status_code == 401
            assert "leader" in sign_in(client, "1002").json["person"]["roles"]
            assert sign_in(world.application.test_client(), "1002").json["person"]["roles"] == ["learner"]


def test_signing_out_leaves_nothing_that_vouches(world: World, client: FlaskClient) -> None:
    admin, leader = world.somebody("Solbakken", "admin"), world.somebody("Solbakken", "leader")
    csrf = use(client, code_for(admin, leader)).json["csrf_token"]
    token = client.get_cookie("loype").value
    client.delete("/api/v1/session", headers={"X-CSRF-Token": csrf})
    client.set_cookie("loype", token)
    assert sign_in(client, "1002").json["person"]["roles"] == ["learner"]


def test_one_persons_enrolled_phone_does_not_vouch_for_another(world: World, client: FlaskClient) -> None:
    admin, leader = world.somebody("Solbakken", "admin"), world.somebody("Solbakken", "leader")
    world.somebody("Solbakken", "leader", pin=OTHER)
    use(client, code_for(admin, leader))
    assert sign_in(client, "1003", OTHER).json["person"]["roles"] == ["learner"]
    assert sign_in(client, "1002").json["person"]["roles"] == ["learner"]


def test_an_enrolled_phone_used_as_a_shared_one_is_no_longer_vouched_for(world: World, client: FlaskClient) -> None:
    admin, leader = world.somebody("Solbakken", "admin"), world.somebody("Solbakken", "leader")
    use(client, code_for(admin, leader))
    assert sign_in(client, "1002", shared=True).json["person"]["roles"] == ["learner"]


def test_a_new_sign_in_ends_the_session_the_device_held(world: World, client: FlaskClient) -> None:
    before = world.somebody(pin=PIN)
    token = before.client.get_cookie("loype").value
    client.set_cookie("loype", token)
    assert sign_in(client).status_code == 200
    assert client.get_cookie("loype").value != token
    assert before.get("/me").status_code == 401
