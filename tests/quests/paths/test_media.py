"""Media on their way out: whole or a part, from either home, made narrower once, and never half a package."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import func, select

from app.core import clock, storage
from app.core.db import db
from quests.content import jobs
from quests.content.models import Media, MediaWidth, ModuleVersion
from quests.content.package import read_package
from tests.buckets import S3Server, s3_server
from tests.media.make import picture
from tests.quests.content.examples import module
from tests.quests.content.test_playing import FILES, packed
from tests.world import Somebody, World

FILM = FILES["film.webm"]
DIGEST = sha256(FILM).hexdigest()
ETAG = f'"{DIGEST}"'
PHOTO = picture("JPEG", 1000, 500)


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as found:
        yield found


@pytest.fixture(params=["folder", "bucket"])
def home(request: pytest.FixtureRequest, world: World) -> Iterator[str]:
    """The world's media in either home."""
    before = world.application.config["LOYPE"]
    world.application.extensions.pop("loype_storage", None)
    if request.param == "bucket":
        server: S3Server = request.getfixturevalue("server")
        world.application.config["LOYPE"] = replace(before, **server.settings)
    yield request.param
    world.application.config["LOYPE"] = before
    world.application.extensions.pop("loype_storage", None)


@pytest.fixture
def editor(home: str, world: World) -> Somebody:
    """Who has taken in a module with sound, a video and a photograph."""
    found = world.somebody("Solbakken", "editor")
    answer = taken_in(found)
    assert answer.status_code == 200, answer.json
    return found


def package() -> bytes:
    document = module("se-og-hor", "audio", "video", "choice")
    document["cards"][2]["picture"] = {"file": "foto.jpg", "alt": {"nb": "Et foto", "en": "A photo"}}
    return packed(document, foto_jpg=PHOTO)


def taken_in(editor: Somebody, content: bytes | None = None) -> Any:
    return editor.post("/studio/packages", data=content or package(), content_type="application/zip")


def test_a_film_is_sent_whole_and_kept_for_ever(editor: Somebody) -> None:
    answer = editor.get(f"/media/{DIGEST}")
    assert (answer.status_code, answer.mimetype, answer.data == FILM) == (200, "video/webm", True)
    told = {name: answer.headers[name] for name in ("Accept-Ranges", "ETag", "Content-Length", "Cache-Control")}
    assert told == {
        "Accept-Ranges": "bytes",
        "ETag": ETAG,
        "Content-Length": str(len(FILM)),
        "Cache-Control": "private, max-age=31536000, immutable",
    }
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert editor.get(f"/media/{DIGEST}", headers={"If-None-Match": ETAG}).status_code == 304


LAST = len(FILM) - 1


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        pytest.param("bytes=0-", 0, LAST, id="all of it"),
        ("bytes=100-199", 100, 199),
        pytest.param(f"bytes={LAST}-", LAST, LAST, id="the last"),
        pytest.param("bytes=-10", LAST - 9, LAST, id="the last ten"),
        pytest.param(f"bytes=5-{10**17}", 5, LAST, id="to far beyond"),
        pytest.param(f"bytes=-{10**17}", 0, LAST, id="more than all"),
    ],
)
def test_a_part_is_sent(editor: Somebody, asked: str, first: int, last: int) -> None:
    answer = editor.get(f"/media/{DIGEST}", headers={"Range": asked})
    assert (answer.status_code, answer.data == FILM[first : last + 1]) == (206, True)
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{len(FILM)}"
    assert answer.headers["Content-Length"] == str(last + 1 - first)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(f"bytes={len(FILM)}-", id="beyond the end"),
        f"bytes={10**17}-",
        "bytes=-0",
        "bytes=0-1,5-6",
        pytest.param("bytes=" + ",".join(["0-1"] * 1000), id="1,000 ranges"),
    ],
)
def test_a_part_that_is_not_there_and_many_parts_are_refused(editor: Somebody, asked: str) -> None:
    answer = editor.get(f"/media/{DIGEST}", headers={"Range": asked})
    assert (answer.status_code, answer.json["code"]) == (416, "range")
    assert answer.headers["Content-Range"] == f"bytes */{len(FILM)}"


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=a-b", "bytes=-", "bytes", "seconds=0-1", "bytes=1-2-3", "\xff"])
def test_what_is_no_range_is_as_if_it_were_not_there(editor: Somebody, asked: str) -> None:
    answer = editor.get(f"/media/{DIGEST}", headers={"Range": asked})
    assert (answer.status_code, len(answer.data)) == (200, len(FILM))


