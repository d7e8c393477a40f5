"""A server of its own, as people get it: another process, a fresh folder, the demo organisation."""

import json
import os
import socket
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import UUID

import httpx
import psutil

from app.core import clock
from app.core.config import Config
from app.core.db import committed, db, scope
from app.core.weeks import monday_of
from app.demo.cast import PIN
from app.factory import create_app
from app.identity import actions
from app.identity.queries import departments, organisation_by_code

LOYPE = [sys.executable, "-m", "app.cli"]


@dataclass(frozen=True, slots=True)
class Served:
    """Where it is, who it is, and who can sign in."""

    port: int
    process: psutil.Process
    accounts: list[dict[str, str]]
    environment: dict[str, str]
    host: str = "127.0.0.1"
    numbers: "count[int]" = field(default_factory=lambda: count(90_001))

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def account(self, role: str, which: int = 0) -> dict[str, str]:
        return [each for each in self.accounts if each["role"] == role][which]

    def newcomer(self, *roles: str) -> dict[str, str]:
        """Somebody new at Solbakken, who has played nothing and chosen nothing."""
        number = str(next(self.numbers))
        application = create_app(Config.from_environment(self.environment))
        with application.app_context():
            organisation = organisation_by_code("fjordvik")
            assert organisation
            with scope(organisation.id):
                committed(_join, organisation.id, number, roles)
            db.engine.dispose()
        return {"employee_number": number, "pin": PIN, "name": f"Ny {number}"}

    def renewed(self, before: set[int]) -> None:
        """Wait until none of the workers from before is left and others answer."""
        end = monotonic() + 30
        while before & {child.pid for child in self.process.children()} and monotonic() < end:
            sleep(0.05)
        wait_for(self.port)

    def signed_in(self, account: dict[str, str]) -> tuple[dict[str, str], dict[str, Any]]:
        """Headers of a signed-in device, and what sign-in answered."""
        body = {"organisation": "fjordvik", "employee_number": account["employee_number"], "pin": account["pin"]}
        answer = httpx.post(f"{self.url}/api/v1/session", json=body).raise_for_status()
        return {
            "Cookie": f"loype={answer.cookies['loype']}",
            "X-CSRF-Token": answer.json()["csrf_token"],
        }, answer.json()

    def get(self, path: str, headers: dict[str, str]) -> httpx.Response:
        return httpx.get(f"{self.url}{path}", headers=headers).raise_for_status()

    def post(self, path: str, headers: dict[str, str], body: Any = None) -> httpx.Response:
        return httpx.post(f"{self.url}{path}", headers=headers, json=body).raise_for_status()


def _join(organisation_id: UUID, number: str, roles: Sequence[str]) -> None:
    place = next(each for each in departments(organisation_id) if each.name == "Solbakken sykehjem")
    person, player = actions.add_person(organisation_id, number, f"Ny {number}", PIN)
    for role in roles:
        actions.give_role(organisation_id, person.id, role)
    monday = monday_of(clock.now().date())
    actions.join_department(organisation_id, player.id, place.id, monday)


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def command(name: str, environment: dict[str, str], *arguments: str) -> str:
    """Run a `loype` command to its end; what it printed."""
    done = subprocess.run([*LOYPE, name, *arguments], env=environment, check=True, capture_output=True, text=True)
    return done.stdout


@contextmanager
def served(
    wsgi: str = "app.wsgi:application", workers: int = 2, demo: bool = True, **settings: str
) -> Iterator[Served]:
    """The demo organisation in a folder of its own, served as `loype serve` serves it. `settings`: LOYPE_* by name.

    Without the demo there is nobody yet.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        port = free_port()
        named = {f"LOYPE_{name.upper()}": value for name, value in settings.items()}
        environment = {**os.environ, "LOYPE_DATA": folder, "LOYPE_PORT": str(port), **named}
        command("migrate", environment)
        if demo:
            command("demo", environment)
        accounts = json.loads(command("demo", environment, "--json"))["accounts"] if demo else []
        options = ["--interface", "wsgi", "--workers", str(workers), "--blocking-threads", "2", "--log-level", "error"]
        granian = str(Path(sys.executable).with_name("granian"))
        server = subprocess.Popen([granian, *options, "--port", str(port), wsgi], env=environment)
        try:
            wait_for(port)
            yield Served(port, psutil.Process(server.pid), accounts, environment)
        finally:
            server.terminate()
            server.wait()


def wait_for(port: int, seconds: float = 90, verify: ssl.SSLContext | None = None) -> None:
    """Until the server says it is ready; over HTTPS when there is something to verify it by."""
    end = monotonic() + seconds
    scheme = "https" if verify else "http"
    while monotonic() < end:
        try:
            if httpx.get(f"{scheme}://127.0.0.1:{port}/readyz", verify=verify or True).status_code == 200:
                return
        except httpx.TransportError:
            sleep(0.05)
    raise TimeoutError("the server did not start")
