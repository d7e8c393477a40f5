"""Item statistics through the door: what is played counts once a player, is shown of five at least, rebuilt alike."""

from collections import Counter
from functools import partial
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.core.db import committed, db, table_of
from app.demo.tries import wrong_response
from quests.authoring.statistics.actions import CARD_SUMS, TABLES, count_what_was, recount_figures
from quests.authoring.statistics.jobs import weigh_modules
from quests.authoring.statistics.models import CardFigures, ModuleFigures, ModuleWeight
from quests.content.actions import import_modules
from quests.content.package import Package
from quests.content.queries import published
from quests.content.rules.documents import stored_form
from quests.play.models import Answer
from tests.leaderboards.test_at_once import overlapping
from tests.quests.course import CHOICE, MODULES, MULTIPLE, READING, Course, body, course_in, module, options, text
from tests.quests.play.test_budget import counted
from tests.world import Somebody, World

Json = dict[str, Any]


def play(course: Course, somebody: Somebody, *, right: bool = True, card: str = "c1", **changes: Any) -> None:
    """The first module, with one of its cards answered right, or wrong first and right after."""
    letter = course.letter(0, **changes)
    if not right:
        (place,) = [n for n, each in enumerate(letter["answers"]) if each["card"] == card]
        source = {"c1": CHOICE, "c2": MULTIPLE}[card]
        letter["answers"].append(dict(letter["answers"][place]))
        letter["answers"][place] = {**letter["answers"][place], "response": wrong_response(source)}
    answer = somebody.post("/play/letters", body(letter))
    assert [each["status"] for each in answer.json["verdicts"]] == ["accepted"], answer.text


def shown(course: Course, editor: Somebody, **query: str) -> Json:
    answer = editor.get(f"/studio/modules/{course.modules[0]}/statistics", query_string=query)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json
    return found


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Skrivestua", "editor")


def test_figures_are_numbers_of_people(world: World, course: Course, editor: Somebody) -> None:
    people = [world.somebody() for _ in range(10)]
    for number, each in enumerate(people):
        play(course, each, right=number >= 4)
        play(course, each, right=False)  # again, and worse: what was tried before counts no more
    found = shown(course, editor)
    assert (found["begun"], found["ended"], found["least"]) == (10, 10, 5)
    first, second = found["cards"]
    assert (first["id"], first["number"], first["tries"], first["right"]) == ("c1", 1, 10, 0.6)
    assert {each["value"]: each["count"] for each in first["choices"]} == {"a": 4, "b": 6, "c": 0}
    assert [each["right"] for each in first["choices"]] == [False, True, False]
    assert first["choices"][0]["text"] == "Svar a (nb)"
    assert [each["code"] for each in first["findings"]] == ["lure"]
    assert first["findings"][0]["given"] == {"text": "Svar a (nb)", "percent": 40}
    assert 3 < first["median"] <= first["slow_tenth"] < 15
    assert (second["right"], second["reached"], second["stopped"]) == (1.0, 10, 0)
    assert second["discrimination"] is None


def test_of_fewer_than_five_nothing_is_shown(world: World, course: Course, editor: Somebody) -> None:
    for _ in range(4):
        play(course, world.somebody(), right=False)
    found = shown(course, editor)
    assert (found["begun"], found["ended"], found["ratings"]) == (None, None, None)
    hidden = ("tries", "right", "too_quick", "discrimination", "median", "slow_tenth", "reached", "stopped")
    for card in found["cards"]:
        assert {card[name] for name in hidden} == {None}
        assert (card["choices"], card["findings"]) == ([], [])
    (row,) = [each for each in editor.get("/studio/statistics").json["items"] if each["slug"] == "hender"]
    assert (row["begun"], row["first_right"], row["findings"]) == (None, None, [])
    play(course, world.somebody())
    assert shown(course, editor)["begun"] == 5


def test_where_people_stop(world: World, course: Course, editor: Somebody) -> None:
    for number in range(8):
        somebody = world.somebody()
        letter = course.letter(0)
        if number < 3:
            letter |= {"finished_at": None, "answers": letter["answers"][:1]}
        somebody.post("/play/letters", body(letter))
        play(course, somebody)
    found = shown(course, editor)
    assert (found["begun"], found["ended"]) == (8, 5)
    assert [(each["reached"], each["stopped"]) for each in found["cards"]] == [(8, 0), (8, 3)]
    assert found["cards"][1]["tries"] == 8, "who came back has tried it for the first time"
    assert [each["code"] for each in found["cards"][1]["findings"]] == ["stops"]


