"""Media of the library as screens show them, in one language: the shapes of the contract."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.identity.models import LANGUAGES
from quests.authoring.media.queries import Room, Shelved
from quests.authoring.media.uses import EARLIER, Use, said_where_used

Shown = dict[str, Any]
MOST_USES = 20
"""Modules named with a medium; how many there are is told beside."""


def media_shown(organisation_id: UUID, found: Sequence[Shelved], language: str) -> list[Shown]:
    """The `StudioMedium`s of the contract.

    Of what nobody has described, what came in a package, modules tell: their alt text, or else their title.
    """
    silent = {each.hash: use.module_id for each in found if (use := _telling(each)) is not None}
    said = said_where_used(organisation_id, silent) if silent else {}
    return [_medium_shown(each, said.get(each.hash, {}), language) for each in found]


def room_shown(room: Room) -> Shown:
    return {"taken": room.taken, "most": room.most}


def use_shown(use: Use) -> Shown:
    return {"module": str(use.module_id), "title": use.title, "where": use.where}


def _telling(medium: Shelved) -> Use | None:
    """The module that tells what a medium is, where nobody else does."""
    described = medium.description is not None and (medium.description.title or medium.description.alt)
    in_force = [each for each in medium.uses if each.where != EARLIER]
    return in_force[0] if in_force and not described else None


def _medium_shown(medium: Shelved, said: Mapping[str, str], language: str) -> Shown:
    about = medium.description
    alt = {each: text for each, text in (about.alt if about and about.alt else said).items() if each in LANGUAGES}
    title = about.title if about else ""
    return {
        "hash": medium.hash,
        "media_type": medium.media_type,
        "family": medium.family,
        "size": medium.size,
        "seconds": medium.seconds,
        "width": medium.width,
        "height": medium.height,
        "title": title,
        "named": title or _name(medium, alt, language),
        "alt": alt,
        "focus": {"x": about.focus_x, "y": about.focus_y} if about and about.focus_x is not None else None,
        "licence": about.licence if about else None,
        "credit": about.credit if about else "",
        "source": about.source if about else "",
        "added_at": rfc3339(medium.added_at),
        "added_by": medium.added_by,
        "uses": [use_shown(each) for each in medium.uses[:MOST_USES]],
        "used": len(medium.uses),
    }


def _name(medium: Shelved, alt: Mapping[str, str], language: str) -> str:
    """What to call a medium that has no title: by what it shows, or where it is used; empty where neither tells."""
    told = alt.get(language) or next((text for text in alt.values() if text), "")
    return told or (medium.uses[0].title if medium.uses else "")
