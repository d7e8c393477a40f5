"""Exams through the door: online only, so many a day, told of after the last card, passed or not."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.http import rfc3339
from app.demo.tries import right_response, wrong_response
from quests.content.queries import modules_named, version_for
from quests.content.rules.documents import salt_of, whole_in_language
from quests.content.rules.exams import revealed
from quests.content.rules.kinds.registry import is_exercise
from quests.content.rules.pools import drawn
from quests.play.models import Answer
from tests.help.asking import asked
from tests.quests.course import (
    CHOICE,
    MATCH,
    MULTIPLE,
    NUMBER,
    ORDER,
    PATH,
    READING,
    Course,
    body,
    course_in,
    module,
    options,
    quest,
    text,
)
from tests.world import Somebody, World

TERMS = {"pass": 0.8, "attempts_a_day": 2}
POOL = {
    "id": "c6",
    "type": "choice",
    "variants": [
        {"id": id, "prompt": text(f"Hva nå, {id}?"), "options": options("a", "b"), "key": key}
        for id, key in (("v1", "a"), ("v2", "b"))
    ],
}
CARDS = (READING, CHOICE, MULTIPLE, ORDER, MATCH, NUMBER)
EXAM = module("eksamen", *CARDS) | {"exam": TERMS}
HELD = (EXAM, module("brann", NUMBER, CHOICE))
DOCUMENT = {**PATH, "path": "prove", "quests": [quest("uke-1", "eksamen"), quest("uke-2", "brann")]}


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world, sources=HELD, path_source=DOCUMENT)


@pytest.fixture
def somebody(world: World, course: Course) -> Somebody:
    return world.somebody()


def handed_in(course: Course, wrong: int = 0, seed: int = 5, **changes: Any) -> dict[str, Any]:
    """An exam with the first `wrong` exercises wrong, in the ids of a device."""
    course.world.enter()
    found = version_for(course.world.organisation_id, course.versions[0])
    assert found is not None
    whole, salt = whole_in_language(found.document, "nb", found.version), salt_of(found.document)
    cards = [revealed(drawn(card, seed), salt) for card in whole["cards"] if is_exercise(card)]
    at = clock.now() - timedelta(minutes=2)
    answers = [
        {
            "card": card["id"],
            "response": wrong_response(card) if number < wrong else right_response(card),
            "answered_at": rfc3339(at),
            "seconds": 20,
        }
        for number, card in enumerate(cards)
    ]
    return {
        "id": str(uuid4()),
        "kind": "module",
        "activity": str(course.activities[0]),
        "module_version": found.version,
        "language": "nb",
        "seed": seed,
        "started_at": rfc3339(at - timedelta(minutes=1)),
        "finished_at": rfc3339(at),
        "answers": answers,
        **changes,
    }


def verdict(somebody: Somebody, letter: dict[str, Any]) -> Any:
    return somebody.post("/play/letters", body(letter)).json["verdicts"][0]


def shown(somebody: Somebody, course: Course) -> Any:
    return somebody.get(f"/quests/{course.quests[0]}").json["activities"][0]


def test_the_terms_stand_in_the_quest(somebody: Somebody, course: Course) -> None:
    assert shown(somebody, course)["exam"] == {**TERMS, "attempts_left": 2, "next_at": None}


def test_passed(somebody: Somebody, course: Course) -> None:
    found = verdict(somebody, handed_in(course, wrong=1))
    assert (found["status"], found["correct"], found["of"]) == ("accepted", 4, 5)
    assert found["points"] == 4 * 10 + 20 + 50  # the quest's only module, in its week
    exam = found["exam"]
    assert (exam["passed"], exam["pass"], exam["attempts_left"], exam["next_at"]) == (True, 0.8, 1, None)
    assert [(each["id"], each["right"]) for each in exam["cards"]] == [
        ("c1", False), ("c2", True), ("c3", True), ("c4", True), ("c5", True)
    ]  # fmt: skip
    assert exam["takeaways"] == ["Husk det viktigste"]
    told = exam["cards"][0]["card"]
    assert next(each for each in told["options"] if each["id"] == told["key"])["text"] == "Svar b (nb)"
    assert all(each["explanation"] for each in told["options"])
    assert shown(somebody, course)["done"]


def test_not_passed_is_not_done_and_what_was_right_counts_once(somebody: Somebody, course: Course) -> None:
    found = verdict(somebody, handed_in(course, wrong=3))
    assert (found["correct"], found["points"], found["exam"]["passed"]) == (2, 20, False)
    assert not shown(somebody, course)["done"]
    again = verdict(somebody, handed_in(course))
    assert again["exam"]["passed"]
    assert again["points"] == 20 + 50  # no points for what was right at a later try: its answer had been shown
    assert somebody.get("/me").json["points"]["total"] == 20 + 70


def test_attempts_are_counted_by_the_organisations_day(world: World, somebody: Somebody, course: Course) -> None:
    letters = [handed_in(course, wrong=5) for _ in range(3)]
    assert [verdict(somebody, each)["status"] for each in letters] == ["accepted", "accepted", "refused"]
    refused = verdict(somebody, letters[2])
    assert (refused["code"], refused["points"], "exam" in refused) == ("no_attempts_left", 0, False)
    tomorrow = "2026-11-19T23:00:00Z"  # midnight in Oslo
    assert shown(somebody, course)["exam"] == {**TERMS, "attempts_left": 0, "next_at": tomorrow}
    assert somebody.get("/today").json["next"]["reason"] == "waits"
    with clock.standing_at(clock.now() + timedelta(hours=12, seconds=-1)):
        assert verdict(somebody, letters[2])["code"] == "no_attempts_left"
    with clock.standing_at(clock.now() + timedelta(hours=12)):
        assert shown(somebody, course)["exam"]["attempts_left"] == 2
        assert somebody.get("/today").json["next"]["reason"] == "this_week"
        assert verdict(somebody, letters[2])["status"] == "accepted"


def test_the_last_attempt_says_when_the_next_is(somebody: Somebody, course: Course) -> None:
    verdict(somebody, handed_in(course, wrong=5))
    found = verdict(somebody, handed_in(course, wrong=5))["exam"]
    assert (found["attempts_left"], found["next_at"]) == (0, "2026-11-19T23:00:00Z")


def test_others_have_attempts_of_their_own(world: World, somebody: Somebody, course: Course) -> None:
    another = world.somebody()
    for _ in range(2):
        verdict(somebody, handed_in(course, wrong=5))
    assert verdict(another, handed_in(course))["exam"]["attempts_left"] == 1


def test_the_same_letter_again_is_the_same_attempt(somebody: Somebody, course: Course) -> None:
    letter = handed_in(course, wrong=2)
    first, again = verdict(somebody, letter), verdict(somebody, letter)
    assert again == {**first, "status": "known"}
    assert shown(somebody, course)["exam"]["attempts_left"] == 1


@pytest.mark.parametrize("change", ["given up", "one left out", "one twice", "none", "ids of the document"])
def test_it_is_handed_in_whole_or_not_at_all(somebody: Somebody, course: Course, change: str) -> None:
    letter = handed_in(course)
    answers = letter["answers"]
    changed = {
        "given up": {"finished_at": None},
        "one left out": {"answers": answers[1:]},
        "one twice": {"answers": [*answers, answers[0]]},
        "none": {"answers": []},
        "ids of the document": {"answers": [answers[0] | {"response": "b"}, *answers[1:]]},
    }[change]
    found = verdict(somebody, letter | changed)
    assert (found["status"], found["code"], found["correct"]) == ("refused", "invalid", 0)
    assert shown(somebody, course)["exam"]["attempts_left"] == 2


def test_answers_are_kept_in_the_ids_of_the_document(somebody: Somebody, course: Course) -> None:
    verdict(somebody, handed_in(course))
    course.world.enter()
    kept = {row.card: row.response for row in db.session.scalars(select(Answer))}
    assert kept == {"c1": "b", "c2": ["a", "c"], "c3": ["c", "a", "b"], "c4": {"l1": "r2", "l2": "r1"}, "c5": 50}


def test_a_drawn_variant_is_told_of_and_no_other(world: World) -> None:
    held = (module("eksamen", POOL, CHOICE) | {"exam": TERMS}, HELD[1])
    course = course_in(world, sources=held, path_source=DOCUMENT)
    found = verdict(world.somebody(), handed_in(course, seed=3))
    assert found["exam"]["passed"]
    assert found["exam"]["cards"][0]["card"]["variant"] in ("v1", "v2")
    assert "variants" not in found["exam"]["cards"][0]["card"]


SECRETS = (
    "Fordi",
    "Omtrent så lenge",
    "Husk det viktigste",
    '"key":{',
    '"key":[',
    '"key":"',
    '"explanation"',
    '"tolerance"',
)


def test_no_door_shows_a_learner_the_answers_before_the_exam(world: World, somebody: Somebody, course: Course) -> None:
    helper = world.somebody("Solbakken", "resource_person")
    request = asked(somebody, about={"version": course.versions[0], "card": "c1"})
    doors = [
        f"/modules/{course.versions[0]}/nb",
        f"/modules/{course.versions[0]}/en",
        f"/quests/{course.quests[0]}",
        "/today",
        "/paths",
        "/help",
    ]
    answers = [somebody.get(each) for each in doors]
    answers += [helper.get(f"/help/requests/{request}"), helper.get(f"/help/requests/{request}/post")]
    answers += [somebody.post("/me/copy")]
    for answer in answers:
        assert answer.status_code == 200, answer.request.path
        for secret in SECRETS:
            assert secret.encode() not in answer.data, (answer.request.path, secret)


def test_an_exam_is_no_taster(world: World) -> None:
    world.enter()
    course = course_in(world, sources=HELD, path_source=DOCUMENT, audience={"roles": ["editor"]})
    slugs = modules_named(world.organisation_id, ["eksamen", "brann"])
    monday, today = clock.now().date() + timedelta(days=4), clock.now().date()
    course_in(world, monday, sources=HELD, path_source=DOCUMENT, teasers=list(slugs.values()), teaser_from=today)
    somebody = world.somebody()
    assert [each["module"] for each in somebody.get("/paths").json["teasers"]] == ["brann"]
    assert somebody.get(f"/modules/{course.versions[1]}/nb").status_code == 200
    assert somebody.get(f"/modules/{course.versions[0]}/nb").status_code == 404
