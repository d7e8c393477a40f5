"""What follows on the floors below when somebody has helped."""

from app.core import clock
from app.help.events import HelpAnswered
from app.identity.queries import player_of
from leaderboards.badges.reactions import badge_answer


def badge_helper(event: HelpAnswered) -> None:
    """The helper's own: it is told of on their Meg, since an answer has no end of a post to tell it at."""
    player_id = player_of(event.organisation_id, event.helper_id)
    badge_answer(event.organisation_id, player_id, event.request_id, clock.now())
