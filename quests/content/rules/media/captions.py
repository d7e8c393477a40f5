"""Captions (WebVTT), strictly: cues in their order, words alone. What a browser would forgive is refused."""

import re

from quests.content.rules.media.facts import Facts, Unsound

MOST_CUES = 2000
LONGEST_CUE = 500
_TIME = r"(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"{_TIME} --> {_TIME}((?: (?:align|line|position|size|vertical):[\w.,%-]+)*)")
_HEAD = re.compile(r"WEBVTT(?:[ \t][^\n]*)?")
_ENTITY = re.compile(r"&#?\w+;")


def are_captions(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf")[:6] == b"WEBVTT"


def captions_facts(content: bytes) -> Facts:
    """When the last cue ends, in whole seconds; Unsound with the line at fault."""
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Unsound("captions_coding") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if "\0" in text or not _HEAD.fullmatch(lines[0]):
        raise Unsound("captions_line", line=1)
    before, end, cues = -1, 0, 0
    for first, block in _blocks(lines[1:]):
        if block[0].split(" ")[0] == "NOTE":
            continue
        start, end = _cue(first, block, end)
        if start < before:
            raise Unsound("captions_order", line=first)
        before, cues = start, cues + 1
    if not 0 < cues <= MOST_CUES:
        raise Unsound("captions_cues", most=MOST_CUES)
    return Facts("vtt", -(-end // 1000))


def _blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    """The paragraphs, each with the number of its first line in the file."""
    blocks: list[tuple[int, list[str]]] = []
    apart = True
    for number, line in enumerate(lines, 2):
        if line and apart:
            blocks.append((number, []))
        if line:
            blocks[-1][1].append(line)
        apart = not line
    return blocks


def _cue(number: int, block: list[str], ended: int) -> tuple[int, int]:
    """When a cue starts and when all so far have ended, in milliseconds."""
    at = 0 if "-->" in block[0] else 1
    times = _TIMES.fullmatch(block[at]) if at < len(block) else None
    if times is None or len(block) < at + 2:
        raise Unsound("captions_line", line=number + at)
    start, end = _milliseconds(times.groups()[:4]), _milliseconds(times.groups()[4:8])
    words = "\n".join(block[at + 1 :])
    if start >= end:
        raise Unsound("captions_order", line=number + at)
    if "<" in words or _ENTITY.search(words) or "-->" in words:
        raise Unsound("captions_words", line=number + at + 1)
    if len(words) > LONGEST_CUE:
        raise Unsound("captions_long", line=number + at + 1, most=LONGEST_CUE)
    return start, max(end, ended)


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
