"""Giving nudges that are due: whether they still hold is asked now; those that do stand in the inbox from here on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.identity import queries as identity
from app.identity.actions import touch_player
from app.nudges.facts import Known, Pushed, devices_of, known
from app.nudges.models import Nudge, NudgeDelivery
from app.nudges.rules.deciding import GIVEN, decide
from app.nudges.rules.timing import first_at

AT_ONCE = 200


def due_nudges(organisation_id: UUID, size: int = AT_ONCE) -> list[UUID]:
    """Those whose moment has come, the longest due first."""
    query = (
        select(Nudge.id)
        .where(Nudge.organisation_id == organisation_id, Nudge.outcome.is_(None), Nudge.due_at <= clock.now())
        .order_by(Nudge.due_at, Nudge.id)
        .limit(size)
    )
    return list(db.session.scalars(query))


def give(organisation_id: UUID, nudges: Sequence[UUID]) -> int:
    """Decide on each of these that nobody else has in hand; how many those are."""
    now = clock.now()
    query = (
        select(Nudge)
        .where(Nudge.organisation_id == organisation_id, Nudge.id.in_(list(nudges)), Nudge.outcome.is_(None))
        .order_by(Nudge.due_at, Nudge.id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    found = list(db.session.scalars(query))
    every, pushed = known(organisation_id, found, now)
    zone = identity.organisation(organisation_id).time_zone
    given = [each for each in every if _decided(each, pushed, now, zone)]
    _fan_out(organisation_id, [each for each in given if each.nudge.outcome == "push"], now)
    for player_id in {each.nudge.player_id for each in given}:
        touch_player(organisation_id, player_id)
    db.session.flush()
    return len(found)


def _decided(each: Known, pushed: Pushed, now: datetime, zone: str) -> bool:
    nudge = each.nudge
    count, today = pushed.of(nudge.player_id, nudge.kind)  # with what this very round has given
    outcome = decide(replace(each.facts, pushed=count, pushed_today=today))
    if outcome == "later":
        nudge.due_at = first_at(now, nudge.hour, zone)
        return False
    nudge.outcome = outcome
    if outcome not in GIVEN:
        return False
    nudge.told_at = now
    if outcome == "push":
        pushed.note(nudge.player_id, nudge.kind, now)
    return True


def _fan_out(organisation_id: UUID, given: Sequence[Known], now: datetime) -> None:
    devices = devices_of(organisation_id, [each.person_id for each in given if each.person_id])
    db.session.add_all(
        NudgeDelivery(organisation_id=organisation_id, nudge_id=each.nudge.id, subscription_id=device.id, next_at=now)
        for each in given
        if each.person_id
        for device in devices.get(each.person_id, ())
    )
