"""Days of two memberships in one department: what is left of one when the other goes before."""

from collections.abc import Iterable
from datetime import date, timedelta

Days = tuple[date, date | None]
"""From a day to another, both included; None: until further notice."""


def without(days: Days, others: Iterable[Days]) -> list[Days]:
    """What is left of these days when the others are taken out, in order."""
    left = [days]
    for start, end in others:
        left = [piece for each in left for piece in _cut(each, start, end)]
    return left


def _cut(days: Days, start: date, end: date | None) -> list[Days]:
    first, last = days
    if (last is not None and last < start) or (end is not None and end < first):
        return [days]
    pieces: list[Days] = []
    if first < start:
        pieces.append((first, start - timedelta(days=1)))
    if end is not None and (last is None or end < last):
        pieces.append((end + timedelta(days=1), last))
    return pieces
