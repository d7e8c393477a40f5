"""What others may ask about nudges, devices and choices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app.core import clock
from app.core.db import db, read
from app.core.http import rfc3339
from app.core.weeks import local_date
from app.identity.queries import organisation
from app.nudges.facts import devices_of, endings_of, matters_of, notes_of, subjects_of
from app.nudges.models import Nudge, NudgeDelivery, NudgeMatter, NudgeNote, NudgeSwitch, PushSubscription
from app.nudges.rules.deciding import CERTIFICATE, KINDS, TEST
from quests.competence.queries import Ending
from quests.content.queries import titles_of
from quests.paths.queries import Released
from quests.paths.rules import in_language

_UNREAD = select(func.count()).where(
    Nudge.organisation_id == bindparam("organisation"),
    Nudge.player_id == bindparam("player"),
    Nudge.told_at.is_not(None),
    Nudge.read_at.is_(None),
)


def unread_of(organisation_id: UUID, player_id: UUID) -> int:
    """How many nudges in the inbox are new. Changes only with the player's revision."""
    return int(read(_UNREAD, {"organisation": organisation_id, "player": player_id}).scalar_one())


def unread_counts(organisation_id: UUID, players: Iterable[UUID]) -> dict[UUID, int]:
    """The same for many; who has none is left out."""
    query = (
        select(Nudge.player_id, func.count())
        .where(
            Nudge.organisation_id == organisation_id,
            Nudge.player_id.in_(list(players)),
            Nudge.told_at.is_not(None),
            Nudge.read_at.is_(None),
        )
        .group_by(Nudge.player_id)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}


def inbox_of(
    organisation_id: UUID, player_id: UUID, language: str, page: int, size: int
) -> tuple[list[dict[str, Any]], int]:
    """A page of what has been told to a player, newest first, each with its reason; and how many in all."""
    own = (Nudge.organisation_id == organisation_id, Nudge.player_id == player_id, Nudge.told_at.is_not(None))
    total = db.session.scalar(select(func.count()).select_from(Nudge).where(*own)) or 0
    query = select(Nudge).where(*own).order_by(Nudge.told_at.desc(), Nudge.id).limit(size).offset((page - 1) * size)
    nudges = list(db.session.scalars(query.execution_options(populate_existing=True)))
    subjects = subjects_of(organisation_id, [each.id for each in nudges])
    matters = matters_of(organisation_id, [each.id for each in nudges])
    today = local_date(clock.now(), organisation(organisation_id).time_zone)
    ends = endings_of(organisation_id, [each.id for each in nudges], today)
    notes = notes_of(organisation_id, [each.id for each in nudges])
    titles = titles_of(organisation_id, {each.module_id for each in notes.values()}, language)
    shown = []
    for each in nudges:
        told = _shown(
            each, subjects.get(each.id, []), matters.get(each.id), ends.get(each.id), notes.get(each.id), language
        )
        noted = notes.get(each.id)
        shown.append({**told, "module": titles.get(noted.module_id) if noted else None})
    return shown, total


def code_of(nudge: Nudge, matter: NudgeMatter | None, ending: Ending | None, note: NudgeNote | None) -> str:
    """What a nudge is told as."""
    if matter is not None or note is not None:
        return matter.code if matter is not None else note.code  # type: ignore[union-attr]
    return CERTIFICATE if ending is not None else nudge.kind


def _shown(
    nudge: Nudge,
    about: Sequence[Released],
    matter: NudgeMatter | None,
    ending: Ending | None,
    note: NudgeNote | None,
    language: str,
) -> dict[str, Any]:
    return {
        "id": str(nudge.id),
        "kind": nudge.kind,
        "at": rfc3339(nudge.told_at),
        "to": leads_to(about, matter, ending, note),
        "read_at": rfc3339(nudge.read_at),
        "quests": [
            {
                "id": str(each.quest_id),
                "title": in_language(each.title, language),
                "closes_at": rfc3339(each.closes_at),
                "deadline_at": rfc3339(each.deadline_at),
            }
            for each in about
        ],
        "certificate": {
            "title": in_language(ending.title, language),
            "valid_until": ending.valid_until.isoformat(),
        }
        if ending
        else None,
        "reason": {
            "code": code_of(nudge, matter, ending, note),
            "paths": sorted({in_language(each.path_title, language) for each in about}),
            "hour": nudge.hour,
            "by_habit": nudge.by_habit,
            "pushed": nudge.outcome == "push",
        },
    }


