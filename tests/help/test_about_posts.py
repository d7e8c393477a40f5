"""A question about a card reaches whoever answers for the post, if its asker lets it: the words, never who."""

from typing import Any
from uuid import uuid4

import pytest

from app.core.db import committed
from app.nudges.jobs import nudge_due
from quests.authoring.owning.actions import own
from tests.help.asking import asked, say, waiting
from tests.quests.course import Course, course_in
from tests.world import Somebody, World


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def owner(world: World, course: Course) -> Somebody:
    """An editor who answers for the first post."""
    found = world.somebody("Kontoret", "editor")
    world.enter()
    committed(own, world.organisation_id, course.modules[0], found.person_id, None)
    return found


@pytest.fixture
def helper(world: World, course: Course) -> Somebody:
    return world.somebody("Solbakken", "resource_person")


def ask_about(somebody: Somebody, course: Course, text: str, card: str | None = "c1", **more: Any) -> Any:
    about = {"version": course.versions[0], "card": card}
    return somebody.post("/help/mine", {"key": str(uuid4()), "text": text, "about": about, **more})


def questions(editor: Somebody, course: Course) -> Any:
    return editor.get(f"/studio/modules/{course.modules[0]}/questions")


def test_the_owner_reads_the_words_with_the_card_and_is_told_once_a_day(
    world: World, course: Course, owner: Somebody, helper: Somebody
) -> None:
    learner = world.somebody("Solbakken", name="Kari Nordmann")
    for text in ("Hvorfor ikke a?", "Gjelder det om natta?"):
        assert ask_about(learner, course, text, shared=True).status_code == 200
    assert set(waiting(helper)) == {"Hvorfor ikke a?", "Gjelder det om natta?"}
    found = questions(owner, course)
    assert {(each["text"], each["card"], each["prompt"], each["still"]) for each in found.json["items"]} == {
        ("Hvorfor ikke a?", "c1", "Hva først? (nb)", True),
        ("Gjelder det om natta?", "c1", "Hva først? (nb)", True),
    }
    assert {each["asked_on"] for each in found.json["items"]} == {"2026-11-19"}
    assert "Kari" not in found.text
    assert "Solbakken" not in found.text
    assert {tuple(each["answers"]) for each in found.json["items"]} == {()}
    one = found.json["items"][0]["id"]
    say(helper, one, "Fordi den er våt.")
    say(learner, one, "Takk, det skjønte jeg.")
    found = questions(owner, course)
    assert {each["id"]: each["answers"] for each in found.json["items"]}[one] == ["Fordi den er våt."]
    assert all(each.get(f"/help/requests/{one}").json["shared"] for each in (helper, learner))
    nudge_due()
    told = [each for each in owner.get("/inbox").json["items"] if each["reason"]["code"] == "comment_came"]
    assert [each["to"] for each in told] == [f"/studio/post/{course.modules[0]}/statistikk"]


def test_what_is_not_shared_is_between_two_sides(
    world: World, course: Course, owner: Somebody, helper: Somebody
) -> None:
    learner = world.somebody("Solbakken")
    ask_about(learner, course, "Bare til deg")
    ask_about(learner, course, "Heller ikke", shared=False)
    asked(learner, "Uten post")
    learner.post("/help/mine", {"key": str(uuid4()), "text": "Uten post", "shared": True})
    assert len(waiting(helper)) == 4
    assert questions(owner, course).json["items"] == []


def test_a_question_about_the_whole_post_and_one_that_is_withdrawn(
    world: World, course: Course, owner: Somebody, helper: Somebody
) -> None:
    learner = world.somebody("Solbakken")
    kept = ask_about(learner, course, "Hele posten?", card=None, shared=True).json["id"]
    gone = ask_about(learner, course, "Trekkes", shared=True).json["id"]
    assert learner.send("DELETE", f"/help/requests/{gone}").status_code == 204
    assert [
        (each["id"], each["card"], each["prompt"], each["still"]) for each in questions(owner, course).json["items"]
    ] == [(kept, None, None, False)]


def test_only_makers_of_the_organisation_read_them(
    world: World, course: Course, owner: Somebody, helper: Somebody
) -> None:
    ask_about(world.somebody("Solbakken"), course, "Hvorfor?", shared=True)
    neighbour = World(world.application, "fjellby").somebody("Nord", "editor")
    for stranger in (helper, world.somebody("Solbakken", "leader"), neighbour):
        assert questions(stranger, course).status_code == 404
    assert questions(world.somebody("Kontoret", "admin"), course).json["total"] == 1
    assert owner.get(f"/studio/modules/{uuid4()}/questions").status_code == 404
