"""A letter as it comes from a device, read strictly: what is not right is refused by a code, never mended by guess."""

from collections.abc import Iterable, Mapping
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
    """One try at a card as the device tells of it. `module_version`: in reviews; `variant`: of pools."""

    card: str
    response: Any
    seconds: float | None
    claimed_at: datetime | None
    module_version: str | None
    variant: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What letters of every kind tell. `claimed_at` is the device's own time for it, as `started_at` for its start."""

    language: str
    seed: int
    started_at: datetime
    claimed_at: datetime
    finished: bool
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLetter(Told):
    """An attempt at a module as the device tells of it."""

    activity: UUID
    module_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLetter(Told):
    """A round of reviews as the device tells of it: each answer names the version its card is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TestLetter(Told):
    """A test before or after a run; not finished: it was passed over."""

    run: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipLetter(Told):
    """The word that these activities of a run are skipped."""

    run: UUID
    activities: tuple[UUID, ...]


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


def kind_of(raw: object) -> str:
    """Which kind of letter it says it is. Raises Refused."""
    return _text(_object(raw).get("kind"))


def read_attempt(raw: object, content: bytes) -> DeviceLetter:
    """A letter about a module, or Refused with the code that says what is wrong."""
    letter = _object(raw)
    told = _told(letter, content)
    return DeviceLetter(
        activity=_uuid(letter.get("activity")), module_version=_text(letter.get("module_version")), **told
    )


def read_review(raw: object, content: bytes) -> ReviewLetter:
    """A letter about a round of reviews, or Refused with the code that says what is wrong."""
    letter = _object(raw)
    told = _told(letter, content)
    if letter.get("activity") is not None or letter.get("module_version") is not None:
        raise Refused("invalid")
    if any(each.module_version is None for each in told["answers"]):
        raise Refused("invalid")
    return ReviewLetter(**told)


def read_test(raw: object, content: bytes) -> TestLetter:
    """A letter about a test of a run, or Refused with the code that says what is wrong."""
    letter = _object(raw)
    told = _told(letter, content)
    if letter.get("activity") is not None or letter.get("module_version") is not None:
        raise Refused("invalid")
    if any(each.module_version is None for each in told["answers"]):
        raise Refused("invalid")
    return TestLetter(run=_uuid(letter.get("run")), **told)


def read_skip(raw: object, content: bytes) -> SkipLetter:
    """A letter about what is skipped, or Refused with the code that says what is wrong."""
    letter = _object(raw)
    told, activities = _told(letter, content), letter.get("activities")
    if told["answers"] or not isinstance(activities, list) or not 1 <= len(activities) <= MOST_ANSWERS:
        raise Refused("invalid")
    named = tuple(dict.fromkeys(_uuid(each) for each in activities))
    return SkipLetter(run=_uuid(letter.get("run")), activities=named, **told)


def _told(letter: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    answers = letter.get("answers")
    if not isinstance(answers, list):
        raise Refused("invalid")
    if len(answers) > MOST_ANSWERS or len(content) > MOST_BYTES:
        raise Refused("too_large")
    started_at, finished_at = read_moment(letter.get("started_at")), letter.get("finished_at")
    read_answers = tuple(_answer(each) for each in answers)
    last = read_moment(finished_at) if finished_at is not None else _last(read_answers) or started_at
    seed = letter.get("seed")
    if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**31:
        raise Refused("invalid")
    return {
        "language": _text(letter.get("language")),
        "seed": seed,
        "started_at": started_at,
        "claimed_at": last,
        "finished": finished_at is not None,
        "answers": read_answers,
    }


def read_moment(value: object) -> datetime:
    """An RFC 3339 moment with its zone. Raises Refused."""
    text = _text(value)
    if not RFC3339.fullmatch(text):
        raise Refused("invalid")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Refused("invalid") from None


def _last(answers: Iterable[Answered]) -> datetime | None:
    moments = [each.claimed_at for each in answers if each.claimed_at is not None]
    return moments[-1] if moments else None


def _answer(raw: object) -> Answered:
    answer = _object(raw)
    if "response" not in answer:
        raise Refused("invalid")
    moment, version, variant = (answer.get(name) for name in ("answered_at", "module_version", "variant"))
    return Answered(
        card=_text(answer.get("card")),
        response=answer["response"],
        seconds=_seconds(answer.get("seconds")),
        claimed_at=read_moment(moment) if moment is not None else None,
        module_version=_text(version) if version is not None else None,
        variant=_text(variant) if variant is not None else None,
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
