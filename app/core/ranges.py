"""Which part of a file a request asks for (RFC 9110, section 14): one part at most, of what there is."""

from re import compile as pattern

_ONE = pattern(r"bytes\s*=\s*(?:(\d{1,18})\s*-\s*(\d{1,18})?|-\s*(\d{1,18}))\s*")
_UNIT = pattern(r"bytes\s*=")


class Unsatisfiable(Exception):
    """Nothing of what is asked for is there, or more than one part is."""


def part_of(size: int, asked: str | None, if_range: str | None, etag: str) -> tuple[int, int] | None:
    """The first and the last byte to send; None for all of it.

    What cannot be read is as if it were not there, so is what is asked for if the file were another (`if_range`).
    Several parts at once are refused: nobody who plays sound or video asks for them, and they cost more than they are.
    """
    if asked is None or not _UNIT.match(asked) or (if_range is not None and if_range.strip() != etag):
        return None
    if "," in asked:
        raise Unsatisfiable
    found = _ONE.fullmatch(asked.strip())
    if found is None:
        return None
    first, last, from_end = (None if part is None else int(part) for part in found.groups())
    if from_end is not None:
        first, last = max(size - from_end, 0), size - 1
        if not from_end or not size:
            raise Unsatisfiable
        return first, last
    assert first is not None  # noqa: S101
    if last is not None and last < first:
        return None
    if first >= size:
        raise Unsatisfiable
    return first, size - 1 if last is None else min(last, size - 1)
