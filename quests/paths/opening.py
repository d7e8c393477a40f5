"""Opening a release: once, with its set of activities frozen."""

from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from app.core.events import publish
from app.identity.actions import touch_organisation
from quests.content.queries import retired_among
from quests.paths.actions import claim
from quests.paths.events import QuestOpened
from quests.paths.models import Activity, Release, ReleaseActivity


def open_release(organisation_id: UUID, release_id: UUID) -> bool:
    """Open a due release and say so; False, and nothing done, when it was open already or is not due."""
    if not claim(organisation_id, release_id):
        return False
    release = db.session.get_one(Release, (organisation_id, release_id), populate_existing=True)
    _freeze(release)
    touch_organisation(organisation_id)
    assert release.opened_at is not None  # noqa: S101
    publish(
        QuestOpened(
            organisation_id=organisation_id,
            release_id=release.id,
            run_id=release.run_id,
            cohort_id=release.cohort_id,
            quest_id=release.quest_id,
            week=release.week,
            opened_at=release.opened_at,
            closes_at=release.closes_at,
        )
    )
    return True


def _freeze(release: Release) -> None:
    standing = select(Activity).where(
        Activity.organisation_id == release.organisation_id,
        Activity.quest_id == release.quest_id,
        Activity.removed_at.is_(None),
    )
    activities = list(db.session.scalars(standing))
    retired = retired_among(release.organisation_id, {each.module_id for each in activities})
    db.session.add_all(
        ReleaseActivity(
            organisation_id=release.organisation_id,
            release_id=release.id,
            activity_id=each.id,
            module_id=each.module_id,
            position=each.position,
        )
        for each in activities
        if each.module_id not in retired
    )
    db.session.flush()
