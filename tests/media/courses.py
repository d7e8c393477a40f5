"""How the sound and the film of the courses that come with Løype were made: `python -m tests.media.courses FOLDER`.

The film is drawn here, a chilled shelf seen from its side: the oldest are pulled forward, new ones come in from behind.
The sound is the three-pulse evacuation signal of ISO 8201: half a second on, half a second off, thrice, then a pause.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from imageio_ffmpeg import get_ffmpeg_exe
from PIL import Image, ImageDraw, ImageFont

from tests.media.make import ALIKE

FONT = Path(__file__).parents[2] / "app" / "identity" / "enrolment" / "fonts" / "DejaVuSans-Bold.ttf"
WIDTH, HEIGHT, RATE, SECONDS = 640, 360, 10, 14
FINER = 3
BIRCH, FOREST, SPRUCE, SNOW, FLAG, SKY, INK = (
    "#EFEBE1",
    "#0F3D2E",
    "#1E6B4F",
    "#FBFAF6",
    "#E4572E",
    "#2B6CB0",
    "#10231B",
)
SKIN = "#C98F6B"
OLD, NEW = "12.3", "19.3"
SHELF = 240
TONE = "lt(mod(t\\,4)\\,3)*lt(mod(mod(t\\,4)\\,1)\\,0.5)*sin(2*PI*(500+40*mod(mod(t\\,4)\\,1))*t)*0.4"

Carton = tuple[str, float, float]  # date, middle and foot in a picture 640 wide


def between(at: float, start: float, end: float) -> float:
    """How much of a movement is done, 0..1, soft at both ends."""
    done = min(1.0, max(0.0, (at - start) / (end - start)))
    return done * done * (3 - 2 * done)


def cartons(at: float) -> Iterator[Carton]:
    """Where each carton is at a second: the old ones forward, the new ones in from behind, and the first one taken."""
    forward, taken = between(at, 2.6, 4.6), between(at, 11.5, 13.5)
    for place in range(4):
        fill = between(at, 5 + 0.6 * (3 - place), 6.4 + 0.6 * (3 - place))
        if fill > 0:
            yield NEW, -40 + fill * (160 + 62 * place), SHELF
    for place in range(2):
        leaving = taken if place == 1 else 0.0
        yield OLD, 120 + 62 * place + forward * 248 + leaving * 200, SHELF - leaving * 50


def frame(at: float) -> Image.Image:
    """The picture at a second."""
    picture = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), BIRCH)
    draw = ImageDraw.Draw(picture)

    def box(x: float, y: float, right: float, low: float, fill: str, round: float = 0) -> None:
        corners = [each * FINER for each in (x, y, right, low)]
        draw.rounded_rectangle(corners, radius=round * FINER, fill=fill)

    box(70, 56, 470, SHELF, SNOW)
    box(60, 44, 480, 58, FOREST, 4)
    box(60, SHELF, 480, SHELF + 14, SPRUCE, 4)
    box(60, 316, 480, 328, FOREST, 4)
    font = ImageFont.truetype(str(FONT), 17 * FINER)
    for date, x, foot in cartons(at):
        top, colour = foot - 120, FLAG if date == OLD else SKY
        draw.polygon(
            [(each[0] * FINER, each[1] * FINER) for each in ((x - 24, top), (x, top - 22), (x + 24, top))], fill=colour
        )
        box(x - 24, top, x + 24, foot, SNOW, 3)
        draw.rounded_rectangle(
            [each * FINER for each in (x - 24, top, x + 24, foot)], radius=3 * FINER, outline=INK, width=2 * FINER
        )
        box(x - 24, top, x + 24, top + 26, colour)
        draw.text((x * FINER, (top + 62) * FINER), date, fill=INK, font=font, anchor="mm")
    reach, taken = between(at, 10.5, 11.5), between(at, 11.5, 13.5)
    if reach > 0:
        hand, high = 700 - reach * 254 + taken * 200, SHELF - 76 - taken * 50
        box(hand, high, hand + 260, high + 34, SKIN, 17)
    return picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def film(file: Path) -> None:
    """H.264 in MP4, which every phone plays; without sound, since there is nothing to hear."""
    drawn = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(RATE), "-i", "-"]
    coded = [
        "-c:v",
        "libx264",
        "-profile:v",
        "baseline",
        "-crf",
        "26",
        "-pix_fmt",
        "yuv420p",
        "-movflags",
        "+faststart",
        *ALIKE,
    ]
    frames = b"".join(frame(each / RATE).tobytes() for each in range(SECONDS * RATE))
    subprocess.run([get_ffmpeg_exe(), "-v", "error", "-y", *drawn, *coded, str(file)], input=frames, check=True)


def signal(file: Path) -> None:
    """Eight seconds of the signal."""
    tone = ["-f", "lavfi", "-i", f"aevalsrc='{TONE}':s=44100:d=8"]
    subprocess.run(
        [get_ffmpeg_exe(), "-v", "error", "-y", *tone, "-c:a", "libmp3lame", "-b:a", "48k", *ALIKE, str(file)],
        check=True,
    )


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    film(folder / "eldst-foran.mp4")
    frame(10.2).save(folder / "eldst-foran-plakat.png", optimize=True)
    signal(folder / "evakueringssignal.mp3")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
