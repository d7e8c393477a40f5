"""What paths do when people come, go or move."""

from app.identity.events import MembershipChanged, MembershipsChanged
from quests.paths.actions import enrol
from quests.paths.audiences import running


def follow_membership(event: MembershipChanged) -> None:
    """Let the player into the runs they now belong to, and out of those they have left."""
    for run in running(event.organisation_id):
        enrol(event.organisation_id, run, only=event.player_id)


def follow_memberships(event: MembershipsChanged) -> None:
    """The same for many at once: every run is brought in line with its whole audience."""
    for run in running(event.organisation_id):
        enrol(event.organisation_id, run)