LEADS_TO = {
    "comment_answered": "/tilbakemeldinger",
    "comment_came": "/studio/post/{}/statistikk",
    "check_due": "/studio/post/{}/statistikk",
    "draft_talked": "/fagsjekk/{}",
    "review_asked": "/fagsjekk/{}",
    "review_given": "/fagsjekk/{}",
}
"""Where the app goes from a note, by its code."""


def leads_to(
    about: Sequence[Released],
    matter: NudgeMatter | None = None,
    ending: Ending | None = None,
    note: NudgeNote | None = None,
) -> str:
    """Where the app goes from a nudge: to the question, module, certificates or one quest, else to the first screen."""
    if note is not None:
        return LEADS_TO[note.code].format(note.module_id)
    if ending is not None:
        return "/kompetanse"
    if matter is not None:
        return f"/sporsmal/{matter.request_id}"
    return f"/etappe/{about[0].quest_id}" if len(about) == 1 else "/"


def devices_shown(organisation_id: UUID, person_id: UUID, session_hash: str) -> list[dict[str, Any]]:
    """A person's devices, the one asking marked; oldest first."""
    found = devices_of(organisation_id, [person_id]).get(person_id, [])
    return [device_shown(each, session_hash) for each in found]


def device_shown(device: PushSubscription, session_hash: str) -> dict[str, Any]:
    return {
        "id": str(device.id),
        "service": device.service,
        "created_at": rfc3339(device.created_at),
        "sent_at": rfc3339(device.sent_at),
        "refused_at": rfc3339(device.refused_at),
        "this_device": device.session_hash == session_hash,
    }


def switches_of(organisation_id: UUID, player_id: UUID) -> dict[str, bool]:
    """Each kind of nudge, and whether the player wants it."""
    query = select(NudgeSwitch.kind).where(
        NudgeSwitch.organisation_id == organisation_id, NudgeSwitch.player_id == player_id
    )
    off = set(db.session.scalars(query))
    return {kind: kind not in off for kind in KINDS}


def tests_since(organisation_id: UUID, player_id: UUID, since: datetime) -> list[datetime]:
    """When a player has asked for a test push from then on."""
    query = select(Nudge.due_at).where(
        Nudge.organisation_id == organisation_id,
        Nudge.player_id == player_id,
        Nudge.kind == TEST,
        Nudge.due_at > since,
    )
    return sorted(db.session.scalars(query))


def refusing_services(organisation_id: UUID) -> dict[str, int]:
    """Push services that would not have our key within the last day, and for how many devices."""
    query = (
        select(PushSubscription.service, func.count())
        .where(
            PushSubscription.organisation_id == organisation_id,
            PushSubscription.refused_at > clock.now() - timedelta(days=1),
        )
        .group_by(PushSubscription.service)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits to be done now: nudges to be given, pushes to be sent, and since when the oldest of both is due."""

    nudges: int
    pushes: int
    since: datetime | None


def queue_of(organisation_id: UUID) -> Queue:
    """What is due in an organisation and not done yet."""
    now = clock.now()
    nudges = select(func.count(), func.min(Nudge.due_at)).where(
        Nudge.organisation_id == organisation_id, Nudge.outcome.is_(None), Nudge.due_at <= now
    )
    pushes = select(func.count(), func.min(NudgeDelivery.next_at)).where(
        NudgeDelivery.organisation_id == organisation_id,
        NudgeDelivery.state == "waiting",
        NudgeDelivery.next_at <= now,
    )
    (given, given_since), (sent, sent_since) = db.session.execute(nudges).one(), db.session.execute(pushes).one()
    return Queue(given, sent, min((each for each in (given_since, sent_since) if each), default=None))
