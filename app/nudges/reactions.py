"""What nudges do when something has happened: plan, as rows."""

from app.nudges.planning import plan_release
from quests.paths.events import QuestOpened


def plan_nudges(event: QuestOpened) -> None:
    plan_release(event.organisation_id, event.release_id, event.opened_at)
