"""What is known of a file of media once it has been looked through."""

from dataclasses import dataclass

from quests.content.rules.remedies import Remedy, remedy

TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "opus": "audio/ogg",
    "weba": "audio/webm",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "vtt": "text/vtt; charset=utf-8",
}
"""Media types by the ending that a file of theirs gets."""

FAMILIES = {"image": "picture", "audio": "audio", "video": "video", "text": "captions"}

MOST_BYTES = {"picture": 2 * 2**20, "audio": 20 * 2**20, "video": 100 * 2**20, "captions": 256 * 2**10}
"""By family, of what is kept. A module lasts three minutes: that is 4.3 MB of sound at 192 kbit/s and 22.5 MB of video
at 1 Mbit/s; what comes straight from a telephone is several times as large, and may come so."""

MOST_SENT = {**MOST_BYTES, "picture": 20 * 2**20}
"""By family, of what an editor sends: a picture is drawn anew, and smaller, before it is kept."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The ending tells the kind; `seconds` is of sound and video, whole; the size of pictures and video in pixels."""

    ending: str
    seconds: int | None = None
    width: int | None = None
    height: int | None = None

    @property
    def media_type(self) -> str:
        return TYPES[self.ending]

    @property
    def family(self) -> str:
        """`picture`, `audio`, `video` or `captions`."""
        return FAMILIES[self.media_type.partition("/")[0]]


def whole(seconds: float) -> int:
    """Whole seconds of a length. Unsound where it can be no length of ours."""
    if not 0 < seconds < 10**6:
        raise Unsound("media_length")
    return max(1, round(seconds))


class Unsound(Exception):
    """A file that cannot be let in as it is."""

    def __init__(self, code: str, **given: object) -> None:
        super().__init__(code)
        self.remedy: Remedy = remedy(code, **given)
