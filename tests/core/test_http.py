"""What every answer has: a problem anybody can act on, and headers that let nothing in."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.world import World


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/quests/not-an-id", "/missing.js", "/assets/missing.js"])
def test_what_is_not_there(world: World, path: str) -> None:
    answer = world.somebody().client.get(path)
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert answer.json["code"] == "not_found"


@pytest.mark.parametrize("body", [b"{", b"[1]", b'"text"', b"\xff\xfe", b"[" * 100_000, b'{"pin": {"a": 1}}', b"null"])
def test_bad_json_is_told_and_nothing_more(application: object, client: FlaskClient, body: bytes) -> None:
    answer = client.post("/api/v1/session", data=body, content_type="application/json")
    assert answer.status_code in (400, 422)
    assert answer.json["code"] == "invalid"


def test_the_field_that_is_wrong_is_named(application: object, client: FlaskClient) -> None:
    answer = client.post("/api/v1/session", json={"organisation": "fjordvik", "pin": "482913"})
    assert answer.status_code == 422
    assert "employee_number" in answer.json["errors"]


def test_too_much_is_refused(application: object, client: FlaskClient) -> None:
    answer = client.post("/api/v1/session", data=b'{"pin": "' + b"1" * 1_100_000, content_type="application/json")
    assert answer.status_code == 413
    assert answer.json["code"] == "too_large"


def test_an_unsafe_method_needs_the_token_of_the_session(world: World) -> None:
    somebody = world.somebody()
    for headers in ({}, {"X-CSRF-Token": "wrong"}, {"X-CSRF-Token": "ø"}):
        answer = somebody.client.delete("/api/v1/session", headers=headers)
        assert (answer.status_code, answer.json["code"]) == (403, "csrf")
    assert somebody.send("DELETE", "/session").status_code == 204


def test_headers_let_nothing_in(application: object, client: FlaskClient) -> None:
    headers = client.get("/healthz").headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in headers


def test_errors_are_described_as_they_are_answered(application: Flask, client: FlaskClient) -> None:
    contract = client.get("/api/v1/openapi.json").json
    for name, response in contract["components"]["responses"].items():
        if name == "Refused304":  # which is no error, and has no body
            continue
        assert list(response["content"]) == ["application/problem+json"]
    described = contract["components"]["schemas"]["ProblemOut"]
    answer = client.get("/api/v1/today")
    assert answer.mimetype == "application/problem+json"
    assert set(described["required"]) == set(answer.json)


def test_a_method_that_is_not_there_names_those_that_are(application: Flask, client: FlaskClient) -> None:
    answer = client.open("/api/v1/play/letters", method="TRACE")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


def test_what_only_looks_like_yes_is_refused(world: World) -> None:
    answer = world.somebody().send("PATCH", "/me", {"on_boards": 1})
    assert (answer.status_code, answer.json["errors"]) == (422, {"on_boards": ["Not a valid boolean."]})
