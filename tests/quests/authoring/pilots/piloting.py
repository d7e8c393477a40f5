"""A pilot to try things with."""

from uuid import UUID, uuid4

from sqlalchemy import select

from app.core.db import committed, db
from quests.authoring.pilots.actions import open_pilot
from quests.authoring.pilots.models import Pilot
from tests.quests.course import Course


def pilot_in(course: Course) -> UUID:
    """The open pilot of the course's last module, for everybody; opened where there is none."""
    course.world.enter()
    own = Pilot.organisation_id == course.world.organisation_id, Pilot.module_id == course.modules[-1]
    known = db.session.scalars(select(Pilot.id).where(*own, Pilot.outcome.is_(None))).first()
    if known is not None:
        return known
    everyone = {"everyone": True, "departments": [], "roles": []}
    given = {"module": course.modules[-1], "revision": 1, "audience": everyone, "questions": []}
    return committed(open_pilot, course.world.organisation_id, uuid4(), given).id
