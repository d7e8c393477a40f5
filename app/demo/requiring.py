"""What a demo organisation requires, and the certificates that its people bring along from before."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from uuid import UUID, uuid5

from sqlalchemy import select

from app.core.db import committed, db
from app.core.weeks import moment_at
from app.demo.cast import Cast, Requirement
from app.identity.models import Person
from app.identity.queries import departments, organisation, player_of
from quests.competence.actions import define
from quests.competence.models import Certificate, CompetenceRequirement
from quests.competence.queries import meant_by, term_of
from quests.competence.rules import held_from

HELD, RENEW, ENDED = 0.5, 0.66, 0.72
"""Of those whom a requirement means: up to here they hold it, can renew it, have had it; the rest are on their way."""


def require(organisation_id: UUID, cast: Cast, today: date, random: Random) -> None:
    """Make the requirements, and certificates as they were earned before Løype: so without evidence."""
    for each in cast.requirements:
        made = committed(_defined, organisation_id, each, today)
        meant = meant_by(organisation_id, made, today)
        committed(_brought, made, meant, _own(organisation_id, each), today, random)


def _defined(organisation_id: UUID, requirement: Requirement, today: date) -> CompetenceRequirement:
    places = {each.name: each.id for each in departments(organisation_id)}
    named = [places[name] for name in requirement.departments]
    id = uuid5(organisation_id, requirement.title["nb"])
    made = define(
        organisation_id,
        id,
        {
            "title": requirement.title,
            "topics": [{"topic": topic, "share": share} for topic, share in requirement.topics.items()],
            "audience": {"everyone": not named, "departments": named, "roles": []},
            "mandatory": True,
            "months": requirement.months,
            "window": requirement.window,
        },
    )
    made.looked_on = today
    return made


def _own(organisation_id: UUID, requirement: Requirement) -> dict[UUID, int | None]:
    """By player how many days ago those one can sign in as have earned it, or not at all."""
    query = select(Person.employee_number, Person.id).where(
        Person.organisation_id == organisation_id, Person.employee_number.in_(list(requirement.earned))
    )
    return {
        player_of(organisation_id, person_id): requirement.earned[number]
        for number, person_id in db.session.execute(query)
    }


def _brought(
    requirement: CompetenceRequirement,
    players: Sequence[UUID],
    own: dict[UUID, int | None],
    today: date,
    random: Random,
) -> None:
    zone = organisation(requirement.organisation_id).time_zone
    for player_id in players:
        days = own[player_id] if player_id in own else _days_ago(requirement, random)
        if days is None:
            continue
        day = today - timedelta(days=days)
        held = held_from(day, term_of(requirement))
        earned_at = moment_at(day, 12, zone)
        db.session.add(
            Certificate(
                organisation_id=requirement.organisation_id,
                id=uuid5(requirement.id, str(player_id)),
                player_id=player_id,
                requirement_id=requirement.id,
                achieved_on=day,
                counts_from=held.counts_from,
                valid_until=held.valid_until,
                renews_from=held.renews_from,
                evidence=[],
                recorded_at=earned_at,
            )
        )
    db.session.flush()


def _days_ago(requirement: CompetenceRequirement, random: Random) -> int | None:
    term = (requirement.months or 12) * 30
    chance, window = random.random(), requirement.window_days
    if chance < HELD:
        return random.randint(10, term - window - 10)
    if chance < RENEW:
        return random.randint(term - window + 10, term - 5)
    return random.randint(term + 10, term + 60) if chance < ENDED else None
