"""MP4 and M4A (ISO 14496-12): boxes within boxes, each telling its size; H.264 and AAC are what every phone plays."""

from collections.abc import Iterator
from struct import unpack_from

from quests.content.rules.media.facts import Facts, Unsound, whole

TOP = {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"moof", b"mfra", b"sidx", b"styp"}
CODECS = {b"vide": {b"avc1", b"avc3"}, b"soun": {b"mp4a"}}
PRIVATE = {b"udta", b"meta", b"uuid"}
"""Boxes in which telephones write where a film was made, by whom and with what."""

Box = tuple[bytes, int, int]
"""Its type, and where its content begins and ends."""


def is_mp4(content: bytes) -> bool:
    return content[4:8] == b"ftyp"


def mp4_facts(content: bytes) -> Facts:
    """What the file is; Unsound when a box does not fit or a track is in a form that not every phone plays."""
    top = list(_boxes(content, 0, len(content)))
    if not {kind for kind, _, _ in top} <= TOP or content[8:12] == b"qt  ":
        raise Unsound("video_kind")
    movie = [box for box in top if box[0] == b"moov"]
    if len(movie) != 1 or not any(kind == b"mdat" for kind, _, _ in top):
        raise Unsound("media_damaged")
    tracks = [_track(content, box) for box in _boxes(content, *movie[0][1:]) if box[0] == b"trak"]
    seconds = _seconds(content, movie[0])
    films = [size for handler, size in tracks if handler == b"vide"]
    if not films and not any(handler == b"soun" for handler, _ in tracks):
        raise Unsound("video_kind")
    if not films:
        return Facts("m4a", seconds)
    return Facts("mp4", seconds, *films[0])


def without_traces(content: bytes) -> bytes:
    """The same film with what tells of its maker written over; every other byte stays where it is."""
    cleaned = bytearray(content)
    for kind, start, end in _boxes(content, 0, len(content)):
        if kind == b"moov":
            _wipe(content, cleaned, start, end)
    return bytes(cleaned)


def _wipe(content: bytes, cleaned: bytearray, start: int, end: int) -> None:
    for kind, first, last in _boxes(content, start, end):
        if kind in PRIVATE:
            cleaned[first - 4 : first] = b"free"
            cleaned[first:last] = bytes(last - first)
        elif kind == b"trak":
            _wipe(content, cleaned, first, last)


def _boxes(content: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes from `start`; Unsound unless they fill the room to `end` exactly."""
    while start < end:
        if start + 8 > end:
            raise Unsound("media_damaged")
        size, kind = unpack_from(">I4s", content, start)
        head = 8
        if size == 1 and start + 16 <= end:
            (size,), head = unpack_from(">Q", content, start + 8), 16
        if size < head or start + size > end:
            raise Unsound("media_damaged")
        yield kind, start + head, start + size
        start += size


def _inside(content: bytes, box: Box, *steps: bytes) -> Box:
    """The first box at the end of these steps."""
    for step in steps:
        found = next((each for each in _boxes(content, box[1], box[2]) if each[0] == step), None)
        if found is None:
            raise Unsound("media_damaged")
        box = found
    return box


def _read(content: bytes, form: str, place: int, box: Box) -> tuple[int, ...]:
    try:
        found: tuple[int, ...] = unpack_from(form, content[: box[2]], place)
    except Exception as error:
        raise Unsound("media_damaged") from error
    return found


def _seconds(content: bytes, movie: Box) -> int:
    head = _inside(content, movie, b"mvhd")
    longer = content[head[1] : head[1] + 1] == b"\x01"
    form, place = (">IQ", head[1] + 20) if longer else (">II", head[1] + 12)
    scale, length = _read(content, form, place, head)
    return whole(length / scale if scale else 0)


def _track(content: bytes, track: Box) -> tuple[bytes, tuple[int, int]]:
    """What a track carries (`vide`, `soun`, others), and its size in pixels."""
    media = _inside(content, track, b"mdia")
    handler = content[(start := _inside(content, media, b"hdlr")[1]) + 8 : start + 12]
    if handler not in CODECS:
        return handler, (0, 0)
    table = _inside(content, media, b"minf", b"stbl", b"stsd")
    entries = list(_boxes(content, table[1] + 8, table[2]))
    if not entries or any(kind not in CODECS[handler] for kind, _, _ in entries):
        raise Unsound("video_kind" if handler == b"vide" else "audio_kind")
    if handler == b"soun":
        return handler, (0, 0)
    width, height = _read(content, ">HH", entries[0][1] + 24, entries[0])
    return handler, (width, height)
