"""Taking a path document in. What has been released keeps its set: new activities there are optional."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from quests.content.queries import modules_named
from quests.paths.models import Activity, Path, Quest, Release, ReleaseActivity
from quests.paths.queries import path_by_slug

TEXTS = ("title", "story", "goal")


def store_path(organisation_id: UUID, document: Mapping[str, Any]) -> Path:
    """Make or change the path of that slug. Safe to repeat; a quest that is gone from the document stays as it was."""
    path = path_by_slug(organisation_id, document["path"])
    if path is None:
        path = Path(organisation_id=organisation_id, slug=document["path"])
        db.session.add(path)
    for name in TEXTS:
        setattr(path, name, document[name])
    path.pretest = document.get("pretest")
    db.session.flush()
    slugs = {each["module"] for quest in document["quests"] for each in quest["activities"]}
    modules = modules_named(organisation_id, slugs)
    for position, each in enumerate(document["quests"]):
        quest = _store_quest(path, position, each)
        _store_activities(quest, each["activities"], modules)
    return path


def _store_quest(path: Path, position: int, document: Mapping[str, Any]) -> Quest:
    query = select(Quest).where(
        Quest.organisation_id == path.organisation_id, Quest.path_id == path.id, Quest.slug == document["id"]
    )
    quest = db.session.scalar(query)
    if quest is None:
        quest = Quest(organisation_id=path.organisation_id, path_id=path.id, slug=document["id"])
        db.session.add(quest)
    quest.position, quest.terrain = position, document["terrain"]
    for name in TEXTS:
        setattr(quest, name, document[name])
    db.session.flush()
    return quest


def _store_activities(quest: Quest, documents: list[Mapping[str, Any]], modules: Mapping[str, UUID]) -> None:
    query = select(Activity).where(Activity.organisation_id == quest.organisation_id, Activity.quest_id == quest.id)
    present = {each.slug: each for each in db.session.scalars(query)}
    for position, document in enumerate(documents):
        activity, module_id = present.pop(document["id"], None), modules[document["module"]]
        if activity is not None and activity.module_id != module_id:
            _retire(activity)
            activity = None
        if activity is None:
            activity = _add_activity(quest, document["id"], position, module_id)
        activity.position, activity.removed_at = position, None
        _offer(quest, activity)
    for gone in present.values():
        gone.removed_at = gone.removed_at or clock.now()
    db.session.flush()


def _add_activity(quest: Quest, slug: str, position: int, module_id: UUID) -> Activity:
    activity = Activity(
        organisation_id=quest.organisation_id,
        quest_id=quest.id,
        slug=slug,
        position=position,
        module_id=module_id,
        added_at=clock.now(),
    )
    db.session.add(activity)
    db.session.flush()
    return activity


def _retire(activity: Activity) -> None:
    """Take an activity out for good and give its name free: another module in its place is another activity.

    What was released and done of the old one stays what it was.
    """
    activity.removed_at = activity.removed_at or clock.now()
    activity.slug = f"{activity.slug}~{activity.id}"
    db.session.flush()


def _offer(quest: Quest, activity: Activity) -> None:
    """Put an activity that came, or came back, after a release opened into that release, as optional."""
    holding = select(ReleaseActivity.release_id).where(
        ReleaseActivity.organisation_id == quest.organisation_id, ReleaseActivity.activity_id == activity.id
    )
    opened = select(Release.id).where(
        Release.organisation_id == quest.organisation_id,
        Release.quest_id == quest.id,
        Release.opened_at.is_not(None),
        Release.id.not_in(holding),
    )
    db.session.add_all(
        ReleaseActivity(
            organisation_id=quest.organisation_id,
            release_id=release_id,
            activity_id=activity.id,
            module_id=activity.module_id,
            position=activity.position,
            counts=False,
        )
        for release_id in db.session.scalars(opened)
    )
