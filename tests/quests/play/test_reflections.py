"""Notes for oneself: written in a post, read again by nobody else, deleted by their owner."""

import io
import zipfile
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

import pytest

from app.core import clock
from app.core.db import committed
from app.core.http import PAGE_SIZE, rfc3339
from quests.content.actions import import_modules
from quests.content.package import Package
from quests.content.rules.documents import stored_form
from quests.paths.actions import create_run
from quests.paths.jobs import open_due
from quests.paths.queries import path_by_slug
from quests.paths.storing import store_path
from tests.quests.course import CHOICE, SVG, body, module, quest, text
from tests.quests.play.test_budget import counted
from tests.world import Somebody, World

NOTE = {"id": "r1", "type": "reflection", "prompt": text("Hva gjør du i morgen?")}
OTHER = {"id": "r2", "type": "reflection", "prompt": text("Hva var vanskelig?")}
SCALE = {"id": "s1", "type": "survey", "prompt": text("Hvor trygg?"), "free": True}
FLASH = {"id": "f1", "type": "flashcard", "prompt": text("Nødnummer?"), "back": text("113")}
PATH = {"format": "loype.path/1", "path": "tanker", **{name: text("Tanker") for name in ("title", "story", "goal")}}


@pytest.fixture
def post(world: World) -> dict[str, Any]:
    """A post with notes, a survey and a flashcard, open to everybody: its activity as the first screen shows it."""
    somebody = world.somebody()
    document = stored_form(module("tanker", CHOICE, NOTE, OTHER, SCALE, FLASH), {})
    path = {**PATH, "quests": [quest("uke-1", "tanker")]}
    package = Package(text("Tanker"), "CC-BY-4.0", [document], [path], {sha256(SVG).hexdigest(): SVG})

    def stored() -> None:
        world.enter()
        import_modules(world.organisation_id, package)
        store_path(world.organisation_id, path)
        found = path_by_slug(world.organisation_id, "tanker")
        assert found
        create_run(world.organisation_id, found, {"everyone": True}, clock.now().date(), "enrolment")

    world.enter()
    committed(stored)
    open_due()
    activity: dict[str, Any] = somebody.get("/today").json["quest"]["activities"][0]
    return activity


def written(post: dict[str, Any], *answers: tuple[str, Any]) -> dict[str, Any]:
    """A letter with these answers, right to the end."""
    at = rfc3339(clock.now())
    given = [{"card": card, "response": response, "seconds": 30} for card, response in (("c1", "b"), *answers)]
    return {
        "id": str(uuid4()),
        "kind": "module",
        "activity": post["id"],
        "module_version": post["version"],
        "language": "nb",
        "seed": 3,
        "started_at": at,
        "finished_at": at,
        "answers": given,
    }


def send(somebody: Somebody, letter: dict[str, Any]) -> dict[str, Any]:
    verdict: dict[str, Any] = somebody.post("/play/letters", body(letter)).json["verdicts"][0]
    assert verdict["status"] in ("accepted", "known"), verdict
    return verdict


def notes(somebody: Somebody, page: int = 1) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = somebody.get(f"/reflections?page={page}").json["items"]
    return found


def test_what_is_written_is_read_again_with_its_question(world: World, post: dict[str, Any]) -> None:
    somebody = world.somebody()
    send(somebody, written(post, ("r1", "Se på føttene."), ("s1", "Mer tid"), ("f1", False)))
    with clock.standing_at(clock.now() + timedelta(minutes=10)):
        letter = written(post, ("r1", "Lukke døra.\nAlltid."), ("r2", "Å si nei"))
        send(somebody, letter)
    found = notes(somebody)
    assert [(each["question"], each["text"]) for each in found] == [
        ("Hva gjør du i morgen? (nb)", "Lukke døra.\nAlltid."),
        ("Hva var vanskelig? (nb)", "Å si nei"),
        ("Hva gjør du i morgen? (nb)", "Se på føttene."),
    ]
    assert {each["module"] for each in found} == {"tanker (nb)"}
    assert (found[0]["letter"], found[0]["position"]) == (letter["id"], 1)
    somebody.send("PATCH", "/me", {"language": "en"})
    assert notes(somebody)[0]["question"] == "Hva gjør du i morgen? (en)"


def test_nobody_else_reads_or_deletes_them(world: World, post: dict[str, Any]) -> None:
    somebody, letter = world.somebody(), written(post, ("r1", "Bare mitt"))
    send(somebody, letter)
    neighbour = World(world.application, "fjellby").somebody(name="Ola Fjell")
    others = [world.somebody("Solbakken", role) for role in ("leader", "editor", "admin", "resource_person")]
    for other in (*others, neighbour):
        assert notes(other) == []
        assert other.send("DELETE", f"/reflections/{letter['id']}?position=1").status_code == 404
    assert len(notes(somebody)) == 1


def test_a_deleted_note_is_gone_and_does_not_come_back_with_its_letter(world: World, post: dict[str, Any]) -> None:
    somebody, letter = world.somebody(), written(post, ("r1", "Bort"), ("r2", "Bli"))
    points = send(somebody, letter)["points"]
    address = f"/reflections/{letter['id']}?position="
    assert somebody.send("DELETE", f"{address}1").status_code == 204
    assert [each["text"] for each in notes(somebody)] == ["Bli"]
    assert send(somebody, letter)["status"] == "known"
    assert [each["text"] for each in notes(somebody)] == ["Bli"]
    with zipfile.ZipFile(io.BytesIO(somebody.post("/me/copy").data)) as archive:
        copy = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Bli" in copy
    assert b"Bort" not in copy
    assert somebody.get("/me").json["points"]["total"] == points
    for place, status in (("1", 404), ("0", 404), ("x", 422), ("200", 422), ("-1", 422)):
        assert somebody.send("DELETE", f"{address}{place}").status_code == status, place


def test_they_earn_nothing_and_are_not_needed(world: World, post: dict[str, Any]) -> None:
    writer, passer = world.somebody(), world.somebody()
    with_notes = send(writer, written(post, ("r1", "Noe"), ("r2", "Mer"), ("s1", "Ok"), ("f1", True)))
    without = send(passer, written(post))
    assert (with_notes["points"], with_notes["correct"], with_notes["of"]) == (without["points"], 1, 1)
    assert with_notes["points"] > 0


def test_pages_and_how_often_the_database_is_asked(world: World, post: dict[str, Any]) -> None:
    somebody = world.somebody()
    for number in range(PAGE_SIZE // 2 + 1):
        send(somebody, written(post, ("r1", f"a{number}"), ("r2", f"b{number}")))
    answer = somebody.get("/reflections").json
    assert (answer["total"], answer["pages"], len(answer["items"])) == (PAGE_SIZE + 2, 2, PAGE_SIZE)
    assert len(notes(somebody, 2)) == 2
    assert somebody.get("/reflections?page=0").status_code == 422
    with counted() as statements:
        notes(somebody)
    assert len(statements) <= 5, statements
