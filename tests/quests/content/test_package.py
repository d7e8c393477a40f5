"""Packages: all or nothing, every fault told, and the same bytes whoever writes them."""

import random
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.content.package import PackageRefused, pack_folder, read_folder, read_package, write_package
from quests.content.rules.archive import write_archive
from tests.quests.content.examples import PNG, SVG, card, entries, module, package, path, served, texts, zipped


def faults_in(data: bytes) -> list[str]:
    with pytest.raises(PackageRefused) as refused:
        read_package(data)
    return [str(fault) for fault in refused.value.faults]


def pictured(slug: str = "rene-hender", file: str = "hender.svg") -> dict[str, Any]:
    document = module(slug)
    document["cards"][0]["picture"] = {"file": file, "alt": texts("Hender")}
    return document


def whole() -> dict[str, bytes]:
    """The files of a sound package with two modules, a path and a picture."""
    files = entries(pictured(), served(), hender=SVG)
    return files | {"paths/trygg.json": orjson.dumps(path("rene-hender", "served"))}


def test_a_package_is_read_whole() -> None:
    read = read_package(zipped(whole()))
    digest = sha256(SVG).hexdigest()
    assert [each["module"] for each in read.modules] == ["rene-hender", "served"]
    assert read.modules[0]["cards"][0]["picture"] == {"media": digest, "alt": texts("Hender")}
    assert read.paths[0]["languages"] == ["nb", "en"]
    assert read.media == {digest: SVG}
    assert (read.title, read.licence) == ("Prøve", "CC-BY-4.0")


def test_what_was_read_is_written_as_the_same_bytes() -> None:
    first = write_package(read_package(zipped(whole())))
    assert write_package(read_package(first)) == first
    assert read_package(first) == read_package(zipped(whole()))


@given(order=st.permutations(sorted(whole())), seed=st.integers(0, 99))
def test_neither_order_nor_layout_of_the_files_changes_the_bytes(order: list[str], seed: int) -> None:
    files = whole()
    shuffled: dict[str, bytes] = {}
    for name in order:
        content = files[name]
        if name.endswith(".json"):
            fields = list(orjson.loads(content).items())
            random.Random(seed).shuffle(fields)
            content = orjson.dumps(dict(fields), option=orjson.OPT_INDENT_2)
        shuffled[name] = content
    assert write_package(read_package(zipped(shuffled))) == write_package(read_package(zipped(files)))


def test_a_manifest_may_list_what_is_held_and_then_lists_all_of_it() -> None:
    files = whole()
    manifest = orjson.loads(files["manifest.json"])
    lists = {"modules": ["served", "rene-hender"], "paths": ["trygg"], "media": ["hender.svg"]}
    assert read_package(zipped(files | {"manifest.json": orjson.dumps(manifest | lists)}))
    for field, value in (("modules", ["served"]), ("media", ["hender.svg"] * 2), ("paths", "trygg"), ("paths", [7])):
        wrong = orjson.dumps(manifest | lists | {field: value})
        [fault] = faults_in(zipped(files | {"manifest.json": wrong}))
        assert fault.startswith(f"manifest.json: {field}: needs to")


def test_a_plain_manifest_suffices() -> None:
    assert read_package(zipped(whole() | {"manifest.json": b'{"format": "loype.package/1"}'})).title is None


def test_a_picture_that_no_module_shows_is_left_out() -> None:
    assert len(read_package(package(pictured(), hender=SVG, annen=PNG)).media) == 1


def test_two_files_with_the_same_bytes_are_one_picture() -> None:
    document = pictured()
    document["cards"][1]["picture"] = {"file": "igjen.svg", "alt": texts("Igjen")}
    assert len(read_package(package(document, hender=SVG, igjen=SVG)).media) == 1


REFUSED: list[tuple[dict[str, bytes | None], str]] = [
    ({"manifest.json": None}, "manifest.json: is missing"),
    ({"manifest.json": b"{"}, "manifest.json: is not JSON in UTF-8 (line 1"),
    ({"manifest.json": b"[]"}, "manifest.json: needs to be an object"),
    ({"manifest.json": b"null"}, "manifest.json: needs to be an object"),
    ({"manifest.json": b"{}"}, "manifest.json: format: is missing"),
    ({"manifest.json": b'{"format": "loype.package/2"}'}, "manifest.json: format: needs to be"),
    ({"manifest.json": b'{"format": "loype.package/1", "title": {"nb": ""}}'}, "manifest.json: title.nb: is empty"),
    ({"modules/served.json": b'{"a": 1, "a": 2}'}, "modules/served.json: has the field 'a' twice"),
    ({"modules/served.json": b"\xff"}, "modules/served.json: is not JSON"),
    ({"modules/served.json": b"NaN"}, "modules/served.json: is not JSON"),
    ({"modules/served.json": b'{"a": "\\ud800"}'}, "modules/served.json: is not JSON"),
    ({"modules/served.json": b"[" * 100_000}, "modules/served.json: is not JSON"),
    ({"modules/served.json": b"[" * 990 + b"]" * 990}, "modules/served.json: "),
    ({"modules/served.json": b'"' + bytes(random.Random(1).choices(b"abcdefgh", k=2**20)) + b'"'},
     "modules/served.json: is larger than 1 MiB"),
    ({"modules/served.json": b"null"}, "modules/served.json: needs to be an object"),
    ({"modules/b.json": orjson.dumps(served())}, "modules/served.json: module: is the same as in modules/b.json"),
    ({"modules/deep/x.json": b"{}"}, "modules/deep/x.json: has no place in a package"),
    ({"modules/x.txt": b"{}"}, "modules/x.txt: has no place in a package"),
    ({"media/.DS_Store": b"x"}, "media/.DS_Store: has no place in a package"),
    ({"readme.md": b"x"}, "readme.md: has no place in a package"),
    ({"media/hender.svg": None}, "modules/rene-hender.json: cards[0].picture.file: needs to be in media/"),
    ({"media/hender.svg": b"<svg"}, "media/hender.svg: is not well-formed SVG"),
    ({"media/virus.svg": b"MZ\x90"}, "media/virus.svg: needs to be a picture"),
    ({"modules/served.json": None}, "paths/trygg.json: quests[0].activities[1].module: needs to be a module of this"),
    ({"paths/to.json": orjson.dumps(path("served"))}, "paths/trygg.json: path: is the same as in paths/to.json"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), REFUSED)
