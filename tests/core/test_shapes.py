"""What the fields of the contract take, and what only looks like it."""

from typing import Any

import pytest
from marshmallow import ValidationError, fields

from app.core.shapes import Matching, Number, Whole, YesOrNo, text
from tests.world import World

TAKEN = [
    (YesOrNo(), True, True),
    (Whole(), 5, 5),
    (Whole(), 5.0, 5),
    (Number(), 0.5, 0.5),
    (Number(), 1, 1.0),
    (text(10), "Åse Ø", "Åse Ø"),
]
REFUSED = [
    *((YesOrNo(), each) for each in ("true", 1, 0, "on", None, [])),
    *((Whole(), each) for each in ("5", 5.5, True, None, float("inf"), float("nan"))),
    *((Number(), each) for each in ("0.5", True, [], float("nan"), float("inf"))),
    *((text(10), each) for each in ("", " ", "a\n", "a\0", "a\x85", "\ud800", "x" * 11, 7)),
    (fields.String(validate=Matching("^[0-9]{6}$")), "123456\n"),
]


@pytest.mark.parametrize(("field", "given", "read"), TAKEN)
def test_what_is_taken(field: fields.Field[Any], given: Any, read: Any) -> None:
    assert field.deserialize(given) == read


@pytest.mark.parametrize(("field", "given"), REFUSED)
def test_what_is_refused(field: fields.Field[Any], given: Any) -> None:
    with pytest.raises(ValidationError):
        field.deserialize(given)


BODIES = (b'{"token": "\\ud800"}', b'{"token": NaN}', b"{", b"\xff", b'{"token": "a"', b"[" * 2000)


@pytest.mark.parametrize("body", BODIES)
def test_a_body_that_is_no_json_is_a_clear_refusal(world: World, body: bytes) -> None:
    """Half a surrogate pair among them: JSON can spell it, and nothing that stores or hashes text can take it."""
    client = world.application.test_client()
    answer = client.post("/api/v1/enrolment/look", data=body, content_type="application/json")
    assert (answer.status_code, answer.json["code"]) == (400, "invalid")
