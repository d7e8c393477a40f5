"""What people of a demo organisation have asked their resource persons: the first is answered, the others wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db
from app.demo.cast import Cast, Question
from app.help import actions
from app.identity import sign_in
from app.identity.models import Person
from app.identity.sign_in import Knock
from app.identity.viewer import Viewer, viewer_by
from quests.content.queries import modules_named, published

LAST_ASKED, BETWEEN, ANSWERED_AFTER = timedelta(hours=3), timedelta(hours=23), timedelta(hours=1)


def ask_colleagues(organisation_id: UUID, cast: Cast, now: datetime) -> None:
    """Ask, the last one some hours ago and the others on the days before, and answer what is answered."""
    for place, question in enumerate(reversed(cast.questions)):
        at = now - LAST_ASKED - place * BETWEEN
        key = uuid5(organisation_id, question.words)
        with clock.standing_at(at), _signed_in(organisation_id, question.asker) as asker:
            version = _version(organisation_id, question)
            made = committed(actions.ask, asker, key, question.words, version, question.card)
        if question.helper is not None:
            with clock.standing_at(at + ANSWERED_AFTER), _signed_in(organisation_id, question.helper) as helper:
                committed(actions.reply, helper, made.id, key, question.answer)


def _version(organisation_id: UUID, question: Question) -> str:
    module_id = modules_named(organisation_id, [question.module])[question.module]
    return published(organisation_id, [module_id])[module_id].version


@contextmanager
def _signed_in(organisation_id: UUID, number: str) -> Iterator[Viewer]:
    """Who has that number, signed in for as long as the block."""
    own = select(Person.id).where(Person.organisation_id == organisation_id, Person.employee_number == number)
    person_id = db.session.scalars(own).one()
    token = committed(sign_in.open_session, organisation_id, person_id, Knock(number, ""), False)
    who = viewer_by(token, clock.now())
    assert who is not None  # noqa: S101
    yield who
    committed(sign_in.close_session, organisation_id, token)
