"""Sound, video and captions from strangers: known by their bytes, whole to the last, without traces."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from quests.content.rules.media.facts import MOST_BYTES, Facts
from quests.content.rules.media.looking import cleaned, facts_of, remedies_of
from quests.content.rules.media.rasters import MOST_PIXELS, narrowed
from tests.media.make import captions, picture, recorded
from tests.quests.content.examples import SVG, zipped

PLACE = b"+59.9139+010.7522/"
VTT = captions(["En", "To", "Tre"])


def codes(content: bytes) -> list[str]:
    return [each.code for each in remedies_of(content)]


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("mp3", Facts("mp3", 4)),
        ("m4a", Facts("m4a", 4)),
        ("opus", Facts("opus", 4)),
        ("weba", Facts("weba", 4)),
        ("mp4", Facts("mp4", 4, 320, 180)),
        ("webm", Facts("webm", 4, 320, 180)),
    ],
)
def test_sound_and_video_are_known_by_their_bytes(kind: str, facts: Facts) -> None:
    content = recorded(kind)
    assert codes(content) == []
    assert facts_of(cleaned(content)) == facts
    assert cleaned(cleaned(content)) == cleaned(content)


@pytest.mark.parametrize("kind", ["mp3", "m4a", "opus", "weba", "mp4", "webm"])
def test_what_is_cut_off_or_has_something_after_it_is_refused(kind: str) -> None:
    content = recorded(kind)
    for cut in (len(content) // 3, len(content) // 2, len(content) - 1):
        assert codes(content[:cut]), cut
    for after in (zipped({"a.html": b"<script>alert(1)</script>"}), b"<html>", b"\xff" * 10):
        assert codes(content + after), after


@pytest.mark.parametrize("before", [b"<html>", b"PK\x03\x04", b"%PDF-1.7\n", b"\0" * 8, b"MZ"])
def test_what_has_something_before_it_is_refused(before: bytes) -> None:
    for kind in ("mp3", "opus", "mp4", "webm"):
        assert codes(before + recorded(kind))


@pytest.mark.parametrize(
    ("extra", "kind", "code"),
    [
        (("-c:a", "flac", "-f", "ogg"), "opus", "audio_kind"),
        (("-c:v", "mpeg4"), "mp4", "video_kind"),
        (("-c:a", "ac3"), "mp4", "audio_kind"),
        (("-f", "matroska"), "webm", "video_kind"),
        (("-f", "mov"), "mp4", "video_kind"),
        (("-f", "webm", "-live", "1"), "webm", "media_length"),
    ],
)
def test_what_not_every_phone_plays_is_refused(extra: tuple[str, ...], kind: str, code: str) -> None:
    assert codes(recorded(kind, 1, extra)) == [code]


@pytest.mark.parametrize("content", [b"RIFF\x24\0\0\0WAVEfmt ", b"GIF89a", b"ID3", b"OggS", b"\x1a\x45\xdf\xa3", b""])
def test_what_is_none_of_ours_is_refused(content: bytes) -> None:
    assert codes(content)


@given(st.binary(max_size=200), st.sampled_from(["mp3", "opus", "mp4", "webm", "png", "jpg", "webp", "vtt"]))
def test_nothing_makes_a_look_raise(noise: bytes, kind: str) -> None:
    whole = {"png": picture(), "jpg": picture("JPEG"), "webp": picture("WEBP"), "vtt": VTT}.get(kind)
    content = whole or recorded(kind, 1)
    at = len(noise) * len(content) // 200
    for changed in (content[:at] + noise, content[:at] + noise + content[at + len(noise) :], content[:60] + noise):
        if not remedies_of(changed):
            facts_of(cleaned(changed))


def test_where_a_film_was_made_is_taken_out_of_it() -> None:
    told = ("-movflags", "use_metadata_tags", "-metadata", f"location={PLACE.decode()}", "-metadata", "title=Solbakken")
    film = recorded("mp4", 1, told)
    assert PLACE in film
    assert b"Solbakken" in film
    assert (PLACE in cleaned(film), b"Solbakken" in cleaned(film)) == (False, False)
    assert len(cleaned(film)) == len(film)
    assert facts_of(cleaned(film)) == facts_of(recorded("mp4", 1))
    assert b"Solbakken" not in cleaned(recorded("mp3", 1, ("-metadata", "title=Solbakken", "-write_id3v1", "1")))


def photograph(turned: int = 1) -> bytes:
    """A picture as a phone takes it: with its place, turned, and a smaller one behind it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x0110] = turned, "Solbakken-telefon"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (59.0, 54.0, 50.0)
    buffer = BytesIO()
    Image.linear_gradient("L").resize((60, 20)).convert("RGB").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue() + picture("JPEG", 8, 8)


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photograph_loses_its_place_and_stays_turned(turned: int) -> None:
    content = photograph(turned)
    assert codes(content) == []
    clean = cleaned(content)
    assert cleaned(clean) == clean
    with Image.open(BytesIO(clean)) as shown:
        assert dict(shown.getexif()) == ({} if turned == 1 else {0x0112: turned})
    assert (b"Solbakken" in content, b"Solbakken" in clean) == (True, False)
    facts = facts_of(clean)
    assert (facts.width, facts.height) == ((20, 60) if turned > 4 else (60, 20))
    with Image.open(BytesIO(narrowed(clean, 10))) as smaller:
        assert smaller.size == ((10, 30) if turned > 4 else (10, 3))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_pictures_are_whole_to_their_last_byte(form: str) -> None:
    content = picture(form)
    assert codes(content) == []
    for cut in (len(content) // 2, len(content) - 1):
        assert codes(content[:cut])
    assert codes(content + zipped({"a": b"b"}))
    assert codes(content[:30] + content[31:])


def test_words_in_a_png_and_a_webp_are_taken_out() -> None:
    exif = Image.Exif()
    exif[0x0110] = "Solbakken-telefon"
    for form in ("PNG", "WEBP"):
        content = picture(form, exif=exif.tobytes())
        assert b"Solbakken" in content
        assert b"Solbakken" not in cleaned(content)
        assert codes(content) == []


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    wide = picture("PNG", 6001, 4000)
    assert MOST_PIXELS < 6001 * 4000
    assert len(wide) < MOST_BYTES["picture"]
    assert codes(wide) == ["picture_pixels"]


def test_what_is_larger_than_its_family_may_be_is_refused() -> None:
    assert codes(b"\xff\xfb\x90\x00" + bytes(413) + (b"\xff\xfb\x90\x00" + bytes(413)) * 51_000) == ["media_large"]
    assert codes(captions(["x" * 300] * 1000)) == ["captions_large"]
    assert codes(bytes(MOST_BYTES["video"] + 1)) == ["media_large"]
    assert codes(SVG + b"<!--" + bytes(MOST_BYTES["picture"])) == ["media_large"]


HEAD = b"WEBVTT\n\n"
CUE = b"00:01.000 --> 00:02.000\n"


@pytest.mark.parametrize(
    "content",
    [
        VTT,
        b"\xef\xbb\xbf" + VTT,
        VTT.replace(b"\n", b"\r\n"),
        b"WEBVTT - a title\n\nNOTE made by hand\nand long\n\nfirst\n" + CUE + b"Hei\n",
        HEAD + b"00:00:01.000 --> 100:00:02.000 align:start line:0 position:10%\nTo\nlinjer",
        HEAD + CUE + "Blåbærsyltetøy & saft, 2 < 3?".replace("<", "er mindre enn").encode(),
    ],
)
def test_sound_captions_are_let_in(content: bytes) -> None:
    assert codes(content) == []
    assert facts_of(content).family == "captions"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"WEBVTTX\n\n" + CUE + b"Hei", "captions_line", "1"),
        (HEAD + b"00:01 --> 00:02\nHei", "captions_line", "3"),
        (HEAD + b"00:01.000-->00:02.000\nHei", "captions_line", "3"),
        (HEAD + b"00:01.000 --> 00:02.000 color:red\nHei", "captions_line", "3"),
        (HEAD + CUE, "captions_line", "3"),
        (HEAD + b"STYLE\n::cue { background: url(https://evil.no) }\n\n" + CUE + b"Hei", "captions_line", "4"),
        (HEAD + b"00:03.000 --> 00:02.000\nHei", "captions_order", "3"),
        (HEAD + b"00:03.000 --> 00:04.000\nHei\n\n" + CUE + b"Hei", "captions_order", "6"),
        (HEAD + CUE + b"<b>Hei</b>", "captions_words", "4"),
        (HEAD + CUE + b"<script>alert(1)</script>", "captions_words", "4"),
        (HEAD + CUE + b"Hei &lt;", "captions_words", "4"),
        (HEAD + CUE + b"x" * 501, "captions_long", "4"),
        (HEAD + CUE + b"H\xe5", "captions_coding", None),
        (HEAD, "captions_cues", None),
    ],
)
def test_what_is_wrong_with_captions_is_told_by_its_line(content: bytes, code: str, line: str | None) -> None:
    [found] = remedies_of(content)
    assert (found.code, dict(found.given).get("line")) == (code, line)
