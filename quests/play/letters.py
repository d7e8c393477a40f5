"""A letter as it comes from a device, read strictly: what is not right is refused by a code, never mended by guess."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from math import isfinite
from re import compile as pattern
from typing import Any
from uuid import UUID

import orjson

MOST_ANSWERS, MOST_BYTES = 200, 32 * 1024
LONGEST_SECONDS = 86_400.0
RFC3339 = pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)")
UUID_FORM = pattern(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class Refused(Exception):
    """Why a letter is not taken in; `code` is one of the contract's codes of refusal."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Answered:
    """One try at a card as the device tells of it."""

    card: str
    response: Any
    seconds: float | None
    variant: str | None = None
    """Of a card with variants the one that was shown, where the device says it."""


@dataclass(frozen=True, slots=True)
class DeviceLetter:
    """An attempt at a module as the device tells of it. `claimed_at` is the device's own time for the whole."""

    activity: UUID
    module_version: str
    language: str
    seed: int
    claimed_at: datetime
    finished: bool
    answers: tuple[Answered, ...]


def content_of(raw: object) -> bytes:
    """The letter's content in one form, whatever the order of its fields. Raises Refused."""
    try:
        return orjson.dumps(raw, option=orjson.OPT_SORT_KEYS)
    except (TypeError, ValueError):
        raise Refused("invalid") from None


def hash_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def id_of(raw: object) -> UUID:
    """The id the device made. Raises Refused."""
    return _uuid(_object(raw).get("id"))


def read(raw: object, content: bytes) -> DeviceLetter:
    """The letter, or Refused with the code that says what is wrong."""
    letter = _object(raw)
    answers = letter.get("answers")
    if not isinstance(answers, list):
        raise Refused("invalid")
    if len(answers) > MOST_ANSWERS or len(content) > MOST_BYTES:
        raise Refused("too_large")
    if letter.get("kind") != "module":
        raise Refused("invalid")
    started_at, finished_at = read_moment(letter.get("started_at")), letter.get("finished_at")
    read_answers = [_answer(each) for each in answers]
    last = read_moment(finished_at) if finished_at is not None else _last(answers) or started_at
    seed = letter.get("seed")
    if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**31:
        raise Refused("invalid")
    return DeviceLetter(
        activity=_uuid(letter.get("activity")),
        module_version=_text(letter.get("module_version")),
        language=_text(letter.get("language")),
        seed=seed,
        claimed_at=last,
        finished=finished_at is not None,
        answers=tuple(read_answers),
    )


def read_moment(value: object) -> datetime:
    """An RFC 3339 moment with its zone. Raises Refused."""
    text = _text(value)
    if not RFC3339.fullmatch(text):
        raise Refused("invalid")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Refused("invalid") from None


def _last(answers: list[Any]) -> datetime | None:
    moments = [read_moment(each["answered_at"]) for each in answers if each.get("answered_at") is not None]
    return moments[-1] if moments else None


def _answer(raw: object) -> Answered:
    answer = _object(raw)
    if "response" not in answer:
        raise Refused("invalid")
    if answer.get("answered_at") is not None:
        read_moment(answer["answered_at"])
    variant = answer.get("variant")
    return Answered(
        card=_text(answer.get("card")),
        response=answer["response"],
        seconds=_seconds(answer.get("seconds")),
        variant=None if variant is None else _text(variant),
    )


def _seconds(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise Refused("invalid")
    if not 0 <= value <= LONGEST_SECONDS:
        raise Refused("invalid")
    return float(value)


def _object(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Refused("invalid")
    return value


def _text(value: object) -> str:
    """A short text. PostgreSQL takes no NUL, not even to look for it."""
    if not isinstance(value, str) or not value or len(value) > 200 or "\0" in value:
        raise Refused("invalid")
    return value


def _uuid(value: object) -> UUID:
    text = _text(value)
    if not UUID_FORM.fullmatch(text):
        raise Refused("invalid")
    return UUID(text)
