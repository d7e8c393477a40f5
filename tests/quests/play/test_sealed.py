"""The sealed door: one delivery a token, the same answer to the same body, nothing told to anybody else."""

import threading
from base64 import b64encode
from typing import Any

import pytest

from app.core.db import committed
from app.identity.sign_in import issue_upload_token
from tests.faults.test_killed import rows_of
from tests.quests.course import Course, body, course_in
from tests.quests.test_letters import sealed
from tests.world import Somebody, World

ADDRESS = "/api/v1/play/sealed"


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def somebody(world: World, course: Course) -> Somebody:
    return world.somebody()


@pytest.fixture
def token(world: World, somebody: Somebody) -> str:
    world.enter()
    return committed(issue_upload_token, world.organisation_id, somebody.person_id)


def delivered_at_once(world: World, *bodies: dict[str, str]) -> list[tuple[int, Any]]:
    """What each is answered when all knock in the same moment."""
    barrier, answers = threading.Barrier(len(bodies)), []

    def send(sent: dict[str, str]) -> None:
        client = world.application.test_client()
        barrier.wait()
        answer = client.post(ADDRESS, json=sent)
        answers.append((answer.status_code, answer.json))

    threads = [threading.Thread(target=send, args=(each,)) for each in bodies]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return answers


def test_of_two_deliveries_at_once_one_is_admitted(
    world: World, somebody: Somebody, course: Course, token: str
) -> None:
    bodies = [sealed(course.finished(which), token) for which in (0, 1)]
    statuses = sorted(status for status, _ in delivered_at_once(world, *bodies))
    assert statuses == [200, 404]
    assert rows_of(somebody)["letters"] == 1


def test_the_same_delivery_at_once_is_answered_alike(
    world: World, somebody: Somebody, course: Course, token: str
) -> None:
    sent = sealed(course.finished(0), token)
    assert delivered_at_once(world, sent, sent, sent) == [(200, {"received": 1, "refused": 0})] * 3
    assert rows_of(somebody)["letters"] == 1


def test_refused_letters_are_counted_and_the_others_arrive(
    world: World, somebody: Somebody, course: Course, token: str
) -> None:
    sent = sealed(body(course.letter(0), course.letter(2), course.letter(1)), token)
    answer = world.application.test_client().post(ADDRESS, json=sent)
    assert answer.json == {"received": 2, "refused": 1}


def test_what_was_delivered_openly_before_is_not_delivered_twice(
    world: World, somebody: Somebody, course: Course, token: str
) -> None:
    content = course.finished(0)
    somebody.post("/play/letters", content)
    before = rows_of(somebody)
    assert world.application.test_client().post(ADDRESS, json=sealed(content, token)).json["received"] == 1
    assert rows_of(somebody) == before


@pytest.mark.parametrize("content", [[], {"letters": []}, {"sent_at": "x", "letters": []}])
def test_nonsense_under_a_good_seal_does_not_spend_the_token(
    world: World, somebody: Somebody, course: Course, token: str, content: Any
) -> None:
    nobody = world.application.test_client()
    assert nobody.post(ADDRESS, json=sealed(content, token)).json["code"] == "invalid"
    assert nobody.post(ADDRESS, json=sealed(course.finished(0), token)).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        {"key": "no base64"},
        {"key": b64encode(b"x" * 384).decode()},
        {"iv": b64encode(b"x").decode()},
        {"iv": b64encode(b"x" * 12).decode()},
        {"sealed": b64encode(b"x" * 50).decode()},
        {"sealed": "æøå"},
        {"token": "x"},
        {"token": "0" * 32 + ".x"},
        {"token": "\0"},
    ],
)
def test_every_wrong_seal_is_answered_alike_and_spends_nothing(
    world: World, somebody: Somebody, course: Course, token: str, change: dict[str, str]
) -> None:
    nobody, sent = world.application.test_client(), sealed(course.finished(0), token)
    refused = nobody.post(ADDRESS, json={**sent, **change})
    assert (refused.status_code, refused.json["code"]) == (404, "not_found")
    assert refused.data == nobody.post(ADDRESS, json={**sent, "token": "nothing"}).data
    assert "Set-Cookie" not in refused.headers
    assert nobody.post(ADDRESS, json=sent).status_code == 200


def test_sizes_are_bounded(world: World, course: Course) -> None:
    nobody = world.application.test_client()
    sent = {"token": "x", "key": "x", "iv": "x", "sealed": "x" * (400 * 1024 + 1)}
    assert nobody.post(ADDRESS, json=sent).status_code == 422
    assert nobody.post(ADDRESS, json={**sent, "sealed": "x" * 1024 * 1024}).status_code == 413
    for missing in sent:
        part = {name: "x" for name in sent if name != missing}
        assert nobody.post(ADDRESS, json=part).json["code"] == "invalid"
