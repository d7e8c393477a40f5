"""Sound and video for tests, made when asked for: a tone, a picture that moves, captions that fit.

`python -m tests.media.make FOLDER` writes one of each kind, to look at and listen to.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from imageio_ffmpeg import get_ffmpeg_exe
from PIL import Image

ENCODED: Mapping[str, tuple[str, ...]] = {
    "mp3": ("-c:a", "libmp3lame", "-b:a", "48k"),
    "m4a": ("-c:a", "aac", "-b:a", "48k", "-movflags", "+faststart"),
    "opus": ("-c:a", "libopus", "-b:a", "24k"),
    "weba": ("-c:a", "libopus", "-b:a", "24k", "-f", "webm"),
    "mp4": ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart"),
    "webm": ("-c:v", "libvpx", "-b:v", "200k", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"),
}
ALIKE = ("-threads", "1", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-fflags", "+bitexact")
"""So that the same bytes come each time."""
SILENT = ("mp3", "m4a", "opus", "weba")  # without pictures


@cache
def recorded(kind: str, seconds: float = 4, extra: tuple[str, ...] = ()) -> bytes:
    """A tone of that length, with a picture that moves where the kind is a video. `extra`: more for the encoder."""
    sources = ["-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=48000:duration={seconds}"]
    if kind not in SILENT:
        sources += ["-f", "lavfi", "-i", f"testsrc2=size=320x180:rate=15:duration={seconds}"]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"made.{kind}"
        command = [get_ffmpeg_exe(), "-v", "error", *sources, *ENCODED[kind], *ALIKE, *extra, "-shortest", str(file)]
        subprocess.run(command, check=True, capture_output=True)
        return file.read_bytes()


def captions(words: Iterable[str], each: int = 1) -> bytes:
    """A cue after the other, of as many seconds each."""
    cues = [
        f"00:{at // 60:02}:{at % 60:02}.000 --> 00:{(at + each) // 60:02}:{(at + each) % 60:02}.000\n{said}\n"
        for at, said in zip(range(0, 3600, each), words, strict=False)
    ]
    return "\n".join(["WEBVTT\n", *cues]).encode()


@cache
def picture(form: str = "PNG", width: int = 64, height: int = 36, **saving: object) -> bytes:
    """A picture of that size, from dark to light."""
    buffer = BytesIO()
    drawn = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    drawn.save(buffer, form, **saving)
    return buffer.getvalue()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for kind in ENCODED:
        (folder / f"made.{kind}").write_bytes(recorded(kind))
    (folder / "made.vtt").write_bytes(captions(["En", "To", "Tre", "Fire"]))
    (folder / "made.jpg").write_bytes(picture("JPEG", 640, 360))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
