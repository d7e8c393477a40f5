"""Attempts at exams: so many a day, every exercise once, graded here, told of after the last card."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core.db import db
from app.core.http import rfc3339
from app.core.weeks import local_date, moment_at
from app.identity.queries import organisation
from quests.content.rules.documents import whole_in_language
from quests.content.rules.exams import lifted, revealed
from quests.content.rules.kinds.registry import is_exercise
from quests.content.rules.pools import drawn
from quests.play.exercises import Exam, Exercises
from quests.play.letters import DeviceLetter, Refused
from quests.play.models import Attempt
from quests.play.rules import Try


def day_of(organisation_id: UUID, now: datetime) -> tuple[datetime, datetime]:
    """When the organisation's local day began, and when the next one does."""
    zone = organisation(organisation_id).time_zone
    today = local_date(now, zone)
    return moment_at(today, 0, zone), moment_at(today + timedelta(days=1), 0, zone)


def used_since(organisation_id: UUID, player_id: UUID, modules: Iterable[UUID], since: datetime) -> dict[UUID, int]:
    """How many attempts of the player's at each of these modules have arrived from then on."""
    query = (
        select(Attempt.module_id, func.count())
        .where(
            Attempt.organisation_id == organisation_id,
            Attempt.player_id == player_id,
            Attempt.module_id.in_(list(modules)),
            Attempt.received_at >= since,
        )
        .group_by(Attempt.module_id)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}


def left_shown(terms: Mapping[str, Any], used: int, tomorrow: datetime) -> dict[str, Any]:
    """How many attempts are left today, and when the next is possible where none is."""
    left = max(0, int(terms["attempts_a_day"]) - used)
    return {"attempts_left": left, "next_at": None if left else rfc3339(tomorrow)}


def in_own_ids(exercises: Exercises, letter: DeviceLetter, exam: Exam) -> DeviceLetter:
    """The letter with its answers in the ids of the document.

    An exam is handed in as a whole: finished, every exercise once. Anything else is refused, since it could ask what is
    right one card at a time.
    """
    if not letter.finished or sorted(each.card for each in letter.answers) != sorted(exercises.cards):
        raise Refused("invalid")
    answers = [
        replace(each, response=lifted(drawn(exercises.cards[each.card], letter.seed), each.response, exam.salt))
        for each in letter.answers
    ]
    return replace(letter, answers=tuple(answers))


def check_attempts(arrived_at: datetime, organisation_id: UUID, player_id: UUID, module_id: UUID, exam: Exam) -> int:
    """How many attempts have been used today, before this one. Refused when they all have.

    Days are the organisation's, and an attempt belongs to the day it arrives on: an exam is taken with network.
    """
    today, _ = day_of(organisation_id, arrived_at)
    used = used_since(organisation_id, player_id, [module_id], today).get(module_id, 0)
    if used >= exam.terms.attempts_a_day:
        raise Refused("no_attempts_left")
    return used


def told(
    letter: DeviceLetter, exam: Exam, tries: Iterable[Try], passed: bool, left: Mapping[str, Any]
) -> dict[str, Any]:
    """What the verdict says of an exam: passed or not, and each card with its answer, in the ids of the device."""
    document = whole_in_language(exam.document, letter.language, letter.module_version)
    shown = [drawn(card, letter.seed) for card in document["cards"] if is_exercise(card)]
    right = {each.card: each.right for each in tries}
    cards = [{"id": card["id"], "right": right[card["id"]], "card": revealed(card, exam.salt)} for card in shown]
    more = {"takeaways": document["takeaways"], "sources": document["sources"]}
    return {"passed": passed, "pass": exam.terms.share, **left, "cards": cards, **more}
