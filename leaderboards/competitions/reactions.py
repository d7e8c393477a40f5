"""What competitions do when something has happened that counts in them."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from app.core import clock
from app.identity.events import MembershipChanged, MembershipsChanged, PresenceChanged
from leaderboards.competitions.actions import follow, refresh
from leaderboards.competitions.models import Competition
from leaderboards.competitions.queries import open_ones
from leaderboards.points.events import PointsReversed
from quests.paths.events import PlayersEnrolled, QuestOpened
from quests.play.events import AttemptPlayed, ModuleSkipped
from quests.review.events import ItemReviewed

FEW = 200
PLAYED = ("participation", "completion", "points", "improvement")


def count_play(event: AttemptPlayed | ModuleSkipped) -> None:
    """Once for all that an attempt has changed: posts, quests and points."""
    _follow(event.organisation_id, event.player_id, PLAYED)


def count_reversal(event: PointsReversed) -> None:
    """Where points count, those taken back count no more; what was done stays done."""
    _follow(event.organisation_id, event.player_id, ("points",))


def count_item(event: ItemReviewed) -> None:
    if event.asked:
        _follow(event.organisation_id, event.player_id, ("recall",))


def count_release(event: QuestOpened) -> None:
    """More is possible for everybody it was released to."""
    for each in _running(event.organisation_id):
        refresh(each)


def count_enrolled(event: PlayersEnrolled) -> None:
    _again(event.organisation_id, event.player_ids)


def count_member(event: MembershipChanged | PresenceChanged) -> None:
    _again(event.organisation_id, [event.player_id])


def count_members(event: MembershipsChanged) -> None:
    _again(event.organisation_id, event.player_ids)


def _running(organisation_id: UUID, rules: Sequence[str] | None = None) -> list[Competition]:
    """Those that have started, anywhere in the world; in one that has not nothing is possible yet."""
    return open_ones(organisation_id, clock.now().date() + timedelta(days=1), rules)


def _follow(organisation_id: UUID, player_id: UUID, rules: Sequence[str]) -> None:
    for each in _running(organisation_id, rules):
        follow(each, player_id)


def _again(organisation_id: UUID, players: Sequence[UUID]) -> None:
    for each in _running(organisation_id):
        refresh(each, players if len(players) <= FEW else None)
