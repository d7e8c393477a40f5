"""Badges through the door: earned once, told at the end of a post, and taken along as a file that others can check."""

import threading
from datetime import timedelta
from typing import Any
from uuid import uuid4

import jwt
import orjson
from sqlalchemy import func, select

from app.core import clock
from app.core.db import committed, db
from leaderboards.badges.actions import give
from leaderboards.badges.catalogue import BADGES
from leaderboards.badges.facts import Happening
from leaderboards.badges.models import EarnedBadge
from leaderboards.badges.reactions import badge_recall, badge_tests
from quests.change.events import RunMeasured
from quests.review.events import ItemReviewed
from tests.help.asking import asked, say
from tests.leaderboards.seasons import plays, season_in
from tests.quests.competence.open_badges import faults_of
from tests.quests.course import MODULES, NUMBER, body, course_in
from tests.world import Somebody, World


def earned(somebody: Somebody) -> list[str]:
    return [each["slug"] for each in somebody.get("/badges").json["items"] if each["earned_at"]]


def notices(answer: Any) -> list[dict[str, Any]]:
    return [each for each in answer.json["verdicts"][0]["notices"] if each["code"] == "badge"]


def test_the_first_post_and_the_whole_stage_are_told_at_their_end_and_once(world: World) -> None:
    somebody = world.somebody()
    course = course_in(world)
    letter = course.finished(0)
    first = somebody.post("/play/letters", letter)
    assert [each["badge"] for each in notices(first)] == ["first-post"]
    assert notices(first)[0] == {
        "code": "badge",
        "badge": "first-post",
        "title": "Første post",
        "drawing": "flag",
    }
    assert notices(somebody.post("/play/letters", letter)) == notices(first)  # the same letter, the same verdict
    assert notices(somebody.post("/play/letters", course.finished(0))) == []
    assert [each["badge"] for each in notices(somebody.post("/play/letters", course.finished(1)))] == ["whole-stage"]
    assert set(earned(somebody)) == {"first-post", "whole-stage"}


def test_what_is_hidden_is_a_number_until_it_is_earned(world: World) -> None:
    somebody = world.somebody()
    hidden = {each.slug for each in BADGES if each.hidden}
    found = somebody.get("/badges").json
    assert found["hidden"] == len(hidden)
    assert {each["slug"] for each in found["items"]} == {each.slug for each in BADGES} - hidden
    world.enter()
    happening = Happening(world.organisation_id, somebody.player_id, clock.now(), {"at_night": 1})
    assert [each.slug for each in committed(give, "attempt_played", happening)] == ["night-post"]
    found = somebody.get("/badges").json
    assert found["hidden"] == len(hidden) - 1
    assert found["items"][0]["slug"] == "night-post"


def test_they_are_told_in_the_language_of_the_person(world: World) -> None:
    somebody = world.somebody()
    course = course_in(world)
    somebody.send("PATCH", "/me", {"language": "nn"})
    assert notices(somebody.post("/play/letters", course.finished(0)))[0]["title"] == "Første post"
    assert somebody.get("/badges").json["items"][1]["name"] == "Ti postar"
    somebody.send("PATCH", "/me", {"language": "en"})
    assert somebody.get("/badges").json["items"][0]["name"] == "First post"


def test_four_weeks_in_a_row_and_not_before(world: World) -> None:
    somebody = world.somebody()
    course = season_in(world, 5)
    brought = [plays(course, somebody, week, week) for week in range(5)]
    assert "four-weeks" in brought[3]
    assert sum("four-weeks" in each for each in brought) == 1
    assert "five-stages" in brought[4]


def test_an_exercise_that_was_wrong_first_is_no_clean_punch(world: World) -> None:
    somebody, other = world.somebody(), world.somebody()
    hands, *rest = MODULES
    course = course_in(world, sources=[{**hands, "cards": [*hands["cards"], NUMBER]}, *rest])
    assert "clean-punch" in [each["badge"] for each in notices(somebody.post("/play/letters", course.finished(0)))]
    other.post("/play/letters", body(course.letter(0, skill=0.0)))
    other.post("/play/letters", course.finished(0))
    assert "clean-punch" not in earned(other)


