"""What a push service's answer means: given, gone, to be shortened, to be tried again, or to be looked at."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360))
MOST_TRIES = 8
LONGEST_WAIT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status, or None and what went wrong instead; Retry-After as it was written."""

    status: int | None
    retry_after: str | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """`sent`, `gone` (forget the device), `shorten`, `again` at a moment, or `given_up`. `alarm`: the fault is ours."""

    kind: str
    at: datetime | None = None
    alarm: bool = False


def meaning(answer: Answer, tries: int, now: datetime, ends_at: datetime, chance: float, shortened: bool) -> Meaning:
    """What to do now that a push was answered for the `tries`-th time. `chance` in 0..1 spreads those who try again."""
    status = answer.status
    if status is not None and 200 <= status < 300:
        return Meaning("sent")
    if status in (404, 410):
        return Meaning("gone")
    if status == 413:
        return Meaning("given_up", alarm=True) if shortened else Meaning("shorten", now)
    if status in (401, 403):
        return _again(tries, now, ends_at, timedelta(hours=1), alarm=True)
    if status is None or status == 429 or status >= 500:
        asked = wait_asked_for(answer.retry_after, now)
        own = PAUSES[min(tries, len(PAUSES)) - 1] * (0.5 + chance)
        return _again(tries, now, ends_at, max(own, asked or own), alarm=False)
    return Meaning("given_up", alarm=True)


def _again(tries: int, now: datetime, ends_at: datetime, wait: timedelta, alarm: bool) -> Meaning:
    at = now + wait
    return Meaning("given_up", alarm=alarm) if tries >= MOST_TRIES or at >= ends_at else Meaning("again", at, alarm)


def wait_asked_for(retry_after: str | None, now: datetime) -> timedelta | None:
    """How long a Retry-After asks to wait, in seconds or until a date, at most a day; None where it asks nothing."""
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(timedelta(seconds=int(text[:9])), LONGEST_WAIT)
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max(at - now, timedelta()), LONGEST_WAIT)
