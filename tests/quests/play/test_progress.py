"""Progress is a fact of what was played, not of the order in which devices tell of it."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db
from leaderboards.recount import recount_all
from quests.paths.jobs import open_due
from quests.play.models import ModuleProgress, QuestProgress
from tests.faults.test_killed import rows_of
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World

OPENED = datetime(2026, 11, 16, 5, tzinfo=UTC)
NEXT_MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def somebody(world: World, course: Course) -> Somebody:
    return world.somebody()


def told(somebody: Somebody, *letters: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = somebody.post("/play/letters", body(*letters)).json["verdicts"]
    assert {each["status"] for each in found} <= {"accepted", "known"}, found
    return found


def codes(verdict: dict[str, Any]) -> list[str]:
    return [each["code"] for each in verdict["notices"]]


def progress_of(somebody: Somebody) -> tuple[list[datetime], list[datetime]]:
    """When this player did modules and quests, as it is written."""
    somebody.world.enter()
    db.session.rollback()
    modules = select(ModuleProgress.done_at).where(ModuleProgress.player_id == somebody.player_id)
    quests = select(QuestProgress.done_at).where(QuestProgress.player_id == somebody.player_id)
    return sorted(db.session.scalars(modules)), sorted(db.session.scalars(quests))


def score_of(somebody: Somebody) -> float:
    """This player's own x of the week before next Monday, from the board."""
    found: float = somebody.get("/boards/departments").json["mine"]["x"]
    return found


def test_the_earliest_attempt_counts_in_whatever_order_they_come(world: World, course: Course) -> None:
    played = [(0, OPENED + HOUR), (0, OPENED + 3 * HOUR), (1, OPENED + 2 * HOUR), (1, OPENED + 5 * HOUR)]
    letters = [course.letter(which, started_at=at) for which, at in played]
    found = []
    for order in permutations(letters):
        somebody = world.somebody()
        told(somebody, *order)
        assert rows_of(somebody)["ledger_entries.points"] == 4 * 10 + 2 * 20 + 50
        found.append(progress_of(somebody))
    assert all(each == found[0] for each in found)
    modules, quests = found[0]
    assert (len(modules), quests) == (2, [modules[1]])
    assert modules[0] < OPENED + 2 * HOUR < modules[1] < OPENED + 3 * HOUR


def test_what_turns_out_to_be_done_in_its_week_counts_there_and_is_told_once(
    world: World, course: Course, somebody: Somebody
) -> None:
    with clock.standing_at(NEXT_MONDAY + timedelta(days=1)):
        (late,) = told(somebody, course.letter(0))
        assert codes(late) == ["points", "module_done", "badge"]
        (earlier,) = told(somebody, course.letter(0, started_at=NEXT_MONDAY - HOUR))
        assert (earlier["points"], codes(earlier)) == (0, [])
    assert progress_of(somebody)[0][0] < NEXT_MONDAY
    assert score_of(somebody) == 0.5
    world.enter()
    assert set(committed(recount_all, world.organisation_id).values()) == {0}


def test_catching_up_is_for_half_the_bonus_and_never_too_late(world: World, course: Course, somebody: Somebody) -> None:
    with clock.standing_at(NEXT_MONDAY + timedelta(days=20)):
        open_due()
        today = somebody.get("/today").json
        assert [each["title"] for each in today["catch_up"]] == ["uke-2 (nb)", "uke-1 (nb)"]
        _, last = told(somebody, course.letter(0), course.letter(1))
        assert {each["kind"]: each["points"] for each in last["entries"]}["quest_late"] == 25
        assert [each["title"] for each in somebody.get("/today").json["catch_up"]] == ["uke-2 (nb)"]


@pytest.mark.parametrize(
    ("finished_at", "bonus"), [(NEXT_MONDAY - timedelta(seconds=1), "quest"), (NEXT_MONDAY, "quest_late")]
)
def test_the_week_ends_at_monday_six_wherever_the_letter_was(
    world: World, course: Course, somebody: Somebody, finished_at: datetime, bonus: str
) -> None:
    start, end = NEXT_MONDAY - HOUR, finished_at.isoformat().replace("+00:00", "Z")
    letters = [course.letter(which, started_at=start, finished_at=end) for which in (0, 1)]
    with clock.standing_at(NEXT_MONDAY + timedelta(days=3)):
        open_due()
        assert bonus in {each["kind"] for each in told(somebody, *letters)[1]["entries"]}


def test_the_quest_is_done_when_its_last_module_was_not_when_its_letter_came(
    world: World, course: Course, somebody: Somebody
) -> None:
    """One module at home on Sunday without a network, the other on Saturday: both arrive on Tuesday, last one first."""
    sunday, saturday = NEXT_MONDAY - 10 * HOUR, NEXT_MONDAY - 34 * HOUR
    with clock.standing_at(NEXT_MONDAY + timedelta(days=1)):
        _, second = told(somebody, course.letter(1, started_at=sunday), course.letter(0, started_at=saturday))
    assert "quest" in {each["kind"] for each in second["entries"]}
    modules, quests = progress_of(somebody)
    assert quests == [modules[1]]
    assert sunday < modules[1] < sunday + HOUR


def test_attempts_given_up_or_with_something_wrong_left_are_not_done(somebody: Somebody, course: Course) -> None:
    right = course.letter(0)
    (given_up,) = told(somebody, {**right, "finished_at": None})
    assert (given_up["points"], codes(given_up)) == (20, ["points"])
    half = course.letter(0, answers=right["answers"][:1])
    assert codes(told(somebody, half)[0]) == []
    assert progress_of(somebody) == ([], [])
    (done,) = told(somebody, course.letter(0))
    assert (done["points"], codes(done)) == (20, ["points", "module_done", "badge"])


def test_playing_again_earns_nothing_but_tells_how_it_went(somebody: Somebody, course: Course) -> None:
    told(somebody, course.letter(0))
    before = rows_of(somebody)
    (again,) = told(somebody, course.letter(0))
    assert (again["points"], again["correct"], again["of"], again["notices"]) == (0, 2, 2, [])
    after = rows_of(somebody)
    assert {name for name in after if after[name] != before[name]} == {"letters", "attempts", "answers"}


def test_the_same_path_in_another_run_is_played_and_earned_anew(
    world: World, course: Course, somebody: Somebody
) -> None:
    told(somebody, course.letter(0))
    with clock.standing_at(NEXT_MONDAY + timedelta(days=14)):
        course_in(world, starts_on=NEXT_MONDAY.date() + timedelta(days=14))
        quest = somebody.get("/today").json["quest"]
        assert quest["progress"] == {"done": 0, "total": 2}
        (first,) = told(somebody, course.letter(0))
        assert first["points"] == 40
        assert somebody.get("/today").json["quest"]["progress"]["done"] == 1
