"""Ratings and comments as their writers see them, and as editors do: without who, where and at which hour."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from app.core.http import rfc3339
from app.core.weeks import local_date
from app.identity.queries import organisation, policy
from quests.authoring.feedback.models import FeedbackAnswer, ModuleFeedback
from quests.authoring.feedback.queries import Said, answers_to, reasons_of, said_of, states_of
from quests.authoring.feedback.rules import STATES
from quests.content.models import ModuleVersion
from quests.paths.rules import in_language

Shown = dict[str, Any]


def ratings_shown(organisation_id: UUID, found: Sequence[ModuleFeedback], language: str) -> list[Shown]:
    """To who has said it, with what was answered; by whom is not told."""
    answers = answers_to(organisation_id, [each.id for each in found])
    titles = {each.version: each.titles for each in _versions(organisation_id, found)}
    return [
        {
            "version": each.version,
            "module": in_language(titles[each.version], language),
            "useful": each.useful,
            "reason": each.reason,
            "text": each.words,
            "changed_at": rfc3339(each.changed_at),
            "answers": _answers(answers.get(each.id, ())),
        }
        for each in found
    ]


def comments_shown(organisation_id: UUID, found: Sequence[ModuleFeedback]) -> list[Shown]:
    """To editors."""
    answers = answers_to(organisation_id, [each.id for each in found])
    numbers = {each.version: each.number for each in _versions(organisation_id, found)}
    zone = organisation(organisation_id).time_zone
    return [
        {
            "id": str(each.id),
            "useful": each.useful,
            "reason": each.reason,
            "text": each.words,
            "language": each.language,
            "number": numbers[each.version],
            "state": each.state,
            "said_on": local_date(each.changed_at, zone).isoformat(),
            "answers": _answers(answers.get(each.id, ())),
        }
        for each in found
    ]


def whole_shown(organisation_id: UUID, module_id: UUID) -> Shown:
    """How many comments are in which state, and the ratings of a module where enough people have given any."""
    least = int(policy(organisation_id)["least_members"])
    said = said_of(organisation_id, [module_id]).get(module_id, Said())
    states = states_of(organisation_id, module_id)
    ratings = None
    if said.people >= least:
        counts = sorted(reasons_of(organisation_id, module_id).items(), key=lambda pair: (-pair[1], pair[0]))
        reasons = [{"reason": reason, "count": count} for reason, count in counts]
        ratings = {"useful": said.useful, "of": said.rated, "reasons": reasons}
    return {"counts": {state: states.get(state, 0) for state in STATES}, "ratings": ratings}


def _versions(organisation_id: UUID, found: Sequence[ModuleFeedback]) -> Iterable[Any]:
    query = select(ModuleVersion.version, ModuleVersion.number, ModuleVersion.titles).where(
        ModuleVersion.organisation_id == organisation_id, ModuleVersion.version.in_({each.version for each in found})
    )
    return db.session.execute(query).all()


def _answers(found: Iterable[FeedbackAnswer]) -> list[Shown]:
    return [{"id": str(each.id), "at": rfc3339(each.at), "text": each.words} for each in found]
