"""Lines of a CSV file or a spreadsheet from a stranger, with their numbers, bounded from the first byte."""

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook

from app.core.sheets import UNREADABLE

Line = tuple[int, list[Any]]
MOST_BYTES, MOST_UNPACKED, MOST_FILES = 10 * 2**20, 100 * 2**20, 1000
MOST_LINES, MOST_COLUMNS, LONGEST_CELL = 100_000, 50, 1000


class SheetRefused(Exception):
    """A file that cannot be read as a list; the message says why, in a sentence."""


def lines_of(data: bytes) -> list[Line]:
    """The lines of a CSV file (`;`, `,` or tab; UTF-8 or Windows-1252) or of an .xlsx file's first sheet."""
    if len(data) > MOST_BYTES:
        raise SheetRefused(f"The file is larger than {MOST_BYTES >> 20} MiB: split it.")
    found = list(_spreadsheet(data) if data.startswith(b"PK\x03\x04") else _text_lines(data))
    while found and not any(_shown(cell) for cell in found[-1][1]):
        found.pop()
    return found


def _shown(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


def _bounded(lines: Iterator[Line]) -> Iterator[Line]:
    for count, (number, cells) in enumerate(lines):
        if count >= MOST_LINES:
            raise SheetRefused(f"The file has more than {MOST_LINES} lines: split it.")
        if len(cells) > MOST_COLUMNS or any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in cells):
            raise SheetRefused(f"Line {number} has more than {MOST_COLUMNS} columns or {LONGEST_CELL} signs in one.")
        yield number, cells


def _text_lines(data: bytes) -> Iterator[Line]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data:
        raise SheetRefused("The file is not text that we can read: save it as CSV UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=head.count), strict=True)
    try:
        yield from _bounded((reader.line_num, list(cells)) for cells in reader)
    except csv.Error as error:
        raise SheetRefused(f"Line {reader.line_num} is not CSV: {error}.") from None


def _spreadsheet(data: bytes) -> Iterator[Line]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
        if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise SheetRefused("The spreadsheet unpacks to too much: keep only the list in it.")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            rows = book.worksheets[0].iter_rows(max_col=MOST_COLUMNS + 1)
            yield from _bounded((number, _cells(row)) for number, row in enumerate(rows, 1))
        finally:
            book.close()
    except UNREADABLE as error:
        raise SheetRefused("The spreadsheet cannot be read: save it again as .xlsx, or as CSV UTF-8.") from error


def _cells(row: tuple[Any, ...]) -> list[Any]:
    """A row's values up to the last there is."""
    values = [_cell(each) for each in row]
    while values and values[-1] is None:
        values.pop()
    return values


def _cell(cell: Any) -> Any:
    """A cell's value; a number as it is shown, so that `007` keeps its zeros and 20418.0 is 20418."""
    value = cell.value
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 and "%" not in cell.number_format:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and set(cell.number_format) == {"0"}:
        return str(value).zfill(len(cell.number_format))
    return value
