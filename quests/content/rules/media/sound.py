"""MP3 (frames one after the other) and Opus in Ogg (pages): every byte must belong to one."""

from struct import unpack_from

from quests.content.rules.media.facts import Facts, Unsound, whole

MPEG1_RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
MPEG2_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
FREQUENCIES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""By version: MPEG 1, 2 and 2.5."""

OPUS_RATE, LAST_PAGE = 48_000, 4


def is_mp3(content: bytes) -> bool:
    return content[:3] == b"ID3" or _frame(content, 0) is not None


def without_tags(content: bytes) -> bytes:
    """The frames alone, without what tells of titles, makers and covers around them."""
    start, end = 0, len(content)
    while content[start : start + 3] == b"ID3" and start + 10 <= end:
        size = 0
        for byte in content[start + 6 : start + 10]:
            size = size << 7 | byte & 0x7F
        start += 10 + size + (10 if content[start + 5] & 0x10 else 0)
    if content[max(end - 128, 0) : end][:3] == b"TAG":
        end -= 128
    if content[max(end - 32, 0) : end][:8] == b"APETAGEX":
        size, _, flags = unpack_from("<3I", content, end - 20)
        end -= size + (32 if flags & 1 << 31 else 0)
    return content[start : max(start, end)]


def mp3_facts(content: bytes) -> Facts:
    """What a file without tags is; Unsound where something else stands between the frames or the last is cut off."""
    place, seconds, frames = 0, 0.0, 0
    while place < len(content):
        found = _frame(content, place)
        if found is None and not any(content[place:]):
            break  # some programs fill up with nothing
        if found is None or place + found[0] > len(content):
            raise Unsound("media_damaged")
        place += found[0]
        seconds += found[1]
        frames += 1
    if frames < 2:
        raise Unsound("media_damaged")
    return Facts("mp3", whole(seconds))


def _frame(content: bytes, place: int) -> tuple[int, float] | None:
    """Bytes and seconds of the frame that begins there, if one does."""
    if place + 4 > len(content):
        return None
    (head,) = unpack_from(">I", content, place)
    version, layer = head >> 19 & 3, head >> 17 & 3
    rate, frequency, padding = head >> 12 & 15, head >> 10 & 3, head >> 9 & 1
    if head >> 21 != 0x7FF or layer != 1 or version not in FREQUENCIES or frequency == 3 or not 0 < rate < 15:
        return None
    samples = 1152 if version == 3 else 576
    bits = (MPEG1_RATES if version == 3 else MPEG2_RATES)[rate] * 1000
    hertz = FREQUENCIES[version][frequency]
    return samples // 8 * bits // hertz + padding, samples / hertz


def is_ogg(content: bytes) -> bool:
    return content[:4] == b"OggS"


def ogg_facts(content: bytes) -> Facts:
    """What the file is; Unsound unless it is one stream of Opus from its first page to its last."""
    place, last, flags, opening, serial = 0, 0, 0, b"", None
    while place < len(content):
        if content[place : place + 5] != b"OggS\0" or place + 27 > len(content):
            raise Unsound("media_damaged")
        flags, granule, own = unpack_from("<BqI", content, place + 5)
        table = content[place + 27 : place + 27 + content[place + 26]]
        start = place + 27 + content[place + 26]
        if len(table) < content[place + 26] or start + sum(table) > len(content) or serial not in (None, own):
            raise Unsound("media_damaged")
        opening = opening or content[start : start + 19]
        serial, last, place = own, max(last, granule), start + sum(table)
    if opening[:8] != b"OpusHead" or len(opening) < 19:
        raise Unsound("audio_kind")
    if not flags & LAST_PAGE:
        raise Unsound("media_damaged")
    return Facts("opus", whole((last - unpack_from("<H", opening, 10)[0]) / OPUS_RATE))
