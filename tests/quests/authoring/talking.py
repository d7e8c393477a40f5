"""Working together on a draft, in a line each."""

from typing import Any
from uuid import UUID, uuid4

from werkzeug.test import TestResponse

from app.core import clock
from app.core.db import committed, db
from quests.authoring.talking.models import DraftComment
from tests.quests.course import Course
from tests.world import Somebody

Json = dict[str, Any]


def say(
    somebody: Somebody, module: UUID | str, text: str = "Er dette riktig?", card: str | None = "c1", **more: Any
) -> TestResponse:
    body = {"key": str(uuid4()), "card": card, "text": text, **more}
    return somebody.post(f"/studio/modules/{module}/comments", body)


def ask(somebody: Somebody, module: UUID | str, reviewer: Somebody, id: str = "") -> TestResponse:
    address = f"/studio/modules/{module}/reviews/{id or uuid4()}"
    return somebody.send("PUT", address, {"reviewer": str(reviewer.person_id)})


def talked_about(course: Course, somebody: Somebody) -> None:
    """That editor says something of a draft, and is asked to look at it."""
    module, other = course.modules[0], course.world.somebody("Skrivestua", "editor")
    assert say(somebody, module).status_code == 200
    assert ask(other, module, somebody).status_code == 200


def thread_in(course: Course) -> UUID:
    """The id of a thread about the first module of a course."""
    author = course.world.somebody("Skrivestua", "editor")
    course.world.enter()

    def said() -> UUID:
        id = uuid4()
        db.session.add(
            DraftComment(
                organisation_id=course.world.organisation_id,
                id=id,
                module_id=course.modules[0],
                thread_id=id,
                card="c1",
                author_id=author.person_id,
                words="Er dette riktig?",
                at=clock.now(),
            )
        )
        return id

    return committed(said)
