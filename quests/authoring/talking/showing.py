"""Talk about drafts, and drafts to be read by who does not write them, as those who take part see them."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.core.http import rfc3339
from app.identity.queries import holders_of, names_of
from app.identity.viewer import Viewer
from quests.authoring.drafts.models import Draft
from quests.authoring.talking.models import DraftComment, DraftReview
from quests.authoring.talking.queries import ASKABLE, MAKERS, words_in
from quests.authoring.talking.rules import faces_of, lines_of, words

Shown = dict[str, Any]
MOST_ASKABLE = 200


def threads_shown(who: Viewer, found: Sequence[DraftComment]) -> list[Shown]:
    """Threads with all that was said in them, by name: those who work on a draft know each other."""
    said = words_in(who.organisation_id, [each.id for each in found])
    names = names_of(who.organisation_id, {each.author_id for words in said.values() for each in words})
    return [
        {
            "id": str(thread.id),
            "card": thread.card,
            "resolved": thread.resolved,
            "words": [
                {
                    "id": str(each.id),
                    "author": names[each.author_id],
                    "mine": each.author_id == who.person_id,
                    "at": rfc3339(each.at),
                    "text": each.words,
                }
                for each in said.get(thread.id, ())
            ],
        }
        for thread in found
    ]


def reviews_shown(who: Viewer, found: Sequence[DraftReview], draft: Draft | None) -> list[Shown]:
    """Who was asked to look, and what they found."""
    names = names_of(who.organisation_id, {id for each in found for id in (each.reviewer_id, each.asked_by)})
    return [
        {
            "id": str(each.id),
            "reviewer": names[each.reviewer_id],
            "mine": each.reviewer_id == who.person_id,
            "asked_by": names[each.asked_by],
            "asked_at": rfc3339(each.asked_at),
            "revision": each.revision,
            "changed_since": draft is not None and draft.revision != each.revision,
            "verdict": each.verdict,
            "text": each.words,
            "answered_at": rfc3339(each.answered_at),
        }
        for each in found
    ]


def askable_shown(who: Viewer) -> list[Shown]:
    """Who may be asked to look, by who may ask."""
    if not who.roles & MAKERS:
        return []
    people = holders_of(who.organisation_id, ASKABLE)[:MOST_ASKABLE]
    return [{"id": str(id), "name": name} for id, name in people if id != who.person_id]


def draft_shown(draft: Draft, language: str) -> Shown:
    """A draft to be read: all it says in that language, or the first it has, with what is right."""
    document = draft.document
    takeaways = document.get("takeaways")
    told = takeaways.get(language, []) if isinstance(takeaways, Mapping) else []
    return {
        "id": str(draft.module_id),
        "title": words(document.get("title"), language),
        "revision": draft.revision,
        "changed_at": rfc3339(draft.changed_at),
        "takeaways": [each for each in told if isinstance(each, str)] if isinstance(told, list) else [],
        "sources": [words(each.get("title"), language) for each in _things(document.get("sources"))],
        "cards": [
            _card_shown(number, card, language) for number, card in enumerate(_things(document.get("cards")), start=1)
        ],
    }


def _things(found: object) -> list[Mapping[str, Any]]:
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _card_shown(number: int, card: Mapping[str, Any], language: str) -> Shown:
    return {
        "id": str(card.get("id", "")),
        "number": number,
        "type": str(card.get("type", "")),
        "faces": [
            {
                "prompt": words(face.get("prompt"), language),
                "body": words(face.get("body"), language),
                "explanation": words(face.get("explanation"), language),
                "lines": [
                    {"text": each.text, "right": each.right, "explanation": each.explanation}
                    for each in lines_of(face, language)
                ],
            }
            for face in faces_of(card)
        ],
    }
