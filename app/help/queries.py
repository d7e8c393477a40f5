"""Who may be asked, who may see a question, and what others may ask about questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select

from app.core import clock
from app.core.db import db
from app.core.errors import not_found
from app.help.models import HelpReply, HelpRequest
from app.help.rules import nearest
from app.identity import queries as identity
from app.identity.access import departments_of
from app.identity.viewer import Viewer
from quests.content.models import ModuleVersion

ROLE = "resource_person"
Helpers = dict[UUID, dict[UUID, str]]
"""By department the names of its resource persons."""


@dataclass(frozen=True, slots=True)
class Place:
    """The department that is asked, and who of its resource persons could answer."""

    id: UUID
    name: str
    helpers: dict[UUID, str]


@dataclass(frozen=True, slots=True)
class Matter:
    """A question as those need it who tell people of it."""

    request_id: UUID
    asker_id: UUID
    department_id: UUID
    state: str


def helpers_of(organisation_id: UUID) -> Helpers:
    """The resource persons of every department that has any: who works there today and has an open account."""
    found: Helpers = {}
    for department_id, person_id, name in identity.role_holders(organisation_id, ROLE, clock.now().date()):
        found.setdefault(department_id, {})[person_id] = name
    return found


def place_asked_by(organisation_id: UUID, person_id: UUID, player_id: UUID) -> Place | None:
    """Where a question of theirs goes; nobody is asked by themselves. None where nobody could answer."""
    staffed = {
        department_id: others
        for department_id, helpers in helpers_of(organisation_id).items()
        if (others := {id: name for id, name in helpers.items() if id != person_id})
    }
    tree = {each.id: each for each in identity.departments(organisation_id)}
    own = [UUID(each["id"]) for each in departments_of(organisation_id, player_id)]
    found = nearest(own, {each.id: each.parent_id for each in tree.values()}, staffed)
    return None if found is None else Place(found, tree[found].name, staffed[found])


def departments_helped(who: Viewer) -> set[UUID]:
    """The departments whose questions this person answers: those they work in today, while they have the role."""
    if ROLE not in who.roles:
        return set()
    return {UUID(each["id"]) for each in departments_of(who.organisation_id, who.player_id)}


def request_for(who: Viewer, request_id: UUID) -> HelpRequest:
    """A question of one's own, or one that one may answer; 404 for any other."""
    found = db.session.get(HelpRequest, (who.organisation_id, request_id), populate_existing=True)
    if found is None or found.state == "withdrawn":
        raise not_found()
    if found.asker_id != who.person_id and found.department_id not in departments_helped(who):
        raise not_found()
    return found


def request_by_key(organisation_id: UUID, asker_id: UUID, key: UUID) -> HelpRequest | None:
    query = select(HelpRequest).where(
        HelpRequest.organisation_id == organisation_id, HelpRequest.asker_id == asker_id, HelpRequest.key == key
    )
    return db.session.scalar(query)


def asked_by(who: Viewer, page: int, size: int) -> tuple[list[HelpRequest], int]:
    """A page of one's own questions, the one with the last word first; and how many in all."""
    own = (
        HelpRequest.organisation_id == who.organisation_id,
        HelpRequest.asker_id == who.person_id,
        HelpRequest.state != "withdrawn",
    )
    order = (HelpRequest.last_word_at.desc(), HelpRequest.id)
    return _page(own, order, page, size)


def asked_of(who: Viewer, is_open: bool, page: int, size: int) -> tuple[list[HelpRequest], int]:
    """A page of the questions one may answer: those that wait, the oldest first; or the others, the newest first."""
    states = ("open",) if is_open else ("answered", "closed")
    own = (*_asked_of(who), HelpRequest.state.in_(states))
    order = HelpRequest.last_word_at if is_open else HelpRequest.last_word_at.desc()
    return _page(own, (order, HelpRequest.id), page, size)


def _asked_of(who: Viewer) -> tuple[Any, ...]:
    return (
        HelpRequest.organisation_id == who.organisation_id,
        HelpRequest.department_id.in_(departments_helped(who)),
        HelpRequest.asker_id != who.person_id,
    )


