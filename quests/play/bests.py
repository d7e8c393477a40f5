"""The best a player has made of each conversation: stars to be proud of, never points."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.core.db import db
from quests.content.rules.scenario import Result, result_of
from quests.play.exercises import Exercises
from quests.play.letters import Answered
from quests.play.models import ScenarioBest


def keep_bests(
    organisation_id: UUID, player_id: UUID, exercises: Exercises, answers: Sequence[Answered], happened_at: datetime
) -> None:
    """Remember what these answers made better than before, whichever letter came first."""
    for card_id, best in _best_of(exercises, answers).items():
        key = {"organisation_id": organisation_id, "player_id": player_id, "module_id": exercises.module_id}
        known = db.session.get(ScenarioBest, {**key, "card": card_id})
        made = best.stars, best.reached
        if known is None:
            db.session.add(ScenarioBest(**key, card=card_id, stars=best.stars, goals=best.reached, best_at=happened_at))
        elif made > (known.stars, known.goals):
            known.stars, known.goals, known.best_at = best.stars, best.reached, happened_at
        elif made == (known.stars, known.goals):
            known.best_at = min(known.best_at, happened_at)


def _best_of(exercises: Exercises, answers: Sequence[Answered]) -> dict[str, Result]:
    """The best good ending of each conversation among the answers."""
    best: dict[str, Result] = {}
    for answer in answers:
        card = exercises.cards.get(answer.card)
        result = result_of(card, answer.response) if card is not None and card["type"] == "scenario" else None
        if result is None or not result.good:
            continue
        before = best.get(answer.card)
        if before is None or (result.stars, result.reached) > (before.stars, before.reached):
            best[answer.card] = result
    return best
