"""What is required of whom, which certificates they hold, and where they stand. What other storeys may ask."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app.core.db import db
from app.identity import queries as identity
from quests.competence.memory import known_by
from quests.competence.models import Certificate, CompetenceRequirement
from quests.competence.rules import Held, Known, Need, Standing, Term, counts_since, standing
from quests.competence.topics import Topic, topics_of
from quests.paths.audiences import audience_of
from quests.paths.belonging import Belonging, belonging


@dataclass(frozen=True, slots=True)
class Required:
    """A requirement with where a player stands. `meant`: whether it is required of them today."""

    requirement: CompetenceRequirement
    topics: tuple[Topic, ...]
    last: Certificate | None
    standing: Standing
    since: date | None
    meant: bool

    @property
    def in_force(self) -> bool:
        """Whether the last certificate holds today."""
        return self.standing.state in ("valid", "renew")


def requirements(organisation_id: UUID) -> list[CompetenceRequirement]:
    """Every requirement that has not ended, the oldest first."""
    query = select(CompetenceRequirement).where(
        CompetenceRequirement.organisation_id == organisation_id, CompetenceRequirement.ended_at.is_(None)
    )
    return list(db.session.scalars(query.order_by(CompetenceRequirement.created_at, CompetenceRequirement.id)))


def requirement_for(organisation_id: UUID, requirement_id: UUID) -> CompetenceRequirement | None:
    return db.session.get(CompetenceRequirement, (organisation_id, requirement_id))


def requirements_page(organisation_id: UUID, page: int, size: int) -> tuple[list[CompetenceRequirement], int]:
    """A page of all, those in force before those that have ended, the newest first; and how many there are."""
    own = CompetenceRequirement.organisation_id == organisation_id
    total = db.session.scalar(select(func.count()).select_from(CompetenceRequirement).where(own)) or 0
    query = (
        select(CompetenceRequirement)
        .where(own)
        .order_by(
            CompetenceRequirement.ended_at.is_not(None),
            CompetenceRequirement.created_at.desc(),
            CompetenceRequirement.id,
        )
        .limit(size)
        .offset((page - 1) * size)
    )
    return list(db.session.scalars(query.execution_options(populate_existing=True))), total


def term_of(requirement: CompetenceRequirement) -> Term:
    return Term(requirement.months, requirement.window_days)


def needs_of(requirement: CompetenceRequirement, topics: Mapping[str, Topic]) -> list[Need]:
    """What is needed, topic by topic; a topic that has no module any more needs what nobody can give."""
    return [
        Need(slug, share, topics[slug].items if slug in topics else frozenset())
        for slug, share in requirement.topics.items()
    ]


def held_by(certificate: Certificate | None) -> Held | None:
    if certificate is None:
        return None
    return Held(certificate.counts_from, certificate.valid_until, certificate.renews_from)


def last_certificates(
    organisation_id: UUID, players: Collection[UUID], requirement_id: UUID | None = None
) -> dict[tuple[UUID, UUID], Certificate]:
    """By requirement and player the certificate whose term began last."""
    query = select(Certificate).where(
        Certificate.organisation_id == organisation_id, Certificate.player_id.in_(list(players))
    )
    if requirement_id is not None:
        query = query.where(Certificate.requirement_id == requirement_id)
    rows = db.session.scalars(query.order_by(Certificate.counts_from).execution_options(populate_existing=True))
    return {(each.requirement_id, each.player_id): each for each in rows}


def belonging_of(organisation_id: UUID, player_id: UUID, today: date) -> Belonging:
    """Where a player belongs, with every role they hold, whatever device they hold it on."""
    revision = identity.organisation(organisation_id).revision
    roles = identity.roles_of_player(organisation_id, player_id)
    return belonging(organisation_id, revision, player_id, roles, today)


def required_of(organisation_id: UUID, player_id: UUID, today: date, module_id: UUID | None = None) -> list[Required]:
    """What is required of a player today, or only what that module teaches; and certificates in force beside it."""
    wanted = _wanted(organisation_id, player_id)
    topics = topics_of(organisation_id, {slug for each in wanted for slug in each.topics}) if wanted else {}
    if module_id is not None:
        taught = {slug for slug, topic in topics.items() if module_id in topic.modules}
        wanted = [each for each in wanted if taught & each.topics.keys()]
    if not wanted:
        return []
    mine = belonging_of(organisation_id, player_id, today)
    known = known_by(organisation_id, [player_id]).get(player_id, {})
    lasts = last_certificates(organisation_id, [player_id])
    found = []
    for each in wanted:
        last = lasts.get((each.id, player_id))
        meant = each.ended_at is None and mine.is_in(each.audience)
        one = required(each, topics, known, last, today, meant)
        if meant or one.in_force:
            found.append(one)
    return found


_HELD = select(Certificate.requirement_id).where(
    Certificate.organisation_id == bindparam("organisation"), Certificate.player_id == bindparam("player")
)
_WANTED = (
    select(CompetenceRequirement)
    .where(
        CompetenceRequirement.organisation_id == bindparam("organisation"),
        CompetenceRequirement.ended_at.is_(None) | CompetenceRequirement.id.in_(_HELD),
    )
    .order_by(CompetenceRequirement.created_at, CompetenceRequirement.id)
)


def _wanted(organisation_id: UUID, player_id: UUID) -> list[CompetenceRequirement]:
    """The requirements that may have to do with a player: those in force, and those they have a certificate of."""
    return list(db.session.scalars(_WANTED, {"organisation": organisation_id, "player": player_id}))


def required(
    requirement: CompetenceRequirement,
    topics: Mapping[str, Topic],
    known: Known,
    last: Certificate | None,
    today: date,
    meant: bool = True,
) -> Required:
    """The requirement with where somebody who knows this and has this certificate stands."""
    held, term = held_by(last), term_of(requirement)
    told = standing(today, needs_of(requirement, topics), known, held, term)
    own = tuple(topics.get(slug, Topic(slug, {}, frozenset(), frozenset())) for slug in requirement.topics)
    return Required(requirement, own, last, told, counts_since(today, held, term), meant)


def meant_by(organisation_id: UUID, requirement: CompetenceRequirement, today: date) -> list[UUID]:
    """The players whom a requirement means today, in a fixed order."""
    return sorted(audience_of(organisation_id, requirement.audience, today))


def states_of(
    organisation_id: UUID, requirement: CompetenceRequirement, players: Collection[UUID], today: date
) -> dict[UUID, Required]:
    """Where each of these players stands with a requirement."""
    topics = topics_of(organisation_id, requirement.topics)
    known = known_by(organisation_id, players)
    lasts = last_certificates(organisation_id, players, requirement.id)
    return {
        each: required(requirement, topics, known.get(each, {}), lasts.get((requirement.id, each)), today)
        for each in players
    }


@dataclass(frozen=True, slots=True)
class Ending:
    """A certificate as those need it who tell of its end: whose, of what, when, and whether that still counts."""

    player_id: UUID
    title: Mapping[str, str]
    valid_until: date
    is_last: bool
    meant: bool


def endings(organisation_id: UUID, certificates: Iterable[UUID], today: date) -> dict[UUID, Ending]:
    """These certificates, by their ids."""
    query = select(Certificate, CompetenceRequirement).join(
        CompetenceRequirement,
        (CompetenceRequirement.organisation_id == Certificate.organisation_id)
        & (CompetenceRequirement.id == Certificate.requirement_id),
    )
    query = query.where(Certificate.organisation_id == organisation_id, Certificate.id.in_(list(certificates)))
    rows = [(row[0], row[1]) for row in db.session.execute(query)]
    lasts = last_certificates(organisation_id, {each.player_id for each, _ in rows})
    meant: dict[UUID, set[UUID]] = {}
    found: dict[UUID, Ending] = {}
    for each, requirement in rows:
        if requirement.id not in meant:
            own: Any = audience_of(organisation_id, requirement.audience, today)
            meant[requirement.id] = set() if requirement.ended_at else own
        is_last = lasts[(requirement.id, each.player_id)].id == each.id
        if each.valid_until is not None:
            found[each.id] = Ending(
                each.player_id, requirement.title, each.valid_until, is_last, each.player_id in meant[requirement.id]
            )
    return found