def test_modules_that_need_a_hand_stand_first(world: World, course: Course, editor: Somebody) -> None:
    people = [world.somebody() for _ in range(6)]
    for each in people:
        each.post("/play/letters", body(course.letter(1)))
    assert {each["slug"] for each in editor.get("/studio/statistics").json["items"]} == {"hender", "fall", "brann"}
    for number, each in enumerate(people):
        play(course, each, right=number > 2)
    weigh_modules()
    first, *others = editor.get("/studio/statistics").json["items"]
    assert (first["slug"], first["begun"], first["ended"], first["first_right"]) == ("hender", 6, 6, 0.75)
    assert [(each["code"], each["card"], each["number"]) for each in first["findings"]] == [("lure", "c1", 1)]
    assert {each["slug"]: each["begun"] for each in others} == {"fall": 6, "brann": None}


def test_what_is_to_be_done_follows_what_is_played_and_published(world: World, course: Course) -> None:
    def weighed() -> tuple[int, str]:
        weigh_modules()
        world.enter()
        query = select(ModuleWeight.weight, ModuleWeight.version).where(ModuleWeight.module_id == course.modules[0])
        row = db.session.execute(query).one()
        return row.weight, row.version

    for _ in range(6):
        play(course, world.somebody(), right=False)
    before, version = weighed()
    assert (before > 0, version) == (True, course.versions[0])
    for _ in range(20):
        play(course, world.somebody())
    after, _ = weighed()
    assert after < before
    with counted() as asked:
        weighed()
    assert not [each for each in asked if each.lower().startswith(("insert", "update"))], "nothing has changed"
    anew = publish_anew(course, prompt=text("Et nytt spørsmål?"))
    assert weighed()[1] == anew


def publish_anew(course: Course, **changed: Any) -> str:
    """Another version of the first module, with its first card changed; its version."""
    source = module("hender", CHOICE | changed, MULTIPLE, READING)
    document = stored_form(source, {})
    package = Package(text("Trygg"), "CC-BY-4.0", [document], [], {})
    course.world.enter()
    committed(import_modules, course.world.organisation_id, package)
    return published(course.world.organisation_id, [course.modules[0]])[course.modules[0]].version


def test_what_was_counted_goes_on_where_a_card_is_the_same(world: World, course: Course, editor: Somebody) -> None:
    publish_anew(course)
    before = course.versions[0] = published(world.organisation_id, [course.modules[0]])[course.modules[0]].version
    for _ in range(6):
        play(course, world.somebody(), right=False, card="c2")
    mended = [{**each, "text": {**each["text"], "en": "An answer"}} for each in options("a", "b", "c")]
    course.versions[0] = publish_anew(course, options=mended)
    assert course.versions[0] != before
    play(course, world.somebody())
    found = shown(course, editor)
    assert (found["begun"], found["version"]) == (7, course.versions[0])
    assert [each["tries"] for each in found["cards"]] == [7, 7]
    publish_anew(course, prompt=text("Hva gjør du først?"))
    found = shown(course, editor)
    assert (found["begun"], [each["tries"] for each in found["cards"]]) == (None, [None, 7])
    assert shown(course, editor, version=before)["begun"] == 7
    assert [each["number"] for each in found["versions"]] == [4, 3, 2, 1]


def test_other_versions_and_modules_are_not_there(world: World, course: Course, editor: Somebody) -> None:
    address = f"/studio/modules/{course.modules[0]}/statistics"
    assert editor.get(address, query_string={"version": course.versions[1]}).status_code == 404
    assert editor.get(address, query_string={"version": "f" * 64}).status_code == 404
    assert editor.get(address, query_string={"version": "x"}).status_code == 422
    assert editor.get(f"/studio/modules/{uuid4()}/statistics").status_code == 404


