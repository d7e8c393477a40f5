"""What becomes of a nudge that is due."""

from dataclasses import replace

import pytest

from app.nudges.rules.deciding import Facts, ceiling_of, decide

DUE = Facts(
    over=False,
    belongs=True,
    done=False,
    off=False,
    away=False,
    quiet=False,
    reachable=True,
    pushed=1,
    pushed_today=False,
    ceiling=2,
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "push"),
        ({"reachable": False}, "inbox"),
        ({"pushed": 2}, "inbox"),
        ({"pushed": 3}, "inbox"),
        ({"pushed_today": True}, "inbox"),
        ({"quiet": True}, "later"),
        ({"quiet": True, "away": True}, "away"),
        ({"away": True}, "away"),
        ({"off": True}, "off"),
        ({"done": True}, "done"),
        ({"done": True, "quiet": True}, "done"),
        ({"belongs": False}, "left"),
        ({"over": True, "quiet": True}, "over"),
        ({"ceiling": 0, "pushed": 0}, "inbox"),
        ({"ceiling": None, "pushed": 9, "pushed_today": True}, "push"),
        ({"ceiling": None, "quiet": True}, "later"),
        ({"ceiling": None, "reachable": False}, "inbox"),
    ],
)
def test_what_becomes_of_it(changes: dict[str, object], expected: str) -> None:
    assert decide(replace(DUE, **changes)) == expected  # type: ignore[arg-type]


def test_deadlines_have_a_ceiling_of_their_own() -> None:
    assert ceiling_of("quest_opened") == ceiling_of("reminder") != ceiling_of("deadline")


def test_questions_and_answers_stand_under_none() -> None:
    assert ceiling_of("help") is None
