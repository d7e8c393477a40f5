"""A ward's codes on paper: A4, eight cards a page, to be cut apart and handed each to its own person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from fpdf import FPDF

from app.identity.enrolment.drawing import png_of

FONTS = Path(__file__).parent / "fonts"  # the letters of every language written in Latin script
COLUMNS, ROWS = 2, 4
MARGIN, TOP = 10, 24  # millimetres, as all measures here
WIDTH, HEIGHT = 95, 65
CODE = 42

HANDED = "Gi hver sin egen.  ·  Gi kvar sin eigen.  ·  Hand each person their own."
WORDS = (
    "Skann med kameraet på mobilen, og velg en PIN.",
    "Skann med kameraet på mobilen, og vel ein PIN.",
    "Scan with your phone's camera, and choose a PIN.",
)
ONCE = ("Virker én gang, til", "Verkar éin gong, til", "Works once, until")


@dataclass(frozen=True, slots=True)
class Card:
    """One person's card."""

    name: str
    employee_number: str
    address: str


def sheet_of(
    organisation: str, code: str, department: str, cards: Sequence[Card], expires_at: datetime, time_zone: str
) -> bytes:
    """The sheet as PDF."""
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_title(f"Løype · {department}")
    pdf.set_lang("nb")
    pdf.add_font("letters", "", FONTS / "DejaVuSans.ttf")
    pdf.add_font("letters", "B", FONTS / "DejaVuSans-Bold.ttf")
    until = expires_at.astimezone(ZoneInfo(time_zone)).strftime("%d.%m.%Y %H:%M")
    for place, card in enumerate(cards):
        row, column = divmod(place % (COLUMNS * ROWS), COLUMNS)
        if (row, column) == (0, 0):
            _page(pdf, f"Løype · {organisation} · {department}")
        _card(pdf, MARGIN + column * WIDTH, TOP + row * HEIGHT, card, code, until)
    return bytes(pdf.output())


def _page(pdf: FPDF, heading: str) -> None:
    pdf.add_page()
    pdf.set_xy(MARGIN, 9)
    pdf.set_font("letters", "B", 11)
    pdf.cell(2 * WIDTH, 6, heading)
    pdf.set_xy(MARGIN, 15)
    pdf.set_font("letters", "", 8)
    pdf.cell(2 * WIDTH, 5, HANDED)


def _card(pdf: FPDF, x: float, y: float, card: Card, code: str, until: str) -> None:
    pdf.set_draw_color(150)
    pdf.set_dash_pattern(1, 1)
    pdf.rect(x, y, WIDTH, HEIGHT)
    pdf.image(png_of(card.address), x + 2, y + 2, CODE, CODE, alt_text=card.name)
    left, width = x + CODE + 4, WIDTH - CODE - 7
    pdf.set_xy(left, y + 5)
    _lines(pdf, card.name, width, "B", 12, most=3)
    pdf.set_xy(left, pdf.get_y() + 1)
    _lines(pdf, f"{code} · {card.employee_number}", width, "", 9, most=3)
    pdf.set_xy(left, y + 26)
    for words in ONCE:
        pdf.set_x(left)
        _lines(pdf, words, width, "", 7.5, most=1)
    pdf.set_x(left)
    _lines(pdf, until, width, "B", 9, most=1)
    pdf.set_xy(x + 4, y + CODE + 5)
    for words in WORDS:
        pdf.set_x(x + 4)
        _lines(pdf, words, WIDTH - 8, "", 8, most=1)


def _lines(pdf: FPDF, text: str, width: float, style: str, size: float, most: int) -> None:
    """Text in at most so many lines, no word broken; what is longer is set smaller until it fits."""
    while True:
        pdf.set_font("letters", style, size)
        height = size * 0.48
        lines = cast(list[str], pdf.multi_cell(width, height, text, dry_run=True, output="LINES", align="L"))
        if (len(lines) <= most and " ".join(lines).split() == text.split()) or size < 5:
            break
        size -= 0.5
    pdf.multi_cell(width, height, text, align="L", new_x="LEFT", new_y="NEXT")
