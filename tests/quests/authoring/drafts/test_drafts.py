"""A draft is made, saved by one and another, published, corrected, taken back; what was played stays as it was."""

from copy import deepcopy
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.core import clock
from app.core.db import committed, db
from quests.authoring.drafts.jobs import complete
from quests.authoring.drafts.models import Draft, ModuleChange
from quests.authoring.drafts.rules import searched_in
from tests.quests.course import MODULES, Course, course_in
from tests.world import Somebody, World

Json = dict[str, Any]


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def editor(world: World, course: Course) -> Somebody:
    return world.somebody("Solbakken", "editor", name="Ingrid Nes")


def make(editor: Somebody, title: str = "Fall på badet", id: UUID | None = None, **more: Any) -> Json:
    answer = editor.send("PUT", f"/studio/modules/{id or uuid4()}", {"title": title, "language": "nb", **more})
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def save(editor: Somebody, module: str, document: Any, revision: int) -> Any:
    headers = {"If-Match": f'"{revision}"'}
    return editor.send("PUT", f"/studio/modules/{module}/draft", {"document": document}, headers=headers)


def whole(document: Json, language: str = "nb") -> Json:
    """The same draft with one exercise, in one language: enough to be published."""
    said = {language: "Hva gjør du først?"}
    options = [{"id": id, "text": {language: f"Svar {id}"}, "explanation": {language: f"Fordi {id}"}} for id in "ab"]
    card = {"id": "c1", "type": "choice", "prompt": said, "options": options, "key": "a"}
    return {**document, "cards": [card]}


def published(editor: Somebody, title: str = "Fall på badet") -> tuple[Json, str]:
    """A module that is in force, as the studio has it, and its version."""
    made = make(editor, title)
    saved = save(editor, made["id"], whole(made["document"]), made["revision"]).json
    answer = editor.post(f"/studio/modules/{made['id']}/publish", {"revision": saved["revision"]})
    assert answer.status_code == 200, answer.text
    return editor.get(f"/studio/modules/{made['id']}").json, answer.json["version"]


def blocking(told: Json) -> list[Json]:
    return [each for each in told["checks"] if each["severity"] == "block"]


def test_what_a_package_brought_has_a_draft(editor: Somebody, course: Course) -> None:
    listed = editor.get("/studio/modules").json
    assert {each["slug"] for each in listed["items"]} == {each["module"] for each in MODULES}
    assert listed["counts"] == {"draft": 0, "pilot": 0, "scheduled": 1, "published": 2, "retired": 0}
    one = editor.get(f"/studio/modules/{course.modules[0]}").json
    assert (one["version"], one["changed"], blocking(one)) == (course.versions[0], False, [])
    assert one["paths"] == [{"id": str(course.path_id), "title": "Trygg (nb)"}]
    assert one["languages"] == {"nb": "whole", "nn": "whole", "en": "whole"}


def test_made_saved_and_published(editor: Somebody) -> None:
    made = make(editor)
    assert (made["slug"], made["state"], made["revision"], made["changed"]) == ("fall-pa-badet", "draft", 1, True)
    assert {each["place"] for each in made["checks"]} >= {"cards"}
    refused = editor.post(f"/studio/modules/{made['id']}/publish", {"revision": 1})
    assert refused.status_code == 422
    assert {(each["file"], each["place"]) for each in refused.json["faults"]} >= {("draft", "cards")}
    saved = save(editor, made["id"], whole(made["document"]), 1)
    assert (saved.status_code, saved.json["revision"], blocking(saved.json)) == (200, 2, [])
    assert saved.headers["ETag"] == '"2"'
    first = editor.post(f"/studio/modules/{made['id']}/publish", {"revision": 2})
    again = editor.post(f"/studio/modules/{made['id']}/publish", {"revision": 2})
    assert (first.status_code, first.json) == (200, again.json)
    one = editor.get(f"/studio/modules/{made['id']}").json
    assert (one["state"], one["changed"], one["version"]) == ("published", False, first.json["version"])
    deeds = editor.get(f"/studio/modules/{made['id']}/changes").json["items"]
    assert {(each["deed"], each["by"]) for each in deeds} == {("published", "Ingrid Nes"), ("made", "Ingrid Nes")}


