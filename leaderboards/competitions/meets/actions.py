"""Inviting another organisation, joining, publishing one's totals, leaving. Each side acts for itself alone."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.core import clock
from app.core.db import db
from app.core.errors import Problem
from app.core.weeks import week_of
from app.identity import queries as identity
from app.identity.actions import touch_organisation
from app.identity.viewer import hash_of
from leaderboards.competitions.actions import held, make
from leaderboards.competitions.meets.board import told
from leaderboards.competitions.meets.models import Meet, MeetSide
from leaderboards.competitions.meets.queries import side_of, sides_of
from leaderboards.competitions.models import Competition

PLANNED = ("name", "rule", "first_week", "weeks", "freeze_hours", "prize")
MOST_SIDES = 20


def invite(organisation_id: UUID, competition_id: UUID) -> str:
    """The code by which another organisation may join this competition, in its first week at the latest.

    Asked for again, another code opens it and the former nothing; who has joined stays.
    """
    competition = held(organisation_id, competition_id)
    _check_open(competition, organisation_id)
    if competition.open_to is not None:
        raise Problem(409, "people", "Organisations race with whole departments, not with teams that people pick.")
    code = secrets.token_urlsafe(12)
    side = side_of(organisation_id, competition_id)
    if side is not None:
        db.session.get_one(Meet, side.meet_id).code_hash = hash_of(code)
    else:
        plan = {name: getattr(competition, name) for name in PLANNED}
        meet = Meet(code_hash=hash_of(code), created_at=clock.now(), **plan)
        db.session.add(meet)
        db.session.flush()
        _add_side(meet, competition)
    db.session.flush()
    return code


def join(organisation_id: UUID, meet: Meet, competition_id: UUID, teams: Sequence[Mapping[str, Any]]) -> Competition:
    """Make an own competition of the meet's plan between these teams, beside the others'. Safe to repeat."""
    known = side_of(organisation_id, competition_id)
    if known is None and any(each.organisation_id == organisation_id for each in sides_of(meet.id)):
        raise Problem(409, "joined", "You take part in this competition already.")
    if known is None and len(sides_of(meet.id)) >= MOST_SIDES:
        raise Problem(409, "full", f"At most {MOST_SIDES} can race against each other.")
    plan = {**{name: getattr(meet, name) for name in PLANNED}, "paths": None, "open_to": None, "teams": teams}
    competition = make(organisation_id, competition_id, plan)
    if known is None:
        _add_side(meet, competition)
        db.session.flush()
    return competition


def _check_open(competition: Competition, organisation_id: UUID) -> None:
    this_week = week_of(clock.now(), identity.organisation(organisation_id).time_zone)
    if competition.closed_at is not None or competition.first_week < this_week:
        raise Problem(409, "begun", "Others can join up to the end of its first week.")


def _add_side(meet: Meet, competition: Competition) -> None:
    own, now = identity.organisation(competition.organisation_id), clock.now()
    side = MeetSide(meet_id=meet.id, organisation_id=own.id, competition_id=competition.id, name=own.name, rows=[])
    side.joined_at = side.updated_at = now
    db.session.add(side)
    touch_organisation(own.id)


def publish(side: MeetSide, rows: Sequence[Mapping[str, Any]], now: datetime, *, final: bool) -> bool:
    """Let the others see these totals; whether they have changed."""
    fresh = [told(each) for each in rows]
    if side.rows == fresh and side.final == final:
        return False
    side.rows, side.final, side.updated_at = fresh, final, now
    db.session.flush()
    return True


def leave(organisation_id: UUID, competition_id: UUID) -> None:
    """Race alone from now on: the others see nothing more of this side. Safe to repeat."""
    held(organisation_id, competition_id)
    side = side_of(organisation_id, competition_id)
    if side is not None:
        db.session.delete(side)
        db.session.flush()
        touch_organisation(organisation_id)
