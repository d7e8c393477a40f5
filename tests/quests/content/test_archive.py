"""Zips from strangers: what is odd is refused, before it can cost anything."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.content.rules.archive import MOST_BYTES, MOST_ENTRIES, read_archive, write_archive
from quests.content.rules.inspection import Fault, Spot
from tests.quests.content.examples import zipped

FILES = {"manifest.json": b"{}", "media/a.svg": b"<svg/>" * 30}


def read(data: bytes) -> tuple[dict[str, bytes], list[str]]:
    faults: list[Fault] = []
    return read_archive(data, Spot(faults, "package")), [str(fault) for fault in faults]


def patched(data: bytes, old: bytes, new: bytes, count: int = -1) -> bytes:
    assert old in data
    return data.replace(old, new, count)


def with_info(change: Callable[[zipfile.ZipInfo], None], name: str = "media/x") -> bytes:
    info = zipfile.ZipInfo(name)
    change(info)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, b"content")
    return buffer.getvalue()


def in_directory(data: bytes, offset: int, form: str, value: int) -> bytes:
    """The zip with a field of its first directory entry changed."""
    place = data.index(b"PK\x01\x02") + offset
    return data[:place] + struct.pack(form, value) + data[place + struct.calcsize(form) :]


def in_end(data: bytes, offset: int, form: str, value: int) -> bytes:
    """The zip with a field of its end record changed."""
    place = data.rindex(b"PK\x05\x06") + offset
    return data[:place] + struct.pack(form, value) + data[place + struct.calcsize(form) :]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_ordinary_zip_is_read(method: int) -> None:
    assert read(zipped(FILES, method)) == (FILES, [])


def test_what_python_streams_and_folders_in_a_zip_are_read() -> None:
    class Stream(io.RawIOBase):
        """A pipe: the writer cannot go back to fill in sizes."""

        def __init__(self) -> None:
            self.held = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.held += bytes(data)
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        archive.mkdir("media")
        for name, content in FILES.items():
            archive.writestr(name, content)
    assert read(stream.held) == (FILES, [])


@given(st.dictionaries(st.from_regex(r"media/[a-zæøå]{1,9}\.svg", fullmatch=True), st.binary(max_size=50), max_size=5))
def test_writing_and_reading_is_the_same_and_always_the_same_bytes(files: dict[str, bytes]) -> None:
    data = write_archive(files)
    assert read(data) == (files, [])
    assert write_archive(dict(reversed(files.items()))) == data


ODD_NAMES = [
    "../x", "a/../../x", "/etc/passwd", "media//x", "media/./x", "..", "media\\x", "C:/x", "C:x", "media/a\x00b",
    "media/a\nb", "media/" + "x" * 300, "media/a\u202eb", "media/a\u200bb",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_refused(name: str) -> None:
    stand_in = "Q" * len(name.encode())
    data = zipped({stand_in: b"x"})
    data = patched(data, stand_in.encode(), name.encode())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(sign) + offset
        data = data[:place] + struct.pack("<H", 0x800) + data[place + 2 :]
    entries, faults = read(data)
    assert entries == {}
    assert faults
    assert all(fault.isprintable() for fault in faults)


@pytest.mark.parametrize(
    ("one", "other"),
    [("media/a.svg", "media/A.svg"), ("media/\u00e5.svg", "media/a\u030a.svg"), ("media/ß.svg", "media/ss.svg")],
)
def test_names_that_some_disk_takes_for_one_are_refused(one: str, other: str) -> None:
    assert "same name as another file" in read(zipped({one: b"x", other: b"y"}))[1][0]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("manifest.json", b"{}")
        archive.writestr("manifest.json", b"[]")
    assert "same name as another file" in read(buffer.getvalue())[1][0]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_links_and_devices_are_refused(kind: int) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.create_system, info.external_attr = 3, (kind | 0o777) << 16

    assert "is a link or a device" in read(with_info(change))[1][0]


@pytest.mark.parametrize("flag", [0x1, 0x41, 0x2001])
def test_encrypted_is_refused(flag: int) -> None:
    assert "is encrypted" in read(in_directory(zipped(FILES), 8, "<H", flag))[1][0]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_compression_is_refused(method: int) -> None:
    assert "compressed in an unusual way" in read(zipped(FILES, method))[1][0]


def test_a_bomb_is_refused_by_its_ratio_before_it_is_unpacked() -> None:
    data = zipped({"media/zeros": bytes(40 * 2**20)})
    assert "unpacks to more than 100 times its size" in read(data)[1][0]


def test_a_bomb_that_lies_about_its_size_unpacks_no_further_than_it_said() -> None:
    data = zipped({"media/zeros": bytes(4 * 2**20)})
    small = struct.pack("<L", 4 * 2**20), struct.pack("<L", 1000)
    assert "damaged or not the size it says" in read(patched(data, *small))[1][0]


def test_a_zip_in_a_zip_is_a_file_like_another() -> None:
    inner = zipped(FILES)
    assert read(zipped({"media/inner.zip": inner}))[0] == {"media/inner.zip": inner}


def test_too_many_bytes_are_refused() -> None:
    assert "is larger than 100 MiB" in read(bytes(MOST_BYTES + 1))[1][0]
    lying = in_directory(in_directory(zipped(FILES), 24, "<L", 2**31), 20, "<L", 2**31)
    assert read(lying)[1]
    half = {f"media/{number}": (b"%d" % number).ljust(9) * (3 * 2**20) for number in range(4)}
    assert "unpacks to more than 100 MiB" in read(zipped(half))[1][0]


def test_too_many_files_are_refused_without_reading_them() -> None:
    data = zipped({f"media/{number}": b"" for number in range(MOST_ENTRIES + 1)}, zipfile.ZIP_STORED)
    assert "holds more than 2000 files" in read(data)[1][0]
    entries = 60_000
    local, central = b"", b"PK\x01\x02" + bytes(42)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 5, 5, entries * 46, len(local), 0)
    assert "holds more than 2000 files" in read(local + central * entries + end)[1][0]


def test_overlapping_files_are_refused() -> None:
    """Two directory entries for one local file: what makes small zips unpack to much."""
    data = zipped({"media/a": b"x" * 50}, zipfile.ZIP_STORED)
    place = data.index(b"PK\x01\x02")
    entry, end = data[place : data.index(b"PK\x05\x06")], data.index(b"PK\x05\x06")
    twice = data[:place] + entry + entry.replace(b"media/a", b"media/b") + data[end:]
    twice = in_end(in_end(in_end(twice, 8, "<H", 2), 10, "<H", 2), 12, "<L", 2 * len(entry))
    assert any("overlap" in fault or "two tales" in fault for fault in read(twice)[1])


def test_the_two_tales_of_a_file_must_agree() -> None:
    data = zipped(FILES, zipfile.ZIP_STORED)
    assert "two tales" in read(patched(data, b"media/a.svg", b"media/b.svg", 1))[1][0]
    sizes = struct.pack("<LL", 180, 180), struct.pack("<LL", 181, 180)
    assert "sizes do not agree" in read(patched(data, *sizes, 1))[1][0]


def test_a_wrong_checksum_is_refused() -> None:
    data = zipped(FILES, zipfile.ZIP_STORED)
    assert "is damaged" in read(patched(data, b"<svg/><svg/>", b"<svg/><svG/>", 1))[1][0]
    assert zlib.crc32(b"<svg/>" * 30)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06", b"x" * 100, b"PK\x03\x04" + bytes(100)])
def test_what_is_no_zip(data: bytes) -> None:
    assert "is not a whole zip file" in read(data)[1][0]


def test_before_after_and_zip64_are_refused() -> None:
    data = zipped(FILES)
    assert "something before or after" in read(b"#!/bin/sh\n" + data)[1][0]
    assert read(data + b"more")[1]
    assert "zip64" in read(in_end(data, 16, "<L", 0xFFFFFFFF))[1][0]


def test_no_truncation_is_read_and_none_fails() -> None:
    data = zipped(FILES)
    for length in range(len(data)):
        assert read(data[:length])[1]


@given(place=st.integers(0, len(zipped(FILES)) - 1), value=st.integers(0, 255))
def test_a_changed_byte_is_refused_or_harmless(place: int, value: int) -> None:
    data = bytearray(zipped(FILES))
    data[place] = value
    entries, faults = read(bytes(data))
    assert faults or set(entries.values()) == set(FILES.values())
