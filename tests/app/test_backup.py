"""Backups: everything comes back, on either database, and a file with a fault changes nothing."""

import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import func, select

from app.backup import actions, queries
from app.backup.archive import BackupRefused
from app.backup.rules import MANIFEST, parents_first
from app.cli import loype
from app.core import storage
from app.core.db import committed, db, enter, scope
from app.identity.actions import add_department
from app.identity.queries import organisation_ids
from app.identity.rules import first_name
from leaderboards.points.actions import reverse
from leaderboards.points.models import LedgerEntry
from leaderboards.recount import recount_all
from tests.buckets import s3_server
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World


def restored(file: Path) -> None:
    """As `loype restore` does it."""
    actions.check(file)
    actions.keep_media(file)
    committed(actions.replace_all, file)


def everything() -> dict[str, list[bytes]]:
    """All rows of all tables as lines, but for the revisions, which leap."""
    queries.stand_still()
    found = {}
    for table in queries.tables():
        rows = [orjson.loads(line) for line in queries.lines(table)]
        for row in rows:
            for name in ("revision", "version") if table.name != "module_versions" else ():
                row.pop(name, None)
        found[str(table.name)] = sorted(orjson.dumps(row, option=orjson.OPT_SORT_KEYS) for row in rows)
    db.session.rollback()
    return found


@pytest.fixture
def lived_in(world: World) -> tuple[World, Course, Somebody]:
    """An organisation with a tree, a course, play with every kind of answer, and an entry that was reversed."""
    world.department("Helse")
    world.department("Solbakken", "Helse")
    course, learner = course_in(world), world.somebody(name="Åse Øvrebø")
    world.somebody()
    learner.post("/play/letters", body(*(course.letter(which, skill=0.5) for which in range(2))))
    world.enter()
    entry = db.session.scalars(select(LedgerEntry).limit(1)).one()
    committed(reverse, world.organisation_id, entry.id, "a test")
    neighbour = World(world.application, "nabo")
    neighbour.somebody("Skagen")
    world.enter()
    return world, course, learner


def test_letters_sent_again_after_a_restore_count_once(world: World, tmp_path: Path) -> None:
    """Play, back up, play more, restore, send all of it again: nothing is lost and nothing doubled."""
    course, learner = course_in(world), world.somebody()
    before, after = course.letter(0), course.letter(1)
    learner.post("/play/letters", body(before))
    actions.back_up(tmp_path / "backup.zip")
    learner.post("/play/letters", body(after))
    points, seen = learner.get("/me").json["points"], learner.get("/today")
    rows = everything()
    restored(tmp_path / "backup.zip")
    assert learner.get("/me").json["points"]["total"] < points["total"]
    for expected in (["known", "accepted"], ["known", "known"]):
        verdicts = learner.post("/play/letters", body(before, after)).json["verdicts"]
        assert [each["status"] for each in verdicts] == expected
    assert learner.get("/me").json["points"] == points
    again = everything()
    assert {name: len(found) for name, found in again.items()} == {name: len(found) for name, found in rows.items()}
    for name in ("letters", "answers", "point_totals", "module_progress", "exercise_states", "membership_weeks"):
        assert again[name] == rows[name]
    world.enter()
    assert committed(recount_all, world.organisation_id) == {"point_totals": 0, "department_weeks": 0, "teams": 0}
    assert learner.get("/today", headers={"If-None-Match": seen.headers["ETag"]}).status_code == 200


def test_every_row_key_and_picture_comes_back(lived_in: tuple[World, Course, Somebody], tmp_path: Path) -> None:
    world, course, learner = lived_in
    rows = everything()
    manifest = actions.back_up(tmp_path / "backup.zip")
    assert manifest.tables == {name: len(found) for name, found in rows.items()}
    assert manifest.tables["installation_keys"] >= 2
    storage.discard(world.organisation_id)
    world.enter()
    committed(add_department, world.organisation_id, "Etterpå")
    restored(tmp_path / "backup.zip")
    assert everything() == rows
    assert learner.get(f"/media/{course.picture}").status_code == 200


