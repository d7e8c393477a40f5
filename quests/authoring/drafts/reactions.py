"""What drafts do when content comes from elsewhere."""

from quests.authoring.drafts.actions import follow_version
from quests.content.events import ModulesTakenIn


def follow_content(event: ModulesTakenIn) -> None:
    """Give every module that came a draft, and let drafts that hold no more than was published hold the new."""
    for module_id in event.module_ids:
        follow_version(event.organisation_id, module_id)
