"""A path as it goes out: a `.loype` package with its modules and pictures."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from quests.content.queries import export, published
from quests.paths.models import Activity, Path, Quest
from quests.paths.queries import path_by_slug


def exported(organisation_id: UUID, slug: str) -> bytes | None:
    """The path with that slug, its modules and pictures, as a `.loype` file; None when there is none."""
    path = path_by_slug(organisation_id, slug)
    if path is None:
        return None
    document, modules = path_document(organisation_id, path)
    return export(organisation_id, modules, [document], title=path.title)


def path_document(organisation_id: UUID, path: Path) -> tuple[dict[str, Any], list[UUID]]:
    """The path as a document, and the modules its quests hold."""
    quests = db.session.scalars(
        select(Quest).where(Quest.organisation_id == organisation_id, Quest.path_id == path.id).order_by(Quest.position)
    )
    shown, modules = [], []
    for quest in quests:
        activities, own = _activity_documents(organisation_id, quest.id)
        modules.extend(own)
        said = {"title": quest.title, "story": quest.story, "goal": quest.goal, "terrain": quest.terrain}
        shown.append({"id": quest.slug, **said, "activities": activities})
    texts: dict[str, Any] = {"title": path.title, "story": path.story, "goal": path.goal}
    if path.pretest:
        texts["pretest"] = path.pretest
    return {"format": "loype.path/1", "path": path.slug, **texts, "quests": shown}, modules


def _activity_documents(organisation_id: UUID, quest_id: UUID) -> tuple[list[dict[str, str]], list[UUID]]:
    standing = (
        select(Activity)
        .where(
            Activity.organisation_id == organisation_id, Activity.quest_id == quest_id, Activity.removed_at.is_(None)
        )
        .order_by(Activity.position)
    )
    found = list(db.session.scalars(standing))
    modules = published(organisation_id, [each.module_id for each in found])
    found = [each for each in found if each.module_id in modules]
    shown = [{"id": each.slug, "kind": each.kind, "module": modules[each.module_id].slug} for each in found]
    return shown, [each.module_id for each in found]
