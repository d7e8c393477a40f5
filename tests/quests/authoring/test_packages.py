"""Packages in and out of the studio: looked at before, whole or not at all, safe to repeat, bounded."""

from hashlib import sha256
from typing import Any

import pytest

from quests.content.package import Package, write_package
from quests.content.rules.archive import MOST_BYTES
from quests.content.rules.documents import path_stored_form, stored_form
from quests.content.rules.remedies import remedy
from tests.quests.course import MODULES, NUMBER, PATH, SVG, Course, course_in, module, quest, text
from tests.world import Somebody, World

DIGEST = sha256(SVG).hexdigest()


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Solbakken", "editor")


def packed(*modules: Any, path: Any = PATH) -> bytes:
    stored = [stored_form(each, {"hender.svg": DIGEST}) for each in modules or MODULES]
    shows = any("picture" in card for each in stored for card in each["cards"])
    paths = [path_stored_form(path)] if path else []
    return write_package(Package(text("Trygg"), None, stored, paths, {DIGEST: SVG} if shows else {}))


def send(editor: Somebody, data: bytes, address: str = "/studio/packages") -> Any:
    return editor.post(address, data=data, content_type="application/zip")


def looked_at(editor: Somebody, data: bytes) -> dict[str, dict[str, str]]:
    answer = send(editor, data, "/studio/packages/preview")
    assert answer.status_code == 200, answer.text
    return {kind: {each["slug"]: each["state"] for each in answer.json[kind]} for kind in ("modules", "paths")}


def test_a_package_is_looked_at_then_taken_in_and_the_same_again_changes_nothing(editor: Somebody) -> None:
    data = packed()
    new = {"modules": dict.fromkeys(("hender", "fall", "brann"), "new"), "paths": {"trygg": "new"}}
    assert looked_at(editor, data) == new
    assert editor.get("/studio/paths").json["items"] == []  # looking stores nothing
    done = send(editor, data).json
    assert done == {"modules": 3, "new": 3, "changed": 0, "paths": ["trygg"]}
    same = {"modules": dict.fromkeys(("hender", "fall", "brann"), "unchanged"), "paths": {"trygg": "unchanged"}}
    assert looked_at(editor, data) == same
    assert send(editor, data).json == {**done, "new": 0}
    (path,) = editor.get("/studio/paths").json["items"]
    assert (path["title"], path["stages"], path["modules"], path["languages"]) == (
        "Trygg (nb)",
        2,
        3,
        ["nb", "nn", "en"],
    )
    assert path["runs"] == {"planned": 0, "running": 0, "over": 0}


def test_what_has_changed_is_told_by_name(editor: Somebody) -> None:
    send(editor, packed())
    changed = module("brann", {**NUMBER, "prompt": text("Hvor lenge nå?")})
    path = {**PATH, "quests": [PATH["quests"][0], quest("uke-2", "brann", "fall-igjen")]}
    path["quests"][1]["activities"][1]["module"] = "fall"
    found = looked_at(editor, packed(MODULES[0], MODULES[1], changed, path=path))
    assert found == {
        "modules": {"hender": "unchanged", "fall": "unchanged", "brann": "changed"},
        "paths": {"trygg": "changed"},
    }


def test_a_stage_the_package_does_not_have_is_no_change(editor: Somebody) -> None:
    send(editor, packed())
    fewer = {**PATH, "quests": PATH["quests"][:1]}
    assert looked_at(editor, packed(path=fewer))["paths"] == {"trygg": "unchanged"}


def test_faults_are_told_by_file_and_place_and_nothing_is_taken_in(editor: Somebody) -> None:
    broken = stored_form(MODULES[2], {})
    broken["cards"][0]["key"] = {"value": "many"}
    data = write_package(Package(text("Trygg"), None, [broken], [], {}))
    for address in ("/studio/packages/preview", "/studio/packages"):
        answer = send(editor, data, address)
        assert (answer.status_code, answer.json["code"]) == (422, "invalid")
        assert any("cards[0].key" in each for each in answer.json["errors"]["modules/brann.json"])
        fault = next(each for each in answer.json["faults"] if each["place"].startswith("cards[0].key"))
        assert (fault["file"], fault["remedy"]) == ("modules/brann.json", str(remedy(fault["code"], **fault["given"])))
    assert editor.get("/studio/paths").json["total"] == 0


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + bytes(18), packed()[:-40]])
def test_what_is_no_package_is_refused(editor: Somebody, data: bytes) -> None:
    for address in ("/studio/packages/preview", "/studio/packages"):
        assert send(editor, data, address).status_code == 422


def test_what_is_too_large_is_refused_before_it_is_read(editor: Somebody) -> None:
    for size in (MOST_BYTES + 1, MOST_BYTES + 2**20):
        answer = send(editor, bytes(size))
        assert (answer.status_code, answer.json["code"]) == (413, "too_large")
    assert (
        editor.post("/studio/packages/preview", data=bytes(2**20 + 1)).status_code == 422
    )  # larger than other calls may be


def test_a_path_goes_out_as_it_came_in(world: World, editor: Somebody) -> None:
    course = course_in(world)
    answer = editor.get(f"/studio/paths/{course.path_id}/package")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="trygg.loype"'
    assert looked_at(editor, answer.data)["paths"] == {"trygg": "unchanged"}
    neighbour = World(world.application, "fjellby").somebody("Fjellheim", "editor")
    assert send(neighbour, answer.data).status_code == 200
    theirs = neighbour.get("/studio/paths").json["items"][0]["id"]
    assert neighbour.get(f"/studio/paths/{theirs}/package").data == answer.data


def test_a_path_is_shown_with_its_stages_and_modules(world: World, editor: Somebody) -> None:
    course: Course = course_in(world)
    shown = editor.get(f"/studio/paths/{course.path_id}").json
    assert [[each["slug"] for each in stage["modules"]] for stage in shown["stages_held"]] == [
        ["hender", "fall"],
        ["brann"],
    ]
    assert shown["runs"]["running"] == 1
    module_shown = shown["stages_held"][0]["modules"][0]
    assert module_shown["version"] == course.versions[0]
    assert editor.get(f"/modules/{module_shown['version']}/nb").status_code == 200
