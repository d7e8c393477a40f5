"""Logs tell what happened and to which organisation, never who did it, what they wrote or what opens their account."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app.core import logs
from app.core.config import Config
from app.core.db import committed, db, enter
from app.core.http import public
from app.factory import create_app
from app.identity import actions
from app.identity.models import Person
from tests.schema import build

NAME, NUMBER, PIN = "Ingrid Kanarifugl", "77001", "739164"


@pytest.fixture
def in_production(tmp_path: Path) -> Iterator[Flask]:
    """An installation as it runs for people, with one of them in it."""
    application = create_app(Config(env="production", data=str(tmp_path), https=True))
    application.add_url_rule("/api/v1/broken", view_func=broken)
    with application.app_context():
        build()

        def made() -> None:
            organisation = actions.create_organisation("fjell", "Fjell")
            actions.add_person(organisation.id, NUMBER, NAME, PIN)

        committed(made)
        db.session.remove()
        enter(None)
    yield application
    logs.configure(Config(env="test"))
    with application.app_context():
        db.engine.dispose()


@public
def broken() -> None:
    """A fault whose message quotes a person."""
    organisation = actions.create_organisation("annen", "Annen")
    actions.add_person(organisation.id, NUMBER, NAME)
    db.session.add(Person(organisation_id=organisation.id, employee_number=NUMBER, name=NAME))
    db.session.flush()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_request_is_one_line_with_its_route_and_organisation(
    in_production: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    client = in_production.test_client()
    body = {"organisation": "fjell", "employee_number": NUMBER, "pin": PIN}
    answer = client.post("/api/v1/session", json=body, base_url="https://localhost")
    assert answer.status_code == 200
    [line] = [each for each in lines(capsys) if each["event"] == "request"]
    assert (line["method"], line["route"], line["status"], line["level"]) == ("POST", "/api/v1/session", 200, "info")
    assert line["ms"] > 0
    assert len(line["organisation"]) == 36
    assert line["request"] == answer.headers["X-Request-Id"]
    assert line.keys() == {
        "event",
        "request",
        "method",
        "route",
        "status",
        "ms",
        "organisation",
        "level",
        "logger",
        "timestamp",
    }


def test_no_name_pin_or_token_is_in_the_log(in_production: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    client = in_production.test_client()
    body = {"organisation": "fjell", "employee_number": NUMBER, "pin": PIN}
    answer = client.post("/api/v1/session", json=body, base_url="https://localhost")
    secrets = [NAME, "Kanarifugl", NUMBER, PIN, answer.json["csrf_token"], answer.json["seal"]["token"]]
    cookie = client.get_cookie("__Host-loype")
    assert cookie is not None
    secrets.append(cookie.value)
    client.get("/api/v1/me", base_url="https://localhost")
    client.post("/api/v1/session", json=body | {"pin": PIN + "1"}, base_url="https://localhost")
    client.post("/api/v1/session", data=f"{{{PIN} {NAME}", base_url="https://localhost")
    client.get(f"/api/v1/people/{NAME}?pin={PIN}", base_url="https://localhost")
    assert client.get("/api/v1/broken", base_url="https://localhost").status_code == 500
    told = capsys.readouterr().err
    assert told.count("\n") >= 6
    assert [secret for secret in secrets if secret in told] == []


def test_a_fault_is_told_by_its_kind_and_place(in_production: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    in_production.test_client().get("/api/v1/broken", base_url="https://localhost")
    [line] = [each for each in lines(capsys) if each["level"] == "error"]
    assert line["event"] == "unexpected"
    assert line["error"] == ["IntegrityError", "IntegrityError"]
    assert any("test_logs.py" in place and place.endswith(" broken") for place in line["at"])


@pytest.mark.parametrize("env", ["production", "development"])
def test_what_somebody_wrote_begins_no_line_of_its_own(env: str, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Config(env=env))
    try:
        logging.getLogger("loype.try").warning("of %s", "a\nb\r\x1b[31m\u2028c", extra={"more": "x\ny"})
    finally:
        logs.configure(Config(env="test"))
    [line] = capsys.readouterr().err.splitlines()
    assert "\x1b" not in line
    assert "\\n" in line


def test_development_shows_the_whole_fault(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Config(env="development"))
    try:
        raise ValueError("what it says")
    except ValueError:
        logging.getLogger("loype.try").exception("it failed")
    finally:
        logs.configure(Config(env="test"))
    told = capsys.readouterr().err
    assert "it failed" in told
    assert "ValueError: what it says" in told
