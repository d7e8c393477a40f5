"""What editors send: drawn anew, rid of all that is not seen or heard, or refused with what to do."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from quests.content.rules.media.facts import MOST_BYTES, MOST_SENT
from quests.content.rules.media.looking import facts_of, remedies_of
from quests.content.rules.media.preparing import Unfit, family_of, prepared, words_alone
from tests.media.make import captions, picture, recorded
from tests.quests.content.examples import SVG, zipped
from tests.quests.content.test_media import photograph
from tests.quests.content.test_pictures import ATTACKS

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SCRIPT = b"<script>alert(document.domain)</script>"


def codes(content: bytes) -> list[str]:
    """Why it is refused; empty when it is taken in."""
    try:
        made = prepared(content)
    except Unfit as unfit:
        return [each.code for each in unfit.remedies]
    assert remedies_of(made.content) == [], "what is kept can be exported and taken in again"
    assert facts_of(made.content) == made.facts
    return []


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes, rows: bytes = b"") -> bytes:
    """A grey PNG by hand, so that its head can promise anything."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(rows or bytes((width + 1) * height)))
    return SIGNATURE + chunk(b"IHDR", head) + b"".join(more) + body + chunk(b"IEND", b"")


def saved(form: str, image: Image.Image | None = None, **saving: object) -> bytes:
    buffer = BytesIO()
    (image or Image.linear_gradient("L").resize((64, 36)).convert("RGB")).save(buffer, form, **saving)
    return buffer.getvalue()


def shown(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "AVIF"])
def test_pictures_become_webp_and_always_the_same(form: str) -> None:
    content = saved(form)
    assert codes(content) == []
    made = prepared(content)
    assert (made.facts.media_type, made.facts.width, made.facts.height) == ("image/webp", 64, 36)
    assert prepared(content) == made
    assert family_of(content[:64]) == "picture"


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photograph_is_turned_and_loses_its_place(turned: int) -> None:
    content = photograph(turned)
    made = prepared(content)
    assert (made.facts.width, made.facts.height) == ((20, 60) if turned > 4 else (60, 20))
    assert (b"Solbakken" in content, b"Solbakken" in made.content) == (True, False)
    with shown(made.content) as picture:
        assert dict(picture.getexif()) == {}
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(picture.info)


@pytest.mark.parametrize(
    ("width", "height", "kept"), [(4800, 3600, (2400, 1800)), (300, 9600, (75, 2400)), (9, 8, (9, 8))]
)
def test_large_pictures_are_made_smaller_and_small_ones_are_not_made_larger(
    width: int, height: int, kept: tuple[int, int]
) -> None:
    made = prepared(picture("JPEG", width, height))
    assert (made.facts.width, made.facts.height) == kept


def test_a_photograph_of_a_telephone_is_taken_in_and_one_of_a_telescope_is_not() -> None:
    assert codes(picture("JPEG", 8160, 6120)) == []
    assert codes(picture("JPEG", 9000, 6000)) == ["picture_pixels"]


def test_noise_is_kept_within_what_a_picture_may_be() -> None:
    noise = Image.effect_noise((2400, 2400), 200).convert("RGB")
    made = prepared(saved("JPEG", noise, quality=95))
    assert len(made.content) <= MOST_BYTES["picture"]


