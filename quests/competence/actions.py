"""Verbs of competence: define and end requirements, award certificates, note that windows open and terms end."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, invalid, not_found
from app.core.events import publish
from app.core.weeks import local_date
from app.identity import queries as identity
from app.identity.actions import touch_organisation, touch_player
from quests.competence import queries
from quests.competence.events import CertificateEarned, RenewalOpened
from quests.competence.memory import known_by
from quests.competence.models import Certificate, CompetenceRequirement
from quests.competence.queries import Required, held_by, term_of
from quests.competence.rules import Item, Plan, achieved, counts, faults_of, may_earn, missing
from quests.competence.topics import topics_of
from quests.review.wishing import wish

PAGE = 500


def today_in(organisation_id: UUID, now: datetime | None = None) -> date:
    """The organisation's day."""
    return local_date(now or clock.now(), identity.organisation(organisation_id).time_zone)


def define(organisation_id: UUID, requirement_id: UUID, given: Mapping[str, Any]) -> CompetenceRequirement:
    """Make the requirement of that id, or change it. Certificates that were earned before stand until they end."""
    audience = _checked(organisation_id, given)
    found = db.session.get(CompetenceRequirement, (organisation_id, requirement_id), with_for_update=True)
    if found is None:
        found = CompetenceRequirement(organisation_id=organisation_id, id=requirement_id, created_at=clock.now())
        db.session.add(found)
    elif found.ended_at is not None:
        raise Problem(409, "requirement_ended", "This requirement has ended. Make a new one.")
    found.title, found.topics, found.audience = dict(given["title"]), _shares(given), audience
    found.mandatory, found.months, found.window_days = given["mandatory"], given["months"], given["window"]
    found.looked_on = None
    db.session.flush()
    touch_organisation(organisation_id)
    return found


def _shares(given: Mapping[str, Any]) -> dict[str, int]:
    return {each["topic"]: each["share"] for each in given["topics"]}


def _checked(organisation_id: UUID, given: Mapping[str, Any]) -> dict[str, Any]:
    """The audience as it is kept, or the Problem; 404 where it names a department that is not there."""
    places = {str(each.id) for each in identity.departments(organisation_id)}
    if not {str(each) for each in given["audience"]["departments"]} <= places:
        raise not_found()
    known = {slug for slug, topic in topics_of(organisation_id).items() if topic.items}
    faults = faults_of(Plan(given["title"], _shares(given), given["months"], given["window"]), known)
    if len(_shares(given)) != len(given["topics"]):
        faults["topics"] = ["Each once."]
    audience = _audience(given["audience"])
    if not audience:
        faults["audience"] = ["Everyone, or some departments or roles."]
    if faults:
        raise invalid("This requirement cannot be made as it is described.", faults)
    return audience


def _audience(given: Mapping[str, Any]) -> dict[str, Any]:
    """One way to write an audience; empty when it names nobody."""
    if given["everyone"]:
        return {"everyone": True}
    named = {"departments": sorted({str(each) for each in given["departments"]}), "roles": sorted(set(given["roles"]))}
    return {name: values for name, values in named.items() if values}


def end(organisation_id: UUID, requirement_id: UUID) -> CompetenceRequirement:
    """Require it of nobody from now on. What was earned holds to its end. Safe to repeat."""
    found = db.session.get(CompetenceRequirement, (organisation_id, requirement_id), with_for_update=True)
    if found is None:
        raise not_found()
    if found.ended_at is None:
        found.ended_at = clock.now()
        touch_organisation(organisation_id)
    db.session.flush()
    return found


def award_due(organisation_id: UUID, player_id: UUID, today: date, module_id: UUID | None = None) -> list[Certificate]:
    """Give a player what they have earned of what is required of them, by a module or at all; what is new."""
    found = []
    for each in queries.required_of(organisation_id, player_id, today, module_id):
        if each.meant and _earned(each):
            found.append(_award(each, player_id, today))
    return found


def follow_wishes(organisation_id: UUID, player_id: UUID, today: date) -> None:
    """Let the review ask first for what is missing of certificates that can be renewed or have ended, and no more."""
    known = known_by(organisation_id, [player_id]).get(player_id, {})
    wanted: dict[Item, date] = {}
    for each in queries.required_of(organisation_id, player_id, today):
        if each.meant and each.since and each.standing.state in ("renew", "expired"):
            needs = queries.needs_of(each.requirement, {topic.slug: topic for topic in each.topics})
            for item in missing(needs, known, each.since):
                wanted[item] = max(each.since, wanted.get(item, each.since))
    wish(organisation_id, player_id, wanted)


