"""The published contract against the running product: Schemathesis, over every operation, as somebody or nobody."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from app.core.config import Config
from app.core.db import db
from app.factory import create_app
from tests import databases
from tests.quests.course import course_in, offer
from tests.served import Served, served
from tests.world import World

ROOT = Path(__file__).parents[2]
ROLES = ("learner", "leader", "editor", "admin")

# Whether these take what has the right shape depends on more than the shape: a credential that was made here and now,
# a point on a curve, a path or a topic that exists, days in order. So it is with all that the studio writes: a revision
# that is the newest, an owner who is an editor. What they refuse is 422 (412 and 428 for a revision), as the contract
# says.
BEYOND_SHAPES = (
    "POST /api/v1/me/passkeys",
    "POST /api/v1/session/passkey",
    "POST /api/v1/enrolment/use",
    "POST /api/v1/push/subscriptions",
    "POST /api/v1/play/letters",
    "POST /api/v1/play/sealed",
    "PUT /api/v1/feedback/{version}",
    "PATCH /api/v1/me",
    "POST /api/v1/people",
    "POST /api/v1/people/sheet",
    "POST /api/v1/people/{person_id}/leaves",
    "POST /api/v1/people/{person_id}/memberships/{membership_id}/end",
    "GET /api/v1/boards/departments",
    "GET /api/v1/studio/calendar",
    "GET /api/v1/studio/calendar/as-seen",
    "GET /api/v1/studio/calendar/season",
    "PUT /api/v1/competitions/{new_id}",
    "PUT /api/v1/goals/{new_id}",
)
STUDIO = "/api/v1/studio/"
SIGN_OUT = "DELETE /api/v1/session"


@dataclass(frozen=True, slots=True)
class Target:
    """A running product, and by role the session and its CSRF value."""

    server: Served
    signed_in: Mapping[str, tuple[str, str]]


@contextmanager
def target(database: str, folder: Path) -> Iterator[Target]:
    """An organisation on that database with a course, and one person of each role, whose roles are in force."""
    with databases.database(database, folder) as url, served(database_url=url, demo=False) as server:
        application = create_app(Config.from_environment(server.environment))
        with application.app_context():
            world = World(application)
            people = {role: world.somebody("Solbakken", role) for role in ROLES}
            offer(course_in(world))
            found = {role: (str(each.client.get_cookie("loype").value), each.csrf) for role, each in people.items()}
            db.session.remove()
            db.engine.dispose()
        yield Target(server, found)


def faults(aimed: Target, role: str | None, folder: Path, phases: str, examples: int, seed: int) -> str:
    """What Schemathesis has to say; empty when it finds nothing."""
    config = folder / "schemathesis.toml"
    config.write_text(_settings(aimed, role))
    command = [str(Path(sys.executable).with_name("st")), "--config-file", str(config), "run"]
    options = ["--phases", phases, "--max-examples", str(examples), "--seed", str(seed), "--no-color"]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "tests.contract.hooks", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, f"{aimed.server.url}/api/v1/openapi.json", *options],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def _settings(aimed: Target, role: str | None) -> str:
    refusals = [400, 401, 403, 404, 405, 409, 412, 413, 422, 428, 429]
    rejection = f"checks.negative_data_rejection.expected-statuses = {refusals}"
    lines = [
        f'base-url = "{aimed.server.url}"',
        "continue-on-failure = true",
        "warnings = false",
        "phases.stateful.enabled = false",
    ]
    lines += [rejection, "[generation]", 'database = "none"']
    if role is not None:
        session, csrf = aimed.signed_in[role]
        lines += ["[auth.openapi]", f'session = {{ api_key = "{session}" }}', f'csrf = {{ api_key = "{csrf}" }}']
        lines += ["[[operations]]", f'include-name = "{SIGN_OUT}"', "enabled = false"]
    for name in (*BEYOND_SHAPES, *_studio_writes(aimed)):
        lines += ["[[operations]]", f'include-name = "{name}"', "checks.positive_data_acceptance.enabled = false"]
    return "\n".join(lines)


def _studio_writes(aimed: Target) -> list[str]:
    paths = httpx.get(f"{aimed.server.url}/api/v1/openapi.json").json()["paths"]
    return [
        f"{method.upper()} {path}"
        for path, operations in paths.items()
        for method, operation in operations.items()
        if path.startswith(STUDIO) and "requestBody" in operation
    ]
