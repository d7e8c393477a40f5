"""Verbs of who asks and who helps: ask, reply, mark as answered, thank, withdraw; and forgetting what is old."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, not_found
from app.core.events import publish
from app.help.events import HelpAnswered, HelpAsked, HelpForgotten, PostQuestioned
from app.help.models import HelpReply, HelpRequest
from app.help.queries import asked_since, helpers_of, place_asked_by, request_by_key, request_for
from app.help.rules import DAY, MOST_A_DAY, MOST_OPEN, MOST_REPLIES, after_reply, refused
from app.identity.actions import hold_person
from app.identity.viewer import Viewer
from quests.content.queries import version_for
from quests.paths.trying import is_given

REFUSALS = {
    "too_many_open": f"{MOST_OPEN} questions wait for an answer already.",
    "too_many_today": f"{MOST_A_DAY} questions in a day are as many as can be asked.",
}


def ask(who: Viewer, key: UUID, words: str, version: str | None, card: str | None, shared: bool = False) -> HelpRequest:
    """Ask the resource persons of one's department, or of the nearest above. Safe to repeat with the same key.

    `shared`: those who make the post it is about may read the words too, without a name. 409 with the key of another
    question, too many that wait, or nobody to ask; 429 after too many in a day. What is said of a post is left out
    where it is none that was released to them.
    """
    hold_person(who.organisation_id, who.person_id)
    known = request_by_key(who.organisation_id, who.person_id, key)
    if known is not None:
        if known.state != "withdrawn" and known.words != words:
            raise Problem(409, "help_changed", "Another question was asked under this key.")
        return known
    now = clock.now()
    open_now, asked = asked_since(who.organisation_id, who.person_id, now - DAY)
    if (code := refused(open_now, asked, now)) is not None:
        raise Problem(429 if code == "too_many_today" else 409, code, REFUSALS[code])
    place = place_asked_by(who.organisation_id, who.person_id, who.player_id)
    if place is None:
        raise Problem(409, "nobody_to_ask", "No department up to the top has a resource person.")
    post = _given(who, version, card)
    made = HelpRequest(
        organisation_id=who.organisation_id,
        id=uuid4(),
        asker_id=who.person_id,
        key=key,
        department_id=place.id,
        words=words,
        version=version if post else None,
        card=card if post else None,
        shared=shared and post is not None,
        asked_at=now,
        last_word_at=now,
    )
    db.session.add(made)
    db.session.flush()
    _tell_helpers(made, made.id, tuple(place.helpers))
    if post is not None and made.shared:
        publish(PostQuestioned(organisation_id=who.organisation_id, module_id=post))
    return made


def _given(who: Viewer, version: str | None, card: str | None) -> UUID | None:
    """The module of that version and card, where it was given to them."""
    found = version_for(who.organisation_id, version) if version else None
    if found is None or (card is not None and card not in found.cards):
        return None
    return found.module_id if is_given(who, found.module_id, found.version) else None


def _tell_helpers(request: HelpRequest, word_id: UUID, helpers: Sequence[UUID]) -> None:
    publish(
        HelpAsked(
            organisation_id=request.organisation_id, request_id=request.id, word_id=word_id, helpers=tuple(helpers)
        )
    )


def reply(who: Viewer, request_id: UUID, key: UUID, words: str) -> HelpRequest:
    """Say something to a question. The asker's word opens it again, a resource person's answers it.

    Safe to repeat with the same key; 409 with another's words under it, when it is closed, or when it is full.
    """
    request = _held(who, request_id)
    same = select(HelpReply).where(
        HelpReply.organisation_id == who.organisation_id,
        HelpReply.request_id == request_id,
        HelpReply.author_id == who.person_id,
        HelpReply.key == key,
    )
    known = db.session.scalar(same)
    if known is not None:
        if known.words != words:
            raise Problem(409, "help_changed", "Something else was said under this key.")
        return request
    _check_room(request)
    by_asker, now = request.asker_id == who.person_id, clock.now()
    made = HelpReply(
        organisation_id=who.organisation_id,
        id=uuid4(),
        request_id=request_id,
        author_id=who.person_id,
        key=key,
        words=words,
        at=now,
    )
    db.session.add(made)
    request.state, request.last_word_at = after_reply(by_asker), now
    db.session.flush()
    if by_asker:
        others = helpers_of(who.organisation_id).get(request.department_id, {})
        _tell_helpers(request, made.id, [each for each in others if each != who.person_id])
    else:
        _tell_asker(who, request, made.id)
    return request


def _held(who: Viewer, request_id: UUID) -> HelpRequest:
    """The question, kept from others' hands until we are done."""
    lock = select(HelpRequest.id).where(
        HelpRequest.organisation_id == who.organisation_id, HelpRequest.id == request_id
    )
    db.session.execute(lock.with_for_update())
    return request_for(who, request_id)


