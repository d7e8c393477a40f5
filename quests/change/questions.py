"""What a test asks, of the modules of a path as they are in force. The same for everybody, before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from quests.change.rules import MOST_CARDS, spread
from quests.content.queries import versions_for
from quests.content.rules.kinds.registry import is_exercise
from quests.content.rules.texts import Document
from quests.paths.catalogue import CataloguedActivity, CataloguedQuest, catalogue
from quests.paths.queries import cohorts_of

MOST_OF_A_MODULE = 2


@dataclass(frozen=True, slots=True)
class Question:
    """A card that is asked, and the version of its module."""

    module_id: UUID
    version: str
    card: str


def run_quests(organisation_id: UUID, revision: int, player_id: UUID) -> dict[UUID, list[CataloguedQuest]]:
    """The player's runs that have a test, each with all its quests, open and planned."""
    found: dict[UUID, list[CataloguedQuest]] = {}
    for cohort_id in cohorts_of(organisation_id, player_id):
        for quest in catalogue(organisation_id, revision, cohort_id):
            if quest.pretest:
                found.setdefault(quest.run_id, []).append(quest)
    return found


def activities_of(quests: Iterable[CataloguedQuest]) -> list[CataloguedActivity]:
    """The modules of a run that a test may ask about, in the order of the path; exams keep theirs."""
    every = [each for quest in quests for each in quest.activities if not each.removed and each.module.exam is None]
    return list({each.module_id: each for each in every}.values())


def questions_in(organisation_id: UUID, quests: Iterable[CataloguedQuest]) -> tuple[Question, ...]:
    """What the test of these quests asks, in the order of the path."""
    listed = list(quests)
    pretest = listed[0].pretest if listed else None
    most = int(pretest["cards"]) if isinstance(pretest, dict) else MOST_CARDS
    return _questions(organisation_id, tuple(each.module.version for each in activities_of(listed)), most)


@lru_cache(maxsize=256)
def _questions(organisation_id: UUID, versions: tuple[str, ...], most: int) -> tuple[Question, ...]:
    """Versions never change, so neither does what is asked of them."""
    found = versions_for(organisation_id, versions)
    held = [askable(found[version].document) for version in versions]
    return tuple(
        Question(found[versions[place]].module_id, versions[place], held[place][depth])
        for place, depth in spread([len(each) for each in held], most)
    )


def askable(document: Document) -> list[str]:
    """The cards of a module that can stand alone in a test: those to be remembered, else its first exercise.

    A scenario is no question but a conversation of minutes.
    """
    alone = [card for card in document["cards"] if is_exercise(card) and card["type"] != "scenario"]
    remembered = [card["id"] for card in alone if card.get("remember")]
    return remembered[:MOST_OF_A_MODULE] or [card["id"] for card in alone[:1]]
