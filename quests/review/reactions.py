"""What memory does when somebody has played."""

from app.core.events import Notice
from app.core.weeks import local_date
from app.identity.queries import organisation
from quests.play.events import AttemptReceived
from quests.play.exercises import exercises_of
from quests.review.actions import remember


def remember_met(event: AttemptReceived) -> list[Notice]:
    """What was met of what is to be remembered: the first try is the first review of it, a later attempt one more."""
    exercises = exercises_of(event.organisation_id, event.module_version)
    met = [each for each in event.first_tries if exercises and each.card in exercises.remembered]
    if not met:
        return []
    zone = organisation(event.organisation_id).time_zone
    rows = [
        {
            "letter_id": event.letter_id,
            "position": each.position,
            "module_id": event.module_id,
            "card": each.card,
            "module_version": event.module_version,
            "variant": each.variant,
            "seed": event.seed,
            "asked": False,
            "first": True,
            "response": None,
            "correct": each.right,
            "seconds": None,
            "too_quick": each.too_quick,
            "happened_at": each.happened_at,
            "happened_on": local_date(each.happened_at, zone),
        }
        for each in met
    ]
    return remember(event.organisation_id, event.player_id, rows)
