"""What the ledger does when somebody has learnt or taken part."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.core.events import Notice
from leaderboards.points.actions import award
from leaderboards.points.rules import Grant, exercise_grants, module_grant, quest_grant, recall_grants, summed
from quests.play.events import AttemptReceived, ModuleFinished, QuestFinished
from quests.review.events import ItemReviewed


def reward_exercises(event: AttemptReceived) -> list[Notice]:
    grants = exercise_grants(event.run_id, event.module_id, event.settled)
    return _rewarded(event.organisation_id, event.player_id, grants, event.happened_at, event.letter_id)


def reward_module(event: ModuleFinished) -> list[Notice]:
    grants = [module_grant(event.run_id, event.module_id)]
    return _rewarded(event.organisation_id, event.player_id, grants, event.happened_at, event.letter_id)


def reward_quest(event: QuestFinished) -> list[Notice]:
    grants = [quest_grant(event.run_id, event.quest_id, event.in_week)]
    return _rewarded(event.organisation_id, event.player_id, grants, event.happened_at, event.letter_id)


def reward_recall(event: ItemReviewed) -> list[Notice]:
    """Only for what the game asked: what is met again in a module, or beyond the week's ceiling, gives nothing."""
    if not (event.asked and event.within_ceiling):
        return []
    grants = recall_grants(event.module_id, event.card, event.letter_id, recalled=event.recalled, days=event.days_apart)
    return _rewarded(event.organisation_id, event.player_id, grants, event.happened_at, event.letter_id)


def _rewarded(
    organisation_id: UUID, player_id: UUID, grants: Sequence[Grant], happened_at: datetime, letter_id: UUID
) -> list[Notice]:
    entered = award(organisation_id, player_id, grants, happened_at, letter_id)
    if not entered:
        return []
    entries = summed(entered)
    return [Notice("points", {"points": sum(int(str(each["points"])) for each in entries), "entries": entries})]
