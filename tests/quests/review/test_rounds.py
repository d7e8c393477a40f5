"""Rounds of reviews through the door: what is asked, what an answer does, and what it earns."""

from contextlib import AbstractContextManager
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from app.core import clock
from app.core.db import committed, db
from app.identity.actions import touch_organisation
from quests.content.actions import import_modules
from quests.content.package import Package
from quests.content.queries import version_for
from quests.paths.models import Activity
from quests.review.actions import recount_memory
from quests.review.models import MemoryItem
from quests.review.queries import mastery_of
from tests.quests.course import Course, body, course_in, offer, text
from tests.quests.review.reviewing import RIGHT, WRONG, asked, met, much_in, of, round_letter, sent
from tests.world import Somebody, World

DAY = timedelta(days=1)


def later(days: float) -> AbstractContextManager[None]:
    return clock.standing_at(clock.now() + days * DAY)


def memories(somebody: Somebody) -> list[tuple[object, ...]]:
    somebody.world.enter()
    db.session.rollback()
    names = [column.name for column in MemoryItem.__table__.columns]
    rows = db.session.query(MemoryItem).filter_by(player_id=somebody.player_id)
    return sorted((tuple(str(getattr(row, name)) for name in names) for row in rows), key=str)


@pytest.fixture
def course(world: World) -> Course:
    return much_in(world)


@pytest.fixture
def somebody(world: World, course: Course) -> Somebody:
    return world.somebody()


def test_what_is_met_comes_back_when_it_is_about_to_fade(somebody: Somebody, course: Course) -> None:
    assert asked(somebody)["items"] == []
    met(somebody, course, 0)
    told = asked(somebody)
    assert (told["due"], told["left_this_week"], told["per_week"], told["per_round"]) == (0, 12, 12, 6)
    assert [(each["card"], each["module"], each["asked_from"]) for each in told["items"]] == [
        ("c1", "post-0", "2026-11-22"),
        ("c2", "post-0", "2026-11-22"),
    ]
    first = told["items"][0]
    assert (first["due_at"], first["title"], first["languages"]) == (
        "2026-11-21T23:00:00Z",
        "post-0 (nb)",
        ["nb", "nn", "en"],
    )
    assert first["why"] == {"code": "met", "last_on": "2026-11-19", "tries": 1, "chance": 0.88}
    assert first["days_until_back"] == {"recalled": 21, "missed": 1}
    assert somebody.get("/today").json["review"] == {"due": 0, "left_this_week": 12, "round": 0, "minutes": 0}
    with later(3):
        assert asked(somebody)["due"] == 2
        assert somebody.get("/today").json["review"] == {"due": 2, "left_this_week": 12, "round": 2, "minutes": 1}


