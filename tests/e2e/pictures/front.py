"""The picture on the first page of the repository: four screens side by side, taken from the rest."""

from pathlib import Path

from PIL import Image, ImageDraw

SHOWN = ("today-begun-phone-light", "play-choice-wrong-phone-light", "team-phone-light", "play-end-phone-dark")
SIZE, PHONE, GAP, CORNER = (1120, 600), (260, 534), 16, 14
BIRCH = "#EFEBE1"


def compose(folder: Path, to: Path) -> None:
    """Put the four together."""
    sheet = Image.new("RGB", SIZE, BIRCH)
    left = (SIZE[0] - len(SHOWN) * PHONE[0] - (len(SHOWN) - 1) * GAP) // 2
    fine = Image.new("L", (4 * PHONE[0], 4 * PHONE[1]), 0)
    ImageDraw.Draw(fine).rounded_rectangle((0, 0, fine.width - 1, fine.height - 1), 4 * CORNER, fill=255)
    mask = fine.resize(PHONE, Image.Resampling.LANCZOS)  # so that the corners are smooth
    for number, name in enumerate(SHOWN):
        screen = Image.open(folder / f"{name}.png").convert("RGB").resize(PHONE, Image.Resampling.LANCZOS)
        sheet.paste(screen, (left + number * (PHONE[0] + GAP), (SIZE[1] - PHONE[1]) // 2), mask)
    sheet.save(to, optimize=True)
