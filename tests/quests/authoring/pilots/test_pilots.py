"""A module is tried out by some: they play that version, others never see it, and then it is given to all, or not."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.http import rfc3339
from quests.authoring.drafts.models import Draft
from quests.content.queries import version_for
from quests.paths.models import Activity
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World

QUESTIONS = [
    {"prompt": {"nb": "Jeg lærte noe nytt", "nn": "Eg lærte noko nytt", "en": "I learnt something"}, "asks": "scale"},
    {"prompt": {"nb": "Hva var uklart?"}, "asks": "text"},
]

OFFER = "Prøv ut: Rene hender, ny utgave"


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def editor(world: World, course: Course) -> Somebody:
    return world.somebody("Kontoret", "editor")


@pytest.fixture
def changed(world: World, editor: Somebody, course: Course) -> dict[str, Any]:
    """The draft of the first module, with another title and one explanation changed; not published."""
    world.enter()
    draft = db.session.scalars(select(Draft).where(Draft.document.is_not(None))).all()
    own = next(each for each in draft if each.document["module"] == "hender")
    module_id = str(own.module_id)
    told = editor.get(f"/studio/modules/{module_id}").json
    document = told["document"]
    document["title"]["nb"] = "Rene hender, ny utgave"
    saved = editor.send(
        "PUT",
        f"/studio/modules/{module_id}/draft",
        {"document": document},
        headers={"If-Match": f'"{told["revision"]}"'},
    )
    assert saved.status_code == 200, saved.json
    return {"module": module_id, "revision": saved.json["revision"]}


def opened(
    editor: Somebody, changed: dict[str, Any], place: UUID | None = None, pilot: UUID | None = None, **more: Any
) -> Any:
    audience = {"departments": [str(place)]} if place else {"everyone": True}
    given = {**changed, "audience": audience, "questions": QUESTIONS, **more}
    return editor.send("PUT", f"/studio/pilots/{pilot or uuid4()}", given)


def offers(somebody: Somebody) -> list[str]:
    return [each["path"]["title"] for each in somebody.get("/explore").json["items"]]


def start(somebody: Somebody) -> dict[str, Any]:
    """Choose the pilot; its one activity."""
    run = next(each["run"] for each in somebody.get("/explore").json["items"])
    quest = somebody.post(f"/explore/{run}/start").json["quest"]
    activity: dict[str, Any] = somebody.get(f"/quests/{quest}").json["activities"][0]
    return activity


def letter(course: Course, activity: dict[str, Any], scale: int = 4, words: str = "Ingenting") -> dict[str, Any]:
    """A letter about the piloted version, played to its end with its questions answered."""
    made = course.letter(0)
    course.world.enter()
    found = version_for(course.world.organisation_id, activity["version"])
    assert found is not None
    said = {"utproving-1": scale, "utproving-2": words}
    asked = [
        {"card": card, "response": said[card], "answered_at": rfc3339(clock.now()), "seconds": 5.0}
        for card in found.cards
        if card in said
    ]
    known = [each for each in made["answers"] if each["card"] in found.cards]
    return {**made, "activity": activity["id"], "module_version": activity["version"], "answers": known + asked}


def test_who_is_meant_is_offered_it_and_plays_that_version(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    tester, other = world.somebody("Solbakken"), world.somebody("Teknisk")
    told = opened(editor, changed, world.departments["Solbakken"]).json
    assert (told["state"], told["begun"], told["title"]) == ("open", 0, "Rene hender, ny utgave")
    assert (offers(tester), offers(other)) == ([OFFER], [])
    activity = start(tester)
    assert (activity["title"], activity["version"]) == ("Rene hender, ny utgave", told["version"])
    document = tester.get(f"/modules/{activity['version']}/nb")
    assert document.status_code == 200
    assert [each["id"] for each in document.json["cards"]][-2:] == ["utproving-1", "utproving-2"]
    assert document.json["cards"][-1]["prompt"] == "Hva var uklart?"
    (verdict,) = tester.post("/play/letters", body(letter(course, activity))).json["verdicts"]
    assert (verdict["status"], verdict["correct"], verdict["of"]) == ("accepted", 2, 2)
    assert verdict["points"] > 0
    again = tester.post("/play/letters", body(letter(course, activity))).json["verdicts"][0]
    assert (again["status"], again["points"]) == ("accepted", 0)  # earned once


def test_others_never_see_it_by_any_door(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    """Though the same module, in its version in force, is theirs."""
    world.somebody("Solbakken")
    other = world.somebody("Teknisk")
    told = opened(editor, changed, world.departments["Solbakken"]).json
    assert other.get(f"/modules/{course.versions[0]}/nb").status_code == 200
    assert other.get(f"/modules/{told['version']}/nb").status_code == 404
    world.enter()
    activity = db.session.scalars(select(Activity).where(Activity.version.is_not(None))).one()
    mine = course.letter(0)
    stolen = {**mine, "id": str(uuid4()), "module_version": told["version"]}
    elsewhere = {**mine, "id": str(uuid4()), "activity": str(activity.id), "module_version": told["version"]}
    verdicts = other.post("/play/letters", body(stolen, elsewhere)).json["verdicts"]
    assert [each["code"] for each in verdicts] == ["unknown_module", "not_in_audience"]
    shown = other.get(f"/quests/{course.quests[0]}").json["activities"][0]
    assert (shown["version"], shown["title"]) == (course.versions[0], "hender (nb)")
    neighbour = World(world.application, "fjellby").somebody("Nord", "editor")
    assert neighbour.get(f"/studio/pilots/{told['id']}").status_code == 404
    assert neighbour.get("/studio/pilots").json["total"] == 0
    assert neighbour.post(f"/studio/pilots/{told['id']}/publish").status_code == 404
    assert other.get("/studio/pilots").status_code == 404


def test_a_pilot_is_no_path_and_no_run_of_the_studio(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    before = [editor.get(address).json["total"] for address in ("/studio/paths", "/studio/runs", "/studio/calendar")]
    opened(editor, changed)
    after = [editor.get(address).json["total"] for address in ("/studio/paths", "/studio/runs", "/studio/calendar")]
    assert before == after
    listed = editor.get("/studio/modules?state=pilot").json
    assert [each["id"] for each in listed["items"]] == [changed["module"]]
    assert listed["counts"]["pilot"] == 1
    versions = editor.get(f"/studio/modules/{changed['module']}/versions").json["items"]
    assert [each["version"] for each in versions] == [course.versions[0]]


def test_it_ends_and_what_was_earned_stays(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    tester = world.somebody()
    pilot = opened(editor, changed).json["id"]
    activity = start(tester)
    points = tester.post("/play/letters", body(letter(course, activity))).json["verdicts"][0]["points"]
    late = letter(course, activity)
    ended = [editor.post(f"/studio/pilots/{pilot}/end").json for _ in range(2)]
    assert (ended[0]["state"], ended[0]) == ("ended", ended[1])
    assert offers(tester) == []
    assert all(each["path"]["title"] != OFFER for each in tester.get("/today").json["quests"])
    assert tester.get("/me").json["points"]["total"] == points
    assert tester.post("/play/letters", body(late)).json["verdicts"][0]["status"] == "accepted"
    refused = editor.post(f"/studio/pilots/{pilot}/publish")
    assert (refused.status_code, refused.json["code"]) == (409, "pilot_ended")
    shown = tester.get(f"/quests/{course.quests[0]}").json["activities"][0]
    assert shown["version"] == course.versions[0]


def test_published_it_is_everybodys_without_the_questions(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    tester, other = world.somebody(), world.somebody("Teknisk")
    pilot = opened(editor, changed, world.departments["Solbakken"]).json
    activity = start(tester)
    done = [editor.post(f"/studio/pilots/{pilot['id']}/publish").json for _ in range(2)]
    assert (done[0]["state"], done[0]) == ("published", done[1])
    shown = other.get(f"/quests/{course.quests[0]}").json["activities"][0]
    assert shown["title"] == "Rene hender, ny utgave"
    assert shown["version"] not in (course.versions[0], pilot["version"])
    cards = other.get(f"/modules/{shown['version']}/nb").json["cards"]
    assert [each["id"] for each in cards] == ["c1", "c2", "c9"]
    assert other.get(f"/modules/{pilot['version']}/nb").status_code == 404
    assert tester.post("/play/letters", body(letter(course, activity))).json["verdicts"][0]["status"] == "accepted"
    told = editor.get(f"/studio/modules/{changed['module']}").json
    assert (told["changed"], told["state"]) == (False, "published")
    played = other.post("/play/letters", body(course.letter(0, module_version=shown["version"]))).json["verdicts"][0]
    assert played["status"] == "accepted"


def test_without_questions_the_same_version_is_published(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    tester, other = world.somebody(), world.somebody("Teknisk")
    pilot = opened(editor, changed, world.departments["Solbakken"], questions=[]).json
    activity = start(tester)
    stolen = {**course.letter(0), "module_version": pilot["version"]}
    assert other.post("/play/letters", body(stolen)).json["verdicts"][0]["code"] == "unknown_module"
    editor.post(f"/studio/pilots/{pilot['id']}/publish")
    shown = other.get(f"/quests/{course.quests[0]}").json["activities"][0]
    assert shown["version"] == pilot["version"] == activity["version"]
    again = {**stolen, "id": str(uuid4())}
    assert other.post("/play/letters", body(again)).json["verdicts"][0]["status"] == "accepted"


def test_safe_to_repeat_and_one_at_a_time(editor: Somebody, course: Course, changed: dict[str, Any]) -> None:
    pilot = uuid4()
    first, again = opened(editor, changed, pilot=pilot), opened(editor, changed, pilot=pilot)
    assert (first.status_code, first.json) == (200, again.json)
    other = opened(editor, changed, pilot=pilot, questions=[])
    assert (other.status_code, other.json["code"]) == (409, "pilot_changed")
    second = opened(editor, changed)
    assert (second.status_code, second.json["code"]) == (409, "pilot_open")
    editor.post(f"/studio/pilots/{pilot}/end")
    assert opened(editor, changed).status_code == 200


def test_what_cannot_be_tried_out_is_refused(editor: Somebody, course: Course, changed: dict[str, Any]) -> None:
    stale = opened(editor, {**changed, "revision": changed["revision"] - 1})
    assert (stale.status_code, stale.json["code"]) == (409, "revision")
    assert opened(editor, {**changed, "module": str(uuid4())}).status_code == 404
    for more, field in (
        ({"audience": {}}, "audience"),
        ({"audience": {"departments": [str(uuid4())]}}, "audience"),
        ({"questions": QUESTIONS * 2}, "questions"),
        ({"questions": [{"prompt": {}, "asks": "text"}]}, "questions"),
        ({"questions": [{"prompt": {"nb": "x"}, "asks": "song"}]}, "questions"),
    ):
        refused = opened(editor, changed, **more)
        assert (refused.status_code, refused.json["code"]) == (422, "invalid"), more
        assert field in refused.json["errors"], refused.json


def test_figures_are_of_groups_and_come_in_five_at_a_time(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    pilot = opened(editor, changed).json["id"]
    for number in range(1, 7):
        tester = world.somebody()
        with clock.standing_at(clock.now() + timedelta(minutes=number)):
            answered = letter(course, start(tester), scale=4 + number % 2, words=f"Ord {number}")
            tester.post("/play/letters", body(answered))
        told = editor.get(f"/studio/pilots/{pilot}").json
        assert (told["finished"], told["counted"]) == (number, 0 if number < 5 else 5)
        scale, words = told["questions"]
        assert sum(scale["scale"]) == len(words["texts"]) == told["counted"]
    assert scale["scale"] == [0, 0, 0, 2, 3]
    assert words["texts"] == [f"Ord {number}" for number in range(1, 6)]
    assert [each["first_right"] for each in told["exercises"]] == [1.0, 1.0]


def offered(somebody: Somebody) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = somebody.get("/today").json["pilots"]
    return found


def test_who_is_meant_sees_it_on_the_first_screen_and_begins_it_by_playing(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    """As a phone without network does: the post is fetched before it is chosen, and the letter is all that comes."""
    tester, other = world.somebody("Solbakken"), world.somebody("Teknisk")
    before = tester.get("/today").json
    told = opened(editor, changed, world.departments["Solbakken"]).json
    shown = tester.get("/today").json
    (pilot,) = shown["pilots"]
    assert (pilot["title"], pilot["pilot"], pilot["progress"]) == (told["title"], True, {"done": 0, "total": 1})
    assert pilot["closes_at"] == shown["quest"]["closes_at"]
    assert {**shown, "pilots": []} == before  # nobody's week changes
    assert offered(other) == []
    (activity,) = pilot["activities"]
    assert tester.get(f"/modules/{activity['version']}/nb").status_code == 200
    assert other.get(f"/modules/{activity['version']}/nb").status_code == 404
    with clock.standing_at(clock.now() + timedelta(hours=1)):
        sent = letter(course, activity)
        (verdict,) = tester.post("/play/letters", body(sent)).json["verdicts"]
        assert (verdict["status"], verdict["points"] > 0) == ("accepted", True)
        assert "time_adjusted" not in [each["code"] for each in verdict["notices"]]  # it was open when it was played
    assert offered(tester) == []
    quests = tester.get("/today").json["quests"]
    assert [(each["title"], each.get("pilot", False)) for each in quests] == [
        ("uke-1 (nb)", False),
        ("Rene hender, ny utgave", True),
    ]
    assert quests[1]["progress"] == {"done": 1, "total": 1}
    (again,) = tester.post("/play/letters", body(sent)).json["verdicts"]
    assert (again["status"], again["points"]) == ("known", verdict["points"])
    assert editor.get(f"/studio/pilots/{told['id']}").json["begun"] == 1


def test_a_letter_that_is_refused_begins_nothing(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    tester, other = world.somebody("Solbakken"), world.somebody("Teknisk")
    pilot = opened(editor, changed, world.departments["Solbakken"]).json
    (activity,) = offered(tester)[0]["activities"]
    sent = letter(course, activity)
    refused = tester.post("/play/letters", body({**sent, "language": "se"}, {**sent, "id": str(uuid4())[:-1]}))
    assert [each["status"] for each in refused.json["verdicts"]] == ["refused", "refused"]
    assert len(offered(tester)) == 1
    assert editor.get(f"/studio/pilots/{pilot['id']}").json["begun"] == 0
    (verdict,) = other.post("/play/letters", body(sent)).json["verdicts"]
    assert verdict["code"] == "not_in_audience"


def test_what_was_played_without_network_counts_when_the_pilot_has_ended(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    tester = world.somebody("Solbakken")
    pilot = opened(editor, changed).json["id"]
    (activity,) = offered(tester)[0]["activities"]
    sent = letter(course, activity)
    editor.post(f"/studio/pilots/{pilot}/end")
    assert offered(tester) == []
    assert tester.post("/play/letters", body(sent)).json["verdicts"][0]["status"] == "accepted"


def test_who_has_left_it_is_not_asked_again(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    tester = world.somebody("Solbakken")
    opened(editor, changed)
    (pilot,) = offered(tester)
    (activity,) = pilot["activities"]
    sent = letter(course, activity)
    start(tester)
    assert tester.post(f"/explore/{pilot['run']}/leave").status_code == 204
    assert offered(tester) == []
    assert tester.post("/play/letters", body(sent)).json["verdicts"][0]["code"] == "not_in_audience"
    assert offers(tester) == [OFFER]


def test_what_is_said_of_the_piloted_version_stands_beside_its_answers(
    world: World, editor: Somebody, course: Course, changed: dict[str, Any]
) -> None:
    """Ratings five people at a time; comments one by one, as of any module; nothing of who said it."""
    pilot = opened(editor, changed, questions=[]).json
    early = world.somebody()
    early.post("/play/letters", course.finished(0))
    said = {"useful": False, "reason": "too_long", "language": "nb", "text": "Om den gamle"}
    assert early.send("PUT", f"/feedback/{course.versions[0]}", said).status_code == 200
    for number in range(1, 7):
        tester = world.somebody(name=f"Kari {number}")
        activity = offered(tester)[0]["activities"][0]
        tester.post("/play/letters", body(letter(course, activity)))
        with clock.standing_at(clock.now() + timedelta(minutes=number)):
            words = "Bra bilde" if number == 3 else ""
            rating = {"useful": number < 4, "reason": "clear" if number == 1 else None, "language": "nb", "text": words}
            assert tester.send("PUT", f"/feedback/{activity['version']}", rating).status_code == 200
        told = editor.get(f"/studio/pilots/{pilot['id']}").json
        if number < 5:
            assert told["ratings"] is None
    assert told["ratings"] == {"useful": 3, "of": 5, "reasons": [{"reason": "clear", "count": 1}]}
    assert [(each["text"], each["state"], each["said_on"]) for each in told["comments"]] == [
        ("Bra bilde", "new", "2026-11-19")
    ]
    assert "Kari" not in editor.get(f"/studio/pilots/{pilot['id']}").text
    editor.post(f"/studio/pilots/{pilot['id']}/publish")
    early.get(f"/modules/{pilot['version']}/nb")
    late = {**said, "text": "Kom til senere"}
    assert early.send("PUT", f"/feedback/{pilot['version']}", late).status_code == 200
    assert [each["text"] for each in editor.get(f"/studio/pilots/{pilot['id']}").json["comments"]] == ["Bra bilde"]


def test_words_about_it_may_come_before_the_answers_that_begin_it(
    world: World, editor: Somebody, course: Course
) -> None:
    """A phone that has the network again sends both at once; nothing that was written is refused for coming first."""
    tester, other = world.somebody("Solbakken"), world.somebody("Teknisk")
    module = str(course.modules[2])  # in nobody's week yet
    kept = {"module": module, "revision": editor.get(f"/studio/modules/{module}").json["revision"]}
    pilot = opened(editor, kept, world.departments["Solbakken"]).json
    rating = {"useful": True, "reason": None, "language": "nb", "text": "Nyttig før ferien"}
    assert other.send("PUT", f"/feedback/{pilot['version']}", rating).status_code == 404
    assert tester.send("PUT", f"/feedback/{pilot['version']}", rating).status_code == 200
    (activity,) = offered(tester)[0]["activities"]
    tester.post("/play/letters", body(letter(course, activity)))
    assert [each["text"] for each in editor.get(f"/studio/pilots/{pilot['id']}").json["comments"]] == [rating["text"]]
