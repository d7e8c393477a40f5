"""Somebody who makes content: at the screens of the studio, and at its API where a screen is not the point."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

from app.core import clock
from app.core.config import Config
from app.core.db import db
from app.factory import create_app
from quests.content.package import pack_folder
from quests.content.rules.archive import write_archive
from quests.paths.jobs import open_due
from tests.e2e.learner import Learner
from tests.served import Served, sunday

COURSE = Path(__file__).parents[2] / "quests" / "content" / "courses" / "trygg-pa-vakt"
CALL = """async ({method, path, body}) => {
  const {csrf_token} = await (await fetch('/api/v1/me')).json()
  const headers = {'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token}
  const answer = await fetch('/api/v1' + path, {method, headers, body: JSON.stringify(body)})
  return {status: answer.status, data: await answer.json()}
}"""


def call(editor: Learner, method: str, path: str, body: Any) -> Any:
    """What the server answers to an unsafe call of this device."""
    answer = editor.page.evaluate(CALL, {"method": method, "path": path, "body": body})
    assert answer["status"] == 200, answer
    return answer["data"]


def first_path(editor: Learner) -> dict[str, Any]:
    """The demo's course as the studio shows it."""
    found = editor.api("/api/v1/studio/paths")["items"]
    path: dict[str, Any] = next(each for each in found if each["slug"] == COURSE.name)
    return path


def plan_of(path: str) -> dict[str, Any]:
    """A run for everybody, as the form proposes it."""
    audience = {"everyone": True, "departments": [], "roles": []}
    plan = {"anchor": "calendar", "enrolling": "audience", "starts_on": next_monday().isoformat()}
    return {"path": path, "audience": audience, **plan}


def make_run(editor: Learner, department: str = "", **changes: Any) -> dict[str, Any]:
    """A run of the demo's course for a department, whose people choose it themselves, in their own pace."""
    body = {
        "path": first_path(editor)["id"],
        "audience": {"everyone": False, "departments": [department], "roles": []},
        "anchor": "enrolment",
        "enrolling": "opt_in",
        "starts_on": next_monday().isoformat(),
        **changes,
    }
    run: dict[str, Any] = call(editor, "PUT", f"/studio/runs/{uuid4()}", body)
    return run


def open_now(server: Served) -> None:
    """Open what is due at once, as the worker does every minute."""
    do_now(server, open_due)


def do_now(server: Served, job: Callable[[], object]) -> None:
    """Do at once what the worker does at its time."""
    application = create_app(Config.from_environment(server.environment))
    try:
        with application.app_context():
            job()
            db.engine.dispose()
    finally:
        clock.shift(0)  # the server's clock is not this process's


def next_monday(weeks: int = 2) -> date:
    """A Monday far enough ahead that no turn of the clock makes it today."""
    today = (clock.now() + timedelta(seconds=sunday())).date()
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)


def package(folder: Path, name: str, **changed: bytes) -> Path:
    """The demo's course as a file, with some entries written over (`modules__hansker` for modules/hansker.json)."""
    with ZipFile(BytesIO(pack_folder(COURSE))) as archive:
        entries = {each: archive.read(each) for each in archive.namelist()}
    for entry, content in changed.items():
        entries[entry.replace("__", "/").replace("_", "-") + ".json"] = content
    file = folder / name
    file.write_bytes(write_archive(entries))
    return file


def sheet(folder: Path, data: bytes, name: str = "fall.xlsx") -> Path:
    """A file to choose, as it lies on an editor's disk."""
    file = folder / name
    file.write_bytes(data)
    return file
