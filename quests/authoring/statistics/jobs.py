"""The clock's door: how much there is to do in modules, a little while after they were played."""

from app.core.db import committed, scope
from app.identity.queries import organisation_ids
from quests.authoring.statistics.overview import least_of
from quests.authoring.statistics.weighing import to_weigh, weigh

AT_ONCE = 200


def weigh_modules() -> None:
    """Find anew what has changed. Safe to repeat and to stop anywhere."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            least = least_of(organisation_id)
            while waiting := to_weigh(organisation_id, least, AT_ONCE):
                committed(weigh, organisation_id, waiting, least)
