"""The one reader of time. Everything else takes a moment as an argument or asks here."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta


def _system() -> datetime:
    return datetime.now(UTC)  # noqa: TID251


_read: Callable[[], datetime] = _system
_offset = timedelta()


def now() -> datetime:
    """The present moment, aware, in UTC, moved by the configured offset."""
    return _read() + _offset


def shift(seconds: float) -> None:
    """Move the clock for this process (`LOYPE_CLOCK_OFFSET_SECONDS`)."""
    global _offset
    _offset = timedelta(seconds=seconds)


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Within the block the clock stands still at `moment`."""
    global _read
    before = _read
    _read = lambda: moment - _offset  # noqa: E731
    try:
        yield
    finally:
        _read = before
