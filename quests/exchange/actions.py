"""Verbs of exchange: drafts made of what came in, and translations taken into one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from app.core.errors import not_found
from quests.authoring.drafts import actions as drafts
from quests.authoring.drafts.queries import draft_for
from quests.exchange.rules.translations import Given, Received, received, right_still


@dataclass(frozen=True, slots=True)
class Made:
    """A draft, new or made earlier of the same file."""

    id: UUID
    title: str
    cards: int


def make_drafts(
    organisation_id: UUID, person_id: UUID, digest: str, modules: Mapping[str, list[dict[str, Any]]], language: str
) -> list[Made]:
    """A draft of each module. Safe to repeat: of the same file the same drafts, which stay as they have become."""
    made = []
    for title, cards in modules.items():
        module_id = uuid5(organisation_id, f"{digest}:{language}:{title}")
        draft = drafts.create(organisation_id, module_id, title, language, person_id)
        if draft.revision == 1 and not draft.document["cards"]:
            draft = drafts.save(organisation_id, module_id, {**draft.document, "cards": cards}, 1, person_id)
        made.append(Made(module_id, title, len(draft.document["cards"])))
    return made


def take_translations(
    organisation_id: UUID, person_id: UUID, module_id: UUID, given: Sequence[Given], language: str
) -> Received:
    """Take translations into a draft. What was made of an older source is taken, and counts as old. Safe to repeat."""
    draft = draft_for(organisation_id, module_id)
    if draft is None:
        raise not_found()
    found = received(draft.document, given, language)
    drafts.translated(organisation_id, module_id, found.document, draft.revision, person_id, language, found.made_of)
    return found


def confirm(organisation_id: UUID, person_id: UUID, module_id: UUID, ids: Sequence[str], language: str) -> None:
    """These translations are right still, though their source has changed. What is not there is left aside."""
    draft = draft_for(organisation_id, module_id)
    if draft is None:
        raise not_found()
    made_of = right_still(draft.document, ids, language)
    drafts.translated(organisation_id, module_id, draft.document, draft.revision, person_id, language, made_of)
