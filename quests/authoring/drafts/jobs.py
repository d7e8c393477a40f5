"""Doors from the clock: drafts for modules that were here before drafts were."""

from app.core.db import committed, scope
from app.identity.queries import organisation_ids
from quests.authoring.drafts.actions import follow_version
from quests.authoring.drafts.queries import without_draft

AT_ONCE = 200


def complete() -> None:
    """Give every module that has none a draft of what is in force."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            while waiting := without_draft(organisation_id, AT_ONCE):
                for module_id in waiting:
                    committed(follow_version, organisation_id, module_id)