def test_answers_to_colleagues_count_once_a_question_and_outlive_the_words(world: World) -> None:
    helper, asker = world.somebody("Solbakken", "resource_person"), world.somebody()
    for number in range(10):
        assert "guide" not in earned(helper)
        with clock.standing_at(clock.now() + timedelta(days=number)):
            question = asked(world.signed_in_again(asker), f"Spørsmål {number}?")
            again = world.signed_in_again(helper)
            assert say(again, question).status_code == 200
            assert say(again, question, "Og én ting til.").status_code == 200
            world.signed_in_again(asker).post(f"/help/requests/{question}/thanks")
        world.enter()
    assert set(earned(helper)) == {"helping-hand", "guide"}
    assert earned(asker) == []


def test_who_answers_face_to_face_has_helped_too(world: World) -> None:
    helper, asker = world.somebody("Solbakken", "resource_person"), world.somebody()
    question = asked(asker)
    assert helper.post(f"/help/requests/{question}/answered").status_code == 200
    assert earned(helper) == ["helping-hand"]


def test_what_is_recalled_after_a_month_and_what_was_gained(world: World) -> None:
    somebody = world.somebody()
    world.enter()
    known = {"organisation_id": world.organisation_id, "player_id": somebody.player_id, "happened_at": clock.now()}
    review = {"letter_id": uuid4(), "module_id": uuid4(), "card": "c1", "within_ceiling": True, "mastered_on": None}

    def recall(days: int, **changes: bool) -> list[str]:
        told = {"asked": True, "recalled": True, **changes}
        found = committed(badge_recall, ItemReviewed(**known, **review, **told, days_apart=days))
        return [str(each.facts["badge"]) for each in found]

    assert recall(29) == recall(30, recalled=False) == recall(30, asked=False) == []
    assert recall(30) == ["long-memory"]

    def measured(before: tuple[int, int], after: tuple[int, int]) -> list[str]:
        found = committed(badge_tests, RunMeasured(**known, run_id=uuid4(), before=before, after=after))
        return [str(each.facts["badge"]) for each in found]

    assert measured((5, 10), (6, 10)) == []
    assert measured((5, 10), (8, 10)) == ["higher-up"]


def test_two_at_once_give_one(world: World) -> None:
    somebody = world.somebody()
    happening = Happening(world.organisation_id, somebody.player_id, clock.now(), {"at_night": 1})
    given: list[int] = []

    def at_once() -> None:
        with world.application.app_context():
            world.enter()
            given.append(len(committed(give, "attempt_played", happening)))

    threads = [threading.Thread(target=at_once) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(given) == [0, 1]
    world.enter()
    assert db.session.scalar(select(func.count()).select_from(EarnedBadge)) == 1


def test_a_badge_is_taken_along_as_a_credential_that_another_library_finds_sound(world: World) -> None:
    somebody = world.somebody(name="Ingrid Nes")
    course = course_in(world)
    assert somebody.post("/badges/first-post/credential").status_code == 404
    somebody.post("/play/letters", course.finished(0))
    answer = somebody.post("/badges/first-post/credential")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith('.jwt"')
    assert answer.headers["Cache-Control"] == "no-store"
    (key,) = world.application.test_client().get("/api/v1/competence/issuers/fjordvik/keys").json["keys"]
    payload = jwt.decode(answer.text, jwt.PyJWK(key), algorithms=["RS256"], options={"verify_nbf": False})
    assert faults_of(payload) == []
    achievement = payload["credentialSubject"]["achievement"]
    assert (achievement["achievementType"], achievement["name"]) == ("Badge", "Første post")
    assert achievement["criteria"]["narrative"] == "Du stemplet den første posten."
    assert "validUntil" not in payload
    assert "1001" not in orjson.dumps(payload["credentialSubject"]["identifier"]).decode()
    again = jwt.decode(
        somebody.post("/badges/first-post/credential").text, options={"verify_signature": False, "verify_nbf": False}
    )
    assert (again["id"], again["validFrom"]) == (payload["id"], payload["validFrom"])
    other = world.somebody()
    assert other.post("/badges/first-post/credential").status_code == 404
    other.post("/play/letters", course.finished(0))
    theirs = jwt.decode(
        other.post("/badges/first-post/credential").text, options={"verify_signature": False, "verify_nbf": False}
    )
    assert theirs["credentialSubject"]["achievement"]["id"] == achievement["id"]
    assert theirs["id"] != payload["id"]
    assert somebody.post("/badges/no-such/credential").status_code == 404


def test_the_answer_is_not_sent_again_while_nothing_has_changed(world: World) -> None:
    somebody = world.somebody()
    for path in ("/badges", "/streak"):
        etag = somebody.get(path).headers["ETag"]
        assert somebody.get(path, headers={"If-None-Match": etag}).status_code == 304
