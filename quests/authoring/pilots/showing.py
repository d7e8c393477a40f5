"""Pilots as the studio shows them: for whom, how far, and what was answered once enough have."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.identity.queries import departments, policy
from quests.authoring.feedback.models import ModuleFeedback
from quests.authoring.feedback.showing import comments_shown
from quests.authoring.pilots.models import Pilot
from quests.authoring.pilots.queries import answers_in, begun_in, said_in
from quests.authoring.pilots.rules import (
    Answered,
    Rated,
    question_id,
    ratings_of,
    right_of,
    scale_of,
    texts_of,
    told_of,
)
from quests.authoring.runs import audience_shown, runs_by_id
from quests.content.queries import Version, versions_for
from quests.content.rules.documents import exercises_of
from quests.paths.rules import in_language

Shown = dict[str, Any]
COMMENTS_SHOWN = 20


def pilots_shown(organisation_id: UUID, pilots: Sequence[Pilot], language: str) -> list[Shown]:
    """The `Pilot`s of the contract, in the order given."""
    ids = [each.run_id for each in pilots]
    runs, begun, answers = (
        runs_by_id(organisation_id, ids),
        begun_in(organisation_id, ids),
        answers_in(organisation_id, ids),
    )
    said = said_in(organisation_id, [each.id for each in pilots])
    versions = versions_for(organisation_id, {each.module_version for each in pilots})
    names = {str(each.id): each.name for each in departments(organisation_id)}
    least = int(policy(organisation_id)["least_members"])
    return [
        {
            "id": str(each.id),
            "module": str(each.module_id),
            "title": in_language(versions[each.module_version].document["title"], language),
            "version": each.version,
            "revision": each.revision,
            "audience": audience_shown(runs[each.run_id].audience, names),
            "state": each.outcome or "open",
            "opened_at": rfc3339(each.opened_at),
            "ended_at": rfc3339(each.ended_at),
            "begun": begun.get(each.run_id, 0),
            "finished": len(answers[each.run_id]),
            "least": least,
            **_results(each, versions[each.module_version], answers[each.run_id], least, language),
            **_said(organisation_id, said[each.id], least),
        }
        for each in pilots
    ]


def _said(organisation_id: UUID, said: Sequence[ModuleFeedback], least: int) -> Shown:
    """Ratings of groups, and the comments themselves, as editors read them of any module: without who or when."""
    comments = [each for each in reversed(said) if each.words]
    return {
        "ratings": ratings_of([Rated(each.useful, each.reason) for each in said], least),
        "comments": comments_shown(organisation_id, comments[:COMMENTS_SHOWN]),
        "more_comments": max(0, len(comments) - COMMENTS_SHOWN),
    }


def _results(pilot: Pilot, version: Version, answers: Sequence[Answered], least: int, language: str) -> Shown:
    """What may be told of the answers: nothing while fewer than the smallest group have finished."""
    told = told_of(answers, least)
    return {
        "counted": len(told),
        "questions": [
            _question(each, question_id(number), told, language) for number, each in enumerate(pilot.questions, 1)
        ],
        "exercises": [
            {"card": card["id"], "prompt": _prompt(card, language), "first_right": right_of(told, card["id"])}
            for card in exercises_of(version.document)
        ],
    }


def _question(question: Mapping[str, Any], card: str, told: Sequence[Answered], language: str) -> Shown:
    return {
        "prompt": in_language(question["prompt"], language),
        "asks": question["asks"],
        "scale": scale_of(told, card) if question["asks"] == "scale" else [],
        "texts": texts_of(told, card) if question["asks"] == "text" else [],
    }


def _prompt(card: Mapping[str, Any], language: str) -> str:
    """The question itself; of a card drawn from a pool, that of its first variant."""
    said = card.get("prompt") or next((each.get("prompt") for each in card.get("variants", ())), None)
    return in_language(said, language) if isinstance(said, Mapping) else card["id"]
