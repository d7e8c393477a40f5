"""Zip files that something has happened to."""

import io
import zipfile
from collections.abc import Iterator
from struct import unpack_from


def spoilt(data: bytes) -> Iterator[bytes]:
    """The same zip file with the packed content of one entry overwritten, each in turn."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
    for info in infos:
        name, extra = unpack_from("<HH", data, info.header_offset + 26)
        start = info.header_offset + 30 + name + extra
        yield data[:start] + b"\xff" * info.compress_size + data[start + info.compress_size :]