def test_a_backup_of_one_database_is_restored_into_the_other(
    lived_in: tuple[World, Course, Somebody], elsewhere: Flask, tmp_path: Path
) -> None:
    world, course, learner = lived_in
    rows = everything()
    actions.back_up(tmp_path / "backup.zip")
    enter(None)
    with elsewhere.app_context():
        restored(tmp_path / "backup.zip")
        assert everything() == rows
        client = elsewhere.test_client()
        cookie = learner.client.get_cookie("loype")
        assert cookie is not None
        client.set_cookie("loype", cookie.value)
        assert client.get("/api/v1/me").json["person"]["first_name"] == first_name("Åse Øvrebø")
        assert client.get(f"/api/v1/media/{course.picture}").status_code == 200
        db.session.remove()
        enter(None)
    world.enter()


def test_a_backup_is_of_one_moment(world: World, application: Flask) -> None:
    world.department("Før")
    enter(None)
    queries.stand_still()
    assert organisation_ids() == [world.organisation_id]

    def write() -> None:
        with application.app_context(), scope(world.organisation_id):
            committed(add_department, world.organisation_id, "Etter")

    other = threading.Thread(target=write)
    other.start()
    other.join()
    found = b"".join(queries.lines(db.metadata.tables["departments"]))
    db.session.rollback()
    assert "Før".encode() in found
    assert b"Etter" not in found


Files = dict[str, bytes]


def changed(file: Path, change: Callable[[Files], None]) -> None:
    """Write the backup anew with other content."""
    with zipfile.ZipFile(file) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    change(held)
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in held.items():
            archive.writestr(name, content)


def in_manifest(**values: Any) -> Callable[[Files], None]:
    def change(held: Files) -> None:
        held[MANIFEST] = orjson.dumps(orjson.loads(held[MANIFEST]) | values)

    return change


def in_row(column: str, value: Any) -> Callable[[Files], None]:
    """Put a value into every person's row, and make the manifest agree."""

    def change(held: Files) -> None:
        name = "tables/persons.jsonl"
        rows = [orjson.loads(line) | {column: value} for line in held[name].splitlines()]
        told(held, name, b"".join(orjson.dumps(row) + b"\n" for row in rows))

    return change


def told(held: Files, name: str, content: bytes) -> None:
    held[name] = content
    manifest = orjson.loads(held[MANIFEST])
    manifest["files"][name] = {"bytes": len(content), "sha256": sha256(content).hexdigest()}
    held[MANIFEST] = orjson.dumps(manifest)


def picture_of(held: Files) -> str:
    return next(name for name in held if name.startswith("media/"))


