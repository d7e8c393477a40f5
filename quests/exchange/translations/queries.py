"""What the studio lists of translations: how far each module is translated."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core.db import db
from quests.authoring.checks.translation import counted
from quests.authoring.drafts.models import Draft
from quests.exchange.rules.translations import source_of

Shown = dict[str, Any]


def translations_page(organisation_id: UUID, page: int, size: int) -> tuple[list[Draft], int]:
    """A page of the drafts, the one changed last first, and how many there are."""
    own = Draft.organisation_id == organisation_id
    total = db.session.scalar(select(func.count()).select_from(Draft).where(own)) or 0
    query = select(Draft).where(own).order_by(Draft.changed_at.desc(), Draft.module_id)
    return list(db.session.scalars(query.limit(size).offset((page - 1) * size))), total


def translation_shown(draft: Draft, language: str) -> Shown:
    """How many texts a module has, and of each language how many are written and how many are older than the source."""
    titles = draft.summary["titles"]
    states, counts = draft.summary["languages"], counted(draft.document, draft.sources)
    return {
        "id": str(draft.module_id),
        "title": titles.get(language) or next(iter(titles.values()), ""),
        "source": source_of(draft.document),
        "languages": [{"language": each, "state": states[each], **counts[each]} for each in ("nb", "nn", "en")],
    }