@pytest.mark.parametrize(
    ("held", "status"), [(ETAG, 206), ('"another"', 200), (f"W/{ETAG}", 200)], ids=["same", "other", "weak"]
)
def test_a_part_of_another_file_is_not_sent(editor: Somebody, held: str, status: int) -> None:
    answer = editor.get(f"/media/{DIGEST}", headers={"Range": "bytes=0-9", "If-Range": held})
    assert answer.status_code == status


def test_a_head_tells_without_sending(editor: Somebody) -> None:
    for headers, status, size in (({}, 200, len(FILM)), ({"Range": "bytes=0-9"}, 206, 10)):
        answer = editor.client.head(f"/api/v1/media/{DIGEST}", headers=headers)
        assert (answer.status_code, answer.headers["Content-Length"], answer.data) == (status, str(size), b"")


def test_captions_say_how_they_are_written(editor: Somebody) -> None:
    answer = editor.get(f"/media/{sha256(FILES['nb.vtt']).hexdigest()}")
    assert answer.headers["Content-Type"] == "text/vtt; charset=utf-8"


def test_a_picture_is_made_narrower_once_for_the_width_that_shows_it(editor: Somebody, world: World) -> None:
    digest = sha256(PHOTO).hexdigest()
    seen = {width: editor.get(f"/media/{digest}?width={width}") for width in (1, 320, 321, 640, 960, 961, 9999)}
    kinds = {width: answer.mimetype for width, answer in seen.items()}
    assert kinds == dict.fromkeys((1, 320, 321, 640, 960), "image/webp") | dict.fromkeys((961, 9999), "image/jpeg")
    for width, step in ((1, 320), (321, 640), (960, 960)):
        with Image.open(BytesIO(seen[width].data)) as shown:
            assert shown.size == (step, step // 2)
    assert seen[1].headers["ETag"] == seen[320].headers["ETag"] == f'"{sha256(seen[1].data).hexdigest()}"'
    world.enter()
    assert db.session.scalar(select(func.count()).select_from(MediaWidth)) == 3
    part = editor.get(f"/media/{digest}?width=320", headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.data) == (206, b"RIFF")


def test_drawings_films_and_odd_widths(editor: Somebody) -> None:
    drawing = sha256(FILES["hender.svg"]).hexdigest()
    assert editor.get(f"/media/{drawing}?width=100").mimetype == "image/svg+xml"
    assert editor.get(f"/media/{DIGEST}?width=100").mimetype == "video/webm"
    for odd in ("0", "-1", "x", "10001"):
        assert editor.get(f"/media/{drawing}?width={odd}").status_code == 422


def test_facts_are_remembered_beside_the_bytes(editor: Somebody, world: World) -> None:
    world.enter()
    rows = {row.media_type: (row.seconds, row.width, row.height) for row in db.session.scalars(select(Media))}
    assert rows["video/webm"] == (4, 320, 180)
    assert rows["image/jpeg"] == (None, 1000, 500)
    assert rows["audio/mpeg"] == (4, None, None)


def kept_by(world: World) -> set[str]:
    return {each.digest for each in storage.kept() if each.organisation_id == world.organisation_id}


def rows_of(world: World) -> tuple[int, ...]:
    world.enter()
    db.session.rollback()
    return tuple(db.session.scalar(select(func.count()).select_from(model)) or 0 for model in (Media, ModuleVersion))


def test_a_refused_package_leaves_nothing(home: str, world: World) -> None:
    editor = world.somebody("Solbakken", "editor")
    content = packed(module("se", "video", "choice"), film_webm=b"MZ")
    answer = taken_in(editor, content)
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
    assert {each["file"] for each in answer.json["faults"]} == {"media/film.webm"}
    assert (kept_by(world), rows_of(world)) == (set(), (0, 0))


def test_an_import_that_fails_in_the_middle_takes_its_bytes_away(
    home: str, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = world.somebody("Solbakken", "editor")
    monkeypatch.setattr("quests.paths.actions.touch_organisation", lambda _: 1 / 0)
    content = package()
    assert taken_in(editor, content).status_code == 500
    assert (kept_by(world), rows_of(world)) == (set(), (0, 0))
    monkeypatch.undo()
    assert taken_in(editor, content).status_code == 200
    assert kept_by(world) == set(read_package(content).media)


def test_a_storage_that_goes_away_in_mid_import(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is refused with a code; when the storage is back the leavings are swept, and it comes in whole."""
    with s3_server() as server:
        world.application.extensions.pop("loype_storage", None)
        before = world.application.config["LOYPE"]
        world.application.config["LOYPE"] = replace(before, **server.settings)
        try:
            editor = world.somebody("Solbakken", "editor")
            kept, real = [], storage.keep

            def until_the_third(*given: Any) -> str:
                if len(kept) == 2:
                    server.stop()
                kept.append(given)
                return real(*given)

            monkeypatch.setattr("app.core.storage.keep", until_the_third)
            answer = taken_in(editor)
            assert (answer.status_code, answer.json["code"]) == (503, "media_away")
            assert "Retry-After" in answer.headers
            assert rows_of(world) == (0, 0)
            monkeypatch.undo()
            assert editor.get("/today").status_code == 200
            server.start()
            assert len(kept_by(world)) == 2
            jobs.sweep()
            assert len(kept_by(world)) == 2, "an import may be under way"
            with clock.standing_at(clock.now() + jobs.GRACE * 400):
                jobs.sweep()
            assert kept_by(world) == set()
            assert taken_in(editor).status_code == 200
            with clock.standing_at(clock.now() + jobs.GRACE * 400):
                jobs.sweep()
            assert editor.get(f"/media/{DIGEST}").data == FILM
            server.stop()
            answer = editor.get(f"/media/{DIGEST}")
            assert (answer.status_code, answer.json["code"]) == (503, "media_away")
        finally:
            world.application.config["LOYPE"] = before
            world.application.extensions.pop("loype_storage", None)


def test_what_was_made_narrower_is_not_swept(editor: Somebody, world: World) -> None:
    digest = sha256(PHOTO).hexdigest()
    narrow = editor.get(f"/media/{digest}?width=320").data
    with clock.standing_at(clock.now() + jobs.GRACE * 400):
        jobs.sweep()
    assert sha256(narrow).hexdigest() in kept_by(world)
    assert editor.get(f"/media/{digest}?width=320").data == narrow


def test_media_of_an_organisation_that_is_no_more_are_swept(editor: Somebody, world: World) -> None:
    stranger = World(world.application, "borte")
    storage.keep(stranger.organisation_id, b"abc")
    with clock.standing_at(clock.now() + jobs.GRACE * 400):
        jobs.sweep()
    assert not [each for each in storage.kept() if each.organisation_id == stranger.organisation_id]


def test_only_who_may_see_the_module_gets_its_media(editor: Somebody, world: World) -> None:
    assert world.somebody().get(f"/media/{DIGEST}").status_code == 404
    neighbour = World(world.application, "nabo").somebody("Skagen", "admin")
    assert neighbour.get(f"/media/{DIGEST}").status_code == 404
