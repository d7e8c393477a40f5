"""The letter protocol through the door: each answer counts once, each fault is told, one bad letter stops no other."""

import json
import threading
from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from os import urandom
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import load_der_public_key
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core import clock
from app.core.db import committed
from app.core.keys import sealing_key
from app.identity.sign_in import issue_upload_token
from tests.faults.test_killed import rows_of
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def somebody(world: World, course: Course) -> Somebody:
    return world.somebody()


def verdict(somebody: Somebody, sent: dict[str, Any]) -> dict[str, Any]:
    answer = somebody.post("/play/letters", sent)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json["verdicts"][0]
    return found


def test_the_same_letter_again_gives_the_same_figures_and_moves_nothing(somebody: Somebody, course: Course) -> None:
    sent = course.finished(0)
    first = verdict(somebody, sent)
    assert (first["status"], first["points"], first["correct"], first["of"]) == ("accepted", 40, 2, 2)
    before = rows_of(somebody)
    assert verdict(somebody, sent) == {**first, "status": "known"}
    assert rows_of(somebody) == before


def test_the_same_id_with_other_content_is_refused(somebody: Somebody, course: Course) -> None:
    letter = course.letter(0)
    verdict(somebody, body(letter))
    before = rows_of(somebody)
    refused = verdict(somebody, body({**letter, "seed": letter["seed"] ^ 1}))
    assert (refused["status"], refused["code"], refused["points"]) == ("refused", "letter_changed", 0)
    assert rows_of(somebody) == before


def test_another_persons_same_id_is_their_own(world: World, somebody: Somebody, course: Course) -> None:
    letter = course.letter(0)
    verdict(somebody, body(letter))
    other, before = world.somebody(), rows_of(somebody)
    assert verdict(other, body({**letter, "seed": 1}))["status"] == "accepted"
    assert rows_of(somebody) == before


def test_two_tabs_at_once_are_one(world: World, somebody: Somebody, course: Course) -> None:
    sent = course.finished(0)
    answers: list[str] = []

    def send() -> None:
        client = world.application.test_client()
        client.set_cookie("loype", somebody.client.get_cookie("loype").value)  # type: ignore[union-attr]
        headers = {"X-CSRF-Token": somebody.csrf}
        answers.append(client.post("/api/v1/play/letters", json=sent, headers=headers).json["verdicts"][0]["status"])

    threads = [threading.Thread(target=send) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(answers) == ["accepted", "known", "known", "known"]
    assert rows_of(somebody)["letters"] == 1


@pytest.mark.parametrize("off", [timedelta(0), timedelta(days=365), timedelta(days=-365)])
def test_a_clock_that_is_wrong_all_the_time_does_no_harm(somebody: Somebody, course: Course, off: timedelta) -> None:
    now = clock.now()
    letter = course.letter(0, started_at=now - timedelta(hours=2) + off)
    told = verdict(somebody, body(letter, sent_at=now + off))
    assert told["status"] == "accepted"
    assert "time_adjusted" not in {each["code"] for each in told["notices"]}


@pytest.mark.parametrize("jump", [timedelta(days=3), timedelta(days=-30), timedelta(days=-365)])
def test_a_clock_that_jumps_counts_at_arrival_and_says_so(somebody: Somebody, course: Course, jump: timedelta) -> None:
    told = verdict(somebody, body(course.letter(0, started_at=clock.now() + jump)))
    assert (told["status"], told["notices"][-1]) == ("accepted", {"code": "time_adjusted"})


def test_what_is_not_open_not_mine_or_not_there(world: World, somebody: Somebody, course: Course) -> None:
    neighbour = World(world.application, "fjellby")
    theirs = course_in(neighbour)
    elsewhere = world.somebody("Skagen")
    narrow = course_in(world, audience={"departments": [str(world.departments["Skagen"])]})
    assert narrow.quests == course.quests
    cases = {
        "not_released": course.letter(2),
        "unknown_module": course.letter(0, module_version="0" * 64),
    }
    for code, letter in cases.items():
        assert verdict(somebody, body(letter))["code"] == code
    assert verdict(somebody, body(course.letter(0, activity=str(uuid4()))))["code"] == "unknown_module"
    assert verdict(somebody, body(course.letter(0, activity=str(course.activities[1]))))["code"] == "unknown_module"
    foreign = theirs.letter(0)
    assert verdict(somebody, body(foreign))["code"] == "unknown_module"
    assert verdict(elsewhere, body(course.letter(0)))["status"] == "accepted"


def test_who_is_not_in_the_audience(world: World) -> None:
    world.department("Solbakken")
    course = course_in(world, audience={"departments": [str(world.departments["Solbakken"])]})
    outside = world.somebody("Skagen")
    assert verdict(outside, body(course.letter(0)))["code"] == "not_in_audience"


def answers(count: int) -> list[dict[str, Any]]:
    return [{"card": "c1", "response": "a", "answered_at": "2026-11-19T10:00:00Z", "seconds": 4}] * count


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"answers": answers(201)}, "too_large"),
        ({"language": "n" * 40_000}, "too_large"),
        ({"kind": "review"}, "invalid"),
        ({"kind": None}, "invalid"),
        ({"language": "se"}, "invalid"),
        ({"seed": -1}, "invalid"),
        ({"seed": True}, "invalid"),
        ({"started_at": "2026-11-19T10:00:00"}, "invalid"),
        ({"finished_at": "yesterday"}, "invalid"),
        ({"answers": None}, "invalid"),
        ({"answers": [{"card": "c1"}]}, "invalid"),
        ({"answers": [{"card": "c9", "response": "a"}]}, "invalid"),
        ({"answers": [{"card": "c1", "response": ["a"]}]}, "invalid"),
        ({"answers": [{"card": "c1", "response": "zz"}]}, "invalid"),
        ({"answers": [{"card": "c1", "response": "a", "seconds": -5}]}, "invalid"),
        ({"answers": [{"card": "c1", "response": "a", "seconds": "5"}]}, "invalid"),
        ({"answers": [{"card": "c1", "response": "a", "seconds": True}]}, "invalid"),
        ({"answers": ["c1"]}, "invalid"),
        ({"id": "not-an-id"}, "invalid"),
    ],
)
def test_a_letter_that_is_not_right_is_refused_and_changes_nothing(
    somebody: Somebody, course: Course, changes: dict[str, Any], code: str
) -> None:
    before = rows_of(somebody)
    told = verdict(somebody, body({**course.letter(0), **changes}))
    assert (told["status"], told["code"], told["points"]) == ("refused", code, 0)
    assert rows_of(somebody) == before


