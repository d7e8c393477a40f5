"""Play that cannot be as it is told: found, shown to an editor without a name, and taken back with a reason."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import clock
from app.core.http import rfc3339
from leaderboards.fairplay.jobs import watch_play
from quests.play.sequences import OVERLAP, Sequence, at_once
from tests.conftest import THURSDAY
from tests.leaderboards.test_competitions import board, made, plan
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World

Json = dict[str, Any]


def sequence(start: float, lasted: float, thought: float) -> Sequence:
    began = THURSDAY + timedelta(seconds=start)
    ended = began + timedelta(seconds=lasted)
    return Sequence(UUID(int=0), uuid4(), uuid4(), began, ended, ended, timedelta(seconds=thought))


@pytest.mark.parametrize(
    ("lasted", "thought", "jumped"),
    [(120, 100, False), (100, 150, False), (100, 161, True), (-5, 0, True), (86_400, 20, False), (0, 0, False)],
)
def test_a_clock_that_was_set_back_shows_in_what_an_attempt_lasted(lasted: int, thought: int, jumped: bool) -> None:
    assert sequence(0, lasted, thought).jumped is jumped


def test_a_post_left_open_while_another_is_played_is_no_second_device() -> None:
    left_open, other = sequence(0, 3600, 60), sequence(600, 90, 60)
    assert at_once([left_open, other]) == set()
    one, beside = sequence(0, 120, 90), sequence(60, 120, 90)
    assert at_once([one, beside, sequence(400, 60, 60)]) == {one.letter_id, beside.letter_id}


SEQUENCES = st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 300)), max_size=12)


@given(SEQUENCES, st.randoms())
def test_two_at_once_are_those_that_overlap_in_any_order(times: list[tuple[int, int]], random: Any) -> None:
    own = [sequence(start, lasted, lasted) for start, lasted in times]
    right = {
        each.letter_id
        for each in own
        for other in own
        if each is not other
        and min(each.happened_at, other.happened_at) - max(each.started_at, other.started_at) > OVERLAP
    }
    random.shuffle(own)
    assert at_once(own) == right


def told(course: Course, which: int, start: datetime, lasted: float, seconds: float) -> Json:
    """A letter of an attempt that lasted so long by the device's clock, each answer taking so many seconds."""
    letter = course.letter(which, started_at=start)
    answers = [{**each, "seconds": seconds} for each in letter["answers"]]
    for each in answers:
        each.pop("answered_at", None)
    return {**letter, "answers": answers, "finished_at": rfc3339(start + timedelta(seconds=lasted))}


def send(somebody: Somebody, *letters: Json) -> None:
    verdicts = somebody.post("/play/letters", body(*letters)).json["verdicts"]
    assert [each["status"] for each in verdicts] == ["accepted"] * len(letters)


def looked(editor: Somebody) -> list[Json]:
    with clock.standing_at(clock.now() + timedelta(minutes=10)):
        watch_play()
        editor.world.enter()
    found: list[Json] = editor.get("/studio/odd-plays").json["items"]
    return found


def test_an_editor_sees_what_cannot_be_and_never_whose(world: World) -> None:
    ours, leader = world.somebody(name="Kari Hemmelig"), world.somebody("Solbakken", "leader")
    editor, course = world.somebody("Kontoret", "editor"), course_in(world)
    start = clock.now() - timedelta(hours=1)
    send(ours, told(course, 0, start, 60, 30), told(course, 1, start + timedelta(seconds=20), 60, 30))
    found = looked(editor)
    assert [each["kind"] for each in found] == ["two_devices"] * 2
    assert {each["module"] for each in found} == {"hender (nb)", "fall (nb)"}
    assert set(found[0]) == {"id", "kind", "module", "day", "points", "settled"}
    text = editor.get("/studio/odd-plays").text
    assert not any(word in text for word in ("Hemmelig", str(ours.player_id), str(ours.person_id)))
    assert leader.get("/studio/odd-plays").status_code == 404
    assert looked(editor) == found


def test_points_are_taken_back_with_the_reason_and_what_was_learnt_stays(world: World) -> None:
    people = [world.somebody() for _ in range(10)]
    for _ in range(10):
        world.somebody("Skagen")
    editor, course, ours = world.somebody("Kontoret", "editor"), course_in(world), people[0]
    race = made(editor, **plan(world, "Solbakken", "Skagen", rule="points"))
    send(ours, told(course, 0, clock.now() - timedelta(hours=1), -300, 30))
    before = ours.get("/me").json["points"]
    assert before["total"] > 0
    assert board(ours, race)["mine"]["taken"] == before["total"]
    (odd,) = looked(editor)
    assert (odd["kind"], odd["points"]) == ("clock", before["total"])
    path = f"/studio/odd-plays/{odd['id']}/settle"
    assert editor.post(path, {"take_back": True}).status_code == 422
    why = {"take_back": True, "reason": "Klokka på enheten hoppet."}
    assert [editor.post(path, why).json["settled"] for _ in range(2)] == ["taken_back"] * 2
    assert editor.post(path, {"take_back": False}).status_code == 409
    assert ours.get("/me").json["points"] == {"total": 0, "week": 0}
    assert board(ours, race)["mine"]["taken"] == 0
    entries = ours.get("/points").json["items"]
    assert {each["reason"] for each in entries if each["kind"] == "reversal"} == {why["reason"]}
    assert sum(each["points"] for each in entries) == 0
    quest = ours.get("/today").json["quest"]
    assert quest["progress"]["done"] == 1


def test_what_stands_is_forgotten_in_time(world: World) -> None:
    ours, editor = world.somebody(), world.somebody("Kontoret", "admin")
    course = course_in(world)
    send(ours, told(course, 0, clock.now() - timedelta(hours=1), -300, 30))
    (odd,) = looked(editor)
    assert editor.post(f"/studio/odd-plays/{odd['id']}/settle", {"take_back": False}).json["settled"] == "stands"
    with clock.standing_at(clock.now() + timedelta(days=91)):
        watch_play()
        world.enter()
        assert world.signed_in_again(editor).get("/studio/odd-plays").json["items"] == []
