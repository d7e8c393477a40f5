"""Conversations through the door: graded as a whole, played again for stars, and never for points."""

from typing import Any

import pytest

from app.core.db import committed
from quests.content.actions import import_modules
from quests.content.package import Package
from quests.content.queries import published
from quests.content.rules.documents import stored_form
from tests.privacy.test_copy import copy_of
from tests.quests.content.scenarios import best_play, large, small
from tests.quests.course import Course, Json, body, course_in, module
from tests.world import Somebody, World

BEST = [["n1", "a"], ["n2", "a"]]
BAD = [["n1", "b"], ["n2", "a"]]


def with_talk(course: Course, *cards: Json) -> Course:
    """The course, its second module a conversation from now on."""
    world = course.world
    document = stored_form(module("fall", *cards), {})

    def stored() -> str:
        world.enter()
        slugs = import_modules(world.organisation_id, Package("", None, [document], [], {})).modules
        return published(world.organisation_id, slugs.values())[slugs["fall"]].version

    course.versions[1] = committed(stored)
    return course


@pytest.fixture
def course(world: World) -> Course:
    # Half of the goals at the end of another good way, so that there is something to win by playing again.
    card = small()
    card["meters"][0]["enough"] = 80
    return with_talk(course_in(world), card)


@pytest.fixture
def somebody(course: Course) -> Somebody:
    return course.world.somebody()


def played(somebody: Somebody, course: Course, *responses: Any, **changes: Any) -> Json:
    """The verdict on a letter that answers the conversation so, one after the other."""
    letter = course.letter(1)
    [given] = letter["answers"][:1]
    answers = [{**given, "response": response} for response in responses]
    answer = somebody.post("/play/letters", body({**letter, "answers": answers, **changes}))
    verdict: Json = answer.json["verdicts"][0]
    return verdict


def bests(somebody: Somebody) -> list[tuple[str, str, int, int]]:
    answer = somebody.get("/play/bests").json
    assert answer["total"] == len(answer["items"])
    return [(each["module"], each["card"], each["stars"], each["goals"]) for each in answer["items"]]


def test_a_good_ending_is_right_and_a_bad_one_is_wrong(somebody: Somebody, course: Course) -> None:
    verdict = played(somebody, course, BAD, BEST)
    assert (verdict["status"], verdict["points"], verdict["correct"], verdict["of"]) == ("accepted", 25, 0, 1)
    assert bests(somebody) == [("fall", "s1", 3, 2)]


@pytest.mark.parametrize(
    "response",
    [[], [["n1", "a"]], [["n2", "a"]], [["n1", "b"], ["n2", "c"]], [*BEST, ["n2", "a"]], "a", None, {"n1": "a"}, [[]]],
)
def test_what_is_no_whole_play_is_refused_and_changes_nothing(
    somebody: Somebody, course: Course, response: Any
) -> None:
    verdict = played(somebody, course, response)
    assert (verdict["status"], verdict["code"], verdict["points"]) == ("refused", "invalid", 0)
    assert bests(somebody) == []


def test_playing_again_gives_stars_and_never_points(somebody: Somebody, course: Course) -> None:
    assert played(somebody, course, [["n1", "a"], ["n2", "c"]])["points"] == 30
    assert bests(somebody) == [("fall", "s1", 2, 1)]
    for _ in range(3):
        assert played(somebody, course, BEST)["points"] == 0
    assert bests(somebody) == [("fall", "s1", 3, 2)]
    assert somebody.get("/me").json["points"]["total"] == 30


def test_a_worse_play_takes_nothing_away(somebody: Somebody, course: Course) -> None:
    played(somebody, course, BEST)
    before = somebody.get("/play/bests").json
    played(somebody, course, [["n1", "a"], ["n2", "c"]])
    played(somebody, course, BAD, finished_at=None)
    assert somebody.get("/play/bests").json == before


def test_a_bad_ending_alone_gives_no_star(somebody: Somebody, course: Course) -> None:
    assert played(somebody, course, BAD, finished_at=None)["points"] == 0
    assert bests(somebody) == []


def test_a_good_ending_counts_in_an_attempt_given_up(somebody: Somebody, course: Course) -> None:
    played(somebody, course, BEST, finished_at=None)
    assert bests(somebody) == [("fall", "s1", 3, 2)]


def test_each_card_of_a_module_has_its_own_best(world: World) -> None:
    course = with_talk(course_in(world), small(), {**small(), "id": "s2"})
    somebody = world.somebody()
    letter = course.letter(1)
    answers = [{**each, "response": BEST} for each in letter["answers"]]
    assert {each["card"] for each in answers} == {"s1", "s2"}
    somebody.post("/play/letters", body({**letter, "answers": answers}))
    assert bests(somebody) == [("fall", "s1", 3, 2), ("fall", "s2", 3, 2)]


def test_the_same_letter_again_changes_nothing(somebody: Somebody, course: Course) -> None:
    letter = course.letter(1)
    somebody.post("/play/letters", body(letter))
    before = somebody.get("/play/bests").json
    assert somebody.post("/play/letters", body(letter)).json["verdicts"][0]["status"] == "known"
    assert somebody.get("/play/bests").json == before


def test_whichever_letter_comes_first_the_best_is_the_same(world: World, course: Course) -> None:
    ways = [BEST, [["n1", "a"], ["n2", "c"]], BAD]
    found = []
    for order in (ways, ways[::-1]):
        somebody = world.somebody()
        for way in order:
            played(somebody, course, way)
        found.append(bests(somebody))
    assert found[0] == found[1] == [("fall", "s1", 3, 2)]


def test_nobody_sees_another_persons_stars(world: World, somebody: Somebody, course: Course) -> None:
    played(somebody, course, BEST)
    assert bests(world.somebody()) == []


def test_too_quick_is_what_nobody_can_have_read(somebody: Somebody, course: Course) -> None:
    letter = course.letter(1)
    quick = [{**letter["answers"][0], "response": BEST, "seconds": 0.9}]
    verdict = somebody.post("/play/letters", body({**letter, "answers": quick})).json["verdicts"][0]
    assert (verdict["status"], verdict["points"]) == ("accepted", 20)


def test_a_conversation_of_sixty_places_fits_a_letter_many_times(world: World) -> None:
    [card] = large(60)["cards"]
    course = with_talk(course_in(world), card)
    somebody = world.somebody()
    verdict = played(somebody, course, *[best_play(card)] * 60)
    assert verdict["status"] == "accepted"
    assert bests(somebody)[0][2] == 3


def test_an_answer_is_told_in_words_in_the_copy(somebody: Somebody, course: Course) -> None:
    played(somebody, course, BEST)
    page = copy_of(somebody)["les-meg.html"].decode()
    assert "Svar a → Svar a" in page
    assert "Stjerner" in page
