"""Verbs of exchange: drafts made of what came in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from quests.authoring.drafts import actions as drafts


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
