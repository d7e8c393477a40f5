"""A course with much to remember, and rounds of reviews as a device tells of them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.core import clock
from app.core.http import rfc3339
from tests.quests.course import CHOICE, MULTIPLE, PATH, Course, Json, body, course_in, module, quest
from tests.world import Somebody, World

MONDAY = date(2026, 11, 16)
RIGHT, WRONG = "b", "a"


def much_in(world: World, modules: int = 10) -> Course:
    """Modules with two cards to remember each, all in one quest of this week."""
    second = {**CHOICE, "id": "c2"}
    sources = [module(f"post-{number}", CHOICE, second, MULTIPLE | {"id": "c3"}) for number in range(modules)]
    path = {**PATH, "quests": [quest("uke-1", *(each["module"] for each in sources))]}
    return course_in(world, sources=sources, path_source=path)


def met(somebody: Somebody, course: Course, *which: int, skill: float = 1.0) -> None:
    """Play these modules now."""
    letters = [course.letter(each, skill) for each in which]
    assert all(each["status"] == "accepted" for each in sent(somebody, *letters))


def sent(somebody: Somebody, *letters: Json) -> list[dict[str, Any]]:
    verdicts: list[dict[str, Any]] = somebody.post("/play/letters", body(*letters)).json["verdicts"]
    return verdicts


def asked(somebody: Somebody) -> dict[str, Any]:
    """What may be asked in the coming week."""
    answer = somebody.get("/review")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json
    return found


Answer = tuple[str, str, str]
"""(version, card, response)."""


def of(items: Iterable[Json], response: str = RIGHT) -> list[Answer]:
    return [(item["version"], item["card"], response) for item in items]


def round_letter(answers: Iterable[Answer], at: datetime | None = None, seconds: float = 9.0, **changes: Any) -> Json:
    """A round that ended at a moment, ten seconds a question."""
    end, given = at or clock.now(), list(answers)
    told = [
        {
            "card": card,
            "response": response,
            "module_version": version,
            "answered_at": rfc3339(end - timedelta(seconds=10 * (len(given) - place))),
            "seconds": seconds,
        }
        for place, (version, card, response) in enumerate(given)
    ]
    return {
        "id": str(uuid4()),
        "kind": "review",
        "activity": None,
        "module_version": None,
        "language": "nb",
        "seed": 7,
        "started_at": rfc3339(end - timedelta(minutes=3)),
        "finished_at": rfc3339(end),
        "answers": told,
        **changes,
    }
