"""Spreadsheets (.xlsx) from a stranger and for one: what is read is bounded, what is written is only text.

No formula is ever evaluated: one that comes in is told of, and a text that begins as one goes out marked as text.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from app.core.errors import Problem
from app.core.sheets import UNREADABLE

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BYTES = 5 * 2**20
MOST_UNPACKED = 40 * 2**20
MOST_RATIO = 200
MOST_FILES = 300
MOST_ROWS = 1000
MOST_COLUMNS = 60
LONGEST_CELL = 8000

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a spreadsheet writes a sign that XML has not (ECMA-376, ST_Xstring)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its number in the file, its cells as text, and the columns (from 0) where formulas stand."""

    number: int
    cells: tuple[str, ...]
    formulas: tuple[int, ...] = ()


class SheetRefused(Problem):
    """A file that is no spreadsheet we read. `code` says what to do about it."""

    def __init__(self, code: str, **given: object) -> None:
        told = {name: str(value) for name, value in given.items()}
        super().__init__(422, code, _REFUSALS[code].format_map(told), more={"given": told})


_REFUSALS: Mapping[str, str] = {
    "sheet_old": "An old spreadsheet (.xls). Open it and save it as .xlsx.",
    "sheet_open_document": "An OpenDocument spreadsheet (.ods). Open it and save it as .xlsx.",
    "sheet_csv": "A text file. Open it in a spreadsheet and save it as .xlsx.",
    "sheet_locked": "The spreadsheet has a password. Save it without one.",
    "sheet_broken": "This cannot be read as a spreadsheet. Open it and save it as .xlsx.",
    "sheet_large": "The spreadsheet is larger than {most} MB. Keep only the rows with questions.",
    "sheet_header": "No column of the first sheet is called as in the template. Fill in the template.",
    "sheet_rows": "The spreadsheet has more than {most} rows. Divide it.",
    "sheet_cell": "A cell in row {row} has more than {most} characters. Shorten it.",
}


def read_sheet(data: bytes) -> list[Line]:
    """The rows of the first sheet that hold anything. SheetRefused where it is none, or too much."""
    _check_kind(data)
    _check_size(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        try:
            return _lines(book.worksheets[0])
        finally:
            book.close()
    except UNREADABLE as error:
        raise SheetRefused("sheet_broken") from error


def _check_kind(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise SheetRefused("sheet_large", most=MOST_BYTES >> 20)
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # a compound file: the old format, or a new one behind a password
        raise SheetRefused("sheet_locked" if b"E\0n\0c\0r\0y\0p\0t\0" in data else "sheet_old")
    if not data.startswith(b"PK\x03\x04"):
        is_text = bool(data) and b"\0" not in data[:4096] and any(sign in data[:4096] for sign in b";,\t\n")
        raise SheetRefused("sheet_csv" if is_text else "sheet_broken")


def _check_size(data: bytes) -> None:
    """What the zip says of itself; more than it says is never unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if "mimetype" in archive.namelist() and b"opendocument" in archive.open("mimetype").read(100):
                raise SheetRefused("sheet_open_document")
    except UNREADABLE as error:
        raise SheetRefused("sheet_broken") from error
    bomb = any(each.file_size > 2**20 and each.file_size > MOST_RATIO * max(each.compress_size, 1) for each in infos)
    if bomb or len(infos) > MOST_FILES or sum(each.file_size for each in infos) > MOST_UNPACKED:
        raise SheetRefused("sheet_large", most=MOST_BYTES >> 20)
    if any(each.flag_bits & 0x1 for each in infos):
        raise SheetRefused("sheet_locked")


def _lines(sheet: Any) -> list[Line]:
    found: list[Line] = []
    sheet.reset_dimensions()  # what a file says of its own size is not believed
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        line = _line(number, row)
        if line.cells or line.formulas:
            found.append(line)
        if len(found) > MOST_ROWS or number > 20 * MOST_ROWS:
            raise SheetRefused("sheet_rows", most=MOST_ROWS)
    return found


def _line(number: int, row: Sequence[Any]) -> Line:
    formulas = tuple(place for place, cell in enumerate(row) if cell.data_type == "f")
    cells = ["" if place in formulas else _said(cell) for place, cell in enumerate(row)]
    if any(len(each) > LONGEST_CELL for each in cells):
        raise SheetRefused("sheet_cell", row=number, most=LONGEST_CELL)
    while cells and not cells[-1]:
        cells.pop()
    return Line(number, tuple(cells), formulas)


def _said(cell: Any) -> str:
    """What a cell says, as text: numbers as they are read, dates as days, no signs that cannot be seen."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    text = text.replace(".", ",") if isinstance(value, float) else text
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", text).strip()


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet to write: its rows with the header first, how wide its columns are, and lists to choose from."""

    title: str
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    choices: Mapping[int, Sequence[str]]
    """By column, from 0."""


HEAD = PatternFill("solid", fgColor="0F3D2E")
ROOM_BELOW = 500
"""Rows below the written ones that have the same lists to choose from."""


def write_sheet(table: Table, help_title: str, help_rows: Iterable[Sequence[str]]) -> bytes:
    """A spreadsheet with a table, a sheet of help, and lists to choose from."""
    book = Workbook()
    sheet, helping = book.worksheets[0], book.create_sheet(_sheet_title(help_title))
    sheet.title = _sheet_title(table.title)
    for number, row in enumerate(table.rows, 1):
        for place, text in enumerate(row, 1):
            _write(sheet, number, place, text, head=number == 1)
    for place, width in enumerate(table.widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    for number, help_row in enumerate(help_rows, 1):
        for place, text in enumerate(help_row, 1):
            _write(helping, number, place, text, head=False)
    helping.column_dimensions["A"].width, helping.column_dimensions["B"].width = 28, 90
    _offer(book, sheet, table)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write(sheet: Worksheet, row: int, column: int, text: str, *, head: bool) -> None:
    """A text, whatever it begins with: marked as one, so that it is none of the formulas it may look like."""
    if not text:
        return
    cell = sheet.cell(row, column)
    clean = _CONTROLS.sub("", text)[:32_000]
    cell.value = _ESCAPED.sub(lambda found: f"_x005F{found[0]}", clean)
    cell.data_type = "s"
    cell.quotePrefix = clean[:1] in tuple("=+-@\t\r|%")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if head:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD


def _offer(book: Workbook, sheet: Worksheet, table: Table) -> None:
    """Lists to choose from, which stand in a sheet of their own since a list in a cell may not be long."""
    if not table.choices:
        return
    lists = book.create_sheet("Lister")
    lists.sheet_state = "hidden"
    for number, (column, choices) in enumerate(table.choices.items(), 1):
        for row, choice in enumerate(choices, 1):
            _write(lists, row, number, choice, head=False)
        letter, of = get_column_letter(number), get_column_letter(column + 1)
        rule = DataValidation(type="list", formula1=f"Lister!${letter}$1:${letter}${len(choices)}", allow_blank=True)
        rule.showErrorMessage = False
        rule.add(f"{of}2:{of}{len(table.rows) + ROOM_BELOW}")
        sheet.add_data_validation(rule)


def _sheet_title(text: str) -> str:
    return re.sub(r"[\\*?:/\[\]']", " ", text)[:31].strip() or "Ark"