def test_one_bad_among_ninety_nine_good(somebody: Somebody, course: Course) -> None:
    letters = [course.letter(0) for _ in range(100)]
    letters[50]["seed"] = "x"
    told = somebody.post("/play/letters", body(*letters)).json["verdicts"]
    assert [each["id"] for each in told] == [each["id"] for each in letters]
    assert [n for n, each in enumerate(told) if each["status"] != "accepted"] == [50]
    assert rows_of(somebody)["ledger_entries.points"] == 40


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"{", 400),
        (b"[" * 50_000, 400),
        (b'{"letters": []}', 400),
        (b'{"sent_at": "2026-11-19T11:00:00Z", "letters": {}}', 400),
        (b'{"sent_at": "2026-11-19T11:00:00Z", "letters": [NaN]}', 400),
        (b'{"sent_at": "2026-11-19T11:00:00Z", "letters": [' + b",".join([b"1"] * 101) + b"]}", 413),
        (b'{"sent_at": "2026-11-19T11:00:00Z", "letters": ["' + b"x" * 257 * 1024 + b'"]}', 413),
    ],
)
def test_a_call_that_cannot_be_read(somebody: Somebody, sent: bytes, status: int) -> None:
    answer = somebody.send("POST", "/play/letters", data=sent, content_type="application/json")
    assert answer.status_code == status
    assert answer.json["code"] == ("too_large" if status == 413 else "invalid")


def test_an_attempt_given_up_counts_its_tries_and_the_first_received_decides(
    somebody: Somebody, course: Course
) -> None:
    wrong = course.letter(0, finished_at=None, answers=[{"card": "c1", "response": "a", "seconds": 9}])
    assert verdict(somebody, body(wrong))["points"] == 0
    later = verdict(somebody, course.finished(0))
    assert {each["kind"]: each["count"] for each in later["entries"]} == {
        "exercise_first": 1,
        "exercise_later": 1,
        "module": 1,
    }


def test_an_answer_quicker_than_it_can_be_read_earns_nothing(somebody: Somebody, course: Course) -> None:
    letter = course.letter(0)
    for each in letter["answers"]:
        each["seconds"] = 0.3
    assert verdict(somebody, body(letter))["points"] == 20


def sealed(content: dict[str, Any], token: str) -> dict[str, str]:
    """What a device makes at sign-out."""
    key, iv = urandom(32), urandom(12)
    server = load_der_public_key(b64decode(sealing_key()))
    oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
    closed = AESGCM(key).encrypt(iv, json.dumps(content).encode(), None)
    parts = {"key": server.encrypt(key, oaep), "iv": iv, "sealed": closed}  # type: ignore[union-attr]
    return {"token": token, **{name: b64encode(part).decode() for name, part in parts.items()}}


def test_letters_sealed_at_sign_out_arrive_once(world: World, somebody: Somebody, course: Course) -> None:
    token = committed(issue_upload_token, world.organisation_id, somebody.person_id)
    sent = sealed(course.finished(0), token)
    nobody = world.application.test_client()
    for _ in range(2):
        answer = nobody.post("/api/v1/play/sealed", json=sent)
        assert (answer.status_code, answer.json) == (200, {"received": 1, "refused": 0})
    assert rows_of(somebody)["letters"] == 1
    other = sealed(course.finished(1), token)
    tampered = {**sent, "sealed": sent["sealed"][:-8] + "AAAAAAA="}
    for bad in (other, tampered, {**sent, "token": "nothing"}, {**other, "token": token + "x"}):
        refused = nobody.post("/api/v1/play/sealed", json=bad)
        assert (refused.status_code, refused.json["code"]) == (404, "not_found")
    assert rows_of(somebody)["letters"] == 1


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(4)), again=st.lists(st.integers(0, 3), max_size=3))
def test_any_order_and_any_repetition_give_the_same(world: World, order: list[int], again: list[int]) -> None:
    if not hasattr(world, "course"):
        world.course = course_in(world)  # type: ignore[attr-defined]
    course: Course = world.course  # type: ignore[attr-defined]
    start = datetime.fromisoformat("2026-11-18T08:00:00+00:00")
    letters = [
        course.letter(0, skill=1.0, started_at=start),
        course.letter(1, skill=1.0, started_at=start + timedelta(hours=1)),
        course.letter(1, started_at=start, finished_at=None, answers=[]),
        course.letter(0, started_at=start, finished_at=None, answers=[]),
    ]
    somebody = world.somebody()
    for n in [*order, *again]:
        assert verdict(somebody, body(letters[n]))["status"] in ("accepted", "known")
    rows = rows_of(somebody)
    assert rows["ledger_entries.points"] == 4 * 10 + 2 * 20 + 50
    assert rows["point_totals.points"] == 2 * rows["ledger_entries.points"]
    assert (rows["module_progress"], rows["quest_progress"]) == (2, 1)