def test_a_drawing_of_few_colours_is_kept_to_the_pixel_and_what_is_clear_stays_clear() -> None:
    drawn = Image.new("RGBA", (40, 30), (30, 107, 79, 255))
    drawn.paste((0, 0, 0, 0), (0, 0, 10, 10))
    with shown(prepared(saved("PNG", drawn)).content) as kept:
        assert kept.mode == "RGBA"
        assert kept.getpixel((5, 5))[3] == 0  # type: ignore[index]
        assert kept.getpixel((20, 20)) == (30, 107, 79, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_every_way_to_write_colours_is_read(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new("I;16", (32, 32), 40_000) if mode == "I;16" else Image.new("L", (32, 32), 156).convert(mode)
    with shown(prepared(saved(form, image)).content) as kept:
        level = kept.convert("L").getpixel((16, 16))
    assert isinstance(level, int)
    assert level > 250 if mode == "1" else abs(level - 156) < 8


def test_colours_of_another_profile_are_brought_over_and_the_profile_is_gone() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for told in (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), profile, b"no profile at all"):
        made = prepared(saved("JPEG", icc_profile=told))
        assert b"ICCP" not in made.content


def test_of_an_animation_the_first_moment_is_kept() -> None:
    moments = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue", "green")]
    for form in ("GIF", "WEBP", "PNG"):
        made = prepared(saved(form, moments[0], save_all=True, append_images=moments[1:]))
        with shown(made.content) as kept:
            assert getattr(kept, "n_frames", 1) == 1
            red, green, blue = kept.convert("RGB").getpixel((10, 10))  # type: ignore[misc]
        assert (red > 200, green < 60, blue < 60) == (True, True, True)


HUGE: dict[str, Callable[[], bytes]] = {
    "30,000 by 30,000": lambda: png(30_000, 30_000, rows=b"\0"),
    "the largest a head can say": lambda: png(2**31 - 1, 2**31 - 1, rows=b"\0"),
    "just too many": lambda: png(6001, 4000, rows=b"\0"),
    "a GIF": lambda: b"GIF89a" + struct.pack("<HHBBB", 65_535, 65_535, 0, 0, 0) + saved("GIF")[13:],
    "a JPEG": lambda: _widened(saved("JPEG")),
}


def _widened(jpeg: bytes) -> bytes:
    """The same JPEG whose head says that it is 60,000 wide and high."""
    place = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:place] + struct.pack(">HH", 60_000, 60_000) + jpeg[place + 4 :]


@pytest.mark.parametrize("name", HUGE)
def test_too_many_pixels_are_refused_before_they_are_unpacked(name: str) -> None:
    assert codes(HUGE[name]()) == ["picture_pixels"]


BOMB = zlib.compress(bytes(64 * 2**20), 9)


@pytest.mark.parametrize(
    "content",
    [
        png(8, 8, chunk(b"zTXt", b"Comment\0\0" + BOMB)),
        png(8, 8, chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + BOMB)),
        png(8, 8, *[chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(2**20)))] * 80),
    ],
)
def test_texts_that_unpack_to_much_are_left_out_unread(content: bytes) -> None:
    assert codes(content) == []


def test_a_profile_that_unpacks_to_much_is_refused() -> None:
    assert codes(png(8, 8, chunk(b"iCCP", b"icc\0\0" + BOMB))) == ["picture_damaged"]


def test_an_animation_that_unpacks_to_much_is_its_first_moment() -> None:
    frame = saved("GIF", Image.new("P", (200, 200)))
    image = frame[frame.index(b",") : -1]
    assert codes(frame[:-1] + image * 5_000 + b";") == []


POLYGLOTS = {
    "GIF and JavaScript": b"GIF89a/*" + saved("GIF")[8:] + b"*/=1;alert(1)//",
    "JPEG and HTML": saved("JPEG", comment=SCRIPT) + SCRIPT,
    "PNG and zip": picture("PNG") + zipped({"a.html": SCRIPT}),
    "PNG and PHP": png(8, 8, chunk(b"tEXt", b"a\0<?php system($_GET[0]);" + SCRIPT)),
    "WebP and HTML": picture("WEBP") + SCRIPT,
    "AVIF and HTML": saved("AVIF") + SCRIPT,
}


@pytest.mark.parametrize("name", POLYGLOTS)
def test_what_is_two_things_at_once_is_one_or_none_afterwards(name: str) -> None:
    try:
        kept = prepared(POLYGLOTS[name]).content
    except Unfit:
        return
    assert kept[:4] == b"RIFF"
    for part in (b"<script", b"alert", b"PK\x03\x04", b"<?php", b"*/"):
        assert part not in kept


