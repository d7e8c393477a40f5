"""What competence does when somebody has been asked of what is to be remembered."""

from app.core.events import Notice
from app.identity.queries import language_of_player
from quests.competence.actions import award_due, today_in
from quests.competence.queries import requirement_for
from quests.paths.rules import in_language
from quests.review.events import ItemReviewed


def earn(event: ItemReviewed) -> list[Notice]:
    """Give the certificates that this was the last thing missing for; each is told of with its last day.

    They count from today, also when the letter comes late: a term never begins before anybody could know of it.
    """
    if event.mastered_on is None:
        return []
    today = today_in(event.organisation_id)
    awarded = award_due(event.organisation_id, event.player_id, today, event.module_id)
    language = language_of_player(event.organisation_id, event.player_id) if awarded else ""
    notices = []
    for each in awarded:
        requirement = requirement_for(event.organisation_id, each.requirement_id)
        assert requirement is not None  # noqa: S101
        until = each.valid_until.isoformat() if each.valid_until else None
        notices.append(Notice("competence", {"title": in_language(requirement.title, language), "valid_until": until}))
    return notices
