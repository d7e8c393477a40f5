"""A path with sound and video, given to somebody to listen to and watch."""

from typing import Any
from uuid import uuid4

import httpx
import orjson

from quests.content.rules.archive import write_archive
from tests.e2e.studio import next_monday
from tests.media.make import captions, picture, recorded
from tests.quests.course import CHOICE, LANGUAGES, PATH, module, quest, text
from tests.served import Served

SECONDS = 20
"""Of both: long enough to stop in the middle."""
AUDIO = {
    "id": "h1",
    "type": "audio",
    "prompt": text("Hør vaktbyttet"),
    "audio": {"file": "lyd.mp3"},
    "transcript": text("Nattevakten forteller rolig om natten."),
}
VIDEO = {
    "id": "s1",
    "type": "video",
    "prompt": text("Se hvordan hun gjør det"),
    "video": {"file": "film.webm"},
    "captions": {language: {"file": f"{language}.vtt"} for language in LANGUAGES},
    "poster": {"file": "plakat.jpg", "alt": text("En hånd under en vannstråle")},
}
MODULES = (module("hor", AUDIO, CHOICE), module("se", VIDEO, CHOICE))


def package(slug: str) -> bytes:
    """The path as a file, under a name of its own."""
    manifest = {"format": "loype.package/1", "title": text("Se og hør"), "licence": "CC-BY-4.0"}
    path = PATH | {"path": slug, "quests": [quest("uke-1", "hor", "se")]}
    entries = {"manifest.json": orjson.dumps(manifest), "paths/p.json": orjson.dumps(path)}
    entries |= {f"modules/{each['module']}.json": orjson.dumps(each) for each in MODULES}
    files = {
        "lyd.mp3": recorded("mp3", SECONDS),
        "film.webm": recorded("webm", SECONDS, ("-b:v", "900k")),
        "plakat.jpg": picture("JPEG", 1280, 720),
    }
    files |= {f"{language}.vtt": captions([f"Hun vasker ({language})"] * SECONDS) for language in LANGUAGES}
    return write_archive(entries | {f"media/{name}": content for name, content in files.items()})


def watcher(server: Served, place: str) -> dict[str, Any]:
    """Somebody new in a department of their own, who has started such a path; `quest`, and `activities` by module."""
    account = server.newcomer(place=place)
    maker, _ = server.signed_in(server.account("admin"))
    slug = f"se-og-hor-{account['employee_number']}"
    taken = httpx.post(f"{server.url}/api/v1/studio/packages", headers=maker, content=package(slug), timeout=60)
    assert taken.status_code == 200, taken.text
    path = next(each for each in server.get("/api/v1/studio/paths", maker).json()["items"] if each["slug"] == slug)
    plan = {
        "path": path["id"],
        "audience": {"everyone": False, "departments": [account["department"]], "roles": []},
        "anchor": "enrolment",
        "enrolling": "opt_in",
        "starts_on": next_monday(0).isoformat(),
    }
    made = httpx.put(f"{server.url}/api/v1/studio/runs/{uuid4()}", headers=maker, json=plan)
    assert made.status_code == 200, made.text
    own, _ = server.signed_in(account)
    server.post(f"/api/v1/explore/{made.json()['id']}/start", own)
    found = server.get("/api/v1/today", own).json()["quest"]
    hor, se = (each["id"] for each in found["activities"])
    return account | {"quest": found["id"], "hor": hor, "se": se}
