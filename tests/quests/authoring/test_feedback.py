"""Ratings and comments through the doors: said by a player, read without a name, answered, read again, taken back."""

from datetime import timedelta
from uuid import uuid4

import pytest

from app.core import clock
from app.core.db import committed
from app.nudges.jobs import nudge_due
from quests.authoring.feedback.rules import LONGEST, MOST_ANSWERS, NOT_USEFUL, REASONS, USEFUL, belongs, state_after
from quests.authoring.owning.actions import own, own_if_nobody_does
from quests.authoring.owning.jobs import remind_owners
from tests.quests.authoring.saying import WORDS, comment_of, rate
from tests.quests.course import Course, course_in
from tests.world import Somebody, World


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Skrivestua", "editor", name="Ingrid Nes")


def comments(course: Course, editor: Somebody, **query: str) -> dict[str, object]:
    answer = editor.get(f"/studio/modules/{course.modules[0]}/feedback", query_string=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json
    return found


def test_from_the_comment_to_the_answer(world: World, course: Course, editor: Somebody) -> None:
    player = world.somebody(name="Kari Nordmann")
    said = rate(player, course.versions[0], False, f"  {WORDS}\r\n", reason="unclear")
    assert said.status_code == 200
    assert (said.json["module"], said.json["text"], said.json["answers"]) == ("hender (nb)", WORDS, [])
    found = comments(course, editor)
    (item,) = found["items"]  # type: ignore[misc]
    assert item == {
        "id": comment_of(player),
        "useful": False,
        "reason": "unclear",
        "text": WORDS,
        "language": "nb",
        "number": 1,
        "state": "new",
        "said_on": "2026-11-19",
        "answers": [],
    }
    assert (found["counts"], found["ratings"]) == ({"new": 1, "read": 0, "done": 0}, None)
    key = str(uuid4())
    for _ in range(2):
        told = editor.post(f"/studio/feedback/{item['id']}/answers", {"key": key, "text": "Takk, det er rettet."})
        assert (told.status_code, told.json["state"]) == (200, "done")
    assert len(told.json["answers"]) == 1
    nudge_due()
    (nudge,) = [each for each in player.get("/inbox").json["items"] if each["reason"]["code"] == "comment_answered"]
    assert (nudge["to"], nudge["module"]) == ("/tilbakemeldinger", "hender (nb)")
    (mine,) = player.get("/feedback").json["items"]
    assert [each["text"] for each in mine["answers"]] == ["Takk, det er rettet."]
    assert "Ingrid" not in player.get("/feedback").text


def test_no_answer_to_editors_says_who_it_was(world: World, course: Course, editor: Somebody) -> None:
    player = world.somebody("Lite team", name="Kari Nordmann")
    rate(player, course.versions[0], text=WORDS)
    answered = editor.post(f"/studio/feedback/{comment_of(player)}/answers", {"key": str(uuid4()), "text": "Takk."})
    places = [f"/studio/modules/{course.modules[0]}/feedback", f"/studio/modules/{course.modules[0]}/statistics"]
    told = answered.text + "".join(editor.get(each).text for each in (*places, "/studio/statistics"))
    for secret in ("Kari", "Lite team", str(player.player_id), str(player.person_id)):
        assert secret not in told


def test_it_can_be_changed_and_is_one_a_version(world: World, course: Course, editor: Somebody) -> None:
    player = world.somebody()
    for _ in range(2):
        assert rate(player, course.versions[0], True, reason="clear").json["reason"] == "clear"
    assert comments(course, editor)["items"] == []
    rate(player, course.versions[0], False, WORDS)
    editor.send("PUT", f"/studio/feedback/{comment_of(player)}/state", {"state": "done"})
    assert comments(course, editor, state="new")["items"] == []
    rate(player, course.versions[0], True, WORDS)
    assert comments(course, editor)["counts"] == {"new": 0, "read": 0, "done": 1}
    rate(player, course.versions[0], True, "Noe annet")
    assert comments(course, editor)["counts"] == {"new": 1, "read": 0, "done": 0}
    assert player.get("/feedback").json["total"] == 1


def test_taken_back_no_word_of_it_is_left(world: World, course: Course, editor: Somebody) -> None:
    player = world.somebody()
    rate(player, course.versions[0], text=WORDS)
    editor.post(f"/studio/feedback/{comment_of(player)}/answers", {"key": str(uuid4()), "text": "Takk."})
    assert player.send("DELETE", f"/feedback/{course.versions[0]}").status_code == 204
    assert player.send("DELETE", f"/feedback/{course.versions[0]}").status_code == 404
    assert comments(course, editor)["total"] == 0
    assert player.get("/feedback").json["items"] == []


def test_ratings_are_shown_of_five_people(world: World, course: Course, editor: Somebody) -> None:
    for number in range(4):
        rate(world.somebody(), course.versions[0], number > 0, reason="clear" if number else "known")
    assert comments(course, editor)["ratings"] is None
    rate(world.somebody(), course.versions[0])
    reasons = [{"reason": "clear", "count": 3}, {"reason": "known", "count": 1}]
    assert comments(course, editor)["ratings"] == {"useful": 4, "of": 5, "reasons": reasons}
    statistics = editor.get(f"/studio/modules/{course.modules[0]}/statistics").json
    assert (statistics["ratings"], statistics["new_comments"]) == ({"useful": 4, "of": 5}, 0)


def test_what_may_not_be_said(world: World, course: Course) -> None:
    player = world.somebody()
    assert rate(player, course.versions[0], True, reason="unclear").status_code == 422
    assert rate(player, course.versions[0], text="x" * (LONGEST + 1)).status_code == 422
    assert rate(player, course.versions[0], text="\0").status_code == 422
    assert rate(player, course.versions[2]).status_code == 404, "not released yet"
    assert rate(player, "f" * 64).status_code == 404
    assert rate(player, "%00").status_code == 404
    assert player.send("DELETE", "/feedback/%00").status_code == 404
    assert player.get("/feedback").json["items"] == []


def test_an_answer_is_its_keys_own_and_there_are_so_many(world: World, course: Course, editor: Somebody) -> None:
    player = world.somebody()
    rate(player, course.versions[0], text=WORDS)
    address, key = f"/studio/feedback/{comment_of(player)}/answers", str(uuid4())
    editor.post(address, {"key": key, "text": "Takk."})
    assert editor.post(address, {"key": key, "text": "Nei."}).json["code"] == "answer_changed"
    for number in range(MOST_ANSWERS - 1):
        assert editor.post(address, {"key": str(uuid4()), "text": f"{number}"}).status_code == 200
    assert editor.post(address, {"key": str(uuid4()), "text": "En til"}).json["code"] == "answers_full"
    without_words = world.somebody()
    rate(without_words, course.versions[0])
    silent = f"/studio/feedback/{comment_of(without_words)}/answers"
    assert editor.post(silent, {"key": str(uuid4()), "text": "Hei"}).status_code == 404


def test_the_owner_is_told_once_a_day(world: World, course: Course, editor: Somebody) -> None:
    world.enter()
    committed(own_if_nobody_does, world.organisation_id, course.modules[0], editor.person_id)
    for _ in range(3):
        rate(world.somebody(), course.versions[0], text=WORDS)
    rate(world.somebody(), course.versions[0])
    nudge_due()
    told = [each for each in editor.get("/inbox").json["items"] if each["reason"]["code"] == "comment_came"]
    assert [each["to"] for each in told] == [f"/studio/post/{course.modules[0]}/statistikk"]
    with clock.standing_at(clock.now() + timedelta(days=1)):
        rate(world.somebody(), course.versions[0], text=WORDS)
        nudge_due()
        told = [each for each in editor.get("/inbox").json["items"] if each["reason"]["code"] == "comment_came"]
        assert len(told) == 2


def test_the_owner_is_told_once_when_the_day_to_check_has_come(world: World, course: Course, editor: Somebody) -> None:
    world.enter()
    day = clock.now().date() + timedelta(days=1)
    committed(own, world.organisation_id, course.modules[0], editor.person_id, day)
    assert remind_owners() == 0
    with clock.standing_at(clock.now() + timedelta(days=1)):
        assert (remind_owners(), remind_owners()) == (1, 0)
        nudge_due()
        told = [each["reason"]["code"] for each in editor.get("/inbox").json["items"]]
        assert told.count("check_due") == 1
        world.enter()
        committed(own, world.organisation_id, course.modules[0], editor.person_id, day + timedelta(days=30))
        assert remind_owners() == 0
    with clock.standing_at(clock.now() + timedelta(days=40)):
        assert remind_owners() == 1


@pytest.mark.parametrize(("useful", "reasons", "others"), [(True, USEFUL, NOT_USEFUL), (False, NOT_USEFUL, USEFUL)])
def test_reasons_go_with_ratings(useful: bool, reasons: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert all(belongs(useful, each) for each in (*reasons, None))
    assert not any(belongs(useful, each) for each in others)
    assert set(reasons) | set(others) == set(REASONS)


@pytest.mark.parametrize(
    ("state", "before", "words", "after"),
    [("done", "a", "b", "new"), ("done", "a", "a", "done"), ("read", "a", "", "read"), ("new", "", "a", "new")],
)
def test_new_words_are_read_anew(state: str, before: str, words: str, after: str) -> None:
    assert state_after(state, before, words) == after
