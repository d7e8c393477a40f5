"""Nudges about a certificate of competence that ends: when it can be renewed, a week before its end, on its last day.

They are deadlines: under their ceiling and their switch, at the player's usual hour, and not given once it is renewed.
"""

from datetime import date, timedelta
from uuid import UUID, uuid4

from app.core import clock
from app.core.db import db
from app.core.weeks import moment_at
from app.identity import queries as identity
from app.nudges.models import Nudge, NudgeCertificate
from app.nudges.planning import HABIT
from app.nudges.rules import timing
from quests.play.queries import plays_since

KIND = "deadline"


def plan_ending(organisation_id: UUID, player_id: UUID, certificate_id: UUID, valid_until: date) -> None:
    """Plan what a player is told of the end of a certificate whose window opens now."""
    now, zone = clock.now(), identity.organisation(organisation_id).time_zone
    usual = timing.usual_hour(plays_since(organisation_id, now - HABIT, [player_id]).get(player_id, ()), zone)
    hour = timing.waking(identity.policy(organisation_id)["nudge_hour"]) if usual is None else usual
    ends_at = moment_at(valid_until + timedelta(days=1), 0, zone)
    for rule, due_at in timing.planned_for_ending(now, valid_until, hour, zone):
        nudge = Nudge(
            organisation_id=organisation_id,
            id=uuid4(),
            player_id=player_id,
            kind=KIND,
            key=f"{KIND}:{certificate_id}:{rule}",
            hour=hour,
            by_habit=usual is not None,
            due_at=due_at,
            ends_at=ends_at,
        )
        db.session.add(nudge)
        db.session.flush()
        db.session.add(
            NudgeCertificate(organisation_id=organisation_id, nudge_id=nudge.id, certificate_id=certificate_id)
        )
    db.session.flush()
