"""What an editor sends to the library, made fit to be kept: refused with what to do, or cleaned."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from quests.content.rules.media import captions, mp4, sound, webm
from quests.content.rules.media.facts import MOST_BYTES, MOST_SENT, Facts, Unsound
from quests.content.rules.media.looking import cleaned, facts_of, is_drawing, remedies_of
from quests.content.rules.media.redrawing import picture_form, redrawn
from quests.content.rules.remedies import Remedy, remedy

OPENING = 4096
"""So many first bytes tell what a file is."""

_ASIDE = ("STYLE", "REGION", "NOTE")
_TAG = re.compile(r"</?[A-Za-z0-9][^<>]*>|</>")
_SPACES = re.compile(r"[\u00a0\u200e\u200f]+")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file as it is kept. `sent` is the SHA-256 of the bytes that it was made of."""

    content: bytes
    digest: str
    facts: Facts
    sent: str


class Unfit(Exception):
    """A file that is not taken in, with what is to be mended."""

    def __init__(self, remedies: Sequence[Remedy]) -> None:
        super().__init__("; ".join(map(str, remedies)))
        self.remedies = tuple(remedies)


def family_of(opening: bytes) -> str:
    """`picture`, `audio`, `video` or `captions`, by the first bytes of a file; Unfit where it is none of ours."""
    if picture_form(opening) or is_drawing(opening):
        return "picture"
    if mp4.is_mp4(opening):
        return "audio" if opening[8:12] in (b"M4A ", b"M4B ") else "video"
    if webm.is_webm(opening):
        return "video"
    if captions.are_captions(opening):
        return "captions"
    if sound.is_ogg(opening) or sound.is_mp3(opening):
        return "audio"
    raise Unfit([remedy("media_sent")])


def too_large(family: str) -> Remedy:
    """What is said of a file of that family which is larger than may be sent."""
    most = MOST_SENT[family]
    return remedy("media_large", most=most >> 20) if most >> 20 else remedy("captions_large", most=most >> 10)


def prepared(content: bytes) -> Prepared:
    """The file as it is kept. The same bytes always give the same. Unfit where it cannot be."""
    family = family_of(content[:OPENING])
    if len(content) > MOST_SENT[family]:
        raise Unfit([too_large(family)])
    try:
        kept, facts = _kept(content)
    except Unsound as unsound:
        raise Unfit([unsound.remedy]) from unsound
    if len(kept) > MOST_BYTES[facts.family]:
        raise Unfit([remedy("media_large", most=MOST_BYTES[facts.family] >> 20)])
    return Prepared(kept, sha256(kept).hexdigest(), facts, sha256(content).hexdigest())


def _kept(content: bytes) -> tuple[bytes, Facts]:
    if picture_form(content):
        drawn = redrawn(content)
        return drawn, facts_of(drawn)
    if captions.are_captions(content):
        content = words_alone(content)
    if remedies := remedies_of(content):
        raise Unfit(remedies)
    clean = cleaned(content)
    return clean, facts_of(clean)


def words_alone(content: bytes) -> bytes:
    """Captions without voices, colours, styles and remarks. The words and the number of each line stay."""
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Unsound("captions_coding") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept, aside = ["WEBVTT" if lines[0].startswith(("WEBVTT ", "WEBVTT\t")) else lines[0]], True  # as are its own lines
    for before, line in pairwise(lines):
        aside = bool(line) and "-->" not in line and (aside or (not before and line.split(" ")[0] in _ASIDE))
        kept.append("" if aside else line if "-->" in line else _plain(line))
    return "\n".join(kept).rstrip("\n").encode() + b"\n"


def _plain(line: str) -> str:
    return _SPACES.sub(" ", html.unescape(_TAG.sub("", line)))