def test_making_is_safe_to_repeat_and_names_are_free(editor: Somebody) -> None:
    id = uuid4()
    first, again, other = make(editor, id=id), make(editor, "Noe annet", id=id), make(editor)
    assert first == again
    assert (first["slug"], other["slug"]) == ("fall-pa-badet", "fall-pa-badet-2")
    assert make(editor, "  ??  ")["slug"] == "post"
    alike = make(editor, "En til", like=other["id"])
    assert alike["document"]["title"] == {"nb": "En til"}
    absent = editor.send("PUT", f"/studio/modules/{uuid4()}", {"title": "A", "language": "nb", "like": str(uuid4())})
    assert absent.status_code == 404


def test_two_editors_lose_nothing(world: World, editor: Somebody) -> None:
    other = world.somebody("Solbakken", "editor", name="Odd Li")
    made = make(editor)
    one, two = whole(made["document"]), {**made["document"], "credits": "Odd"}
    assert save(other, made["id"], two, 1).json["revision"] == 2
    late = save(editor, made["id"], one, 1)
    assert (late.status_code, late.json["code"]) == (412, "changed_elsewhere")
    assert late.json["draft"]["document"] == two | {"module": made["slug"]}
    assert (late.json["draft"]["revision"], late.json["draft"]["changed_by"]) == (2, "Odd Li")
    assert editor.get(f"/studio/modules/{made['id']}").json["document"] == late.json["draft"]["document"]
    # What was sent and not heard of is sent again: the same document is no change.
    assert save(other, made["id"], two, 1).json["revision"] == 2


def test_who_else_has_it_open_is_told(world: World, editor: Somebody) -> None:
    other = world.somebody("Solbakken", "editor", name="Odd Li")
    made = make(editor)
    address = f"/studio/modules/{made['id']}/presence"
    assert other.send("PUT", address).json == {"present": []}
    (seen,) = editor.send("PUT", address).json["present"]
    assert seen["name"] == "Odd Li"
    with clock.standing_at(clock.now() + timedelta(minutes=1)):
        assert editor.send("PUT", address).json == {"present": []}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"languages": []}, "languages"),
        ({"languages": ["nb", "nb"]}, "languages"),
        ({"languages": ["sv"]}, "languages"),
        ({"cards": {}}, "cards"),
        ({"cards": [{"id": "c1"}, {"id": "c1"}]}, "cards"),
        ({"cards": [{"id": "../x"}]}, "cards"),
        ({"cards": [{"id": f"c{number}"} for number in range(61)]}, "cards"),
        ({"title": "Fall"}, "title"),
        ({"takeaways": []}, "takeaways"),
        ({"credits": "x\0"}, "document"),
        ({"credits": "x" * 263_000}, "large"),
    ],
)
def test_what_is_no_draft_is_refused_and_nothing_is_stored(editor: Somebody, change: Json, field: str) -> None:
    made = make(editor)
    answer = save(editor, made["id"], {**made["document"], **change}, 1)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]
    assert editor.get(f"/studio/modules/{made['id']}").json["revision"] == 1


def test_saving_says_what_it_was_made_of(editor: Somebody) -> None:
    made = make(editor)
    for given in (None, "", "*", '"one"', '"-1"', '"99999999999999"'):
        headers = {} if given is None else {"If-Match": given}
        address = f"/studio/modules/{made['id']}/draft"
        answer = editor.send("PUT", address, {"document": made["document"]}, headers=headers)
        assert answer.status_code == 428, given


def test_what_was_saved_since_is_not_published_unseen(editor: Somebody) -> None:
    made = make(editor)
    save(editor, made["id"], whole(made["document"]), 1)
    answer = editor.post(f"/studio/modules/{made['id']}/publish", {"revision": 1})
    assert (answer.status_code, answer.json["code"]) == (409, "revision")


def test_a_search_finds_the_last_word_of_a_long_post() -> None:
    document = {"title": {"nb": "Å løfte. " * 2000 + "Rett i ryggen!"}}
    assert searched_in(document) == "å løfte rett i ryggen"


def test_states_and_search(editor: Somebody, course: Course) -> None:
    made = make(editor, "Ærlig talt, 100 % trygg")
    found = editor.get("/studio/modules?q=ÆRLIG").json
    assert [each["id"] for each in found["items"]] == [made["id"]]
    assert editor.get("/studio/modules?q=100 %25").json["total"] == 1
    assert editor.get("/studio/modules?q=talt, TRYGG!").json["total"] == 1, "signs are none of it"
    assert editor.get("/studio/modules?q=trygg  ærlig").json["total"] == 1, "each word somewhere, in whatever order"
    assert editor.get("/studio/modules?q=trygg uærlig").json["total"] == 0
    assert editor.get("/studio/modules?q=_").json["total"] == 0
    assert editor.get("/studio/modules?q=hva først").json["total"] > 0  # a question, not a title
    assert [each["id"] for each in editor.get("/studio/modules?state=draft").json["items"]] == [made["id"]]
    editor.post(f"/studio/modules/{course.modules[0]}/retire")
    assert editor.get("/studio/modules").json["counts"]["retired"] == 1


