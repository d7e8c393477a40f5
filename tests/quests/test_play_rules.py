"""When an attempt happened and what each try is worth, argued about in tables."""

from datetime import UTC, datetime, timedelta

import pytest

from quests.play.events import Outcome
from quests.play.rules import Known, Try, correct_at_first, happened, is_done, newly_settled, settle

NOW = datetime(2026, 11, 19, 11, tzinfo=UTC)
OPENED = datetime(2026, 11, 16, 5, tzinfo=UTC)
HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)
RIGHT, WRONG, QUICK = Try("c1", True, False), Try("c1", False, False), Try("c1", True, True)


@pytest.mark.parametrize(
    ("claimed", "sent_at", "expected", "adjusted"),
    [
        (NOW - HOUR, NOW, NOW - HOUR, False),
        (NOW + YEAR - HOUR, NOW + YEAR, NOW - HOUR, False),  # a clock a year ahead is only shifted
        (NOW - YEAR - HOUR, NOW - YEAR, NOW - HOUR, False),  # or a year behind
        (NOW + HOUR, NOW, NOW, True),  # after it was sent: the clock jumped
        (OPENED - HOUR, NOW, NOW, True),  # before the quest opened
        (NOW - 15 * DAY, NOW, NOW, True),  # too far back
        (OPENED, NOW, OPENED, False),
        (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC), NOW, True),
    ],
)
def test_when_it_happened(claimed: datetime, sent_at: datetime, expected: datetime, adjusted: bool) -> None:
    assert happened(claimed, sent_at, NOW, OPENED, 14) == (expected, adjusted)


@pytest.mark.parametrize(
    ("tries", "before", "expected"),
    [
        ([RIGHT], {}, Known(True, Outcome.FIRST)),
        ([WRONG, RIGHT], {}, Known(False, Outcome.LATER)),
        ([WRONG], {}, Known(False, None)),
        ([RIGHT], {"c1": Known(False, None)}, Known(False, Outcome.LATER)),  # given up before, right now
        ([QUICK], {}, Known(True, Outcome.TOO_QUICK)),
        ([WRONG, QUICK, RIGHT], {}, Known(False, Outcome.TOO_QUICK)),  # the first right one decides
        ([WRONG], {"c1": Known(True, Outcome.FIRST)}, None),  # nothing changes what is settled
        ([RIGHT], {"c1": Known(True, Outcome.FIRST)}, None),
    ],
)
def test_what_an_exercise_is_worth(tries: list[Try], before: dict[str, Known], expected: Known | None) -> None:
    assert settle(tries, before) == ({} if expected is None else {"c1": expected})


def test_only_what_is_right_for_the_first_time_is_told() -> None:
    before = {"c1": Known(True, Outcome.FIRST), "c2": Known(False, None)}
    after = {"c2": Known(False, Outcome.LATER), "c3": Known(False, None)}
    assert newly_settled(after, before) == (("c2", Outcome.LATER),)


def test_first_tries_and_done() -> None:
    other = Try("c2", True, False)
    assert correct_at_first([WRONG, other, RIGHT]) == 1
    assert is_done(True, ["c1", "c2"], [WRONG, other, RIGHT])
    assert not is_done(False, ["c1"], [RIGHT])
    assert not is_done(True, ["c1", "c2"], [RIGHT])
    assert is_done(True, [], [])
