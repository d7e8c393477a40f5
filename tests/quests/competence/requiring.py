"""Requirements, and people who have mastered what they ask, in a line each."""

from typing import Any

from app.core import clock
from app.core.db import committed, db
from quests.competence.models import CompetenceRequirement
from tests.world import World


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