def test_a_correction_changes_no_points_and_a_new_exercise_none_either(world: World, course: Course) -> None:
    editor, learner = world.somebody("Solbakken", "editor"), world.somebody("Solbakken")
    learner.post("/play/letters", course.finished(0))
    before = learner.get("/me").json["points"]
    module = editor.get(f"/studio/modules/{course.modules[0]}").json
    document = deepcopy(module["document"])
    document["cards"][0]["prompt"]["nb"] = "Hva gjør du aller først?"
    revision = save(editor, module["id"], document, module["revision"]).json["revision"]
    corrected = editor.post(f"/studio/modules/{module['id']}/publish", {"revision": revision}).json
    assert corrected["version"] != course.versions[0]
    assert learner.get("/me").json["points"] == before
    today = learner.get("/today").json["quest"]
    (activity,) = [each for each in today["activities"] if each["id"] == str(course.activities[0])]
    assert (activity["version"], activity["done"]) == (corrected["version"], True)
    (newest, first) = editor.get(f"/studio/modules/{module['id']}/versions").json["items"]
    assert (newest["in_force"], first["in_force"], newest["same_structure"]) == (True, False, True)
    assert newest["differences"] == [
        {
            "card": "c1",
            "field": "prompt",
            "language": "nb",
            "before": "Hva først? (nb)",
            "after": "Hva gjør du aller først?",
        }
    ]


def test_what_publishing_means_is_told_before(editor: Somebody, course: Course) -> None:
    def foreseen(**changed: Any) -> Json:
        module = editor.get(address).json
        document = deepcopy(module["document"])
        document["cards"][0] |= changed
        save(editor, module["id"], document, module["revision"])
        return dict(editor.get(f"{address}/publish").json)

    address = f"/studio/modules/{course.modules[0]}"
    told = editor.get(f"{address}/publish").json
    assert (told["first"], told["unchanged"], told["same_structure"]) == (False, True, True)
    told = foreseen(prompt={"nb": "Hva gjør du aller først?", "nn": "Kva?", "en": "What?"})
    assert (told["unchanged"], told["same_structure"]) == (False, True)
    assert foreseen(key="a")["same_structure"] is False
    assert foreseen(key="z")["same_structure"] is None
    made = make(editor)
    told = editor.get(f"/studio/modules/{made['id']}/publish").json
    assert told == {"revision": made["revision"], "first": True, "unchanged": False, "same_structure": None}


def test_taken_back_while_phones_hold_answers_to_it(world: World, course: Course) -> None:
    editor = world.somebody("Solbakken", "editor")
    early, late = world.somebody("Solbakken"), world.somebody("Solbakken")
    module = editor.get(f"/studio/modules/{course.modules[0]}").json
    document = deepcopy(module["document"])
    document["cards"][0]["key"] = "a"
    revision = save(editor, module["id"], document, module["revision"]).json["revision"]
    wrong = editor.post(f"/studio/modules/{module['id']}/publish", {"revision": revision}).json["version"]
    letter = course.finished(0)
    held = deepcopy(letter)
    held["letters"][0]["id"] = str(uuid4())
    held["letters"][0]["module_version"] = wrong
    back = editor.post(f"/studio/modules/{module['id']}/versions/{wrong}/take-back")
    assert (back.status_code, back.json) == (200, {"in_force": course.versions[0]})
    assert editor.post(f"/studio/modules/{module['id']}/versions/{wrong}/take-back").json == back.json
    # The same answers, each graded by the version it was given to.
    (by_first,) = early.post("/play/letters", letter).json["verdicts"]
    (by_wrong,) = late.post("/play/letters", held).json["verdicts"]
    assert (by_first["status"], by_wrong["status"]) == ("accepted", "accepted")
    assert by_first["correct"] == by_wrong["correct"] + 1
    again = editor.post(f"/studio/modules/{module['id']}/versions/{wrong}/restore")
    assert (again.status_code, again.json["version"]) == (200, wrong)


