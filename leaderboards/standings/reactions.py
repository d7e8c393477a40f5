"""What the week's board does when something has happened."""

from collections.abc import Sequence
from uuid import UUID

from app.core import clock
from app.identity.events import MembershipChanged, MembershipsChanged, PresenceChanged
from leaderboards.standings.actions import refresh, take_part
from quests.paths.events import PlayersEnrolled, QuestOpened
from quests.paths.queries import board_week
from quests.play.events import ModuleFinished

FEW = 200


def count_release(event: QuestOpened) -> None:
    """More is possible in that week, for everybody it was released to."""
    refresh(event.organisation_id, event.week)


def count_module(event: ModuleFinished) -> None:
    if event.counts_in_week:
        take_part(event.organisation_id, event.player_id, event.week)


def count_enrolled(event: PlayersEnrolled) -> None:
    _again(event.organisation_id, event.player_ids)


def count_member(event: MembershipChanged | PresenceChanged) -> None:
    _again(event.organisation_id, [event.player_id])


def count_members(event: MembershipsChanged) -> None:
    _again(event.organisation_id, event.player_ids)


def _again(organisation_id: UUID, players: Sequence[UUID]) -> None:
    """Work the board's week out anew for these players."""
    week = board_week(organisation_id, clock.now())
    refresh(organisation_id, week, players if len(players) <= FEW else None)
