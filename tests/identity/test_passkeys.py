"""Passkeys: offered to everybody, and good for nothing that was not signed here, now, once, by somebody verified."""

from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.core import clock
from tests.identity.authenticator import PRESENT, Authenticator
from tests.identity.test_enrolment import code_for, use
from tests.world import Somebody, World


def registered(somebody: Somebody, device: Authenticator | None = None) -> Authenticator:
    """A device that holds a passkey of this person."""
    device = device or Authenticator()
    answer = register(somebody, device)
    assert answer.status_code == 201, answer.text
    return device


def register(somebody: Somebody, device: Authenticator) -> TestResponse:
    options = somebody.post("/me/passkeys/options").json
    return somebody.post("/me/passkeys", {"credential": device.make(options)})


def options_for(client: FlaskClient, address: str = "10.0.0.9") -> dict[str, Any]:
    found = client.post("/api/v1/session/passkey/options", environ_base={"REMOTE_ADDR": address})
    assert found.status_code == 200
    return found.json


def offer(client: FlaskClient, proof: dict[str, Any], address: str = "10.0.0.9") -> TestResponse:
    body = {"credential": proof}
    return client.post("/api/v1/session/passkey", json=body, environ_base={"REMOTE_ADDR": address})


def sign_in(client: FlaskClient, device: Authenticator) -> TestResponse:
    return offer(client, device.prove(options_for(client)))


def refused(answer: TestResponse) -> bool:
    return (answer.status_code, answer.json["code"]) == (401, "passkey_refused")


def test_a_passkey_signs_its_owner_in_again_and_again(world: World, client: FlaskClient) -> None:
    person = world.somebody(name="Ingrid Nes")
    device = registered(person)
    for _ in range(2):
        answer = sign_in(client, device)
        assert answer.json["person"]["name"] == "Ingrid Nes"
        assert client.get("/api/v1/me").status_code == 200
    (shown,) = person.get("/me/passkeys").json["items"]
    assert shown["used_at"] == "2026-11-19T11:00:00Z"


def test_the_options_ask_for_a_verified_person_and_a_key_that_is_found_by_itself(world: World) -> None:
    person = world.somebody()
    asked = person.post("/me/passkeys/options").json["publicKey"]
    assert asked["rp"] == {"id": "localhost", "name": "Løype"}
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    device = registered(person)
    again = person.post("/me/passkeys/options").json["publicKey"]
    assert len(again["excludeCredentials"]) == 1
    assert register(person, device).json["code"] == "passkey_refused"


@pytest.mark.parametrize(
    "cheat",
    [{"origin": "https://loype.evil.no"}, {"rp_id": "evil.no"}, {"flags": PRESENT}, {"flags": 0}],
    ids=["origin", "rp_id", "not verified", "not present"],
)
def test_what_was_not_signed_here_by_somebody_verified_is_refused(
    world: World, client: FlaskClient, cheat: dict[str, Any]
) -> None:
    person = world.somebody()
    assert register(person, Authenticator(**cheat)).json["code"] == "passkey_refused"
    device = registered(person)
    for name, value in cheat.items():
        setattr(device, name, value)
    assert refused(sign_in(client, device))


def test_a_challenge_is_answered_once(world: World, client: FlaskClient) -> None:
    person = world.somebody()
    device = registered(person)
    proof = device.prove(options_for(client))
    assert offer(client, proof).status_code == 200
    assert refused(offer(client, proof))
    made = Authenticator().make(person.post("/me/passkeys/options").json)
    assert person.post("/me/passkeys", {"credential": made}).status_code == 201
    assert person.post("/me/passkeys", {"credential": made}).json["code"] == "passkey_refused"


def test_a_challenge_is_spent_by_a_wrong_answer_too(world: World, client: FlaskClient) -> None:
    device = registered(world.somebody())
    options = options_for(client)
    device.flags = PRESENT
    assert refused(offer(client, device.prove(options)))
    device.flags = Authenticator().flags
    assert refused(offer(client, device.prove(options)))


def test_a_challenge_lasts_five_minutes(world: World, client: FlaskClient) -> None:
    device = registered(world.somebody())
    options = options_for(client)
    with clock.standing_at(clock.now() + timedelta(minutes=5)):
        assert refused(offer(client, device.prove(options)))


