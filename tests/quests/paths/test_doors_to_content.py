"""Modules and pictures: for those they are released to, kept for ever, and never a way into the page."""

import pytest

from tests.quests.course import course_in
from tests.world import World

FOR_EVER = "private, max-age=31536000, immutable"


def test_a_module_and_its_picture_are_kept_for_ever(world: World) -> None:
    somebody = world.somebody()
    course = course_in(world)
    for language in ("nb", "nn", "en"):
        answer = somebody.get(f"/modules/{course.versions[0]}/{language}")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, FOR_EVER)
        assert (answer.json["language"], answer.json["version"]) == (language, course.versions[0])
    picture = somebody.get(f"/media/{course.picture}")
    assert (picture.status_code, picture.mimetype) == (200, "image/svg+xml")
    assert picture.headers["Cache-Control"] == FOR_EVER
    assert picture.headers["Content-Security-Policy"] == "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    assert picture.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("role", "status"), [("leader", 404), ("editor", 200), ("admin", 200)])
def test_editors_look_before_it_is_released(world: World, role: str, status: int) -> None:
    maker = world.somebody("Solbakken", role)
    course = course_in(world, audience={"roles": ["resource_person"]})
    assert maker.get(f"/modules/{course.versions[2]}/nb").status_code == status
    assert maker.get(f"/media/{course.picture}").status_code == status


def test_another_organisations_are_not_there_not_even_for_its_own_admin(world: World) -> None:
    admin = world.somebody("Solbakken", "admin")
    neighbour = World(world.application, "fjellby")
    course = course_in(neighbour)
    assert admin.get(f"/modules/{course.versions[0]}/nb").status_code == 404
    assert admin.get(f"/media/{course.picture}").status_code == 404


@pytest.mark.parametrize("name", ["a%00b", "..%2f..%2fetc", "x", "0" * 64, "A" * 64, "%F0%9F%98%80", "0" * 5000])
def test_what_is_no_hash_is_not_there(world: World, name: str) -> None:
    somebody = world.somebody()
    course = course_in(world)
    for path in (f"/modules/{name}/nb", f"/media/{name}"):
        answer = somebody.get(path)
        assert (answer.status_code, answer.json["code"]) == (404, "not_found"), path
    assert somebody.get(f"/modules/{course.versions[0]}/%00").status_code == 404
