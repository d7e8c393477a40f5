"""How long nudges and their deliveries are kept."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select, tuple_

from app.core import clock
from app.core.db import db
from app.identity.actions import touch_player
from app.nudges.models import Nudge, NudgeDelivery

NUDGES_KEPT = timedelta(days=180)
"""From when what a nudge is about has ended."""

DELIVERIES_KEPT = timedelta(days=30)
"""From when nothing more is to come of a delivery."""

AT_ONCE = 500


def forget_old_nudges(organisation_id: UUID) -> bool:
    """Forget a page of nudges whose time is over, read or not; whether there may be more."""
    old = (
        select(Nudge.id, Nudge.player_id, Nudge.told_at, Nudge.read_at)
        .where(Nudge.organisation_id == organisation_id, Nudge.ends_at < clock.now() - NUDGES_KEPT)
        .limit(AT_ONCE)
    )
    found = db.session.execute(old).all()
    db.session.execute(
        delete(Nudge).where(Nudge.organisation_id == organisation_id, Nudge.id.in_([each.id for each in found])),
        execution_options={"synchronize_session": False},
    )
    for player_id in {each.player_id for each in found if each.told_at and not each.read_at}:
        touch_player(organisation_id, player_id)  # how many are new is shown on the first screen
    return len(found) == AT_ONCE


def forget_old_deliveries(organisation_id: UUID) -> bool:
    """Forget a page of deliveries that were sent, dropped or given up long ago; whether there may be more."""
    key = (NudgeDelivery.nudge_id, NudgeDelivery.subscription_id)
    old = (
        select(*key)
        .where(
            NudgeDelivery.organisation_id == organisation_id,
            NudgeDelivery.state != "waiting",
            NudgeDelivery.next_at < clock.now() - DELIVERIES_KEPT,
        )
        .limit(AT_ONCE)
    )
    found = [tuple(each) for each in db.session.execute(old)]
    if found:
        db.session.execute(
            delete(NudgeDelivery).where(NudgeDelivery.organisation_id == organisation_id, tuple_(*key).in_(found)),
            execution_options={"synchronize_session": False},
        )
    return len(found) == AT_ONCE
