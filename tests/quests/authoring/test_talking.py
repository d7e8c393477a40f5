"""Working together on a draft through the doors: talk by card, access by a row, a check asked for and given."""

from uuid import uuid4

import pytest

from app.nudges.jobs import nudge_due
from quests.authoring.talking.rules import MOST_IN_THREAD, lines_of, words
from tests.quests.authoring.talking import ask, say
from tests.quests.course import CHOICE, MATCH, Course, course_in
from tests.world import Somebody, World


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Skrivestua", "editor", name="Ingrid Nes")


@pytest.fixture
def expert(world: World) -> Somebody:
    return world.somebody("Solbakken", "resource_person", name="Leila Ahmed")


def address(course: Course, place: str) -> str:
    return f"/studio/modules/{course.modules[0]}/{place}"


def notes_of(somebody: Somebody) -> list[str]:
    nudge_due()
    return [each["reason"]["code"] for each in somebody.get("/inbox").json["items"] if each["module"]]


def test_an_expert_is_asked_reads_comments_and_approves(
    world: World, course: Course, editor: Somebody, expert: Somebody
) -> None:
    module = course.modules[0]
    for place in ("reading", "comments", "reviews"):
        assert expert.get(address(course, place)).status_code == 404
    assert say(expert, module).status_code == 404
    made = ask(editor, module, expert).json
    assert (made["reviewer"], made["asked_by"], made["verdict"], made["mine"]) == (
        "Leila Ahmed",
        "Ingrid Nes",
        None,
        False,
    )
    assert notes_of(expert) == ["review_asked"]
    read = expert.get(address(course, "reading")).json
    assert (read["title"], [each["number"] for each in read["cards"]]) == ("hender (nb)", [1, 2, 3])
    first = read["cards"][0]["faces"][0]
    assert first["prompt"] == "Hva først? (nb)"
    assert [(each["text"], each["right"]) for each in first["lines"]] == [
        ("Svar a (nb)", False),
        ("Svar b (nb)", True),
        ("Svar c (nb)", False),
    ]
    thread = say(expert, module, "Er b alltid rett?").json
    assert say(editor, module, "Ja, her.", thread=thread["id"]).json["id"] == thread["id"]
    (shown,) = expert.get(address(course, "comments"), query_string={"card": "c1"}).json["items"]
    assert [(each["author"], each["text"], each["mine"]) for each in shown["words"]] == [
        ("Leila Ahmed", "Er b alltid rett?", True),
        ("Ingrid Nes", "Ja, her.", False),
    ]
    assert notes_of(expert).count("draft_talked") == 1
    settled = expert.send("PUT", address(course, f"comments/{thread['id']}/resolved"), {"resolved": True})
    assert settled.json["resolved"] is True
    assert expert.get(address(course, "comments")).json["cards"] == []
    verdict = {"verdict": "approved", "text": "Bra."}
    for _ in range(2):
        told = expert.post(address(course, f"reviews/{made['id']}/verdict"), verdict)
        assert (told.status_code, told.json["verdict"], told.json["mine"]) == (200, "approved", True)
    assert notes_of(editor) == ["review_given"]
    assert editor.post(address(course, f"reviews/{made['id']}/verdict"), verdict).status_code == 404
    assert editor.send("DELETE", address(course, f"readers/{expert.person_id}")).status_code == 204
    assert expert.get(address(course, "reading")).status_code == 404


def test_saying_and_asking_are_safe_to_repeat(world: World, course: Course, editor: Somebody, expert: Somebody) -> None:
    module, key = course.modules[0], str(uuid4())
    first, again = (say(editor, module, key=key) for _ in range(2))
    assert first.json == again.json
    assert say(editor, module, "Noe annet", key=key).json["code"] == "comment_changed"
    assert say(world.somebody("Skrivestua", "editor"), module, key=key).json["code"] == "comment_changed"
    id = str(uuid4())
    assert ask(editor, module, expert, id).json == ask(editor, module, expert, id).json
    assert ask(editor, module, world.somebody("Skrivestua", "editor"), id).json["code"] == "review_changed"
    assert editor.get(address(course, "reviews")).json["total"] == 1


def test_who_may_be_asked(world: World, course: Course, editor: Somebody, expert: Somebody) -> None:
    learner = world.somebody()
    assert ask(editor, course.modules[0], learner).status_code == 422
    askable = [each["name"] for each in editor.get(address(course, "reviews")).json["askable"]]
    assert askable == ["Leila Ahmed"]
    ask(editor, course.modules[0], expert)
    assert expert.get(address(course, "reviews")).json["askable"] == []


def test_threads_stay_with_their_module_and_have_an_end(world: World, course: Course, editor: Somebody) -> None:
    thread = say(editor, course.modules[0]).json["id"]
    assert say(editor, course.modules[1], thread=thread).status_code == 404
    assert say(editor, course.modules[0], thread=str(uuid4())).status_code == 404
    elsewhere = f"/studio/modules/{course.modules[1]}/comments/{thread}/resolved"
    assert editor.send("PUT", elsewhere, {"resolved": True}).status_code == 404
    for _ in range(MOST_IN_THREAD - 1):
        assert say(editor, course.modules[0], "Mer", thread=thread).status_code == 200
    assert say(editor, course.modules[0], "Mer", thread=thread).json["code"] == "talk_full"


def test_an_answer_opens_a_settled_thread(course: Course, editor: Somebody) -> None:
    thread = say(editor, course.modules[0], card=None).json["id"]
    editor.send("PUT", address(course, f"comments/{thread}/resolved"), {"resolved": True})
    assert say(editor, course.modules[0], "Likevel", thread=thread).json["resolved"] is False
    assert editor.get(address(course, "comments")).json["cards"] == [{"card": None, "open": 1}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [({"nb": "Ja", "nn": "Jau"}, "Jau"), ({"nb": "Ja"}, "Ja"), ({"nn": ""}, ""), ("Ja", "Ja"), (None, ""), ([1], "")],
)
def test_words_of_a_draft_that_may_be_half_written(text: object, expected: str) -> None:
    assert words(text, "nn") == expected


def test_what_a_card_says() -> None:
    assert [each.right for each in lines_of(CHOICE, "nb")] == [False, True, False]
    assert [each.right for each in lines_of(MATCH, "nb")] == [None] * 4
    assert list(lines_of({"options": "nothing", "left": [1, None]}, "nb")) == []
