"""A server of its own, as people get it: another process, a fresh folder, the demo organisation."""

import atexit
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fcntl import LOCK_EX, flock
from functools import cache
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import httpx
import psutil
from flask import Flask

from app.core import clock
from app.core.config import Config
from app.core.db import committed, db, scope
from app.core.weeks import monday_of
from app.demo.cast import PIN
from app.demo.fjordvik import FJORDVIK
from app.factory import create_app
from app.identity import actions
from app.identity.queries import departments, organisation_by_code

LOYPE = [sys.executable, "-m", "app.cli"]
SHARED = "SHARED_BY_TESTS"
"""The variable that names a folder which all processes of a test run share."""
SUNDAY = "SUNDAY_OF_TESTS"
"""The variable that keeps how far off Sunday was when the test run began, so that all its processes agree."""
_KEPT = ExitStack()
atexit.register(_KEPT.close)


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

    def now(self) -> datetime:
        """What its clock shows."""
        return clock.now() + timedelta(seconds=float(self.environment.get("LOYPE_CLOCK_OFFSET_SECONDS", 0)))

    @contextmanager
    def inside(self) -> Iterator[UUID]:
        """In the server's own data and by its clock, as the demo municipality, whose id is given."""
        application = _application(tuple(sorted(self.environment.items())))
        clock.shift(application.config["LOYPE"].clock_offset_seconds)
        try:
            with application.app_context():
                organisation = organisation_by_code("fjordvik")
                assert organisation
                with scope(organisation.id):
                    yield organisation.id
                db.session.remove()
                db.engine.dispose()
        finally:
            clock.shift(0)  # the server's clock is not this process's

    def newcomer(self, *roles: str, place: str = "Solbakken sykehjem", practised: bool = True) -> dict[str, str]:
        """Somebody new in a department (made when it is not there), who has played the practice post and no other."""
        number = str(next(self.numbers))
        with self.inside() as organisation_id:
            department = committed(_join, organisation_id, number, roles, place, practised)
        return {"employee_number": number, "pin": PIN, "name": f"Ny {number}", "department": str(department)}

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


@cache
def _application(environment: tuple[tuple[str, str], ...]) -> Flask:
    """The application with that server's settings, made once: making it takes longer than what it is used for."""
    return create_app(Config.from_environment(dict(environment)))


def _join(organisation_id: UUID, number: str, roles: Sequence[str], place: str, practised: bool) -> UUID:
    known = {each.name: each.id for each in departments(organisation_id)}
    department = known.get(place) or actions.add_department(organisation_id, place).id
    person, player = actions.add_person(organisation_id, number, f"Ny {number}", PIN)
    actions.change_settings(organisation_id, person.id, player.id, {"practised": practised})
    for role in roles:
        actions.give_role(organisation_id, person.id, role)
    monday = monday_of(clock.now().date())
    actions.join_department(organisation_id, player.id, department, monday)
    return department


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def command(name: str, environment: dict[str, str], *arguments: str) -> str:
    """Run a `loype` command to its end; what it printed."""
    done = subprocess.run([*LOYPE, name, *arguments], env=environment, check=True, capture_output=True, text=True)
    return done.stdout


@cache
def seeded() -> Path:
    """A folder with the demo in it as of Sunday at noon, loaded once for all servers of a test run."""
    shared = Path(os.environ.get(SHARED) or _KEPT.enter_context(tempfile.TemporaryDirectory()))
    folder, loading = shared / "demo", shared / "loading"
    with loading.with_suffix(".lock").open("w") as alone:
        flock(alone, LOCK_EX)
        if not folder.exists():
            environment = {**os.environ, "LOYPE_DATA": str(loading), "LOYPE_CLOCK_OFFSET_SECONDS": str(sunday())}
            command("migrate", environment)
            command("demo", environment)
            loading.rename(folder)
    return folder


def sunday() -> int:
    """The clock's offset, in seconds, to noon in Oslo on this week's Sunday when the test run began.

    So no week turns, and no post opens or closes, under a test, at whatever hour it runs.
    """
    now = datetime.now(UTC).astimezone(ZoneInfo("Europe/Oslo"))  # noqa: TID251
    noon = (now + timedelta(days=6 - now.weekday())).replace(hour=12, minute=0)
    return int(os.environ.setdefault(SUNDAY, str(round((noon - now).total_seconds()))))


def after_sunday(days: int, hour: int) -> str:
    """The clock's offset to an hour some days after that Sunday."""
    return str(sunday() + (days * 24 + hour - 12) * 3600)


def open_the_week(server: Served) -> None:
    """Let a worker of that Monday's morning open what is due."""
    headers, _ = server.signed_in(server.account("learner", 1))
    with working(server, after_sunday(1, 7)):
        wait_until(lambda: server.get("/api/v1/today", headers).json()["quest"], "nothing opened")


def wait_until(condition: Callable[[], Any], otherwise: str, seconds: float = 90) -> None:
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, otherwise
        sleep(0.1)


@contextmanager
def served(
    wsgi: str = "app.wsgi:application",
    workers: int = 2,
    demo: bool = True,
    **settings: str,
) -> Iterator[Served]:
    """The demo organisation in a folder of its own, served as `loype serve` serves it. `settings`: LOYPE_* by name.

    It is Sunday noon there unless they say otherwise. Without the demo there is nobody yet, and it is now.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        port = free_port()
        if demo:
            shutil.copytree(seeded(), folder, dirs_exist_ok=True)
            settings = {"clock_offset_seconds": str(sunday()), **settings}
        named = {f"LOYPE_{name.upper()}": value for name, value in settings.items()}
        environment = {**os.environ, "LOYPE_DATA": folder, "LOYPE_PORT": str(port), **named}
        if not demo:
            command("migrate", environment)
        accounts = [each.shown() for each in FJORDVIK.accounts] if demo else []
        options = ["--interface", "wsgi", "--workers", str(workers), "--blocking-threads", "2", "--log-level", "error"]
        granian = str(Path(sys.executable).with_name("granian"))
        server = subprocess.Popen([granian, *options, "--port", str(port), wsgi], env=environment)
        try:
            wait_for(port)
            yield Served(port, psutil.Process(server.pid), accounts, environment)
        finally:
            server.terminate()
            server.wait()


@contextmanager
def working(server: Served, offset: str | None = None) -> Iterator[None]:
    """With the worker that opens, tells and sends, beside the server; by the server's clock, or by another."""
    environment = server.environment | ({"LOYPE_CLOCK_OFFSET_SECONDS": offset} if offset else {})
    worker = subprocess.Popen([*LOYPE, "worker"], env=environment)
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(60)


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
