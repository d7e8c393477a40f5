"""A certificate on paper: A4, with a code that leads to where it is checked, and the credential as an attached file."""

from typing import cast

from fpdf import FPDF

from app.identity.credentials.credential import Award, Issuer
from app.identity.enrolment.drawing import png_of
from app.identity.enrolment.sheet import FONTS
from quests.competence.texts import Words, words_of

MARGIN, WIDTH, HEIGHT = 20.0, 210.0, 297.0  # millimetres, as all measures here
INNER = WIDTH - 2 * MARGIN
FOREST, SPRUCE, FLAG, SNOW, INK, DIM = (
    (15, 61, 46),
    (30, 107, 79),
    (228, 87, 46),
    (251, 250, 246),
    (17, 26, 22),
    (84, 96, 90),
)
CODE = 30.0


def certificate_of(award: Award, issuer: Issuer, credential: str, thumbprint: str) -> bytes:
    """The certificate as PDF; `credential` is the signed one, `thumbprint` that of the key it was signed with."""
    words = words_of(award.language)
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.c_margin = 0
    pdf.set_title(f"{words.heading} · {award.title}")
    pdf.set_author(issuer.name)
    pdf.set_lang(award.language)
    pdf.add_font("letters", "", FONTS / "DejaVuSans.ttf")
    pdf.add_font("letters", "B", FONTS / "DejaVuSans-Bold.ttf")
    pdf.embed_file(bytes=credential.encode(), basename=f"{award.id}.jwt", mime_type="text/plain")
    pdf.add_page()
    _frame(pdf, issuer.name, words)
    _who(pdf, award, words)
    _when(pdf, award, words)
    _check(pdf, award, issuer, thumbprint, words)
    return bytes(pdf.output())


def _frame(pdf: FPDF, organisation: str, words: Words) -> None:
    """The page's ground and head, with the checkpoint's white-and-orange flag."""
    pdf.set_fill_color(*SNOW)
    pdf.rect(0, 0, WIDTH, HEIGHT, style="F")
    pdf.set_fill_color(*FOREST)
    pdf.rect(0, 0, WIDTH, 54, style="F")
    pdf.set_fill_color(255, 255, 255)
    pdf.polygon([(MARGIN, 20), (MARGIN + 18, 20), (MARGIN, 38)], style="F")
    pdf.set_fill_color(*FLAG)
    pdf.polygon([(MARGIN + 18, 20), (MARGIN + 18, 38), (MARGIN, 38)], style="F")
    pdf.set_text_color(*SNOW)
    pdf.set_xy(MARGIN + 26, 18)
    _lines(pdf, organisation, INNER - 26, "", 12, most=1)
    pdf.set_x(MARGIN + 26)
    _lines(pdf, words.heading, INNER - 26, "B", 24, most=1)


def _who(pdf: FPDF, award: Award, words: Words) -> None:
    pdf.set_xy(MARGIN, 74)
    _said(pdf, words.has)
    pdf.set_text_color(*INK)
    _lines(pdf, award.person, INNER, "B", 28, most=2)
    pdf.set_xy(MARGIN, pdf.get_y() + 8)
    _said(pdf, words.mastered)
    pdf.set_text_color(*SPRUCE)
    _lines(pdf, award.title, INNER, "B", 22, most=3)
    pdf.set_xy(MARGIN, pdf.get_y() + 8)
    _said(pdf, words.topics)
    pdf.set_text_color(*INK)
    _lines(pdf, " · ".join(award.topics), INNER, "", 12, most=5)


def _when(pdf: FPDF, award: Award, words: Words) -> None:
    """The two days side by side, at a place of their own however long the names above are."""
    pdf.set_draw_color(*SPRUCE)
    pdf.set_line_width(0.6)
    pdf.line(MARGIN, 196, WIDTH - MARGIN, 196)
    ends = words.date(award.valid_until) if award.valid_until else words.for_good
    pairs = ((words.achieved, words.date(award.achieved_on)), (words.valid_until, ends))
    for place, (label, value) in enumerate(pairs):
        pdf.set_xy(MARGIN + place * INNER / 2, 202)
        _said(pdf, label, INNER / 2)
        pdf.set_text_color(*INK)
        pdf.set_x(MARGIN + place * INNER / 2)
        _lines(pdf, value, INNER / 2 - 4, "B", 15, most=1)


def _check(pdf: FPDF, award: Award, issuer: Issuer, thumbprint: str, words: Words) -> None:
    address = f"{issuer.origin}/kontroll"
    pdf.set_fill_color(255, 255, 255)
    pdf.rect(MARGIN, 228, INNER, CODE + 8, style="F", round_corners=True, corner_radius=3)
    pdf.image(png_of(address), MARGIN + 4, 232, CODE, CODE, alt_text=address)
    left, width = MARGIN + CODE + 10, INNER - CODE - 16
    pdf.set_text_color(*INK)
    pdf.set_xy(left, 233)
    _lines(pdf, words.check, width, "B", 12, most=1)
    for text, size, most in (
        (words.check_how, 9, 3),
        (address, 9, 2),
        (f"{words.number} {award.id} · {words.key} {thumbprint[:16]}", 7, 2),
    ):
        pdf.set_x(left)
        _lines(pdf, text, width, "", size, most=most)
    pdf.set_xy(MARGIN, 276)
    _said(pdf, f"{words.issued_by} {issuer.name} · Løype")


def _said(pdf: FPDF, text: str, width: float = INNER) -> None:
    pdf.set_text_color(*DIM)
    x = pdf.get_x()
    _lines(pdf, text, width, "", 11, most=2)
    pdf.set_x(x)


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
