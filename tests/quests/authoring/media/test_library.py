"""The library of media: taken in by what it is, described, found again, and never taken from what uses it."""

from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import event, select

from app.core import storage
from app.core.db import db
from quests.authoring.media.models import MediaDescription
from quests.content.models import Media
from quests.content.rules.media.facts import MOST_SENT
from quests.content.rules.remedies import remedy
from tests.media.make import captions, picture, recorded
from tests.quests.content.examples import zipped
from tests.quests.content.test_media import photograph
from tests.quests.content.test_pictures import ATTACKS
from tests.quests.course import SVG, course_in
from tests.world import Somebody, World


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Solbakken", "editor", name="Ingrid Nes")


def send(editor: Somebody, content: bytes, name: str = "") -> Any:
    where = f"/studio/media?name={name}" if name else "/studio/media"
    return editor.post(where, data=content, content_type="application/octet-stream")


def added(editor: Somebody, content: bytes, name: str = "") -> dict[str, Any]:
    answer = send(editor, content, name)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json
    return told


def kept_by(world: World) -> tuple[int, int]:
    """How many media have rows, and how many files the storage holds."""
    world.enter()
    db.session.rollback()
    own = [each for each in storage.kept() if each.organisation_id == world.organisation_id]
    return len(db.session.scalars(select(Media.hash)).all()), len(own)


def test_a_photograph_is_taken_in_drawn_anew_and_served_to_editors(world: World, editor: Somebody) -> None:
    told = added(editor, photograph(6), "IMG_20%20sykehjem.JPG")
    assert (told["family"], told["media_type"]) == ("picture", "image/webp")
    assert (told["width"], told["height"], told["seconds"]) == (20, 60, None)
    assert (told["title"], told["named"]) == ("IMG 20 sykehjem", "IMG 20 sykehjem")
    assert (told["added_by"], told["added_at"]) == ("Ingrid Nes", "2026-11-19T11:00:00Z")
    assert (told["uses"], told["used"], told["focus"], told["alt"], told["licence"]) == ([], 0, None, {}, None)
    served = editor.get(f"/media/{told['hash']}")
    assert (served.status_code, served.mimetype, len(served.data)) == (200, "image/webp", told["size"])
    assert sha256(served.data).hexdigest() == told["hash"]
    assert b"Solbakken" not in served.data
    with Image.open(BytesIO(served.data)) as shown:
        assert dict(shown.getexif()) == {}
    assert world.somebody().get(f"/media/{told['hash']}").status_code == 404


@pytest.mark.parametrize(
    ("content", "facts"),
    [
        (lambda: recorded("mp3"), ("audio", "audio/mpeg", 4, None)),
        (lambda: recorded("m4a"), ("audio", "audio/mp4", 4, None)),
        (lambda: recorded("mp4"), ("video", "video/mp4", 4, 320)),
        (lambda: captions(["En", "To"]), ("captions", "text/vtt; charset=utf-8", 2, None)),
        (lambda: SVG, ("picture", "image/svg+xml", None, None)),
    ],
)
def test_what_it_is_its_bytes_tell_and_not_its_name(editor: Somebody, content: Any, facts: tuple[Any, ...]) -> None:
    told = added(editor, content(), "bilde.png")
    assert (told["family"], told["media_type"], told["seconds"], told["width"]) == facts


def test_the_same_bytes_are_one_medium_whoever_sends_them(world: World, editor: Somebody) -> None:
    first = added(editor, picture("JPEG"), "en.jpg")
    again = added(world.somebody("Solbakken", "admin"), picture("JPEG"), "to.jpg")
    assert again == first
    assert kept_by(world) == (1, 1)
    assert editor.get("/studio/media").json["total"] == 1


def test_another_organisation_has_its_own(world: World, editor: Somebody) -> None:
    told = added(editor, picture("PNG"))
    neighbour = World(world.application, "fjellby")
    other = neighbour.somebody("Skagen", "editor")
    assert other.get("/studio/media").json["total"] == 0
    for method in ("GET", "PATCH", "DELETE"):
        assert other.send(method, f"/studio/media/{told['hash']}", {}).status_code == 404
    assert added(other, picture("PNG"))["hash"] == told["hash"]
    assert other.send("DELETE", f"/studio/media/{told['hash']}").status_code == 204
    assert editor.get(f"/media/{told['hash']}").status_code == 200


