"""What is true of nudges and of whom they are for, read for many at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from app.core.weeks import local_date, moment_at, week_of
from app.help.queries import Matter, helpers_of, matters
from app.identity import queries as identity
from app.nudges.models import (
    Nudge,
    NudgeCertificate,
    NudgeMatter,
    NudgeNote,
    NudgeSubject,
    NudgeSwitch,
    PushEndpoint,
    PushSubscription,
)
from app.nudges.rules.deciding import HELP, TEST, Facts, ceiling_of
from app.nudges.rules.timing import is_quiet
from quests.competence.queries import Ending, endings
from quests.paths.queries import Released, cohorts_by_player, releases_by_id
from quests.play.queries import quests_done


@dataclass(frozen=True, slots=True)
class Known:
    """A nudge with what must be known to give it."""

    nudge: Nudge
    facts: Facts
    person_id: UUID | None
    language: str
    left: tuple[Released, ...]  # the releases it is about that the player goes with and is not done with
    matter: NudgeMatter | None  # the question it is about
    ending: Ending | None  # the certificate whose end it is about
    note: NudgeNote | None  # the module of which something was said, or which must be looked at


class Pushed:
    """What has been pushed to players this week, kept up while more is."""

    def __init__(self, organisation_id: UUID, players: Sequence[UUID], now: datetime, zone: str) -> None:
        self._zone, self._today = zone, local_date(now, zone)
        query = select(Nudge.player_id, Nudge.kind, Nudge.told_at).where(
            Nudge.organisation_id == organisation_id,
            Nudge.player_id.in_(list(players)),
            Nudge.outcome == "push",
            Nudge.told_at >= moment_at(week_of(now, zone), 0, zone),
        )
        self._moments: dict[tuple[UUID, str | None], list[datetime]] = {}
        for player_id, kind, told_at in db.session.execute(query):
            self.note(player_id, kind, told_at or now)

    def note(self, player_id: UUID, kind: str, at: datetime) -> None:
        self._moments.setdefault((player_id, ceiling_of(kind)), []).append(at)

    def of(self, player_id: UUID, kind: str) -> tuple[int, bool]:
        """How many under the same ceiling this week, and whether one of them today."""
        found = self._moments.get((player_id, ceiling_of(kind)), [])
        return len(found), any(local_date(each, self._zone) == self._today for each in found)


def devices_of(organisation_id: UUID, persons: Sequence[UUID]) -> dict[UUID, list[PushSubscription]]:
    """By person the devices that are still theirs."""
    query = (
        select(PushSubscription)
        .join(PushEndpoint)
        .where(PushSubscription.organisation_id == organisation_id, PushSubscription.person_id.in_(list(persons)))
        .order_by(PushSubscription.created_at, PushSubscription.id)
    )
    found: dict[UUID, list[PushSubscription]] = {}
    for each in db.session.scalars(query):
        found.setdefault(each.person_id, []).append(each)
    return found


def subjects_of(organisation_id: UUID, nudges: Sequence[UUID]) -> dict[UUID, list[Released]]:
    """By nudge the releases it is about, those that end first before the others."""
    query = select(NudgeSubject.nudge_id, NudgeSubject.release_id).where(
        NudgeSubject.organisation_id == organisation_id, NudgeSubject.nudge_id.in_(list(nudges))
    )
    pairs = [(nudge_id, release_id) for nudge_id, release_id in db.session.execute(query)]
    releases = releases_by_id(organisation_id, {release_id for _, release_id in pairs})
    found: dict[UUID, list[Released]] = {}
    for nudge_id, release_id in pairs:
        found.setdefault(nudge_id, []).append(releases[release_id])
    for each in found.values():
        each.sort(key=lambda one: (one.deadline_at or one.closes_at, one.release_id))
    return found


def matters_of(organisation_id: UUID, nudges: Sequence[UUID]) -> dict[UUID, NudgeMatter]:
    """By nudge the question it is about."""
    query = select(NudgeMatter).where(
        NudgeMatter.organisation_id == organisation_id, NudgeMatter.nudge_id.in_(list(nudges))
    )
    return {each.nudge_id: each for each in db.session.scalars(query)}


def notes_of(organisation_id: UUID, nudges: Sequence[UUID]) -> dict[UUID, NudgeNote]:
    """By nudge the module it is about."""
    query = select(NudgeNote).where(NudgeNote.organisation_id == organisation_id, NudgeNote.nudge_id.in_(list(nudges)))
    return {each.nudge_id: each for each in db.session.scalars(query)}


def endings_of(organisation_id: UUID, nudges: Sequence[UUID], today: date) -> dict[UUID, Ending]:
    """By nudge the certificate whose end it is about."""
    query = select(NudgeCertificate.nudge_id, NudgeCertificate.certificate_id).where(
        NudgeCertificate.organisation_id == organisation_id, NudgeCertificate.nudge_id.in_(list(nudges))
    )
    pairs = [(nudge_id, certificate_id) for nudge_id, certificate_id in db.session.execute(query)]
    found = endings(organisation_id, {each for _, each in pairs}, today) if pairs else {}
    return {nudge_id: found[certificate_id] for nudge_id, certificate_id in pairs if certificate_id in found}


class Questions:
    """What is true of the questions that nudges are about, and of whom they are for."""

    def __init__(self, organisation_id: UUID, about: Mapping[UUID, NudgeMatter]) -> None:
        self._about = about
        self._matters = matters(organisation_id, {each.request_id for each in about.values()})
        self._helpers = helpers_of(organisation_id) if about else {}

    def of(self, nudge_id: UUID, person_id: UUID | None) -> tuple[bool, bool]:
        """Whether the question is still theirs to read, and whether there is no more to do about it."""
        about = self._about.get(nudge_id)
        matter = self._matters.get(about.request_id) if about else None
        if about is None or matter is None or person_id is None or matter.state == "withdrawn":
            return False, True
        if about.code == "help_answered":
            return matter.asker_id == person_id, matter.state == "closed"
        return self._may_answer(matter, person_id), matter.state != "open"

    def _may_answer(self, matter: Matter, person_id: UUID) -> bool:
        return person_id != matter.asker_id and person_id in self._helpers.get(matter.department_id, {})


def known(organisation_id: UUID, nudges: Sequence[Nudge], now: datetime) -> tuple[list[Known], Pushed]:
    """Everything about these nudges as it is now, and what has been pushed this week to whom they are for."""
    zone, policy = identity.organisation(organisation_id).time_zone, identity.policy(organisation_id)
    players = list({each.player_id for each in nudges})
    people = identity.people_behind(organisation_id, players)
    devices = devices_of(organisation_id, [person_id for person_id, _ in people.values()])
    subjects = subjects_of(organisation_id, [each.id for each in nudges])
    about = matters_of(organisation_id, [each.id for each in nudges])
    questions, notes = Questions(organisation_id, about), notes_of(organisation_id, [each.id for each in nudges])
    goes, done = cohorts_by_player(organisation_id, players), quests_done(organisation_id, players)
    today = local_date(now, zone)
    ends = endings_of(organisation_id, [each.id for each in nudges], today)
    away = identity.leaves_between(organisation_id, today, today, players)
    off = _switched_off(organisation_id, players)
    pushed = Pushed(organisation_id, players, now, zone)
    found = []
    for each in nudges:
        player_id, test = each.player_id, each.kind == TEST
        person_id, language = people.get(player_id, (None, "nb"))
        mine = [one for one in subjects.get(each.id, []) if (player_id, one.cohort_id) in goes]
        left = tuple(one for one in mine if (player_id, one.run_id, one.quest_id) not in done)
        still, settled = (bool(mine), not left) if each.kind != HELP else questions.of(each.id, person_id)
        if each.id in notes:
            still, settled = True, False
        if (ending := ends.get(each.id)) is not None:
            still, settled = ending.meant, not ending.is_last
        ceiling = ceiling_of(each.kind)
        count, today_too = pushed.of(player_id, each.kind)
        facts = Facts(
            over=each.ends_at <= now,
            belongs=person_id is not None and (test or still),
            done=not test and settled,
            off=(player_id, each.kind) in off,
            away=not test and player_id in away,
            quiet=not test and is_quiet(now, zone),
            reachable=bool(person_id and devices.get(person_id)),
            pushed=count,
            pushed_today=today_too,
            ceiling=None if ceiling is None else policy[ceiling],
        )
        found.append(Known(each, facts, person_id, language, left, about.get(each.id), ending, notes.get(each.id)))
    return found, pushed


def _switched_off(organisation_id: UUID, players: Sequence[UUID]) -> set[tuple[UUID, str]]:
    query = select(NudgeSwitch.player_id, NudgeSwitch.kind).where(
        NudgeSwitch.organisation_id == organisation_id, NudgeSwitch.player_id.in_(list(players))
    )
    return {(player_id, kind) for player_id, kind in db.session.execute(query)}
