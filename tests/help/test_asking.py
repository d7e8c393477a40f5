"""A question to a colleague, from asking to thanks, through the doors; and nobody else at any of them."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import event, select

from app.core import clock
from app.core.db import committed, db
from app.help import personal
from app.help.jobs import forget_old_questions
from app.help.models import HelpReply, HelpRequest
from app.help.rules import KEPT, LONGEST, MOST_A_DAY, MOST_OPEN, MOST_REPLIES
from app.identity.actions import leave_department
from app.identity.models import Membership
from tests.help.asking import ask, asked, say, waiting
from tests.quests.course import course_in
from tests.world import Somebody, World


@pytest.fixture
def helper(world: World) -> Somebody:
    return world.somebody("Solbakken", "resource_person", name="Leila Ahmed")


@pytest.fixture
def asker(world: World) -> Somebody:
    return world.somebody("Solbakken", name="Ingrid Nes")


def test_from_the_question_to_the_thanks(helper: Somebody, asker: Somebody) -> None:
    shown = asker.get("/help").json
    assert shown["place"] == {"name": "Solbakken", "helpers": [{"name": "Leila Ahmed"}]}
    assert (shown["helps"], shown["waiting"], shown["open"], shown["answered"]) == (False, 0, 0, 0)
    request_id = asked(asker, "  Hvem henter\r\nbårer?  ")
    assert helper.get("/help").json | {"place": None} == {
        "place": None,
        "helps": True,
        "waiting": 1,
        "open": 0,
        "answered": 0,
    }
    (item,) = helper.get("/help/to-me").json["items"]
    assert (item["id"], item["asker"], item["text"]) == (request_id, "Ingrid Nes", "Hvem henter\nbårer?")
    assert (item["state"], item["mine"], item["key"], item["about"]) == ("open", False, None, None)
    thread = say(helper, request_id, "Portøren. Ring 4711.").json
    assert thread["state"] == "answered"
    assert helper.get("/help").json["waiting"] == 0
    seen = asker.get(f"/help/requests/{request_id}").json
    assert [(each["author"], each["text"], each["mine"]) for each in seen["replies"]] == [
        ("Leila Ahmed", "Portøren. Ring 4711.", False)
    ]
    assert seen["helpers"] == [{"name": "Leila Ahmed"}]
    assert asker.get("/help").json["answered"] == 1
    assert say(asker, request_id, "Også om natta?").json["state"] == "open"
    assert waiting(helper) == ["Hvem henter\nbårer?"]
    assert say(helper, request_id, "Ja.").json["state"] == "answered"
    assert asker.post(f"/help/requests/{request_id}/thanks").json["state"] == "closed"
    assert asker.post(f"/help/requests/{request_id}/thanks").status_code == 200
    assert say(helper, request_id, "Bare hyggelig").json["code"] == "help_closed"
    assert waiting(helper) == []
    assert waiting(helper, answered="yes") == ["Hvem henter\nbårer?"]
    assert helper.get("/help/to-me?answered=perhaps").status_code == 422
    assert [each["state"] for each in asker.get("/help/mine").json["items"]] == ["closed"]


def test_the_same_question_and_the_same_reply_count_once(helper: Somebody, asker: Somebody) -> None:
    key = str(uuid4())
    first, second = ask(asker, key=key), ask(asker, key=key)
    assert first.json == second.json
    assert ask(asker, "Noe annet?", key=key).json["code"] == "help_changed"
    request_id = first.json["id"]
    for _ in range(2):
        assert len(say(helper, request_id, "Ja.", key).json["replies"]) == 1
    assert say(helper, request_id, "Nei.", key).json["code"] == "help_changed"
    assert len(say(asker, request_id, "Takk", key).json["replies"]) == 2, "a key is its author's own"


def test_a_key_of_anothers_is_neither_read_nor_taken(helper: Somebody, asker: Somebody, world: World) -> None:
    key, other = str(uuid4()), world.somebody()
    mine, theirs = ask(asker, "Min?", key=key).json, ask(other, "Deres?", key=key).json
    assert mine["id"] != theirs["id"]
    assert theirs["text"] == "Deres?"


def test_nobody_else_sees_it(helper: Somebody, asker: Somebody, world: World) -> None:
    world.department("Skagen")
    others = [world.somebody("Solbakken", role) for role in ("learner", "leader", "editor", "admin")]
    others.append(world.somebody("Skagen", "resource_person"))
    request_id = asked(asker)
    calls = [("GET", ""), ("DELETE", ""), ("POST", "/answered"), ("POST", "/thanks"), ("POST", "/replies")]
    for other in others:
        for method, part in calls:
            body = {"key": str(uuid4()), "text": "Hei"} if part == "/replies" else None
            answer = other.send(method, f"/help/requests/{request_id}{part}", body)
            assert (answer.status_code, answer.json["code"]) == (404, "not_found"), (method, part)
        assert other.get("/help/mine").json["total"] == 0
    assert waiting(others[-1]) == []
    assert asker.post(f"/help/requests/{request_id}/answered").status_code == 404
    assert helper.post(f"/help/requests/{request_id}/thanks").status_code == 404
    assert helper.send("DELETE", f"/help/requests/{request_id}").status_code == 404
    assert asker.get(f"/help/requests/{request_id}").json["state"] == "open"


def test_who_has_lost_the_role_or_left_the_department_sees_it_no_longer(world: World, asker: Somebody) -> None:
    lost, left, stays = (world.somebody("Solbakken", "resource_person") for _ in range(3))
    request_id = asked(asker)
    world.take_role(lost, "resource_person")
    world.enter()
    own = select(Membership.id).where(Membership.player_id == left.player_id)
    yesterday = date(2026, 11, 18)
    committed(leave_department, world.organisation_id, db.session.scalars(own).one(), yesterday)
    for gone in (lost, left):
        assert gone.get(f"/help/requests/{request_id}").status_code == 404
        assert say(gone, request_id).status_code == 404
    assert waiting(lost) == waiting(left) == []
    assert stays.get(f"/help/requests/{request_id}").status_code == 200
    assert len(asker.get(f"/help/requests/{request_id}").json["helpers"]) == 1


def test_a_resource_person_answers_on_any_device(world: World, asker: Somebody) -> None:
    helper = world.somebody("Solbakken", "resource_person", enrolled=False)
    assert say(helper, asked(asker)).status_code == 200


def test_where_the_department_has_nobody_the_nearest_above_is_asked(world: World) -> None:
    world.department("Helse")
    world.department("Skagen", "Helse")
    world.department("Natt", "Skagen")
    asker, above = world.somebody("Natt"), world.somebody("Helse", "resource_person", name="Dawit Haile")
    assert asker.get("/help").json["place"] == {"name": "Helse", "helpers": [{"name": "Dawit Haile"}]}
    asked(asker)
    nearer = world.somebody("Skagen", "resource_person")
    assert asker.get("/help").json["place"]["name"] == "Skagen"
    assert len(waiting(above)) == 1
    assert waiting(nearer) == []


def test_with_nobody_to_ask_that_is_said(world: World) -> None:
    world.department("Helse")
    world.department("Skagen", "Helse")
    world.somebody("Skagen", "resource_person")
    top = world.somebody("Helse")
    alone = world.somebody("Solbakken", "resource_person")
    for nobody in (top, alone):
        assert nobody.get("/help").json["place"] is None
        assert (ask(nobody).status_code, ask(nobody).json["code"]) == (409, "nobody_to_ask")


def test_resource_persons_ask_each_other(world: World, helper: Somebody) -> None:
    other = world.somebody("Solbakken", "resource_person")
    request_id = asked(other)
    assert waiting(other) == []
    assert len(waiting(helper)) == 1
    assert other.post(f"/help/requests/{request_id}/answered").status_code == 404


def test_how_many_may_wait_and_how_many_a_day(helper: Somebody, asker: Somebody) -> None:
    requests = [asked(asker) for _ in range(MOST_OPEN)]
    assert (ask(asker).status_code, ask(asker).json["code"]) == (409, "too_many_open")
    for each in requests:
        assert asker.send("DELETE", f"/help/requests/{each}").status_code == 204
    for each in [asked(asker) for _ in range(MOST_A_DAY - MOST_OPEN)]:
        say(helper, each)
    assert (ask(asker).status_code, ask(asker).json["code"]) == (429, "too_many_today")
    with clock.standing_at(clock.now() + timedelta(hours=24)):
        assert ask(asker).status_code == 200


def test_a_question_holds_so_many_words(helper: Somebody, asker: Somebody) -> None:
    request_id = asked(asker)
    for _ in range(MOST_REPLIES):
        assert say(helper, request_id).status_code == 200
    assert say(asker, request_id).json["code"] == "help_full"


@pytest.mark.parametrize("text", ["", "   \n ", "x" * (LONGEST + 1), "a\x00b", None, 7, ["Hei"]])
def test_what_is_no_question(helper: Somebody, asker: Somebody, text: object) -> None:
    answer = asker.post("/help/mine", {"key": str(uuid4()), "text": text})
    assert answer.status_code == 422
    assert asker.get("/help/mine").json["total"] == 0


def test_the_longest_question_with_any_letters(helper: Somebody, asker: Somebody) -> None:
    text = "Ærlig talt 🧤\nñ " * 40
    assert ask(asker, text[:LONGEST]).json["text"] == text[:LONGEST].strip()


def test_an_open_question_can_be_withdrawn_and_leaves_no_word(helper: Somebody, asker: Somebody, world: World) -> None:
    key = str(uuid4())
    request_id = ask(asker, key=key).json["id"]
    say(helper, request_id)
    assert asker.send("DELETE", f"/help/requests/{request_id}").json["code"] == "help_answered"
    say(asker, request_id, "Likevel ikke")
    assert asker.send("DELETE", f"/help/requests/{request_id}").status_code == 204
    for somebody in (asker, helper):
        assert somebody.get(f"/help/requests/{request_id}").status_code == 404
    assert asker.get("/help/mine").json["total"] == 0
    world.enter()
    assert db.session.scalars(select(HelpRequest.words)).all() == [""]
    assert db.session.scalars(select(HelpReply)).all() == []


def test_face_to_face_counts_too(helper: Somebody, asker: Somebody) -> None:
    request_id = asked(asker)
    for _ in range(2):
        assert helper.post(f"/help/requests/{request_id}/answered").json["state"] == "answered"
    assert asker.get("/help").json["answered"] == 1


def test_a_question_about_a_card_shows_it_to_both_and_the_way_there(world: World, helper: Somebody) -> None:
    asker = world.somebody()
    course = course_in(world)
    about = {"version": course.versions[0], "card": "c1"}
    request_id = asked(asker, about=about)
    way = f"/spill/{course.quests[0]}/{course.activities[0]}"
    helper.send("PATCH", "/me", {"language": "en"})
    seen = helper.get(f"/help/requests/{request_id}").json["about"]
    assert seen == {"title": "hender (en)", "prompt": "Hva først? (en)", "to": way}
    assert helper.get("/help/to-me").json["items"][0]["about"] == seen
    whole = asked(asker, about={"version": course.versions[0], "card": None})
    assert asker.get(f"/help/requests/{whole}").json["about"] == {"title": "hender (nb)", "prompt": None, "to": way}


def test_only_what_was_released_to_the_asker_is_shown(world: World, helper: Somebody) -> None:
    asker = world.somebody()
    course = course_in(world)
    for version, card in [(course.versions[2], "c5"), (course.versions[0], "c8"), ("0" * 64, "c1")]:
        request_id = asked(asker, about={"version": version, "card": card})
        assert helper.get(f"/help/requests/{request_id}").json["about"] is None
    assert ask(asker, about={"version": "x", "card": None}).status_code == 422


def test_who_does_not_have_the_post_reads_it_from_the_question(world: World) -> None:
    asker, other = world.somebody("Solbakken", "editor"), world.somebody()
    course = course_in(world, audience={"roles": ["editor"]})
    helper = world.somebody("Solbakken", "resource_person")
    request_id = asked(asker, about={"version": course.versions[0], "card": "c1"})
    about = helper.get(f"/help/requests/{request_id}").json["about"]
    assert (about["prompt"], about["to"]) == ("Hva først? (nb)", f"/sporsmal/{request_id}/post")
    assert helper.get(f"/modules/{course.versions[0]}/nb").status_code == 404
    read = helper.get(f"/help/requests/{request_id}/post").json
    assert (read["title"], read["language"], read["version"]) == ("hender (nb)", "nb", course.versions[0])
    assert asker.get(f"/help/requests/{request_id}/post").status_code == 200
    assert other.get(f"/help/requests/{request_id}/post").status_code == 404
    plain = asked(asker)
    assert helper.get(f"/help/requests/{plain}/post").status_code == 404


def test_lists_are_paged_and_the_longest_waiting_comes_first(world: World, helper: Somebody) -> None:
    for number in range(12):
        with clock.standing_at(clock.now() + timedelta(minutes=number)):
            for _ in range(5):
                asked(world.somebody(), f"Spørsmål {number:02}")
    first, second = (helper.get(f"/help/to-me?page={page}").json for page in (1, 2))
    assert (first["pages"], first["total"], len(first["items"]), len(second["items"])) == (2, 60, 50, 10)
    texts = [each["text"] for each in first["items"] + second["items"]]
    assert texts == sorted(texts)
    assert helper.get("/help/to-me?page=0").status_code == 422


def test_a_list_asks_the_database_no_more_for_many_than_for_few(world: World, helper: Somebody) -> None:
    asker = world.somebody()
    course = course_in(world)
    about = {"version": course.versions[0], "card": "c1"}

    def reads() -> int:
        db.session.rollback()
        count = 0

        def note(*_: object) -> None:
            nonlocal count
            count += 1

        event.listen(db.engine, "before_cursor_execute", note)
        try:
            assert helper.get("/help/to-me").status_code == 200
        finally:
            event.remove(db.engine, "before_cursor_execute", note)
        return count

    asked(asker, about=about)
    few = reads()
    for _ in range(4):
        asked(asker, about={"version": course.versions[1], "card": None})
        asked(world.somebody())
    assert len(waiting(helper)) == 9
    assert reads() == few


def test_old_questions_are_deleted_with_every_word(world: World, helper: Somebody, asker: Somebody) -> None:
    old, fresh = asked(asker, "Gammelt?"), asked(asker, "Ferskt?")
    withdrawn = asked(asker, "Angret?")
    say(helper, old)
    asker.send("DELETE", f"/help/requests/{withdrawn}")
    start = clock.now()
    assert forget_old_questions() == 0
    with clock.standing_at(start + timedelta(days=1)):
        assert forget_old_questions() == 1, "the count of the day is kept for a day"
        say(asker, fresh, "Ennå ikke svar?")
    with clock.standing_at(start + KEPT - timedelta(seconds=1)):
        assert forget_old_questions() == 0
    with clock.standing_at(start + KEPT):
        assert forget_old_questions() == 1
        assert forget_old_questions() == 0
    world.enter()
    assert db.session.scalars(select(HelpRequest.words)).all() == ["Ferskt?"]
    assert db.session.scalars(select(HelpReply.words)).all() == ["Ennå ikke svar?"]


def test_what_one_has_asked_and_said_is_in_ones_copy(world: World, helper: Somebody, asker: Somebody) -> None:
    request_id = asked(asker)
    say(helper, request_id, "Portøren.")
    asker.send("DELETE", f"/help/requests/{asked(asker, 'Angret?')}")
    world.enter()
    mine, theirs = (
        {part.name: sorted(row.words for row in db.session.execute(part.query)) for part in personal.of_person(*who)}
        for who in ((world.organisation_id, each.person_id) for each in (asker, helper))
    )
    assert mine == {"help_asked": ["", "Hvem henter bårer?"], "help_answers": ["Portøren."], "help_said": []}
    assert theirs == {"help_asked": [], "help_answers": [], "help_said": ["Portøren."]}