def test_refused(change: dict[str, bytes | None], expected: str) -> None:
    files = {name: content for name, content in (whole() | change).items() if content is not None}
    assert any(fault.startswith(expected) for fault in faults_in(write_archive(files)))


def test_all_faults_are_told_at_once_and_by_file() -> None:
    broken = pictured("brukket")
    broken["cards"][1]["options"] = []
    other = module("annen")
    del other["licence"]
    with pytest.raises(PackageRefused) as refused:
        read_package(package(broken, other))
    assert refused.value.code == "invalid"
    assert refused.value.status == 422
    assert refused.value.errors == {
        "modules/brukket.json": [
            "cards[1].options: needs 2 to 8 options, each with id, text and explanation",
            "cards[1].key: needs to be the id of the right option",
            "cards[0].picture.file: needs to be in media/: there is no 'hender.svg'",
        ],
        "modules/annen.json": ["licence: is missing"],
    }


def test_a_zip_with_a_fault_is_not_looked_into() -> None:
    assert faults_in(b"PK") == ["package: is not a whole zip file: make it again"]
    assert len(faults_in(zipped({"../x": b"x"}))) == 1


def test_a_picture_may_be_named_by_its_hash() -> None:
    document = module()
    document["cards"][0]["picture"] = {"media": sha256(PNG).hexdigest(), "alt": texts("Hender")}
    assert read_package(package(document, uansett=PNG)).media == {sha256(PNG).hexdigest(): PNG}
    assert "SHA-256 of a picture in media/" in faults_in(package(document, uansett=SVG))[0]


def test_a_folder_packs_as_its_zip(tmp_path: Path) -> None:
    for name, content in (whole() | {"notes.txt": b"left aside", "media/.hidden": b"x"}).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert read_folder(tmp_path) == read_package(zipped(whole()))
    assert read_package(pack_folder(tmp_path)) == read_folder(tmp_path)


@pytest.mark.parametrize(
    ("steps", "value", "expected"),
    [
        ("format", "loype.path/2", "format: needs to be"),
        ("path", "Å", "path: needs to be a short name"),
        ("story", {"nb": "x"}, "story.en: is missing"),
        ("goal", None, "goal: needs a text"),
        ("quests", [], "quests: needs 1 to 104 quests"),
        ("quests.0", 3, "quests[0]: needs to be an object"),
        ("quests.0.terrain", "sump", "quests[0].terrain: needs to be one of skog"),
        ("quests.0.id", "Uke 1", "quests[0].id: needs to be a short name"),
        ("quests.0.week", 1, "quests[0].week: is an unknown field"),
        ("quests.0.activities", [], "quests[0].activities: needs 1 to 20"),
        ("quests.0.activities.0.kind", "gathering", 'quests[0].activities[0].kind: needs to be "module"'),
        ("quests.0.activities.0.module", ["x"], "quests[0].activities[0].module: needs to be a module of this package"),
        ("quests.0.activities.1.id", "rene-hender", 'quests: the activity id "rene-hender" is used before'),
    ],
)
def test_faults_of_paths(steps: str, value: object, expected: str) -> None:
    document: Any = path("rene-hender", "served")
    *above, last = [int(step) if step.isdigit() else step for step in steps.split(".")]
    place = document
    for step in above:
        place = place[step]
    place[last] = value
    files = whole() | {"paths/trygg.json": orjson.dumps(document)}
    assert any(fault.startswith(f"paths/trygg.json: {expected}") for fault in faults_in(zipped(files)))


def test_a_path_in_one_language_is_stored_by_language() -> None:
    plain: Any = path("served")
    for place in (plain, plain["quests"][0]):
        for field in ("title", "story", "goal"):
            place[field] = place[field]["en"]
    files = whole() | {"paths/trygg.json": orjson.dumps(plain | {"language": "en"})}
    [stored] = read_package(zipped(files)).paths
    assert stored["languages"] == ["en"]
    assert stored["quests"][0]["goal"] == {"en": "Lære (en)"}


def test_cards_are_left_as_they_were() -> None:
    document = module("like", "choice")
    assert read_package(package(document)).modules[0]["cards"] == [card("choice")]
