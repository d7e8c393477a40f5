"""The badges that follow from what has happened. Also told of is what the floors above hear of: see `app.help`."""

from datetime import datetime
from uuid import UUID

from app.core.events import Notice
from app.identity.queries import language_of_player, organisation
from leaderboards.badges.actions import count_deed, give
from leaderboards.badges.facts import Happening
from leaderboards.badges.rules import is_night, points_gained
from quests.change.events import RunMeasured
from quests.paths.rules import in_language
from quests.play.events import AttemptPlayed
from quests.review.events import ItemReviewed


def badge_recall(event: ItemReviewed) -> list[Notice]:
    """Only for what the game asked, as with points; also beyond the week's ceiling, since it is no race."""
    if not (event.asked and event.recalled):
        return []
    told = {"days_recalled": event.days_apart or 0}
    return _given("item_reviewed", Happening(event.organisation_id, event.player_id, event.happened_at, told))


def badge_attempt(event: AttemptPlayed) -> list[Notice]:
    """Once a letter, after all that it has changed: what it did for the first time, or better than before."""
    if not event.done:
        return []
    zone = organisation(event.organisation_id).time_zone
    clean = all(each.right and each.ever and not each.too_quick for each in event.tries)
    told = {
        "flawless_exercises": len(event.tries) if clean else 0,
        "at_night": int(is_night(event.happened_at, zone)),
    }
    return _given("attempt_played", Happening(event.organisation_id, event.player_id, event.happened_at, told))


def badge_tests(event: RunMeasured) -> list[Notice]:
    told = {"points_gained": points_gained(event.before, event.after)}
    return _given("tests_compared", Happening(event.organisation_id, event.player_id, event.happened_at, told))


def badge_answer(organisation_id: UUID, player_id: UUID, question: UUID, answered_at: datetime) -> list[Notice]:
    """Somebody answered a colleague's question; each question counts once."""
    count_deed(organisation_id, player_id, "answered", str(question), answered_at)
    return _given("question_answered", Happening(organisation_id, player_id, answered_at))


def _given(event: str, happening: Happening) -> list[Notice]:
    given = give(event, happening)
    if not given:
        return []
    language = language_of_player(happening.organisation_id, happening.player_id)
    return [
        Notice("badge", {"title": in_language(each.name, language), "drawing": each.drawing, "badge": each.slug})
        for each in given
    ]