def shared_about(organisation_id: UUID, module_id: UUID, page: int, size: int) -> tuple[list[HelpRequest], int]:
    """A page of the questions about a module, in any version, that those who make it may read; the newest first."""
    versions = select(ModuleVersion.version).where(
        ModuleVersion.organisation_id == organisation_id, ModuleVersion.module_id == module_id
    )
    own = (
        HelpRequest.organisation_id == organisation_id,
        HelpRequest.shared,
        HelpRequest.state != "withdrawn",
        HelpRequest.version.in_(versions),
    )
    return _page(own, (HelpRequest.asked_at.desc(), HelpRequest.id), page, size)


def answers_to(organisation_id: UUID, requests: Sequence[HelpRequest]) -> dict[UUID, list[str]]:
    """By question what others than the asker have said to it, in order: words alone."""
    askers = {each.id: each.asker_id for each in requests}
    query = select(HelpReply.request_id, HelpReply.author_id, HelpReply.words).where(
        HelpReply.organisation_id == organisation_id, HelpReply.request_id.in_(list(askers))
    )
    found: dict[UUID, list[str]] = {}
    for request_id, author_id, words in db.session.execute(query.order_by(HelpReply.at, HelpReply.id)):
        if author_id != askers[request_id]:
            found.setdefault(request_id, []).append(words)
    return found


def _page(own: Sequence[Any], order: Sequence[Any], page: int, size: int) -> tuple[list[HelpRequest], int]:
    total = db.session.scalar(select(func.count()).select_from(HelpRequest).where(*own)) or 0
    query = select(HelpRequest).where(*own).order_by(*order).limit(size).offset((page - 1) * size)
    return list(db.session.scalars(query.execution_options(populate_existing=True))), total


def counts_for(who: Viewer) -> dict[str, int]:
    """How many wait for an answer of mine (`waiting`), and how many of my own are `open` and `answered`."""
    waiting = select(func.count()).select_from(HelpRequest).where(*_asked_of(who), HelpRequest.state == "open")
    mine = (
        select(HelpRequest.state, func.count())
        .where(HelpRequest.organisation_id == who.organisation_id, HelpRequest.asker_id == who.person_id)
        .group_by(HelpRequest.state)
    )
    own = {row[0]: row[1] for row in db.session.execute(mine)}
    return {
        "waiting": db.session.scalar(waiting) or 0,
        "open": own.get("open", 0),
        "answered": own.get("answered", 0),
    }


def asked_since(organisation_id: UUID, asker_id: UUID, since: datetime) -> tuple[int, list[datetime]]:
    """How many of theirs are open, and when they asked since then, what they have withdrawn counted in."""
    query = select(HelpRequest.state, HelpRequest.asked_at).where(
        HelpRequest.organisation_id == organisation_id,
        HelpRequest.asker_id == asker_id,
        or_(HelpRequest.state == "open", HelpRequest.asked_at > since),
    )
    rows = [(state, at) for state, at in db.session.execute(query)]
    return sum(state == "open" for state, _ in rows), [at for _, at in rows]


def replies_to(organisation_id: UUID, request_id: UUID) -> list[HelpReply]:
    """Everything said to a question, in order."""
    query = (
        select(HelpReply)
        .where(HelpReply.organisation_id == organisation_id, HelpReply.request_id == request_id)
        .order_by(HelpReply.at, HelpReply.id)
    )
    return list(db.session.scalars(query))


def matters(organisation_id: UUID, requests: Iterable[UUID]) -> dict[UUID, Matter]:
    """These questions, by their ids."""
    query = select(HelpRequest.id, HelpRequest.asker_id, HelpRequest.department_id, HelpRequest.state).where(
        HelpRequest.organisation_id == organisation_id, HelpRequest.id.in_(list(requests))
    )
    return {row[0]: Matter(*row) for row in db.session.execute(query)}


def last_words_before(organisation_id: UUID, moment: datetime, withdrawn: bool, size: int) -> list[UUID]:
    """Questions whose last word is as old as that or older, of the withdrawn ones or of the others."""
    is_withdrawn = HelpRequest.state == "withdrawn"
    query = (
        select(HelpRequest.id)
        .where(
            HelpRequest.organisation_id == organisation_id,
            HelpRequest.last_word_at <= moment,
            is_withdrawn if withdrawn else ~is_withdrawn,
        )
        .order_by(HelpRequest.last_word_at, HelpRequest.id)
        .limit(size)
    )
    return list(db.session.scalars(query))
