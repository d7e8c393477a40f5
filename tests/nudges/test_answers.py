"""What push services answer, and what we make of it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.nudges.rules.answers import LONGEST_WAIT, MOST_TRIES, Answer, Meaning, meaning, wait_asked_for

NOW = datetime(2026, 11, 19, 11, tzinfo=UTC)
SUNDAY = NOW + timedelta(days=3)


def read(status: int | None, retry_after: str | None = None, tries: int = 1, **changes: object) -> Meaning:
    values = {"tries": tries, "now": NOW, "ends_at": SUNDAY, "chance": 0.5, "shortened": False, **changes}
    return meaning(Answer(status, retry_after), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "kind", "alarm"),
    [
        (201, "sent", False),
        (200, "sent", False),
        (202, "sent", False),
        (404, "gone", False),
        (410, "gone", False),
        (401, "again", True),
        (403, "again", True),
        (413, "shorten", False),
        (429, "again", False),
        (500, "again", False),
        (503, "again", False),
        (None, "again", False),
        (301, "given_up", True),
        (302, "given_up", True),
        (307, "given_up", True),
        (308, "given_up", True),
        (400, "given_up", True),
    ],
)
def test_each_status(status: int | None, kind: str, alarm: bool) -> None:
    found = read(status)
    assert (found.kind, found.alarm) == (kind, alarm)


def test_what_is_shortened_once_is_not_shortened_again() -> None:
    assert read(413, shortened=True) == Meaning("given_up", alarm=True)


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        (None, None),
        ("120", 120),
        (" 0 ", 0),
        ("315360000", LONGEST_WAIT.total_seconds()),  # ten years
        ("9" * 400, LONGEST_WAIT.total_seconds()),
        ("Thu, 19 Nov 2026 11:10:00 GMT", 600),
        ("Thu, 19 Nov 2026 10:00:00 GMT", 0),
        ("Thu, 19 Nov 2036 11:10:00 GMT", LONGEST_WAIT.total_seconds()),
        ("soon", None),
        ("-5", None),
        ("1e9", None),
        ("", None),
        ("٣", None),
    ],
)
def test_retry_after(retry_after: str | None, seconds: float | None) -> None:
    found = wait_asked_for(retry_after, NOW)
    assert (found.total_seconds() if found is not None else None) == seconds


def test_retry_after_is_obeyed_and_own_pauses_grow() -> None:
    assert read(429, "3600").at == NOW + timedelta(hours=1)
    pauses = [read(500, tries=tries).at for tries in range(1, 6)]
    assert pauses == sorted(pauses)  # type: ignore[type-var]
    assert read(503, "1").at == NOW + timedelta(minutes=1)


def test_it_ends_with_the_matter_or_the_tries() -> None:
    assert read(500, ends_at=NOW + timedelta(seconds=30)).kind == "given_up"
    assert read(429, "86400", ends_at=NOW + timedelta(hours=1)).kind == "given_up"
    assert read(500, tries=MOST_TRIES).kind == "given_up"


@given(some.sampled_from([None, 429, 500, 599]), some.integers(1, 7), some.floats(0, 1))
def test_again_is_always_later_and_never_late(status: int | None, tries: int, chance: float) -> None:
    found = read(status, tries=tries, chance=chance)
    assert found.kind == "again"
    assert found.at is not None
    assert NOW < found.at < SUNDAY
