"""PNG, JPEG and WebP: walked to their last byte, and rid of what tells where, when and with what they were taken."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from struct import pack, unpack_from

from PIL import Image, ImageOps

from quests.content.rules.media.facts import Facts, Unsound

MOST_PIXELS = 24_000_000
"""A telephone's picture; what is decoded takes four bytes a pixel."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TRACES = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}
_KEPT_SEGMENTS = {0xE0, 0xE2, 0xEE}  # what says how the colours are meant
_ORIENTATION = 0x0112
_FORMATS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}


def raster_ending(content: bytes) -> str | None:
    """`png`, `jpg` or `webp`, or None for something else."""
    if content.startswith(_PNG):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    return "webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None


def raster_cleaned(content: bytes) -> bytes:
    """The same picture without traces. Cleaning it again changes nothing. Unsound where it is not whole."""
    ending = raster_ending(content)
    if ending == "png":
        return _PNG + b"".join(chunk for kind, chunk in _png_chunks(content) if kind not in _PNG_TRACES)
    return _jpeg_cleaned(content) if ending == "jpg" else _webp_cleaned(content)


def raster_facts(content: bytes, *, decoded: bool = False) -> Facts:
    """What a cleaned picture is; `decoded` to the last pixel, what is no picture is found here and not on a phone."""
    ending = raster_ending(content) or ""
    try:
        with Image.open(BytesIO(content), formats=[_FORMATS[ending]]) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise Unsound("picture_pixels", most=MOST_PIXELS // 10**6)
            turned = picture.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
            if decoded:
                picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unsound("picture_damaged") from error
    return Facts(ending, None, *((height, width) if turned else (width, height)))


def narrowed(content: bytes, width: int) -> bytes:
    """A sound picture as WebP of that width, turned as it is meant to be seen."""
    with Image.open(BytesIO(content)) as picture:
        picture.draft("RGB", (width, width * picture.height // picture.width))
        seen = ImageOps.exif_transpose(picture)
        drawn = seen.convert("RGBA" if seen.has_transparency_data else "RGB")
        buffer = BytesIO()
        drawn.resize((width, max(1, round(drawn.height * width / drawn.width)))).save(buffer, "WEBP", quality=80)
    return buffer.getvalue()


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place, kind = len(_PNG), b""
    while place < len(content) and kind != b"IEND":
        if place + 12 > len(content):
            raise Unsound("picture_damaged")
        size, kind = unpack_from(">I4s", content, place)
        end = place + 12 + size
        if end > len(content) or zlib.crc32(content[place + 4 : end - 4]) != unpack_from(">I", content, end - 4)[0]:
            raise Unsound("picture_damaged")
        yield kind, content[place:end]
        place = end
    if kind != b"IEND":
        raise Unsound("picture_damaged")
    if place < len(content):
        raise Unsound("media_after")


def _jpeg_cleaned(content: bytes) -> bytes:
    kept, place, turned = [b"\xff\xd8"], 2, 1
    while True:
        if place + 4 > len(content) or content[place] != 0xFF:
            raise Unsound("picture_damaged")
        marker, (size,) = content[place + 1], unpack_from(">H", content, place + 2)
        end = place + 2 + size
        if end > len(content) or size < 2:
            raise Unsound("picture_damaged")
        segment = content[place:end]
        if marker == 0xE1:
            turned = _orientation(segment[4:]) if segment[4:10] == b"Exif\0\0" else turned
        elif marker < 0xE0 or (marker in _KEPT_SEGMENTS and segment[4:8] != b"MPF\0"):
            kept.append(segment)
        place = end
        if marker == 0xDA:
            break
    end = _end_of_scans(content, place)
    rest = content[end:].lstrip(b"\0")
    if rest and not rest.startswith(b"\xff\xd8"):  # telephones append a second, smaller picture
        raise Unsound("media_after")
    if turned != 1:
        kept.insert(1, _turned(turned))
    return b"".join(kept) + content[place:end]


def _end_of_scans(content: bytes, place: int) -> int:
    """Where the picture ends: after the first end marker outside of any segment."""
    while (place := content.find(b"\xff", place)) >= 0 and place + 1 < len(content):
        marker = content[place + 1]
        if marker == 0xD9:
            return place + 2
        if marker in (0x00, 0xFF) or 0xD0 <= marker <= 0xD7:
            place += 1 if marker == 0xFF else 2
        elif place + 4 <= len(content):
            place += 2 + max(unpack_from(">H", content, place + 2)[0], 2)
        else:
            break
    raise Unsound("picture_damaged")


def _orientation(exif: bytes) -> int:
    found = Image.Exif()
    try:
        found.load(exif)
        turned = found.get(_ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, OverflowError):
        return 1
    return turned if turned in range(1, 9) else 1


def _turned(how: int) -> bytes:
    """A segment that says how the picture is turned, and nothing else."""
    told = b"Exif\0\0II*\0" + pack("<IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, how, 0, 0)
    return b"\xff\xe1" + pack(">H", len(told) + 2) + told


def _webp_cleaned(content: bytes) -> bytes:
    if len(content) < 20 or unpack_from("<I", content, 4)[0] + 8 != len(content):
        raise Unsound("picture_damaged")
    kept, place = [], 12
    while place < len(content):
        if place + 8 > len(content):
            raise Unsound("picture_damaged")
        kind, size = unpack_from("<4sI", content, place)
        end = place + 8 + size + size % 2
        if end > len(content):
            raise Unsound("picture_damaged")
        chunk = content[place:end]
        if kind == b"VP8X" and size >= 1:
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if kind not in (b"EXIF", b"XMP "):
            kept.append(chunk)
        place = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + pack("<I", len(body)) + body
