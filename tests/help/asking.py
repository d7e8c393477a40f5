"""Asking and answering in a line each."""

from typing import Any
from uuid import uuid4

from werkzeug.test import TestResponse

from tests.world import Somebody

Json = dict[str, Any]


def ask(somebody: Somebody, text: str = "Hvem henter bårer?", about: Json | None = None, key: str = "") -> TestResponse:
    return somebody.post("/help/mine", {"key": key or str(uuid4()), "text": text, "about": about})


def asked(somebody: Somebody, text: str = "Hvem henter bårer?", about: Json | None = None) -> str:
    """The id of a question that was taken in."""
    answer = ask(somebody, text, about)
    assert answer.status_code == 200, answer.text
    return str(answer.json["id"])


def say(somebody: Somebody, request_id: str, text: str = "Portøren.", key: str = "") -> TestResponse:
    return somebody.post(f"/help/requests/{request_id}/replies", {"key": key or str(uuid4()), "text": text})


def waiting(helper: Somebody, **query: str) -> list[str]:
    """What the questions to somebody say."""
    return [each["text"] for each in helper.get("/help/to-me", query_string=query).json["items"]]
