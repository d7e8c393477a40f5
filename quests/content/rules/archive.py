"""Reading a zip from a stranger, bounded from the first byte, and writing one that is always the same.

Nothing is unpacked to disk and nothing is repaired: what is odd is refused with a remedy. Sizes that the zip tells of
itself are checked against what is there, so that no file unpacks to more than it announced.
"""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from itertools import pairwise

from quests.content.rules.inspection import Spot
from quests.content.rules.remedies import Remedy, remedy

MOST_BYTES = 100 * 2**20
"""Thirteen minutes of video at 1 Mbit/s in one file: a path of a dozen modules with a minute each. A package is read in
memory, where it stands twice for a moment, which a server with 1 GB bears."""

MOST_ENTRIES = 2000
MOST_RATIO = 100
LONGEST_NAME = 200

_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_DIRECTORY = MOST_ENTRIES * (46 + 2 * LONGEST_NAME + 100)
_ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000
_SIZES_FOLLOW_FLAG = 0x8


class _Refused(Exception):
    """A fault of the zip or of one entry, with its remedy."""

    def __init__(self, code: str, **given: object) -> None:
        super().__init__(code)
        self.remedy = remedy(code, **given)


def write_archive(entries: Mapping[str, bytes]) -> bytes:
    """A zip of the entries: sorted, stored without compression, with one fixed time, so always the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, entries[name])
    return buffer.getvalue()


def read_archive(data: bytes, spot: Spot) -> dict[str, bytes]:
    """The files of a zip by name; with any fault noted at `spot` the answer is empty."""
    before = len(spot.faults)
    try:
        infos = _directory(data)
        _check_names(infos, spot)
        _check_places(data, infos)
    except _Refused as refused:
        spot.refuse_by(refused.remedy)
    if len(spot.faults) > before:
        return {}
    entries: dict[str, bytes] = {}
    for info in infos:
        try:
            if not info.is_dir():
                entries[info.filename] = _content(data, info)
        except _Refused as refused:
            spot.of(info.filename).refuse_by(refused.remedy)
    return entries if len(spot.faults) == before else {}


def _directory(data: bytes) -> list[zipfile.ZipInfo]:
    """The entries that the zip lists, their number and total size within bounds."""
    if len(data) > MOST_BYTES:
        raise _Refused("file_large", most=MOST_BYTES >> 20)
    announced = _announced(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, IndexError, OSError) as error:
        raise _Refused("zip_broken") from error
    if len(infos) != announced:
        raise _Refused("zip_broken")
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise _Refused("zip_unpacks", most=MOST_BYTES >> 20)
    return infos


def _announced(data: bytes) -> int:
    """How many files the end record tells of. It must end the zip, and a directory of sensible size come before it."""
    place = data.rfind(b"PK\x05\x06", -_END.size - 0xFFFF)
    if place < 0 or place + _END.size > len(data):
        raise _Refused("zip_broken")
    _, disk, first_disk, here, entries, size, offset, comment = _END.unpack_from(data, place)
    if 0xFFFF in (here, entries) or 0xFFFFFFFF in (size, offset):
        raise _Refused("zip_64")
    if entries > MOST_ENTRIES or size > _LONGEST_DIRECTORY:
        raise _Refused("zip_files", most=MOST_ENTRIES)
    whole = offset + size == place and place + _END.size + comment == len(data)
    if disk or first_disk or here != entries or not whole:
        raise _Refused("zip_around")
    return int(entries)


def _check_names(infos: list[zipfile.ZipInfo], spot: Spot) -> None:
    """Names that mean the same thing everywhere, and no two that some disk would take for one."""
    seen: set[str] = set()
    for info in infos:
        found = _name_remedy(info.orig_filename) or _kind_remedy(info)
        if found:
            spot.of(info.orig_filename).refuse_by(found)
        folded = unicodedata.normalize("NFC", info.orig_filename).casefold()
        if folded in seen:
            spot.of(info.orig_filename).refuse("name_twice")
        seen.add(folded)


def _name_remedy(name: str) -> Remedy | None:
    """What to do about a name, if anything."""
    steps = name.removesuffix("/").split("/")
    if len(name) > LONGEST_NAME:
        return remedy("name_long", most=LONGEST_NAME)
    if "\\" in name or name[1:2] == ":" or not name.isprintable():
        return remedy("name_signs")
    if any(step in ("", ".", "..") for step in steps):
        return remedy("name_outside")
    return None


def _kind_remedy(info: zipfile.ZipInfo) -> Remedy | None:
    """What to do about an entry that is not a plain file or folder, if anything."""
    if info.flag_bits & _ENCRYPTED_FLAGS:
        return remedy("encrypted")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or (kind == stat.S_IFDIR and not info.is_dir()):
        return remedy("not_file")
    if info.is_dir() and info.file_size:
        return remedy("folder_content")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return remedy("compression")
    if info.file_size > MOST_RATIO * max(info.compress_size, 1):
        return remedy("ratio", most=MOST_RATIO)
    return None


def _check_places(data: bytes, infos: list[zipfile.ZipInfo]) -> None:
    """Each entry has bytes of its own: none begins before the one before it has ended."""
    spans = sorted((info.header_offset, _start(data, info) + info.compress_size) for info in infos)
    directory = len(data) if not spans else _END.unpack_from(data, data.rfind(b"PK\x05\x06"))[6]
    ends = [*spans, (directory, directory)]
    if any(start < end for (_, end), (start, _) in pairwise(ends)):
        raise _Refused("zip_overlap")


def _start(data: bytes, info: zipfile.ZipInfo) -> int:
    """Where the content of an entry begins. Its own header must tell the same as the directory does."""
    place = info.header_offset
    if place < 0 or place + _LOCAL.size > len(data):
        raise _Refused("zip_broken")
    sign, _, flags, method, _, _, _, packed, size, name, extra = _LOCAL.unpack_from(data, place)
    start = place + _LOCAL.size + name + extra
    told = (sign, method, data[place + _LOCAL.size : start - extra])
    coding = "utf-8" if info.flag_bits & 0x800 else "cp437"
    if told != (b"PK\x03\x04", info.compress_type, info.orig_filename.encode(coding, "replace")):
        raise _Refused("zip_tales")
    if not flags & _SIZES_FOLLOW_FLAG and (packed, size) != (info.compress_size, info.file_size):
        raise _Refused("zip_sizes")
    return int(start)


def _content(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry, exactly as many as announced."""
    start = _start(data, info)
    packed = data[start : start + info.compress_size]
    content, whole = packed, True
    if info.compress_type == zipfile.ZIP_DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = stream.decompress(packed, info.file_size + 1)
        except zlib.error as error:
            raise _Refused("damaged") from error
        whole = stream.eof and not stream.unused_data
    if not whole or len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise _Refused("damaged_size")
    return content
