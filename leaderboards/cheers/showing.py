"""The cheers of this week, as somebody's department sees them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core.db import db
from app.core.http import rfc3339
from app.core.weeks import local_date, week_of
from app.identity.access import departments_of
from app.identity.queries import departments, names_of, people_behind, shown_names
from app.identity.viewer import Viewer
from leaderboards.cheers.actions import A_DAY, sent_on
from leaderboards.cheers.models import CHEERS, Cheer

LATEST = 3
Shown = dict[str, Any]


def cheers_shown(who: Viewer, now: datetime) -> Shown:
    """What the viewer's departments, and those above them, were sent this week; and what they may still send today."""
    tree = {each.id: each for each in departments(who.organisation_id)}
    own = [UUID(each["id"]) for each in departments_of(who.organisation_id, who.player_id)]
    places: set[UUID] = set()
    for each in own:
        above: UUID | None = each
        while above is not None:
            places.add(above)
            above = tree[above].parent_id
    week = week_of(now, who.time_zone)
    sent = sent_on(who.organisation_id, who.player_id, local_date(now, who.time_zone))
    return {
        "counts": _counts(who.organisation_id, places, week),
        "latest": _latest(who.organisation_id, places, week, {id: each.name for id, each in tree.items()}),
        "left": max(0, A_DAY - len(sent)),
        "cheered": sorted(map(str, sent)),
        "departments": [{"id": str(id), "name": tree[id].name} for id in own],
    }


def _counts(organisation_id: UUID, places: set[UUID], week: date) -> list[Shown]:
    query = (
        select(Cheer.cheer, func.count())
        .where(Cheer.organisation_id == organisation_id, Cheer.department_id.in_(places), Cheer.day >= week)
        .group_by(Cheer.cheer)
    )
    found = {row[0]: row[1] for row in db.session.execute(query)}
    return [{"cheer": each, "count": found[each]} for each in CHEERS if each in found]


def _latest(organisation_id: UUID, places: set[UUID], week: date, names: dict[UUID, str]) -> list[Shown]:
    """Leaders' first, then the newest; each from whom, as far as they have chosen to be known. A leader always is."""
    query = (
        select(Cheer)
        .where(Cheer.organisation_id == organisation_id, Cheer.department_id.in_(places), Cheer.day >= week)
        .order_by(Cheer.leading.desc(), Cheer.sent_at.desc(), Cheer.id)
        .limit(LATEST)
    )
    found = list(db.session.scalars(query))
    chosen = shown_names(organisation_id, [each.player_id for each in found if not each.leading])
    leaders = _leaders(organisation_id, {each.player_id for each in found if each.leading})
    return [
        {
            "cheer": each.cheer,
            "from": leaders.get(each.player_id) if each.leading else chosen.get(each.player_id),
            "leading": each.leading,
            "to": names[each.department_id],
            "at": rfc3339(each.sent_at),
        }
        for each in found
    ]


def _leaders(organisation_id: UUID, players: set[UUID]) -> dict[UUID, str]:
    people = {player: person for player, (person, _) in people_behind(organisation_id, players).items()}
    names = names_of(organisation_id, people.values())
    return {player: names[person] for player, person in people.items()}
