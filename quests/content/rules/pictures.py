"""What kind of picture some bytes are, told from the bytes and never from the name."""

from quests.content.rules.drawings import drawing_remedies
from quests.content.rules.remedies import Remedy, remedy

MOST_PICTURE_BYTES = 2 * 2**20

TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}
"""Media types by the ending that a file of theirs gets."""


def picture_ending(content: bytes) -> str | None:
    """`svg`, `png`, `jpg` or `webp`; None for what is none of these."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return "png"
    if content.startswith(b"\xff\xd8\xff") and content.rstrip(b"\0").endswith(b"\xff\xd9"):
        return "jpg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP" and content[12:15] == b"VP8":
        return "webp"
    opening = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "svg" if opening.startswith(b"<") and b"<svg" in content[:4000] else None


def picture_remedies(content: bytes) -> list[Remedy]:
    """What must be mended in a picture before it can be shown; empty when it can."""
    if len(content) > MOST_PICTURE_BYTES:
        return [remedy("picture_large", most=MOST_PICTURE_BYTES >> 20)]
    ending = picture_ending(content)
    if ending is None:
        return [remedy("picture_kind")]
    return drawing_remedies(content) if ending == "svg" else []