FAULTS: dict[str, Callable[[Files], None]] = {
    "no manifest": lambda held: held.pop(MANIFEST) and None,
    "manifest is no JSON": lambda held: held.update({MANIFEST: b"{"}),
    "manifest is a list": lambda held: held.update({MANIFEST: b"[]"}),
    "another format": in_manifest(format="loype.backup/9"),
    "a field too many": in_manifest(more=1),
    "files without sums": in_manifest(files={"x": {}}),
    "another form of the database": in_manifest(migration="20200101_other"),
    "no tables": in_manifest(tables={}),
    "a file too many": lambda held: held.update({"extra": b"x"}),
    "a file missing": lambda held: held.pop("tables/persons.jsonl") and None,
    "a changed byte": lambda held: held.update({"tables/persons.jsonl": held["tables/persons.jsonl"][:-3] + b"}}\n"}),
    "a row too many": lambda held: told(held, "tables/roles.jsonl", held["tables/persons.jsonl"]),
    "no JSON in a row": lambda held: told(held, "tables/persons.jsonl", b"{\n"),
    "a number for a name": in_row("name", 7),
    "a day for a moment": in_row("created_at", "2026-11-19"),
    "no id": in_row("id", "abc"),
    "a column too many": in_row("admin", True),
    "a picture with other bytes": lambda held: told(held, picture_of(held), b"other"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_with_a_fault_is_refused_in_a_sentence(
    lived_in: tuple[World, Course, Somebody], tmp_path: Path, fault: str
) -> None:
    file = tmp_path / "backup.zip"
    actions.back_up(file)
    actions.check(file)
    changed(file, FAULTS[fault])
    before = everything()
    with pytest.raises(BackupRefused) as refused:
        actions.check(file)
    assert str(refused.value).endswith(".")
    assert everything() == before


@pytest.mark.parametrize("length", [0, 1, 100, 5000, -1, -30, -2000])
def test_a_file_that_is_cut_off_is_refused(lived_in: Any, tmp_path: Path, length: int) -> None:
    file = tmp_path / "backup.zip"
    actions.back_up(file)
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(BackupRefused, match="not a whole backup"):
        actions.check(file)


def test_what_fails_half_way_through_changes_nothing(lived_in: tuple[World, Course, Somebody], tmp_path: Path) -> None:
    """Rows that no check of single lines can fault: two people with the same number."""
    file = tmp_path / "backup.zip"
    actions.back_up(file)
    changed(file, in_row("employee_number", "1001"))
    before = everything()
    actions.check(file)
    with pytest.raises(Exception, match=r"(?i)unique"):
        committed(actions.replace_all, file)
    assert everything() == before


def test_rows_of_a_table_come_after_those_they_refer_to() -> None:
    rows = [{"id": 3, "up": 2}, {"id": 2, "up": 1}, {"id": 4, "up": 9}]
    assert [[row["id"] for row in each] for each in parents_first(rows, [("up", "id")])] == [[2, 4], [3]]
    assert list(parents_first([], [("up", "id")])) == []
    with pytest.raises(ValueError, match="in a ring"):
        list(parents_first([{"id": 1, "up": 2}, {"id": 2, "up": 1}], [("up", "id")]))


def test_the_commands(tmp_path: Path) -> None:
    """A backup is its owner's alone, takes no other file's place, and is asked about before it replaces anything."""
    environment = {"LOYPE_DATA": str(tmp_path / "data"), "LOYPE_ENV": "test"}
    run = CliRunner(env=environment).invoke
    assert run(loype, ["migrate"]).exit_code == 0
    assert run(loype, ["org", "create", "fjell", "Fjell", "--admin-number", "1", "--admin-name", "A"]).exit_code == 0
    file = tmp_path / "backup.zip"
    assert run(loype, ["backup", str(file)]).exit_code == 0
    assert file.stat().st_mode & 0o777 == 0o600
    again = run(loype, ["backup", str(file)])
    assert (again.exit_code, "there already" in again.output) == (1, True)
    assert run(loype, ["restore", str(file)], input="n\n").exit_code == 1
    assert run(loype, ["restore", str(file), "--yes"]).exit_code == 0
    (tmp_path / "broken.zip").write_bytes(file.read_bytes()[:-9])
    broken = run(loype, ["restore", str(tmp_path / "broken.zip"), "--yes"])
    assert (broken.exit_code, "not a whole backup" in broken.output) == (1, True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["backup.zip", "broken.zip", "data"]


def test_a_backup_that_cannot_be_written_leaves_no_file(world: World, tmp_path: Path) -> None:
    course_in(world)
    digest = db.session.scalar(select(func.min(db.metadata.tables["media"].c.hash)))
    place = world.application.config["LOYPE"].folder / "media" / str(world.organisation_id) / digest[:2] / digest
    place.write_bytes(b"not what it says")
    with pytest.raises(BackupRefused, match="not the picture it says"):
        actions.back_up(tmp_path / "backup.zip")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def bucket(world: World) -> Iterator[Callable[[], None]]:
    """Moves the world's media to a bucket of a real server, which is empty at first."""
    before = world.application.config["LOYPE"]

    with s3_server() as server:

        def move() -> None:
            world.application.config["LOYPE"] = replace(before, **server.settings)
            world.application.extensions.pop("loype_storage", None)

        yield move
        world.application.config["LOYPE"] = before
        world.application.extensions.pop("loype_storage", None)


def test_media_go_from_a_folder_into_a_bucket_and_back(
    lived_in: tuple[World, Course, Somebody], bucket: Callable[[], None], tmp_path: Path
) -> None:
    world, course, learner = lived_in
    address, shown = f"/media/{course.picture}", learner.get(f"/media/{course.picture}").data
    actions.back_up(tmp_path / "of-the-folder.zip")
    bucket()
    assert learner.get(address).status_code == 404
    restored(tmp_path / "of-the-folder.zip")
    assert learner.get(address).data == shown
    manifest = actions.back_up(tmp_path / "of-the-bucket.zip")
    assert f"media/{world.organisation_id}/{course.picture}" in manifest.files
    storage.discard(world.organisation_id)
    assert learner.get(address).status_code == 404
    restored(tmp_path / "of-the-bucket.zip")
    assert learner.get(address).data == shown
