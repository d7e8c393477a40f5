"""Verbs of working together on a draft: say, settle, ask to look, tell what one found."""

from uuid import UUID

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, invalid, not_found
from app.core.events import publish
from app.identity.queries import holders_of
from app.identity.viewer import Viewer
from quests.authoring.drafts.models import Draft
from quests.authoring.owning.queries import owner_of
from quests.authoring.talking.events import DraftTalked, ReviewAsked, ReviewGiven
from quests.authoring.talking.models import DraftAccess, DraftComment, DraftReview
from quests.authoring.talking.queries import ASKABLE, MAKERS, check_may_talk, open_reviews, takes_part
from quests.authoring.talking.rules import MOST_IN_THREAD, MOST_OPEN_REVIEWS, MOST_THREADS


def say(who: Viewer, module_id: UUID, key: UUID, card: str | None, thread_id: UUID | None, words: str) -> UUID:
    """Say something of a card or the whole, in a new thread or one that is there, which it opens again; the thread.

    Safe to repeat with the same key; 409 with another's words under it, or where there is no more room.
    """
    check_may_talk(who, module_id)
    known = db.session.get(DraftComment, (who.organisation_id, key))
    if known is not None:
        if (known.module_id, known.author_id, known.words) != (module_id, who.person_id, words):
            raise Problem(409, "comment_changed", "Something else was said under this key.")
        return known.thread_id
    first = _thread(who.organisation_id, module_id, thread_id) if thread_id is not None else None
    _check_room(who.organisation_id, module_id, first)
    made = DraftComment(
        organisation_id=who.organisation_id,
        id=key,
        module_id=module_id,
        thread_id=first.id if first else key,
        card=first.card if first else card,
        author_id=who.person_id,
        words=words,
        at=clock.now(),
    )
    db.session.add(made)
    if first is not None:
        first.resolved = False
    db.session.flush()
    _tell_others(who, module_id, made.thread_id)
    return made.thread_id


def _check_room(organisation_id: UUID, module_id: UUID, first: DraftComment | None) -> None:
    of_thread = DraftComment.thread_id == (first.id if first else DraftComment.id)
    own = (DraftComment.organisation_id == organisation_id, DraftComment.module_id == module_id, of_thread)
    said = db.session.scalar(select(func.count()).select_from(DraftComment).where(*own)) or 0
    if said >= (MOST_IN_THREAD if first else MOST_THREADS):
        raise Problem(409, "talk_full", "There is no more room here. Begin a new thread, or settle some.")


def _tell_others(who: Viewer, module_id: UUID, thread_id: UUID) -> None:
    others = takes_part(who.organisation_id, thread_id)
    owner = owner_of(who.organisation_id, module_id)
    if owner is not None:
        others.add(owner.owner_id)
    others.discard(who.person_id)
    if others:
        event = DraftTalked(organisation_id=who.organisation_id, module_id=module_id, others=tuple(sorted(others)))
        publish(event)


def _thread(organisation_id: UUID, module_id: UUID, thread_id: UUID) -> DraftComment:
    """The first word of a thread about that module, held; 404 for any other."""
    found = db.session.get(DraftComment, (organisation_id, thread_id), with_for_update=True, populate_existing=True)
    if found is None or found.module_id != module_id or found.thread_id != found.id:
        raise not_found()
    return found


def settle(who: Viewer, module_id: UUID, thread_id: UUID, resolved: bool) -> UUID:
    """Say that a thread is settled, or that it is not. Safe to repeat."""
    check_may_talk(who, module_id)
    _thread(who.organisation_id, module_id, thread_id).resolved = resolved
    db.session.flush()
    return thread_id


def ask_to_look(who: Viewer, module_id: UUID, review_id: UUID, reviewer_id: UUID) -> DraftReview:
    """Ask somebody to look at the draft as it is now; they may read it and talk about it from here on.

    Safe to repeat; 409 with the id of another question, or when too many wait; 422 for who may not be asked.
    """
    draft = db.session.get(Draft, (who.organisation_id, module_id))
    if draft is None or not who.roles & MAKERS:
        raise not_found()
    known = db.session.get(DraftReview, (who.organisation_id, review_id))
    if known is not None:
        if (known.module_id, known.reviewer_id, known.asked_by) != (module_id, reviewer_id, who.person_id):
            raise Problem(409, "review_changed", "Another question has this id.")
        return known
    if reviewer_id not in {id for id, _ in holders_of(who.organisation_id, ASKABLE)}:
        raise invalid("They cannot be asked.", {"reviewer": ["Who makes content, leads or is a resource person."]})
    if open_reviews(who.organisation_id, module_id) >= MOST_OPEN_REVIEWS:
        raise Problem(409, "too_many_open", f"{MOST_OPEN_REVIEWS} are asked already.")
    now = clock.now()
    if db.session.get(DraftAccess, (who.organisation_id, module_id, reviewer_id)) is None:
        given = {"module_id": module_id, "person_id": reviewer_id, "given_by": who.person_id, "given_at": now}
        db.session.add(DraftAccess(organisation_id=who.organisation_id, **given))
    made = DraftReview(
        organisation_id=who.organisation_id,
        id=review_id,
        module_id=module_id,
        revision=draft.revision,
        asked_by=who.person_id,
        asked_at=now,
        reviewer_id=reviewer_id,
        words="",
    )
    db.session.add(made)
    db.session.flush()
    event = ReviewAsked(
        organisation_id=who.organisation_id, module_id=module_id, review_id=review_id, reviewer_id=reviewer_id
    )
    publish(event)
    return made


def tell_what_one_found(who: Viewer, module_id: UUID, review_id: UUID, verdict: str, words: str) -> DraftReview:
    """Approve a draft one was asked to look at, or ask for changes. Said again, it takes the place of the first."""
    found = db.session.get(DraftReview, (who.organisation_id, review_id), with_for_update=True, populate_existing=True)
    if found is None or found.module_id != module_id or found.reviewer_id != who.person_id:
        raise not_found()
    check_may_talk(who, module_id)
    if (found.verdict, found.words) == (verdict, words):
        return found
    found.verdict, found.words, found.answered_at = verdict, words, clock.now()
    db.session.flush()
    publish(
        ReviewGiven(
            organisation_id=who.organisation_id, module_id=module_id, review_id=review_id, asked_by=found.asked_by
        )
    )
    return found


def let_out(who: Viewer, module_id: UUID, person_id: UUID) -> None:
    """Take somebody's access to a draft back; what they have said stays. 404 where they had none."""
    found = db.session.get(DraftAccess, (who.organisation_id, module_id, person_id))
    if found is None or not who.roles & MAKERS:
        raise not_found()
    db.session.delete(found)
    db.session.flush()
