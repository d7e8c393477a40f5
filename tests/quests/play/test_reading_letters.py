"""What a letter may look like: strictly the contract's forms, and one that is not right poisons no other."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import orjson
import pytest

from quests.play.letters import Refused, content_of, id_of, read_moment, read_review
from tests.faults.test_killed import rows_of
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World

ID = "0b8f6a52-55a5-4f3c-9d0c-6c1b6a3f2f11"


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@pytest.fixture
def somebody(world: World, course: Course) -> Somebody:
    return world.somebody()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-19T10:00:00Z", datetime(2026, 11, 19, 10, tzinfo=UTC)),
        ("2026-11-19T11:00:00+01:00", datetime(2026, 11, 19, 10, tzinfo=UTC)),
        ("2026-11-19T10:00:00.123Z", datetime(2026, 11, 19, 10, 0, 0, 123_000, tzinfo=UTC)),
        ("2026-11-19T10:00:00.123456789Z", datetime(2026, 11, 19, 10, 0, 0, 123_456, tzinfo=UTC)),
        ("1970-01-01T00:00:00Z", datetime(1970, 1, 1, tzinfo=UTC)),
        ("2028-02-29T23:59:59-12:00", datetime(2028, 3, 1, 11, 59, 59, tzinfo=UTC)),
    ],
)
def test_moments(text: str, moment: datetime) -> None:
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-19T10:00:00",
        "2026-11-19",
        "20261119T100000Z",
        "2026-W47-4T10:00:00Z",
        "2026-11-19 10:00:00Z",
        "2026-11-19T10:00Z",
        "2026-11-19T10:00:00+01",
        "2026-11-19T10:00:00+00:00:00.5",
        "2026-13-19T10:00:00Z",
        "2027-02-29T10:00:00Z",
        "2026-11-19T24:00:00Z",
        "2026-11-19T10:00:00+25:00",
        "٢٠٢٦-11-19T10:00:00Z",
        "2026-11-19T10:00:00Z\n",
        "0000-01-01T00:00:00Z",
        "+010000-01-01T00:00:00Z",
        "",
        None,
        0,
        1_763_546_400,
        True,
        ["2026-11-19T10:00:00Z"],
    ],
)
def test_what_is_no_moment(text: object) -> None:
    with pytest.raises(Refused):
        read_moment(text)


@pytest.mark.parametrize("id", [None, 7, "", "x", "{" + ID + "}", f"urn:uuid:{ID}", ID.replace("-", ""), ID + "\n"])
def test_what_is_no_id(id: object) -> None:
    with pytest.raises(Refused):
        id_of({"id": id})


def test_the_content_is_the_same_whatever_the_order_of_fields() -> None:
    one = orjson.loads(b'{"id": "a", "seed": 1, "answers": [{"card": "c1", "response": "b"}]}')
    two = orjson.loads(b'{"answers": [{"response": "b", "card": "c1"}], "seed": 1, "id": "a"}')
    assert content_of(one) == content_of(two)


@pytest.mark.parametrize(
    "changes",
    [
        {"module_version": "a\0b"},
        {"activity": "a\0b"},
        {"language": "nb\0"},
        {"id": "a\0b"},
        {"answers": [{"card": "c1\0", "response": "a"}]},
        {"answers": [{"card": "c1", "response": "a\0"}]},
        {"answers": [{"card": "c2", "response": ["a", "a"]}]},
        {"answers": [{"card": "c2", "response": []}]},
        {"answers": [{"card": "c1", "response": None}]},
        {"answers": [{"card": "c1", "response": {"a": {"a": "a"}}}]},
        {"answers": [{"card": "c1", "response": "a", "seconds": 1e300}]},
        {"answers": [{"card": "c1", "response": "a", "answered_at": "before"}]},
        {"seed": 1.0},
        {"seed": 2**31},
        {"seed": "17"},
        {"answers": {"c1": "a"}},
        {"finished_at": False},
        {"started_at": 5},
    ],
    ids=repr,
)
def test_a_poisoned_letter_is_refused_and_those_around_it_arrive(
    somebody: Somebody, course: Course, changes: dict[str, Any]
) -> None:
    letters = [course.letter(0), {**course.letter(0), **changes}, course.letter(1)]
    told = somebody.post("/play/letters", body(*letters)).json["verdicts"]
    assert [each["status"] for each in told] == ["accepted", "refused", "accepted"]
    assert told[1]["code"] == "invalid"
    assert rows_of(somebody)["letters"] == 2


@pytest.mark.parametrize("letter", [None, 7, "x", [], {}, [[]], {"id": ID}, {"id": ["x"]}, {"id": "x" * 500}])
def test_what_is_no_letter_at_all(somebody: Somebody, course: Course, letter: object) -> None:
    told = somebody.post("/play/letters", body(letter, course.letter(0))).json["verdicts"]  # type: ignore[arg-type]
    assert [(each["status"], each["code"]) for each in told] == [("refused", "invalid"), ("accepted", None)]


def test_deep_answers_are_refused_alone_and_bombs_refuse_the_call(somebody: Somebody, course: Course) -> None:
    letters = [course.letter(0, answers=[{"card": "c1", "response": "DEEP"}]), course.letter(0)]
    sent = orjson.dumps(body(*letters)).replace(b'"DEEP"', b"[" * 300 + b"]" * 300)
    told = somebody.send("POST", "/play/letters", data=sent, content_type="application/json").json["verdicts"]
    assert [each["status"] for each in told] == ["refused", "accepted"]
    for bomb in (b'{"letters":' + b"[" * 100_000, b'{"a":' * 20_000, b"\xff\xfe{}", b"null", b"7", b'"x"', b"[]", b""):
        answer = somebody.send("POST", "/play/letters", data=bomb, content_type="application/json")
        assert (answer.status_code, answer.json["code"]) == (400, "invalid")


def test_an_id_is_told_back_as_it_was_written(somebody: Somebody, course: Course) -> None:
    shouted = course.letter(0, id=str(uuid4()).upper())
    for status in ("accepted", "known"):
        told = somebody.post("/play/letters", body(shouted)).json["verdicts"][0]
        assert (told["id"], told["status"]) == (shouted["id"], status)


@pytest.mark.parametrize("sent_at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "1970-01-01T00:00:00Z"])
def test_the_ends_of_time_are_no_reason_to_refuse(somebody: Somebody, course: Course, sent_at: str) -> None:
    letters = [course.letter(0), course.letter(1, started_at=None, finished_at=sent_at)]
    answer = somebody.post("/play/letters", {"sent_at": sent_at, "letters": letters})
    assert [each["status"] for each in answer.json["verdicts"]] == ["accepted", "accepted"]


def test_a_letter_counts_the_same_in_every_language(world: World, course: Course) -> None:
    for language in ("nb", "nn", "en"):
        told = world.somebody().post("/play/letters", body(course.letter(0, language=language))).json["verdicts"][0]
        assert (told["points"], told["correct"]) == (40, 2)


def test_nobody_signed_in_and_no_token_of_the_form(world: World, somebody: Somebody, course: Course) -> None:
    sent = course.finished(0)
    assert world.application.test_client().post("/api/v1/play/letters", json=sent).status_code == 401
    answer = somebody.client.post("/api/v1/play/letters", json=sent)
    assert (answer.status_code, answer.json["code"]) == (403, "csrf")
    assert rows_of(somebody)["letters"] == 0


def round_of(*answers: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "id": str(uuid4()),
        "kind": "review",
        "activity": None,
        "module_version": None,
        "language": "nb",
        "seed": 3,
        "started_at": "2026-11-19T10:00:00Z",
        "finished_at": None,
        "answers": list(answers),
        **changes,
    }


ASKED = {"card": "c1", "response": "b", "module_version": "0" * 64, "answered_at": "2026-11-19T10:00:09Z"}


def test_each_answer_of_a_review_names_its_version_and_may_name_its_variant() -> None:
    raw = round_of(ASKED, ASKED | {"variant": "v2", "answered_at": "2026-11-19T10:00:31Z"})
    told = read_review(raw, content_of(raw))
    assert [(each.card, each.module_version, each.variant) for each in told.answers] == [
        ("c1", "0" * 64, None),
        ("c1", "0" * 64, "v2"),
    ]
    assert told.claimed_at == datetime(2026, 11, 19, 10, 0, 31, tzinfo=UTC)
    assert not told.finished


@pytest.mark.parametrize(
    "raw",
    [
        round_of(ASKED | {"module_version": None}),
        round_of(ASKED | {"variant": 7}),
        round_of(ASKED, activity=ID),
        round_of(ASKED, module_version="0" * 64),
        round_of(ASKED, started_at="2026-11-19"),
    ],
)
def test_reviews_that_are_not_right(raw: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        read_review(raw, content_of(raw))
