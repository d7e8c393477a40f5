"""What the studio reads of pilots: which there are, and what those in them have answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core.db import db
from quests.authoring.feedback.models import ModuleFeedback
from quests.authoring.pilots.models import Pilot
from quests.authoring.pilots.rules import Answered
from quests.paths.models import Enrolment
from quests.play.models import Answer, Attempt


def pilot_for(organisation_id: UUID, pilot_id: UUID) -> Pilot | None:
    return db.session.get(Pilot, (organisation_id, pilot_id))


def piloted(organisation_id: UUID) -> set[UUID]:
    """The modules that are being tried out."""
    query = select(Pilot.module_id).where(Pilot.organisation_id == organisation_id, Pilot.outcome.is_(None))
    return set(db.session.scalars(query))


def pilots_page(organisation_id: UUID, module_id: UUID | None, page: int, size: int) -> tuple[list[Pilot], int]:
    """A page of the pilots, of all modules or of one, the newest first, and how many there are."""
    own = [Pilot.organisation_id == organisation_id]
    if module_id is not None:
        own.append(Pilot.module_id == module_id)
    query = select(Pilot).where(*own).order_by(Pilot.opened_at.desc(), Pilot.id)
    total = db.session.scalar(select(func.count()).select_from(Pilot).where(*own)) or 0
    return list(db.session.scalars(query.limit(size).offset((page - 1) * size))), total


def begun_in(organisation_id: UUID, runs: Sequence[UUID]) -> dict[UUID, int]:
    """By run: how many have chosen it, whether or not they have left it."""
    query = (
        select(Enrolment.run_id, func.count())
        .where(Enrolment.organisation_id == organisation_id, Enrolment.run_id.in_(runs))
        .group_by(Enrolment.run_id)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}


def answers_in(organisation_id: UUID, runs: Sequence[UUID]) -> Mapping[UUID, list[Answered]]:
    """By run: what each who has finished the post answered the first time they did."""
    query = (
        select(
            Attempt.run_id,
            Attempt.player_id,
            Attempt.letter_id,
            Attempt.received_at,
            Answer.card,
            Answer.response,
            Answer.correct,
        )
        .join(
            Answer,
            (Answer.organisation_id == Attempt.organisation_id)
            & (Answer.player_id == Attempt.player_id)
            & (Answer.letter_id == Attempt.letter_id),
        )
        .where(Attempt.organisation_id == organisation_id, Attempt.run_id.in_(runs), Attempt.finished)
        .order_by(Attempt.received_at, Attempt.letter_id, Answer.position)
    )
    firsts: dict[tuple[UUID, UUID], UUID] = {}
    responses: dict[tuple[UUID, UUID], dict[str, Any]] = {}
    tries: dict[tuple[UUID, UUID], dict[str, bool]] = {}
    received: dict[tuple[UUID, UUID], datetime] = {}
    for row in db.session.execute(query):
        key = (row.run_id, row.player_id)
        if firsts.setdefault(key, row.letter_id) != row.letter_id:
            continue
        received[key] = row.received_at
        if row.correct is None:
            responses.setdefault(key, {}).setdefault(row.card, row.response)
        else:
            tries.setdefault(key, {}).setdefault(row.card, row.correct)
    by_run: dict[UUID, list[Answered]] = {run_id: [] for run_id in runs}
    for key, at in received.items():
        by_run[key[0]].append(Answered((at, str(key[1])), responses.get(key, {}), tries.get(key, {})))
    return by_run


def said_in(organisation_id: UUID, pilots: Sequence[UUID]) -> Mapping[UUID, list[ModuleFeedback]]:
    """By pilot: what those in it have said of the version they try out, in the order they said it."""
    query = (
        select(Pilot.id, ModuleFeedback)
        .join(
            ModuleFeedback,
            (ModuleFeedback.organisation_id == Pilot.organisation_id) & (ModuleFeedback.version == Pilot.version),
        )
        .join(
            Enrolment,
            (Enrolment.organisation_id == Pilot.organisation_id)
            & (Enrolment.run_id == Pilot.run_id)
            & (Enrolment.player_id == ModuleFeedback.player_id),
        )
        .where(Pilot.organisation_id == organisation_id, Pilot.id.in_(pilots))
        .order_by(ModuleFeedback.given_at, ModuleFeedback.id)
    )
    found: dict[UUID, list[ModuleFeedback]] = {pilot_id: [] for pilot_id in pilots}
    for pilot_id, said in db.session.execute(query):
        found[pilot_id].append(said)
    return found
