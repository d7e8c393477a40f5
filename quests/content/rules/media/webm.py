"""WebM: elements within elements (EBML, RFC 8794), each with an id and a size of variable length."""

from collections.abc import Iterator
from struct import unpack

from quests.content.rules.media.facts import Facts, Unsound, whole

HEADER, DOC_TYPE, SEGMENT, INFO, TRACKS = 0x1A45DFA3, 0x4282, 0x18538067, 0x1549A966, 0x1654AE6B
SCALE, DURATION, TRACK, TRACK_TYPE, CODEC, VIDEO, WIDTH, HEIGHT = 0x2AD7B1, 0x4489, 0xAE, 0x83, 0x86, 0xE0, 0xB0, 0xBA
CODECS = {1: {b"V_VP8", b"V_VP9", b"V_AV1"}, 2: {b"A_OPUS", b"A_VORBIS"}}
NANOSECONDS = 1_000_000_000

Element = tuple[int, int, int]
"""Its id, and where its content begins and ends."""


def is_webm(content: bytes) -> bool:
    return content[:4] == b"\x1a\x45\xdf\xa3"


def webm_facts(content: bytes) -> Facts:
    """What the file is; Unsound when an element does not fit, or the length is not told."""
    top = list(_elements(content, 0, len(content)))
    if [id for id, _, _ in top] != [HEADER, SEGMENT] or _value(content, top[0], DOC_TYPE).rstrip(b"\0") != b"webm":
        raise Unsound("video_kind")
    parts = {id: (id, start, end) for id, start, end in _elements(content, *top[1][1:])}
    if INFO not in parts or TRACKS not in parts:
        raise Unsound("media_damaged")
    seconds = _seconds(content, parts[INFO])
    tracks = [each for each in _elements(content, *parts[TRACKS][1:]) if each[0] == TRACK]
    films, sounds = [], 0
    for track in tracks:
        kind = _number(_value(content, track, TRACK_TYPE))
        if kind in CODECS and _value(content, track, CODEC) not in CODECS[kind]:
            raise Unsound("video_kind")
        sounds += kind == 2
        films += [_size(content, track)] if kind == 1 else []
    if not films and not sounds:
        raise Unsound("video_kind")
    return Facts("webm", seconds, *films[0]) if films else Facts("weba", seconds)


def _elements(content: bytes, start: int, end: int) -> Iterator[Element]:
    """The elements from `start`; Unsound unless they fill the room to `end` exactly."""
    while start < end:
        id, start = _variable(content, start, end, keeps_mark=True)
        size, start = _variable(content, start, end, keeps_mark=False)
        if start + size > end:
            raise Unsound("media_damaged")
        yield id, start, start + size
        start += size


def _variable(content: bytes, start: int, end: int, *, keeps_mark: bool) -> tuple[int, int]:
    """A number whose first byte tells how many bytes it has, and where it ends."""
    length = 9 - content[start].bit_length() if start < end else 9
    if length > 8 or start + length > end:
        raise Unsound("media_damaged")
    number = int.from_bytes(content[start : start + length])
    bare = number & ((1 << 7 * length) - 1)
    if not keeps_mark and bare == (1 << 7 * length) - 1:
        raise Unsound("media_length")  # a recording whose end was not known when it was written
    return number if keeps_mark else bare, start + length


def _value(content: bytes, element: Element, wanted: int) -> bytes:
    """The content of the first element of that id inside, empty where there is none."""
    found = (content[start:end] for id, start, end in _elements(content, *element[1:]) if id == wanted)
    return next(found, b"")


def _number(value: bytes) -> int:
    return int.from_bytes(value[:8])


def _seconds(content: bytes, info: Element) -> int:
    scale = _number(_value(content, info, SCALE)) or 1_000_000
    length = _value(content, info, DURATION)
    if len(length) not in (4, 8):
        raise Unsound("media_length")
    (ticks,) = unpack(">f" if len(length) == 4 else ">d", length)
    return whole(ticks * scale / NANOSECONDS)


def _size(content: bytes, track: Element) -> tuple[int, int]:
    film = next((each for each in _elements(content, *track[1:]) if each[0] == VIDEO), None)
    if film is None:
        raise Unsound("media_damaged")
    return _number(_value(content, film, WIDTH)), _number(_value(content, film, HEIGHT))
