"""Who comes into a run in the middle of a week is told of what is open there, as those were who came before."""

from collections.abc import Sequence
from uuid import UUID

from app.core import clock
from app.core.db import db
from app.nudges.models import NudgePlan
from app.nudges.planning import PAGE, nudge
from quests.paths.queries import open_to, releases_by_id
from quests.play.queries import quests_done


def nudge_newcomers(organisation_id: UUID, run_id: UUID, players: Sequence[UUID]) -> None:
    """A nudge about each open release of the run to those of these players who go with it and have not been told.

    Safe to repeat, and to run beside the spreading of the same release. Nothing for who is done.
    """
    for first in range(0, len(players), PAGE):
        page = players[first : first + PAGE]
        for release_id, newcomers in open_to(organisation_id, run_id, page, clock.now()).items():
            _nudge(organisation_id, release_id, newcomers)


def _nudge(organisation_id: UUID, release_id: UUID, players: Sequence[UUID]) -> None:
    plan = db.session.get(NudgePlan, (organisation_id, release_id, "quest_opened"))
    if plan is None:
        return
    release = releases_by_id(organisation_id, [release_id])[release_id]
    done = quests_done(organisation_id, players)
    wanted = [each for each in players if (each, release.run_id, release.quest_id) not in done]
    nudge(plan, release, wanted, came_at=clock.now())
    db.session.flush()