def test_a_round_moves_memory_and_earns(somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    before = somebody.get("/me").json["points"]["total"]
    with later(3):
        items = asked(somebody)["items"]
        told = sent(somebody, round_letter([*of(items[:1]), *of(items[1:], WRONG), *of(items[1:])]))[0]
        assert (told["status"], told["correct"], told["of"], told["points"]) == ("accepted", 1, 2, 10)
        assert told["entries"] == [{"kind": "recall", "points": 10, "count": 1}]
        assert somebody.get("/me").json["points"]["total"] == before + 10
        after = asked(somebody)
        assert (after["due"], after["left_this_week"]) == (0, 10)
        assert [(each["card"], each["why"]["code"]) for each in after["items"]] == [("c2", "missed")]
        somebody.world.enter()
        mastered = {
            each.card: each.mastered_on for each in mastery_of(course.world.organisation_id, somebody.player_id)
        }
        assert mastered == {"c1": clock.now().date(), "c2": None}


def test_two_recalled_are_one_entry_of_twenty(somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    with later(3):
        told = sent(somebody, round_letter(of(asked(somebody)["items"])))[0]
    assert told["entries"] == [{"kind": "recall", "points": 20, "count": 2}]


@pytest.mark.parametrize(
    ("days", "seconds", "response", "points"),
    [(2, 9.0, RIGHT, 0), (3, 9.0, RIGHT, 20), (3, 0.2, RIGHT, 0), (29, 9.0, RIGHT, 20), (29, 9.0, WRONG, 0)],
)
def test_what_a_recall_is_worth(
    somebody: Somebody, course: Course, days: int, seconds: float, response: str, points: int
) -> None:
    met(somebody, course, 0)
    items = asked(somebody)["items"]
    with later(days):
        assert sent(somebody, round_letter(of(items, response), seconds=seconds))[0]["points"] == points


def test_of_two_recalls_too_near_each_other_one_is_rewarded(somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    items = asked(somebody)["items"]
    with later(10):
        early, late = (round_letter(of(items), clock.now() - ago * DAY) for ago in (2, 0))
        assert [each["points"] for each in sent(somebody, late, early)] == [20, 0]


def test_a_letter_known_or_changed_is_as_any_other(somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    with later(3):
        letter = round_letter(of(asked(somebody)["items"]))
        first, again = sent(somebody, letter, letter)
        kept = memories(somebody)
        assert again == {**first, "status": "known"}
        assert sent(somebody, {**letter, "seed": 8})[0]["code"] == "letter_changed"
        assert memories(somebody) == kept


def test_rounds_that_are_refused(world: World, somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    items = asked(somebody)["items"]
    version = items[0]["version"]
    other = course_in(World(world.application, "fjellby"))
    cases = [
        (round_letter([("0" * 64, "c1", RIGHT)]), "unknown_module"),
        (round_letter([(other.versions[0], "c1", RIGHT)]), "unknown_module"),
        (round_letter([(version, "c9", RIGHT)]), "invalid"),
        (round_letter([(version, "c1", "z")]), "invalid"),
        (round_letter([(version, "c1", RIGHT)], language="se"), "invalid"),
        (round_letter([(version, "c1", RIGHT)], kind="rehearsal"), "invalid"),
        (round_letter([(version, "c3", ["a", "c"])]), "not_released"),
        (round_letter([(course.versions[1], "c1", RIGHT)]), "not_released"),
        (round_letter([(version, "c1", RIGHT)] * 201), "too_large"),
    ]
    before = memories(somebody)
    told = [sent(somebody, letter)[0] for letter, _ in cases]
    assert [each["code"] for each in told] == [code for _, code in cases]
    assert memories(somebody) == before
    assert world.somebody().post("/play/letters", body(round_letter(of(items)))).json["verdicts"][0]["code"] == (
        "not_released"
    )


def test_a_round_given_up_counts_what_was_answered(somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    with later(3):
        items = asked(somebody)["items"]
        told = sent(somebody, round_letter(of(items[:1]), finished_at=None))[0]
        assert (told["status"], told["of"], told["points"]) == ("accepted", 1, 10)
        assert [each["card"] for each in asked(somebody)["items"] if each["asked_from"] <= "2026-11-22"] == ["c2"]


def test_a_missed_month_gives_one_weeks_ceiling_and_no_more(somebody: Somebody, course: Course) -> None:
    met(somebody, course, *range(10))
    with later(29):
        told = asked(somebody)
        assert (told["due"], told["left_this_week"], len(told["items"])) == (12, 12, 12)
        assert somebody.get("/today").json["review"] == {"due": 12, "left_this_week": 12, "round": 6, "minutes": 2}
        for _ in range(2):
            sent(somebody, round_letter(of(asked(somebody)["items"][:6])))
        told = asked(somebody)
        assert (told["due"], told["left_this_week"]) == (0, 0)
        assert somebody.get("/today").json["review"]["due"] == 0
        assert {each["asked_from"] for each in told["items"]} == {"2026-12-21"}
        assert len(told["items"]) == 8


def test_beyond_the_ceiling_is_kept_for_memory_and_earns_nothing(somebody: Somebody, course: Course) -> None:
    met(somebody, course, *range(10))
    with later(29):
        items = [(version, card, RIGHT) for version in course.versions for card in ("c1", "c2")]
        told = sent(somebody, *(round_letter(items[part : part + 7]) for part in (0, 7)))
        assert [each["points"] for each in told] == [70, 50]
        assert [each["correct"] for each in told] == [7, 7]
        assert asked(somebody)["left_this_week"] == 0
        somebody.world.enter()
        mastered = [each for each in mastery_of(course.world.organisation_id, somebody.player_id) if each.mastered_on]
        assert len(mastered) == 14


def test_a_module_again_is_a_try_more_and_no_review(somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    with later(4):
        before = asked(somebody)["left_this_week"]
        told = sent(somebody, course.letter(0))[0]
        assert (told["points"], asked(somebody)["left_this_week"]) == (0, before)
        somebody.world.enter()
        assert all(each.mastered_on for each in mastery_of(course.world.organisation_id, somebody.player_id))


def test_the_same_module_in_two_runs_is_one_item(world: World) -> None:
    course, somebody = course_in(world), world.somebody()
    run = offer(course, "enrolment")
    somebody.post(f"/explore/{run.id}/start")
    met(somebody, course, 0)
    met(somebody, course, 0)
    assert [each["card"] for each in asked(somebody)["items"]] == ["c1"]


def test_it_is_the_same_without_the_game_layer(somebody: Somebody, course: Course) -> None:
    somebody.send("PATCH", "/me", {"game_layer": False})
    met(somebody, course, 0)
    with later(3):
        assert asked(somebody)["due"] == 2
        assert sent(somebody, round_letter(of(asked(somebody)["items"])))[0]["correct"] == 2


def test_nothing_of_it_is_seen_by_others(world: World, somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    with later(3):
        assert asked(world.somebody())["items"] == []
        stranger = World(world.application, "fjellby").somebody()
        assert asked(stranger)["items"] == []
        assert stranger.get("/review/mastery").json["topics"] == []


def test_an_answer_that_holds_is_not_sent_again(somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    etag = somebody.get("/review").headers["ETag"]
    headers = {"If-None-Match": etag}
    assert somebody.get("/review", headers=headers).status_code == 304
    today = somebody.get("/today").headers["ETag"]
    with clock.standing_at(clock.now() + 3 * DAY):
        assert somebody.get("/review", headers=headers).status_code == 200
        answer = somebody.get("/today", headers={"If-None-Match": today})
        assert (answer.status_code, answer.json["review"]["due"]) == (200, 2)
        etag = answer.headers["ETag"]
        sent(somebody, round_letter(of(asked(somebody)["items"])))
        assert somebody.get("/today", headers={"If-None-Match": etag}).json["review"]["due"] == 0


def test_a_day_is_the_organisations(somebody: Somebody, course: Course) -> None:
    """Met at half past eleven at night in Oslo, it is due from midnight three days later."""
    evening = clock.now().replace(hour=22, minute=30)
    with clock.standing_at(evening):
        met(somebody, course, 0)
    for hours, due in ((48.4, 0), (48.6, 2)):
        with clock.standing_at(evening + timedelta(hours=hours)):
            assert asked(somebody)["due"] == due
            assert somebody.get("/today").json["review"]["due"] == due


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 13), st.booleans()), min_size=1, max_size=6), st.integers(0, 10_000))
def test_any_order_and_repetition_of_letters_gives_the_same_memory(
    world: World, course: Course, rounds: list[tuple[int, bool]], seed: int
) -> None:
    random = Random(seed)
    one, other = world.somebody(), world.somebody()
    for each in (one, other):
        met(each, course, 0)
    with later(14):
        items = of(asked(one)["items"])
        letters = [
            round_letter([(*item[:2], RIGHT if right else WRONG) for item in items], clock.now() - ago * DAY)
            for ago, right in rounds
        ]
        sent(one, *sorted(letters, key=lambda each: str(each["finished_at"])))
        again = [*letters, *random.choices(letters, k=2)]
        random.shuffle(again)
        for letter in again:
            sent(other, letter)
        assert [row[2:] for row in memories(other)] == [row[2:] for row in memories(one)]


def test_memory_can_be_built_anew_from_its_tries(somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0, 1, skill=0.5)
    with later(5):
        sent(somebody, round_letter(of(asked(somebody)["items"])))
    kept = memories(somebody)
    assert committed(recount_memory, course.world.organisation_id) == 0
    committed(db.session.execute, update(MemoryItem).where(MemoryItem.card == "c1").values(stability=99.0))
    assert committed(recount_memory, course.world.organisation_id) == 2
    assert memories(somebody) == kept


def test_what_is_no_longer_marked_or_given_sleeps_and_wakes(world: World, somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0)
    with later(3):
        kept = asked(somebody)["items"]
        publish_again(course, 0, remembered=("c2",))
        assert [each["card"] for each in asked(somebody)["items"]] == ["c2"]
        assert somebody.get("/today").json["review"]["due"] == 1
        told = sent(somebody, round_letter(of(kept)))[0]
        assert (told["status"], told["correct"]) == ("accepted", 2)
        publish_again(course, 0, remembered=("c1", "c2"), prompt="Hva nå?")
    with later(28):
        again = asked(somebody)["items"]
        assert [each["card"] for each in again] == ["c1", "c2"]
        assert {each["why"]["tries"] for each in again} == {2}
        assert again[0]["version"] != kept[0]["version"]
        withdraw(course, 0)
        assert asked(somebody)["items"] == []
        assert somebody.get("/today").json["review"]["due"] == 0


def publish_again(course: Course, which: int, remembered: tuple[str, ...], prompt: str = "Hva først?") -> None:
    """A new version of a module, in which these cards come back."""
    world = course.world
    world.enter()
    found = version_for(world.organisation_id, course.versions[which])
    assert found is not None
    cards = []
    for card in found.document["cards"]:
        plain = {name: value for name, value in card.items() if name != "remember"}
        cards.append({**plain, "prompt": text(prompt)} | ({"remember": True} if card["id"] in remembered else {}))
    document = {**found.document, "cards": cards}
    committed(import_modules, world.organisation_id, Package(None, None, [document], [], {}))
    db.session.rollback()


def withdraw(course: Course, which: int) -> None:
    """Take a module out of its quest."""
    course.world.enter()
    activity = db.session.get_one(Activity, (course.world.organisation_id, course.activities[which]))

    def taken_out() -> None:
        activity.removed_at = clock.now()
        touch_organisation(course.world.organisation_id)

    committed(taken_out)


def test_mastery_by_topic_and_week(somebody: Somebody, course: Course) -> None:
    met(somebody, course, 0, 1)
    with later(8):
        answers = of(asked(somebody)["items"])
        sent(somebody, round_letter(answers[:3]))
        told = somebody.get("/review/mastery").json
    assert [(week["year"], week["week"]) for week in told["weeks"]] == [(2026, 47), (2026, 48)]
    assert {(each["title"], *each["met"], *each["mastered"]) for each in told["topics"]} in (
        {("post-0 (nb)", 2, 2, 0, 2), ("post-1 (nb)", 2, 2, 0, 1)},
        {("post-0 (nb)", 2, 2, 0, 1), ("post-1 (nb)", 2, 2, 0, 2)},
    )
