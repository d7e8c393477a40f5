"""Verbs of who says what of a module: rate, take back, answer, mark."""

from uuid import UUID, uuid4

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, invalid, not_found
from app.core.events import publish
from app.identity.actions import hold_person
from app.identity.viewer import Viewer
from quests.authoring.feedback.events import CommentAnswered, CommentGiven
from quests.authoring.feedback.models import FeedbackAnswer, ModuleFeedback
from quests.authoring.feedback.queries import feedback_on
from quests.authoring.feedback.rules import MOST_ANSWERS, belongs, is_version, state_after
from quests.content.queries import version_for
from quests.paths.trying import is_given


def rate(who: Viewer, version: str, useful: bool, reason: str | None, words: str, language: str) -> ModuleFeedback:
    """Say whether a version was of use, and why. Said again, it takes the place of what was said before.

    404 where it was never given to the person.
    """
    if not belongs(useful, reason):
        raise invalid("That reason does not go with that rating.", {"reason": ["One of those offered for the rating."]})
    hold_person(who.organisation_id, who.person_id)
    found = version_for(who.organisation_id, version) if is_version(version) else None
    if found is None or not is_given(who, found.module_id, version):
        raise not_found()
    now, before = clock.now(), feedback_on(who.organisation_id, who.player_id, version)
    same = before is not None and (before.useful, before.reason, before.words) == (useful, reason, words)
    if before is not None and same:
        return before
    said_before = before.words if before is not None else ""
    given = before or ModuleFeedback(
        organisation_id=who.organisation_id,
        id=uuid4(),
        player_id=who.player_id,
        module_id=found.module_id,
        version=version,
        state="new",
        given_at=now,
    )
    given.state = state_after(given.state, said_before, words)
    given.useful, given.reason, given.words, given.language, given.changed_at = useful, reason, words, language, now
    db.session.add(given)
    db.session.flush()
    if words and words != said_before:
        publish(CommentGiven(organisation_id=who.organisation_id, module_id=found.module_id, feedback_id=given.id))
    return given


def take_back(who: Viewer, version: str) -> None:
    """Delete what one has said of a version, every word of it and of the answers. 404 where there is nothing."""
    found = feedback_on(who.organisation_id, who.player_id, version) if is_version(version) else None
    if found is None:
        raise not_found()
    db.session.delete(found)
    db.session.flush()


def answer(organisation_id: UUID, author_id: UUID, feedback_id: UUID, key: UUID, words: str) -> ModuleFeedback:
    """Answer a comment; the player is told, and who that is stays unknown. Safe to repeat with the same key.

    409 with the key of another answer, or when there are as many as a comment holds.
    """
    feedback = _held(organisation_id, feedback_id)
    known = db.session.get(FeedbackAnswer, (organisation_id, key))
    if known is not None:
        if (known.feedback_id, known.author_id, known.words) != (feedback_id, author_id, words):
            raise Problem(409, "answer_changed", "Something else was answered under this key.")
        return feedback
    own = (FeedbackAnswer.organisation_id == organisation_id, FeedbackAnswer.feedback_id == feedback_id)
    if (db.session.scalar(select(func.count()).select_from(FeedbackAnswer).where(*own)) or 0) >= MOST_ANSWERS:
        raise Problem(409, "answers_full", f"{MOST_ANSWERS} answers are as many as a comment holds.")
    db.session.add(
        FeedbackAnswer(
            organisation_id=organisation_id,
            id=key,
            feedback_id=feedback_id,
            author_id=author_id,
            words=words,
            at=clock.now(),
        )
    )
    feedback.state = "done"
    db.session.flush()
    publish(
        CommentAnswered(
            organisation_id=organisation_id,
            player_id=feedback.player_id,
            module_id=feedback.module_id,
            answer_id=key,
        )
    )
    return feedback


def mark(organisation_id: UUID, feedback_id: UUID, state: str) -> ModuleFeedback:
    """Say how far one has come with a comment. Safe to repeat."""
    feedback = _held(organisation_id, feedback_id)
    feedback.state = state
    db.session.flush()
    return feedback


def _held(organisation_id: UUID, feedback_id: UUID) -> ModuleFeedback:
    """The comment, kept from others' hands until we are done; 404 for what is none."""
    found = db.session.get(ModuleFeedback, (organisation_id, feedback_id), with_for_update=True, populate_existing=True)
    if found is None or not found.words:
        raise not_found()
    return found
