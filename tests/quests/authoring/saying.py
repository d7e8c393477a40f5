"""Saying something of a module in a line."""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from werkzeug.test import TestResponse

from app.core import clock
from app.core.db import committed, db
from quests.authoring.feedback.models import ModuleFeedback
from tests.quests.course import Course
from tests.world import Somebody

WORDS = "Kort 2 var det jeg lærte mest av."


def rate(somebody: Somebody, version: str, useful: bool = True, text: str = "", **more: Any) -> TestResponse:
    body = {"useful": useful, "text": text, "language": "nb", **more}
    return somebody.send("PUT", f"/feedback/{version}", body)


def comment_in(course: Course) -> UUID:
    """The id of a comment on the first module of a course, by somebody new."""
    somebody = course.world.somebody()
    course.world.enter()

    def said() -> UUID:
        now, id = clock.now(), uuid4()
        db.session.add(
            ModuleFeedback(
                organisation_id=course.world.organisation_id,
                id=id,
                player_id=somebody.player_id,
                module_id=course.modules[0],
                version=course.versions[0],
                useful=True,
                words=WORDS,
                language="nb",
                given_at=now,
                changed_at=now,
            )
        )
        return id

    return committed(said)


def comment_of(somebody: Somebody) -> str:
    """The id of what somebody has said, as editors know it."""
    somebody.world.enter()
    return str(db.session.scalar(select(ModuleFeedback.id).where(ModuleFeedback.player_id == somebody.player_id)))
