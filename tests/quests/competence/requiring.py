"""Requirements, and people who have mastered what they ask, in a line each."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app.core import clock
from app.core.db import committed, db
from quests.competence.models import CompetenceRequirement
from tests.quests.course import CHOICE, MULTIPLE, PATH, Course, course_in, module, quest, text
from tests.quests.review.reviewing import asked, of, round_letter, sent
from tests.world import Somebody, World


def hands_in(world: World) -> Course:
    """A course of two modules: one about hands with two cards to remember, one about nothing in particular with two."""
    second = {**CHOICE, "id": "c2"}
    hands = module("hender", CHOICE, second, MULTIPLE | {"id": "c3"})
    hands["topic"] = {"id": "hender", "title": text("Rene hender")}
    other = module("annet", CHOICE, second, MULTIPLE | {"id": "c3"})
    path = {**PATH, "quests": [quest("uke-1", "hender", "annet")]}
    return course_in(world, sources=[hands, other], path_source=path)


def requirement_in(world: World, **changes: Any) -> CompetenceRequirement:
    """A requirement of everyone, as it is kept: one year, with a window of sixty days."""
    world.enter()

    def stored() -> CompetenceRequirement:
        made = CompetenceRequirement(
            **{
                "organisation_id": world.organisation_id,
                "title": {"nb": "Rene hender", "nn": "Reine hender", "en": "Clean hands"},
                "topics": {"hender": 100},
                "audience": {"everyone": True},
                "mandatory": True,
                "months": 12,
                "window_days": 60,
                "created_at": clock.now(),
                **changes,
            }
        )
        db.session.add(made)
        db.session.flush()
        return made

    return committed(stored)


def master(somebody: Somebody, course: Course, day: str) -> None:
    """Play the module about hands the day before, and recall all of it on that day."""
    noon = datetime.fromisoformat(f"{day}T11:00:00+00:00").astimezone(UTC)
    with clock.standing_at(noon - timedelta(days=1)):
        (verdict,) = sent(somebody, course.letter(0))
        assert verdict["status"] == "accepted", verdict
    with clock.standing_at(noon):
        (verdict,) = sent(somebody, round_letter(of(asked(somebody)["items"])))
        assert verdict["status"] == "accepted", verdict