def _check_room(request: HelpRequest) -> None:
    if request.state == "closed":
        raise Problem(409, "help_closed", "The asker has said thanks; ask anew.")
    said = select(func.count()).where(
        HelpReply.organisation_id == request.organisation_id, HelpReply.request_id == request.id
    )
    if (db.session.scalar(said) or 0) >= MOST_REPLIES:
        raise Problem(409, "help_full", f"{MOST_REPLIES} replies are as many as a question holds; ask anew.")


def _tell_asker(who: Viewer, request: HelpRequest, word_id: UUID) -> None:
    publish(
        HelpAnswered(
            organisation_id=request.organisation_id,
            request_id=request.id,
            word_id=word_id,
            asker_id=request.asker_id,
            helper_id=who.person_id,
        )
    )


def mark_answered(who: Viewer, request_id: UUID) -> HelpRequest:
    """A resource person has answered in another way. Safe to repeat; 404 to the asker."""
    request = _held(who, request_id)
    if request.asker_id == who.person_id:
        raise not_found()
    if request.state == "open":
        request.state, request.last_word_at = "answered", clock.now()
        db.session.flush()
        _tell_asker(who, request, uuid4())
    return request


def thank(who: Viewer, request_id: UUID) -> HelpRequest:
    """The asker was helped: the question is closed. Safe to repeat; 404 to all others."""
    request = _own(who, request_id)
    if request.state != "closed":
        request.state, request.last_word_at = "closed", clock.now()
        db.session.flush()
    return request


def withdraw(who: Viewer, request_id: UUID) -> None:
    """Take an open question back: every word of it is deleted. 409 when it has been answered."""
    request = _own(who, request_id)
    if request.state != "open":
        raise Problem(409, "help_answered", "It has been answered.")
    _forget_words(request)
    request.state, request.last_word_at = "withdrawn", clock.now()
    db.session.flush()


def _own(who: Viewer, request_id: UUID) -> HelpRequest:
    request = _held(who, request_id)
    if request.asker_id != who.person_id:
        raise not_found()
    return request


def _forget_words(request: HelpRequest) -> None:
    request.words, request.version, request.card = "", None, None
    db.session.execute(
        delete(HelpReply).where(
            HelpReply.organisation_id == request.organisation_id, HelpReply.request_id == request.id
        )
    )
    publish(HelpForgotten(organisation_id=request.organisation_id, request_id=request.id))


def forget(organisation_id: UUID, requests: Sequence[UUID], before: datetime) -> int:
    """Delete these questions where no word has come since `before`; how many those are."""
    query = select(HelpRequest).where(
        HelpRequest.organisation_id == organisation_id,
        HelpRequest.id.in_(list(requests)),
        HelpRequest.last_word_at <= before,
    )
    found = list(db.session.scalars(query.with_for_update().execution_options(populate_existing=True)))
    for each in found:
        _forget_words(each)
        db.session.delete(each)
    db.session.flush()
    return len(found)