def test_the_only_version_taken_back_leaves_the_week_without_it(world: World, course: Course) -> None:
    editor, learner = world.somebody("Solbakken", "editor"), world.somebody("Solbakken")
    learner.post("/play/letters", course.finished(0))
    points = learner.get("/me").json["points"]
    editor.post(f"/studio/modules/{course.modules[0]}/versions/{course.versions[0]}/take-back")
    quest = learner.get("/today").json["quest"]
    assert str(course.activities[0]) not in {each["id"] for each in quest["activities"]}
    assert learner.get("/me").json["points"] == points
    assert editor.get(f"/studio/modules/{course.modules[0]}").json["state"] == "draft"
    assert editor.get(f"/studio/paths/{course.path_id}").status_code == 200
    for each in ("/paths", "/explore", "/review", "/review/mastery", "/boards/departments"):
        assert learner.get(each).status_code == 200, each


def test_what_is_retired_stays_where_it_is_open_and_opens_nowhere_else(world: World, course: Course) -> None:
    editor, learner = world.somebody("Solbakken", "editor"), world.somebody("Solbakken")
    for module in course.modules:
        assert editor.post(f"/studio/modules/{module}/retire").status_code == 200
    assert len(learner.get("/today").json["quest"]["activities"]) == len([*course.modules[:2]])
    coming = [each for each in learner.get("/paths").json["items"][0]["quests"] if each["state"] == "coming"]
    assert all(not each.get("activities") for each in coming)
    assert editor.post(f"/studio/modules/{course.modules[2]}/return").json["state"] == "scheduled"


def test_no_draft_is_ever_served_to_a_learner(world: World, editor: Somebody, course: Course) -> None:
    learner = world.somebody("Solbakken")
    module, version = published(editor)
    draft = deepcopy(module["document"])
    draft["title"]["nb"] = "Hemmelig utkast"
    save(editor, module["id"], draft, module["revision"])
    assert learner.get(f"/modules/{version}/nb").status_code == 404  # in no week of theirs
    for path in ("/today", "/paths", "/explore", "/review", f"/modules/{course.versions[0]}/nb"):
        assert "Hemmelig utkast" not in learner.get(path).text


def test_modules_from_before_there_were_drafts_get_one(world: World, editor: Somebody, course: Course) -> None:
    def forget() -> None:
        world.enter()
        for row in db.session.query(Draft):
            db.session.delete(row)

    committed(forget)
    assert editor.get("/studio/modules").json["total"] == 0
    complete()
    assert editor.get("/studio/modules").json["total"] == len(MODULES)


def test_a_new_package_reaches_drafts_that_hold_no_more_than_was_published(world: World, course: Course) -> None:
    editor = world.somebody("Solbakken", "editor")
    untouched, edited = (editor.get(f"/studio/modules/{each}").json for each in course.modules[:2])
    save(editor, edited["id"], {**edited["document"], "credits": "Ingrid"}, edited["revision"])
    changed = [{**each, "credits": "Nytt"} for each in MODULES]
    course_in(world, sources=changed)
    assert editor.get(f"/studio/modules/{untouched['id']}").json["document"]["credits"] == "Nytt"
    mine = editor.get(f"/studio/modules/{edited['id']}").json
    assert (mine["document"]["credits"], mine["changed"]) == ("Ingrid", True)
    world.enter()
    assert {each.deed for each in db.session.query(ModuleChange)} == {"edited"}


def test_a_translation_older_than_its_source_is_told_until_it_is_changed(editor: Somebody, course: Course) -> None:
    one = editor.get(f"/studio/modules/{course.modules[0]}").json
    document = one["document"]
    document["title"]["nb"] = "Rene hender"
    saved = save(editor, one["id"], document, one["revision"]).json
    old = [(each["place"], each["language"]) for each in saved["checks"] if each["code"] == "stale"]
    assert old == [("title", "nn"), ("title", "en")]
    (listed,) = [each for each in editor.get("/studio/modules").json["items"] if each["id"] == one["id"]]
    assert listed["languages"] == {"nb": "whole", "nn": "stale", "en": "stale"}
    assert listed["advice"] >= 2
    document["title"] |= {"nn": "Reine hender", "en": "Clean hands"}
    saved = save(editor, one["id"], document, saved["revision"]).json
    assert not [each for each in saved["checks"] if each["code"] == "stale"]