@pytest.mark.parametrize("content", ATTACKS)
def test_drawings_that_run_fetch_or_restyle_are_refused(content: bytes) -> None:
    assert codes(content)


def test_a_sound_drawing_stays_as_it_is() -> None:
    assert prepared(SVG).content == SVG


@pytest.mark.parametrize("kind", ["mp3", "m4a", "opus", "weba", "mp4", "webm"])
def test_sound_and_video_are_kept_and_what_is_cut_off_or_followed_is_refused(kind: str) -> None:
    content = recorded(kind)
    assert codes(content) == []
    for broken in (content[: len(content) // 2], content[:-1], content + zipped({"a": b"b"}), content + SCRIPT):
        assert codes(broken), kind


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "AVIF"])
def test_half_a_picture_is_refused(form: str) -> None:
    content = saved(form, Image.effect_noise((200, 200), 80).convert("RGB"))
    for left in (12, len(content) // 3, len(content) // 2, len(content) * 9 // 10):
        assert codes(content[:left]), left


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "media_sent"),
        (b"<!doctype html><html></html>", "media_sent"),
        (b"%PDF-1.7", "media_sent"),
        (b"MZ" + bytes(100), "media_sent"),
        (zipped({"a": b"b"}), "media_sent"),
        (b"BM" + bytes(100), "media_sent"),
        (b"II*\0" + bytes(100), "media_sent"),
        (b"\0\0\0\x18ftypheic" + bytes(100), "picture_heic"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic" + bytes(100), "picture_heic"),
    ],
    ids=("nothing", "page", "document", "program", "archive", "bitmap", "scan", "photo", "photo in a collection"),
)
def test_what_is_none_of_ours_is_refused_by_what_it_is(content: bytes, code: str) -> None:
    assert codes(content) == [code]


def test_what_is_larger_than_its_family_may_be_sent_is_refused() -> None:
    assert codes(picture("JPEG") + bytes(MOST_SENT["picture"])) == ["media_large"]
    assert codes(captions(["x" * 400] * 1000)) == ["captions_large"]


LOUD = """WEBVTT - laget av Ingrid
Kind: captions
Language: nb

STYLE
::cue { background: url(https://evil.no) }

REGION
id:a

NOTE bare et notat
over to linjer

1
00:01.000 --> 00:02.000 align:start
<v Anna><b>Hei</b>, <00:01.500><c.red>du</c></v>

00:02.000 --> 00:03.000
Saft &amp; kaker&nbsp;her
"""


def test_captions_keep_their_words_and_nothing_else() -> None:
    made = prepared(LOUD.encode())
    kept = made.content.decode()
    assert (made.facts.family, made.facts.seconds) == ("captions", 3)
    assert "Hei, du" in kept
    assert "Saft & kaker her" in kept
    for gone in ("<", "STYLE", "url", "REGION", "NOTE", "Ingrid", "Kind", "over to"):
        assert gone not in kept
    assert prepared(made.content).content == made.content


@pytest.mark.parametrize(
    "line", ["&lt;script&gt;alert(1)", "<img src=x onerror=alert(1) <b", "2 < 3", "&amp;lt;b&amp;gt;"]
)
def test_captions_with_more_than_words_in_them_are_refused_by_their_line(line: str) -> None:
    content = f"WEBVTT\n\nSTYLE\nb\n\n00:01.000 --> 00:02.000\n{line}\n".encode()
    with pytest.raises(Unfit) as told:
        prepared(content)
    assert [(each.code, dict(each.given)["line"]) for each in told.value.remedies] == [("captions_words", "7")]


def test_words_alone_changes_nothing_in_plain_captions() -> None:
    plain = captions(["En", "To"])
    assert words_alone(plain) == plain
    assert words_alone(plain.replace(b"\n", b"\r\n")) == plain