def random_play(world: World, course: Course, random: Random, people: int = 12) -> None:
    """Everybody plays what they like, well or badly, to the end or not, more than once, some of it in one batch."""
    for _ in range(people):
        somebody = world.somebody()
        letters = []
        for which in random.choices(range(len(MODULES) - 1), k=4):
            letter = course.letter(which, skill=random.random())
            if random.random() < 0.4:
                letter |= {"finished_at": None, "answers": letter["answers"][: random.randint(1, 4)]}
            letters.append(letter)
        answer = somebody.post("/play/letters", body(*letters))
        assert {each["status"] for each in answer.json["verdicts"]} == {"accepted"}


def rows_of(world: World) -> list[set[tuple[Any, ...]]]:
    world.enter()
    db.session.expire_all()
    return [{tuple(row) for row in db.session.execute(select(table_of(model)))} for model, _, _ in TABLES]


def test_built_anew_the_sums_are_the_same(world: World, course: Course) -> None:
    course.random = Random(11)
    random_play(world, course, Random(3))
    kept = rows_of(world)
    assert all(kept)
    assert committed(recount_figures, world.organisation_id) == 0
    assert rows_of(world) == kept
    committed(lambda: db.session.execute(table_of(CardFigures).update().values(tries=CardFigures.tries + 1)))
    assert committed(recount_figures, world.organisation_id) == len(kept[1])
    assert rows_of(world) == kept


def test_what_was_played_before_there_were_sums_is_counted_once(world: World, course: Course) -> None:
    random_play(world, course, Random(5), people=3)
    kept = rows_of(world)
    for model, _, _ in reversed(TABLES):
        committed(lambda model=model: db.session.execute(table_of(model).delete()))  # type: ignore[misc]
    committed(count_what_was, world.organisation_id)
    assert rows_of(world) == kept
    with counted() as statements:
        committed(count_what_was, world.organisation_id)
    assert len(statements) <= 2


def test_two_at_once_are_both_counted(world: World, course: Course) -> None:
    one, other = world.somebody(), world.somebody()
    first, second = body(course.letter(0)), body(course.letter(0))
    world.enter()

    def deliver(somebody: Somebody, letter: Json) -> None:
        assert somebody.post("/play/letters", letter).json["verdicts"][0]["status"] == "accepted"

    def held() -> None:
        figures = {"organisation_id": world.organisation_id, "version": course.versions[0]}
        row = {**figures, "module_id": course.modules[0], "begun": 0, "ended": 0}
        db.session.execute(table_of(ModuleFigures).insert(), [row])

    overlapping(world, held, partial(deliver, one, first))
    deliver(other, second)
    (begun,) = {row[3] for row in rows_of(world)[0]}
    assert begun == 2
    assert committed(recount_figures, world.organisation_id) == 0


def test_somebody_who_plays_while_all_is_counted_anew_is_not_lost(world: World, course: Course) -> None:
    one, other = world.somebody(), world.somebody()
    play(course, one)
    letter = body(course.letter(0))
    recount = partial(recount_figures, world.organisation_id)
    overlapping(world, recount, lambda: other.post("/play/letters", letter))
    assert {row[3] for row in rows_of(world)[0]} == {2}


def test_a_run_later_is_no_first_try(world: World, course: Course, editor: Somebody) -> None:
    somebody = world.somebody()
    play(course, somebody)
    again = course_in(world)  # another run of the same
    play(again, somebody, right=False)
    (row,) = [row for row in rows_of(world)[1] if row[2] == "c1"]
    assert dict(zip(CARD_SUMS, row[5:], strict=True))["tries"] == 1


def test_the_answers_say_what_was_counted(world: World, course: Course) -> None:
    """The sums of a card are those of the answers marked as first: right ones, wrong ones, and nothing else."""
    random_play(world, course, Random(8), people=6)
    world.enter()
    rows = db.session.execute(select(table_of(CardFigures))).mappings()
    tries = Counter({row["card"]: row["tries"] for row in rows if row["tries"]})
    assert tries == Counter(db.session.scalars(select(Answer.card).where(Answer.is_first)))


def test_lists_ask_the_database_as_often_however_much_there_is(world: World, course: Course, editor: Somebody) -> None:
    for _ in range(5):
        play(course, world.somebody())
    editor.get("/studio/statistics")
    with counted() as few:
        editor.get("/studio/statistics")
    for which in (1, 2):
        for _ in range(5):
            world.somebody().post("/play/letters", body(course.letter(which)))
    editor.get("/studio/statistics")
    with counted() as many:
        editor.get("/studio/statistics")
    assert len(many) == len(few) <= 14
