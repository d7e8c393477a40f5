"""What leaders see of requirements: by name who holds a mandatory one and until when, of the others only groups."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from app.identity.access import people_seen_by
from app.identity.models import Person
from app.identity.viewer import Viewer
from quests.competence import queries
from quests.competence.models import CompetenceRequirement
from quests.competence.queries import Required
from quests.competence.showing import counts_of, dates_shown
from quests.paths.rules import in_language

Shown = dict[str, Any]
SEEN_AS = {"not_begun": "missing", "on_the_way": "missing"}
"""A leader sees whether somebody holds it; how far one has come towards it is one's own."""


def led_shown(who: Viewer, today: date) -> list[Shown]:
    """Every requirement that means somebody in the departments the viewer leads, with how many are in which state."""
    seen = {player_id for _, player_id in db.session.execute(people_seen_by(who, None))}
    found = []
    for each in queries.requirements(who.organisation_id):
        players = [one for one in queries.meant_by(who.organisation_id, each, today) if one in seen]
        if players:
            states = queries.states_of(who.organisation_id, each, players, today)
            found.append(_led(each, counts_of(states.values()), who.language))
    return found


def _led(requirement: CompetenceRequirement, counts: dict[str, int] | None, language: str) -> Shown:
    return {
        "id": str(requirement.id),
        "title": in_language(requirement.title, language),
        "mandatory": requirement.mandatory,
        "counts": counts,
    }


def holders_shown(
    who: Viewer, requirement: CompetenceRequirement, today: date, page: int, size: int
) -> tuple[list[Shown], int]:
    """A page of those whom a requirement means among the people the viewer may see by name, and how many there are."""
    meant = set(queries.meant_by(who.organisation_id, requirement, today))
    players = {
        person_id: player_id
        for person_id, player_id in db.session.execute(people_seen_by(who, None))
        if player_id in meant
    }
    query = (
        select(Person.id, Person.name)
        .where(Person.organisation_id == who.organisation_id, Person.id.in_(list(players)))
        .order_by(Person.sort_key, Person.id)
        .limit(size)
        .offset((page - 1) * size)
    )
    named = [(row.id, row.name) for row in db.session.execute(query)]
    states = queries.states_of(who.organisation_id, requirement, [players[id] for id, _ in named], today)
    return [_holder(id, name, states[players[id]]) for id, name in named], len(players)


def _holder(person_id: UUID, name: str, required: Required) -> Shown:
    days = dates_shown(required)
    state = required.standing.state
    return {
        "id": str(person_id),
        "name": name,
        "state": SEEN_AS.get(state, state),
        "achieved_on": days["achieved_on"],
        "valid_until": days["valid_until"],
    }