BAD = {
    **{f"drawing {number}": content for number, content in enumerate(ATTACKS)},
    "HTML": b"<!doctype html><script>alert(1)</script>",
    "zip": zipped({"a.html": b"<script>"}),
    "nothing": b"",
    "half a picture": picture("JPEG", 600, 400)[:900],
    "half a film": recorded("mp4")[:-1],
    "film with a tail": recorded("mp4") + b"<script>alert(1)</script>",
    "captions with tags left": b"WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;script&gt;",
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_taken_in_is_told_with_what_to_do_and_leaves_nothing(
    world: World, editor: Somebody, name: str
) -> None:
    answer = send(editor, BAD[name], "pent.jpg")
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
    assert answer.json["faults"]
    for fault in answer.json["faults"]:
        assert fault["remedy"] == str(remedy(fault["code"], **fault["given"]))
    assert kept_by(world) == (0, 0)


def test_more_than_a_family_may_be_is_refused_and_leaves_nothing(world: World, editor: Somebody) -> None:
    for content, most in (
        (picture("JPEG"), MOST_SENT["picture"]),
        (recorded("mp3"), MOST_SENT["audio"]),
        (captions(["En"]), MOST_SENT["captions"]),
    ):
        answer = send(editor, content + bytes(most))
        assert (answer.status_code, answer.json["code"]) == (413, "too_large")
        (fault,) = answer.json["faults"]
        assert fault["given"]["most"] == str(most >> 20 or most >> 10)
    assert kept_by(world) == (0, 0)


class Unread(BytesIO):
    """A body of a claimed length, of which nothing may be read."""

    def __init__(self, claimed: int) -> None:
        super().__init__()
        self.claimed = claimed

    def seek(self, place: int, whence: int = 0, /) -> int:
        self.place = place if whence == 0 else self.claimed
        return self.place

    def tell(self) -> int:
        return getattr(self, "place", 0)

    def read(self, *_: object) -> bytes:
        raise AssertionError("read")

    readinto = read1 = readline = read  # type: ignore[assignment]


@pytest.mark.parametrize("claimed", [10**9, MOST_SENT["video"] + 1])
def test_who_claims_to_send_a_gigabyte_is_refused_before_anything_is_read(editor: Somebody, claimed: int) -> None:
    answer = editor.post("/studio/media", input_stream=Unread(claimed), content_type="application/octet-stream")
    assert (answer.status_code, answer.json["code"]) == (413, "too_large")


def test_no_more_comes_in_than_there_is_room_for_and_nothing_is_half(world: World) -> None:
    crowded = World(world.application, "fullby", policy={"media_mib": 1})
    editor = crowded.somebody("Skagen", "editor")
    noise = Image.effect_noise((2000, 2000), 100).convert("RGB")
    buffer = BytesIO()
    noise.save(buffer, "JPEG", quality=90)
    small = added(editor, picture("PNG"))
    for _ in range(2):
        answer = send(editor, buffer.getvalue())
        assert (answer.status_code, answer.json["code"]) == (507, "media_full")
        assert answer.json["faults"][0]["given"] == {"used": "0", "most": "1"}
        assert kept_by(crowded) == (1, 1)
    assert added(editor, picture("PNG")) == small, "what is there already needs no room"
    assert editor.get("/studio/media").json["room"] == {"taken": small["size"], "most": 2**20}


def test_a_medium_is_described_a_part_at_a_time_and_found_by_its_words(editor: Somebody) -> None:
    told = added(editor, picture("PNG"), "IMG_1.png")
    where = f"/studio/media/{told['hash']}"
    alt = {"nb": "Et bad med våte fliser", "en": "A bathroom with wet tiles"}
    said = editor.send("PATCH", where, {"title": "Badet på Åsly", "alt": alt}).json
    assert (said["title"], said["alt"], said["named"]) == ("Badet på Åsly", alt, "Badet på Åsly")
    said = editor.send("PATCH", where, {"focus": {"x": 0.25, "y": 1}, "licence": "cc_by", "credit": "Ola Foss"}).json
    assert (said["focus"], said["licence"], said["credit"]) == ({"x": 0.25, "y": 1}, "cc_by", "Ola Foss")
    assert said["alt"] == alt
    said = editor.send("PATCH", where, {"source": "https://foto.example/1", "alt": {"nb": "Et bad", "nn": ""}}).json
    assert (said["source"], said["alt"]) == ("https://foto.example/1", {"nb": "Et bad"})
    said = editor.send("PATCH", where, {"focus": None, "licence": None}).json
    assert (said["focus"], said["licence"], said["title"]) == (None, None, "Badet på Åsly")
    added(editor, recorded("mp3"), "alarm.mp3")
    for words, family, total in (
        ("", "", 2),
        ("ÅSLY bad", "", 1),
        ("åsly kjøkken", "", 0),
        ("foss", "", 1),
        ("", "audio", 1),
        ("alarm", "picture", 0),
    ):
        found = editor.get("/studio/media", query_string={"q": words, **({"family": family} if family else {})}).json
        assert found["total"] == total, words
    assert editor.get(where).json == said


@pytest.mark.parametrize(
    "body",
    [
        {"title": "x" * 121},
        {"title": "to\nlinjer"},
        {"alt": {"nb": "x" * 501}},
        {"alt": "Et bad"},
        {"focus": {"x": 1.1, "y": 0}},
        {"focus": {"x": 0.5}},
        {"focus": {"x": "0.5", "y": 0}},
        {"licence": "gratis"},
        {"source": "javascript:alert(1)"},
        {"source": "//evil.no"},
        {"source": "https://a b"},
    ],
)
def test_what_is_no_description_is_refused_by_its_field(editor: Somebody, body: dict[str, Any]) -> None:
    told = added(editor, picture("PNG"))
    answer = editor.send("PATCH", f"/studio/media/{told['hash']}", body)
    assert answer.status_code == 422
    assert set(answer.json["errors"]) == set(body)
    assert editor.get(f"/studio/media/{told['hash']}").json == told


def test_what_came_in_a_package_is_named_by_what_modules_say_of_it_and_stays_while_used(
    world: World, editor: Somebody
) -> None:
    course = course_in(world)
    (medium,) = editor.get("/studio/media").json["items"]
    assert (medium["hash"], medium["title"], medium["named"]) == (course.picture, "", "Hender (nb)")
    assert medium["alt"] == {each: f"Hender ({each})" for each in ("nb", "nn", "en")}
    assert [(each["title"], each["where"]) for each in medium["uses"]] == [("hender (nb)", "published")]
    assert editor.get("/studio/media?unused=true").json["total"] == 0
    assert editor.get("/studio/media?q=hender").json["total"] == 1
    answer = editor.send("DELETE", f"/studio/media/{course.picture}")
    assert (answer.status_code, answer.json["code"]) == (409, "in_use")
    assert [each["title"] for each in answer.json["uses"]] == ["hender (nb)"]
    assert editor.get(f"/media/{course.picture}").status_code == 200
    said = editor.send("PATCH", f"/studio/media/{course.picture}", {"title": "To hender"}).json
    assert (said["named"], said["added_by"]) == ("To hender", None)


def test_what_nothing_uses_is_taken_away_with_all_that_was_made_of_it(world: World, editor: Somebody) -> None:
    told = added(editor, picture("JPEG", 1600, 900))
    assert editor.get(f"/media/{told['hash']}?width=320").status_code == 200
    assert kept_by(world) == (1, 2)
    assert [each["hash"] for each in editor.get("/studio/media?unused=true").json["items"]] == [told["hash"]]
    assert editor.send("DELETE", f"/studio/media/{told['hash']}").status_code == 204
    assert kept_by(world) == (0, 0)
    for method in ("GET", "DELETE"):
        assert editor.send(method, f"/studio/media/{told['hash']}").status_code == 404
    world.enter()
    assert db.session.scalars(select(MediaDescription.hash)).all() == []
    assert added(editor, picture("JPEG", 1600, 900))["hash"] == told["hash"]


def test_what_the_storage_has_lost_is_brought_back_by_sending_it_again(world: World, editor: Somebody) -> None:
    told = added(editor, picture("PNG"))
    storage.forget(world.organisation_id, told["hash"])
    assert added(editor, picture("PNG")) == told
    assert editor.get(f"/media/{told['hash']}").status_code == 200


def test_a_page_asks_the_database_as_often_however_much_there_is(editor: Somebody) -> None:
    def asked() -> int:
        statements: list[str] = []
        event.listen(db.engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
        assert editor.get("/studio/media").status_code == 200
        return len(statements)

    added(editor, picture("PNG"))
    few = asked()
    for width in range(10, 22):
        added(editor, picture("PNG", width))
    assert asked() <= 2 * few  # the first listener still counts
    assert editor.get("/studio/media?page=2").json["items"] == []


@pytest.mark.parametrize("asked", ["family=music", "page=0", "unused=maybe", "unused=1", "q=" + "x" * 101])
def test_what_cannot_be_asked_for_is_refused(editor: Somebody, asked: str) -> None:
    assert editor.get(f"/studio/media?{asked}").status_code == 422
