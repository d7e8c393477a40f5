"""What nudges do when something has happened: plan, tell or forget, as rows."""

from app.core import clock
from app.core.weeks import local_date
from app.help.events import HelpAnswered, HelpAsked, HelpForgotten, PostQuestioned
from app.identity.queries import organisation, players_of
from app.nudges.expiring import plan_ending
from app.nudges.newcomers import nudge_newcomers
from app.nudges.noting import note
from app.nudges.planning import plan_release
from app.nudges.telling import forget_matter, tell_of_matter
from quests.authoring.feedback.events import CommentAnswered, CommentGiven
from quests.authoring.owning.events import CheckDue
from quests.authoring.owning.queries import owner_of
from quests.authoring.talking.events import DraftTalked, ReviewAsked, ReviewGiven
from quests.competence.events import RenewalOpened
from quests.paths.events import PlayersEnrolled, QuestOpened


def plan_nudges(event: QuestOpened) -> None:
    plan_release(event.organisation_id, event.release_id, event.opened_at)


def tell_newcomers(event: PlayersEnrolled) -> None:
    nudge_newcomers(event.organisation_id, event.run_id, event.player_ids)


def tell_of_question(event: HelpAsked) -> None:
    players = players_of(event.organisation_id, event.helpers)
    tell_of_matter(event.organisation_id, event.request_id, "help_asked", event.word_id, players)


def tell_of_answer(event: HelpAnswered) -> None:
    players = players_of(event.organisation_id, [event.asker_id])
    tell_of_matter(event.organisation_id, event.request_id, "help_answered", event.word_id, players)


def tell_of_ending(event: RenewalOpened) -> None:
    plan_ending(event.organisation_id, event.player_id, event.certificate_id, event.valid_until)


def forget_question(event: HelpForgotten) -> None:
    forget_matter(event.organisation_id, event.request_id)


def tell_of_comment(event: CommentGiven | PostQuestioned) -> None:
    """The owner of the module, at most once a day however many say something or ask about it."""
    owner = owner_of(event.organisation_id, event.module_id)
    if owner is not None:
        today = local_date(clock.now(), organisation(event.organisation_id).time_zone)
        players = players_of(event.organisation_id, [owner.owner_id])
        note(event.organisation_id, event.module_id, "comment_came", f"comments:{today}", players)


def tell_of_comment_answered(event: CommentAnswered) -> None:
    note(event.organisation_id, event.module_id, "comment_answered", f"{event.answer_id}", [event.player_id])


def tell_of_check(event: CheckDue) -> None:
    players = players_of(event.organisation_id, [event.owner_id])
    note(event.organisation_id, event.module_id, "check_due", f"check:{event.module_id}:{event.check_by}", players)


def tell_of_talk(event: DraftTalked) -> None:
    """Those who take part, at most once a day for each draft."""
    today = local_date(clock.now(), organisation(event.organisation_id).time_zone)
    players = players_of(event.organisation_id, event.others)
    note(event.organisation_id, event.module_id, "draft_talked", f"talk:{event.module_id}:{today}", players)


def tell_of_review_asked(event: ReviewAsked) -> None:
    players = players_of(event.organisation_id, [event.reviewer_id])
    note(event.organisation_id, event.module_id, "review_asked", f"review:{event.review_id}", players)


def tell_of_review_given(event: ReviewGiven) -> None:
    players = players_of(event.organisation_id, [event.asked_by])
    note(event.organisation_id, event.module_id, "review_given", f"found:{event.review_id}", players)
