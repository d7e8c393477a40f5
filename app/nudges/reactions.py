"""What nudges do when something has happened: plan, as rows."""

from app.nudges.newcomers import nudge_newcomers
from app.nudges.planning import plan_release
from quests.paths.events import PlayersEnrolled, QuestOpened


def plan_nudges(event: QuestOpened) -> None:
    plan_release(event.organisation_id, event.release_id, event.opened_at)


def tell_newcomers(event: PlayersEnrolled) -> None:
    nudge_newcomers(event.organisation_id, event.run_id, event.player_ids)
