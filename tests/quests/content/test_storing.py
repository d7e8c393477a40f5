"""Content in the database: versions, what is in force, export, and nothing between organisations."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.core import storage
from app.core.db import committed, db, scope
from app.identity.queries import organisation
from quests.content import actions, queries
from quests.content.actions import Imported
from quests.content.package import Package, read_folder, read_package, write_package
from quests.content.rules.documents import structure_of, version_of
from tests.quests.content.examples import COURSES, SVG, module, package, served, texts
from tests.world import World


def holding(*modules: dict[str, Any], **files: bytes) -> Package:
    return read_package(package(*modules, **files))


def taken_in(world: World, held: Package) -> Imported:
    world.enter()
    return committed(actions.import_modules, world.organisation_id, held)


def pictured(text: str = "Hender") -> dict[str, Any]:
    document = module()
    document["cards"][0]["picture"] = {"file": "hender.svg", "alt": texts(text)}
    return document


def in_force(world: World, module_id: UUID) -> queries.Published:
    return queries.published(world.organisation_id, [module_id])[module_id]


def test_an_import_publishes_each_module(world: World) -> None:
    held = holding(pictured(), served(), hender=SVG)
    imported = taken_in(world, held)
    assert imported.new == ("rene-hender", "served")
    assert imported.changed == ()
    shown = in_force(world, imported.modules["rene-hender"])
    assert shown.slug == "rene-hender"
    assert shown.version == version_of(held.modules[0])
    assert shown.structure == structure_of(held.modules[0])
    assert shown.languages == ("nb", "en")
    assert (shown.title_in("en"), shown.title_in("nn")) == ("Rene hender (en)", "Rene hender")
    assert shown.seconds_in("nn") == shown.seconds["nb"]
    assert shown.exercises == 5


def test_the_same_content_again_makes_no_version(world: World) -> None:
    first = taken_in(world, holding(pictured(), hender=SVG))
    revision = organisation(world.organisation_id).revision
    again = taken_in(world, holding(pictured(), hender=SVG))
    assert again == Imported(first.modules, (), ())
    db.session.expire_all()
    assert organisation(world.organisation_id).revision == revision


def test_a_changed_document_is_the_next_version_and_the_first_stays_readable(world: World) -> None:
    first = taken_in(world, holding(pictured(), hender=SVG))
    module_id = first.modules["rene-hender"]
    before = in_force(world, module_id)
    revision = organisation(world.organisation_id).revision
    second = taken_in(world, holding(pictured("Rene hender"), hender=SVG))
    after = in_force(world, module_id)
    assert second == Imported(first.modules, (), ("rene-hender",))
    assert before.version != after.version
    assert before.structure == after.structure
    old = queries.version_for(world.organisation_id, before.version)
    assert old is not None
    assert old.module_id == module_id
    db.session.expire_all()
    assert organisation(world.organisation_id).revision > revision


def test_an_earlier_version_that_comes_again_is_in_force_again(world: World) -> None:
    module_id = taken_in(world, holding(pictured(), hender=SVG)).modules["rene-hender"]
    before = in_force(world, module_id)
    taken_in(world, holding(pictured("Andre"), hender=SVG))
    assert taken_in(world, holding(pictured(), hender=SVG)).changed == ("rene-hender",)
    assert in_force(world, module_id) == before


def test_a_failing_import_leaves_nothing(world: World) -> None:
    world.enter()

    def half() -> None:
        actions.import_modules(world.organisation_id, holding(module()))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        committed(half)
    assert queries.modules_named(world.organisation_id, ["rene-hender"]) == {}


def test_documents_are_served_in_their_languages_only(world: World) -> None:
    imported = taken_in(world, holding(pictured(), hender=SVG))
    version = in_force(world, imported.modules["rene-hender"]).version
    shown = queries.document(world.organisation_id, version, "en")
    assert shown is not None
    assert (shown["version"], shown["language"], shown["title"]) == (version, "en", "Rene hender (en)")
    assert queries.document(world.organisation_id, version, "nn") is None
    assert queries.document(world.organisation_id, "0" * 64, "en") is None
    found = queries.version_for(world.organisation_id, version)
    assert found is not None
    assert list(found.cards) == ["c1", "c2", "c3", "c4", "c5", "c6"]
    assert version_of(found.document) == version


def test_pictures_are_kept_and_known_by_the_modules_that_show_them(world: World) -> None:
    held = holding(pictured(), served(), hender=SVG)
    imported = taken_in(world, held)
    [digest] = held.media
    assert queries.medium(world.organisation_id, digest) == queries.Medium(digest, len(SVG), "image/svg+xml")
    assert storage.fetch(world.organisation_id, digest) == SVG
    assert queries.medium(world.organisation_id, "0" * 64) is None
    ids = imported.modules
    assert queries.modules_showing(world.organisation_id, digest, ids.values()) == {ids["rene-hender"]}


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_export_import_export_gives_the_same_bytes(world: World, folder: Path) -> None:
    held = read_folder(folder)
    imported = taken_in(world, held)
    ids = list(imported.modules.values())
    first = queries.export(world.organisation_id, ids, held.paths, held.title, held.licence)
    assert first == write_package(held)
    again = taken_in(world, read_package(first))
    assert (again.new, again.changed) == ((), ())
    assert queries.export(world.organisation_id, reversed(ids), held.paths, held.title, held.licence) == first


def test_an_export_in_another_organisation_gives_the_same_bytes(world: World) -> None:
    held = holding(pictured(), hender=SVG)
    first = queries.export(world.organisation_id, taken_in(world, held).modules.values())
    other = World(world.application, "nabo")
    copied = taken_in(other, read_package(first))
    assert queries.export(other.organisation_id, copied.modules.values()) == first


def test_an_export_with_a_lost_picture_is_none(world: World) -> None:
    imported = taken_in(world, holding(pictured(), hender=SVG))
    held = holding(pictured(), hender=SVG)
    [digest] = held.media
    folder = world.application.config["LOYPE"].folder / "media"
    [file] = (folder / str(world.organisation_id)).rglob(digest)
    file.unlink()
    with pytest.raises(LookupError):
        queries.export(world.organisation_id, imported.modules.values())


def test_nothing_crosses_between_organisations(world: World) -> None:
    held = holding(pictured(), hender=SVG)
    imported = taken_in(world, held)
    [digest] = held.media
    version = version_of(held.modules[0])
    other = World(world.application, "nabo")
    with scope(other.organisation_id):
        assert queries.published(other.organisation_id, imported.modules.values()) == {}
        assert queries.version_for(other.organisation_id, version) is None
        assert queries.document(other.organisation_id, version, "nb") is None
        assert queries.medium(other.organisation_id, digest) is None
        assert queries.modules_named(other.organisation_id, ["rene-hender"]) == {}
    theirs = taken_in(other, held)
    assert theirs.new == ("rene-hender",)
    assert theirs.modules != imported.modules


def test_unknown_modules_are_left_out(world: World) -> None:
    world.enter()
    assert queries.published(world.organisation_id, [uuid4()]) == {}
    assert queries.published(world.organisation_id, []) == {}
    assert read_package(queries.export(world.organisation_id, [])).modules == ()
