"""What the figures of cards do when somebody has played."""

from quests.authoring.statistics.actions import add
from quests.authoring.statistics.known import asked_in
from quests.authoring.statistics.rules.sums import Tried, sums_of
from quests.play.events import AttemptPlayed


def count_tries(event: AttemptPlayed) -> None:
    """Add what was tried for the first time. Attempts at what is known already cost nothing."""
    if not any(each.ever for each in event.tries):
        return
    asked = asked_in(event.organisation_id, event.module_version)
    tries = [
        Tried(each.card, each.response, each.right, each.too_quick, each.seconds, each.ever) for each in event.tries
    ]
    sums = sums_of(asked.cards, asked.order, event.seed, tries, event.answered, event.finished)
    if sums is not None:
        add(event.organisation_id, event.module_version, sums)