def test_a_challenge_of_somebody_elses_session_or_of_none_is_refused(world: World, client: FlaskClient) -> None:
    person, other = world.somebody(), world.somebody()
    made = Authenticator().make(other.post("/me/passkeys/options").json)
    assert person.post("/me/passkeys", {"credential": made}).json["code"] == "passkey_refused"
    user = person.post("/me/passkeys/options").json["publicKey"]["user"]
    stolen = {"publicKey": {**options_for(client)["publicKey"], "user": user}}
    made = Authenticator().make(stolen)
    assert person.post("/me/passkeys", {"credential": made}).json["code"] == "passkey_refused"
    device = registered(person)
    assert refused(offer(client, device.prove(person.post("/me/passkeys/options").json)))


def test_a_count_that_does_not_grow_is_a_copy(world: World, client: FlaskClient) -> None:
    device = registered(world.somebody())
    device.count = 10
    assert sign_in(client, device).status_code == 200
    for count in (5, 10):  # signs with 6, then with 11 again
        device.count = count
        assert refused(sign_in(client, device))
    assert sign_in(client, device).status_code == 200


def test_a_key_that_does_not_count_is_fine(world: World, client: FlaskClient) -> None:
    device = registered(world.somebody())
    for _ in range(2):
        device.count = -1
        assert sign_in(client, device).status_code == 200


def test_a_deleted_passkey_opens_nothing(world: World, client: FlaskClient) -> None:
    person = world.somebody()
    device = registered(person)
    (shown,) = person.get("/me/passkeys").json["items"]
    assert world.somebody().send("DELETE", f"/me/passkeys/{shown['id']}").status_code == 404
    assert person.send("DELETE", f"/me/passkeys/{shown['id']}").status_code == 204
    assert refused(sign_in(client, device))
    assert person.get("/me/passkeys").json["total"] == 0


def test_a_closed_account_and_another_signature_open_nothing(world: World, client: FlaskClient) -> None:
    person, other = world.somebody(), world.somebody()
    device, others = registered(person), registered(other)
    others.id = device.id
    assert refused(sign_in(client, others))
    device.handle, before = others.handle, device.handle
    assert refused(sign_in(client, device))
    device.handle = ""
    assert refused(sign_in(client, device))
    device.handle = before
    world.deactivate(person)
    assert refused(sign_in(client, device))


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature", "userHandle"])
@pytest.mark.parametrize("value", ["", "AAAA", "%%%", "eyJ9", "x" * 3000])
def test_what_cannot_be_read_is_refused(world: World, client: FlaskClient, part: str, value: str) -> None:
    device = registered(world.somebody())
    proof = device.prove(options_for(client))
    proof["response"][part] = value
    assert refused(offer(client, proof))


@pytest.mark.parametrize("value", ["", "AAAA", "%%%", "eyJ9", "oA", "x" * 3000])
def test_a_registration_that_cannot_be_read_is_refused(world: World, value: str) -> None:
    person = world.somebody()
    for part in ("clientDataJSON", "attestationObject"):
        made = Authenticator().make(person.post("/me/passkeys/options").json)
        made["response"][part] = value
        assert person.post("/me/passkeys", {"credential": made}).json["code"] == "passkey_refused"


def test_a_passkey_brings_a_leaders_roles_on_any_device(world: World, client: FlaskClient) -> None:
    device = registered(world.somebody("Solbakken", "leader"))
    assert sign_in(client, device).json["person"]["roles"] == ["leader", "learner"]
    assert client.get("/api/v1/people").status_code == 200


def test_a_passkey_made_with_a_pin_alone_brings_no_roles(world: World, client: FlaskClient) -> None:
    leader = world.somebody("Solbakken", "leader", enrolled=False)
    answer = leader.post("/me/passkeys/options")
    assert (answer.status_code, answer.json["code"]) == (403, "device_not_enrolled")
    learner = world.somebody(enrolled=False)
    device = registered(learner)
    world.give_role(learner, "admin")
    assert sign_in(client, device).json["person"]["roles"] == ["learner"]


def test_a_reset_takes_passkeys_away(world: World, client: FlaskClient) -> None:
    leader, person = world.somebody("Solbakken", "leader"), world.somebody()
    device = registered(person)
    use(world.application.test_client(), code_for(leader, person))
    assert refused(sign_in(client, device))


def test_who_asks_and_asks_must_wait(world: World, client: FlaskClient) -> None:
    for _ in range(100):
        options_for(client)
    answer = client.post("/api/v1/session/passkey/options", environ_base={"REMOTE_ADDR": "10.0.0.9"})
    assert (answer.status_code, answer.json["code"]) == (429, "too_many_attempts")
    options_for(client, "10.0.0.10")
    with clock.standing_at(clock.now() + timedelta(minutes=5)):
        options_for(client)


def test_ten_passkeys_are_enough(world: World) -> None:
    person = world.somebody()
    for _ in range(10):
        registered(person)
    answer = register(person, Authenticator())
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
