"""Sequences of play that cannot have happened as they are told: a clock that jumped, two devices at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select

from app.core.db import db
from quests.play.models import Answer, Attempt

SLACK = timedelta(seconds=60)
"""By how much two clocks of one device may differ over an attempt."""
OVERLAP = timedelta(seconds=20)
"""So long two attempts may overlap before they cannot be one person's."""
READING = 3
"""An attempt that took at most so many times what its answers took was played without a break."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """An attempt in time. `thought`: what its answers took by a clock that never jumps."""

    player_id: UUID
    letter_id: UUID
    module_id: UUID
    started_at: datetime
    happened_at: datetime
    received_at: datetime
    thought: timedelta

    @property
    def lasted(self) -> timedelta:
        return self.happened_at - self.started_at

    @property
    def jumped(self) -> bool:
        """Whether the device's clock was set back in it: it took less time than its answers, or none at all."""
        return self.lasted + SLACK < self.thought or self.lasted < timedelta(0)

    @property
    def unbroken(self) -> bool:
        return not self.jumped and self.lasted <= READING * self.thought + SLACK


def at_once(own: Iterable[Sequence]) -> set[UUID]:
    """The letters of one player's unbroken attempts that overlap another of theirs."""
    found: set[UUID] = set()
    running: list[Sequence] = []
    for each in sorted((one for one in own if one.unbroken), key=lambda one: (one.started_at, one.letter_id)):
        running = [other for other in running if other.happened_at - each.started_at > OVERLAP]
        for other in running:
            if min(other.happened_at, each.happened_at) - each.started_at > OVERLAP:
                found |= {other.letter_id, each.letter_id}
        running.append(each)
    return found


def odd_sequences(organisation_id: UUID, since: datetime, until: datetime) -> list[tuple[Sequence, str]]:
    """What came in from `since` up to `until` and is `clock` or `two_devices`, in the order it came."""
    fresh = _sequences(organisation_id, Attempt.received_at >= since, Attempt.received_at < until)
    players = {each.player_id for each in fresh}
    if not players:
        return []
    first = min(min(each.started_at, each.happened_at) for each in fresh)
    last = max(each.happened_at for each in fresh)
    beside: dict[UUID, list[Sequence]] = defaultdict(list)
    for each in _sequences(
        organisation_id,
        Attempt.player_id.in_(list(players)),
        Attempt.happened_at >= first,
        Attempt.started_at <= last,
        Attempt.received_at < until,
    ):
        beside[each.player_id].append(each)
    twice = set().union(*(at_once(own) for own in beside.values()))
    return [(each, "clock") for each in fresh if each.jumped] + [
        (each, "two_devices") for own in beside.values() for each in own if each.letter_id in twice
    ]


def _sequences(organisation_id: UUID, *where: ColumnElement[bool]) -> list[Sequence]:
    thought = func.coalesce(func.sum(Answer.seconds), 0.0)
    columns: list[Any] = [Attempt.player_id, Attempt.letter_id, Attempt.module_id]
    columns += [Attempt.started_at, Attempt.happened_at, Attempt.received_at]
    query = (
        select(*columns, thought)
        .outerjoin(
            Answer,
            and_(
                Answer.organisation_id == Attempt.organisation_id,
                Answer.player_id == Attempt.player_id,
                Answer.letter_id == Attempt.letter_id,
            ),
        )
        .where(Attempt.organisation_id == organisation_id, Attempt.started_at.is_not(None), *where)
        .group_by(*columns)
        .order_by(Attempt.received_at, Attempt.letter_id)
    )
    return [Sequence(*row[:6], timedelta(seconds=float(row[6]))) for row in db.session.execute(query)]
