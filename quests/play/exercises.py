"""What grading needs of a published version. A version never changes, so it is read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from quests.content.queries import version_for
from quests.content.rules.documents import remembered_in, salt_of
from quests.content.rules.exams import Terms, terms_of
from quests.content.rules.kinds.registry import is_asked, is_exercise
from quests.content.rules.texts import Card, languages_of


@dataclass(frozen=True, slots=True)
class Exam:
    """Its terms, the document it is made from, and what the ids on devices are made with."""

    terms: Terms
    document: Mapping[str, Any]
    salt: str


@dataclass(frozen=True, slots=True)
class Exercises:
    """The cards that are graded, and all that are answered, by id; those that come back; the languages there are."""

    module_id: UUID
    languages: tuple[str, ...]
    cards: Mapping[str, Card]
    asked: Mapping[str, Card]
    remembered: frozenset[str]
    exam: Exam | None = None
    pilot: bool = False
    """Whether the version has never been in force, and is only for who tries it out."""

    @property
    def words(self) -> dict[str, str]:
        """By card the kind of what is answered and not graded."""
        return {id: card["type"] for id, card in self.asked.items() if id not in self.cards}


class _Unkept(Exception):
    """What is unknown now, or tried out, may be published in a minute."""

    def __init__(self, exercises: Exercises | None = None) -> None:
        self.exercises = exercises


@lru_cache(maxsize=2048)
def _read(organisation_id: UUID, version: str) -> Exercises:
    found = version_for(organisation_id, version)
    if found is None:
        raise _Unkept
    asked = {id: card for id, card in found.cards.items() if is_asked(card)}
    cards = {id: card for id, card in asked.items() if is_exercise(card)}
    terms = terms_of(found.document)
    exam = Exam(terms, found.document, salt_of(found.document)) if terms else None
    remembered = frozenset(remembered_in(found.document))
    made = Exercises(found.module_id, tuple(languages_of(found.document)), cards, asked, remembered, exam, found.pilot)
    if found.pilot:
        raise _Unkept(made)
    return made


def exercises_of(organisation_id: UUID, version: str) -> Exercises | None:
    """The exercises of that version; None when the organisation has none such."""
    try:
        return _read(organisation_id, version)
    except _Unkept as unkept:
        return unkept.exercises
