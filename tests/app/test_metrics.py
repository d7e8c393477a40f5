"""Figures for Prometheus: for this machine or with the token, right over several processes."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import psutil
import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from app.core import clock
from app.core.db import committed, db
from app.operation.jobs import beat
from app.operation.models import Heartbeat
from tests.quests.course import body, course_in
from tests.served import LOYPE, command, free_port, wait_for
from tests.world import World


def figures(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_strangers_see_nothing(client: FlaskClient) -> None:
    assert client.get("/metrics").status_code == 200
    for address in ("192.0.2.7", "2001:db8::1", ""):
        assert client.get("/metrics", environ_overrides={"REMOTE_ADDR": address}).status_code == 404
    for header in ("X-Forwarded-For", "X-Real-IP", "Forwarded"):
        assert client.get("/metrics", headers={header: "127.0.0.1"}).status_code == 404


def test_the_token_opens_it_from_anywhere(world: World) -> None:
    application = world.application
    before = application.config["LOYPE"]
    client = application.test_client()

    def status(token: str) -> int:
        headers = {"Authorization": f"Bearer {token}"}
        return client.get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": "192.0.2.7"}).status_code

    try:
        assert status("") == 404
        application.config["LOYPE"] = replace(before, metrics_token="let-me-in-ø")
        assert [status(token) for token in ("let-me-in-ø", "let-me-in", "")] == [200, 404, 404]
    finally:
        application.config["LOYPE"] = before


def test_what_the_database_knows(world: World) -> None:
    course_in(world)
    beat()
    try:
        with clock.standing_at(clock.now() + timedelta(seconds=90)):
            found = figures(world.application.test_client().get("/metrics").text)
    finally:
        world.enter()
        committed(db.session.delete, db.session.get_one(Heartbeat, "worker"))
    assert found["loype_releases_opened_total", ()] == 1
    assert found["loype_worker_last_seen_seconds", ()] == 90
    assert found["loype_database_up", ()] == 1


def test_requests_and_letters_are_counted_by_route_and_verdict(world: World) -> None:
    course, learner = course_in(world), world.somebody()
    client = world.application.test_client()
    before = figures(client.get("/metrics").text)
    learner.post("/play/letters", body(course.letter(0), {"id": "none"}))
    learner.get("/quests/00000000-0000-4000-8000-000000000000")
    learner.client.open("/api/v1/me", method="FROBNICATE")
    after = figures(client.get("/metrics").text)

    def more(name: str, **labels: str) -> float:
        key = name, tuple(sorted(labels.items()))
        return after[key] - before.get(key, 0)

    letters = "/api/v1/play/letters"
    assert more("loype_letters_total", status="accepted") == 1
    assert more("loype_letters_total", status="refused") == 1
    assert more("loype_requests_total", method="POST", route=letters, status="200") == 1
    assert more("loype_requests_total", method="GET", route="/api/v1/quests/<uuid:quest_id>", status="404") == 1
    assert more("loype_request_seconds_count", route=letters) == 1
    assert not any("FROBNICATE" in str(key) or "00000000" in str(key) for key in after)


@pytest.fixture
def two_processes() -> Iterator[str]:
    """`loype serve` with two web processes; its address."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = {**os.environ, "LOYPE_DATA": folder, "LOYPE_PORT": str(port), "LOYPE_WORKERS": "2"}
        command("migrate", environment)
        server = subprocess.Popen([*LOYPE, "serve"], env=environment)
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
            assert Path(folder, "metrics", str(port)).is_dir()
        finally:
            for child in psutil.Process(server.pid).children(recursive=True):
                child.terminate()
            server.terminate()
            server.wait()


def test_every_process_answers_for_all(two_processes: str) -> None:
    for _ in range(60):
        httpx.get(f"{two_processes}/healthz").raise_for_status()
    key = "loype_requests_total", (("method", "GET"), ("route", "/healthz"), ("status", "200"))
    for _ in range(10):
        assert figures(httpx.get(f"{two_processes}/metrics").text)[key] == 60