def _earned(required: Required) -> bool:
    return required.standing.complete and may_earn(required.standing.state)


def _award(required: Required, player_id: UUID, today: date) -> Certificate:
    requirement = required.requirement
    term = achieved(today, held_by(required.last), term_of(requirement))
    made = Certificate(
        organisation_id=requirement.organisation_id,
        id=uuid4(),
        player_id=player_id,
        requirement_id=requirement.id,
        achieved_on=today,
        counts_from=term.counts_from,
        valid_until=term.valid_until,
        renews_from=term.renews_from,
        evidence=_evidence(required, player_id),
        recorded_at=clock.now(),
    )
    db.session.add(made)
    db.session.flush()
    follow_wishes(requirement.organisation_id, player_id, today)
    touch_player(requirement.organisation_id, player_id)
    publish(
        CertificateEarned(
            organisation_id=requirement.organisation_id,
            player_id=player_id,
            requirement_id=requirement.id,
            certificate_id=made.id,
            valid_until=made.valid_until,
        )
    )
    return made


def _evidence(required: Required, player_id: UUID) -> list[dict[str, str]]:
    """Which items it was earned by, and when each was last right."""
    items = {item: topic.slug for topic in required.topics for item in topic.items}
    known = known_by(required.requirement.organisation_id, [player_id]).get(player_id, {})
    return [
        {"topic": items[item], "module": str(item[0]), "card": item[1], "on": known[item].isoformat()}
        for item in sorted(items)
        if counts(known.get(item), required.since)
    ]


def look_over(organisation_id: UUID, requirement_id: UUID, players: Sequence[UUID], today: date) -> int:
    """Award what these players have earned of a requirement without anything happening: by coming under it."""
    requirement = queries.requirement_for(organisation_id, requirement_id)
    if requirement is None or requirement.ended_at is not None:
        return 0
    states = queries.states_of(organisation_id, requirement, players, today)
    earned = [(player_id, each) for player_id, each in states.items() if _earned(each)]
    for player_id, each in earned:
        _award(each, player_id, today)
    return len(earned)


def note_looked(organisation_id: UUID, requirement_id: UUID, today: date) -> None:
    """All whom a requirement means have been looked over today."""
    requirement = db.session.get(CompetenceRequirement, (organisation_id, requirement_id), with_for_update=True)
    if requirement is not None:
        requirement.looked_on = today
        db.session.flush()


def open_windows(organisation_id: UUID, today: date) -> bool:
    """Note for a page of certificates that they can be renewed from now on; whether there may be more."""
    query = (
        select(Certificate)
        .where(
            Certificate.organisation_id == organisation_id,
            Certificate.renews_from <= today,
            Certificate.opened_at.is_(None),
        )
        .order_by(Certificate.renews_from, Certificate.id)
        .limit(PAGE)
        .with_for_update(skip_locked=True)
    )
    found = list(db.session.scalars(query))
    about = queries.endings(organisation_id, [each.id for each in found], today)
    for each in found:
        each.opened_at = clock.now()
        ending = about[each.id]
        if ending.is_last and ending.meant:
            follow_wishes(organisation_id, each.player_id, today)
            touch_player(organisation_id, each.player_id)
            publish(
                RenewalOpened(
                    organisation_id=organisation_id,
                    player_id=each.player_id,
                    certificate_id=each.id,
                    valid_until=ending.valid_until,
                )
            )
    db.session.flush()
    return len(found) == PAGE


def note_ended(organisation_id: UUID, today: date) -> bool:
    """Note for a page of certificates that they have ended; whether there may be more. What is mastered stays so."""
    query = (
        select(Certificate)
        .where(
            Certificate.organisation_id == organisation_id,
            Certificate.valid_until < today,
            Certificate.expired_at.is_(None),
        )
        .order_by(Certificate.valid_until, Certificate.id)
        .limit(PAGE)
        .with_for_update(skip_locked=True)
    )
    found = list(db.session.scalars(query))
    for each in found:
        each.expired_at = clock.now()
        follow_wishes(organisation_id, each.player_id, today)
        touch_player(organisation_id, each.player_id)
    db.session.flush()
    return len(found) == PAGE
