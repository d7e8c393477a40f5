"""What competitions do when something has happened that counts in them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.core import clock
from app.core.weeks import week_of
from app.identity.events import MembershipChanged, MembershipsChanged, PresenceChanged
from app.identity.queries import organisation
from leaderboards.competitions.actions import follow, refresh
from leaderboards.competitions.models import Competition
from leaderboards.competitions.queries import open_ones
from quests.paths.events import PlayersEnrolled, QuestOpened
from quests.play.events import AttemptReceived, ModuleFinished, QuestFinished
from quests.review.events import ItemReviewed

FEW = 200


def count_module(event: ModuleFinished) -> None:
    _follow(event.organisation_id, event.player_id, ("participation", "improvement", "points"))


def count_quest(event: QuestFinished) -> None:
    _follow(event.organisation_id, event.player_id, ("completion", "points"))


def count_exercises(event: AttemptReceived) -> None:
    if event.settled:
        _follow(event.organisation_id, event.player_id, ("points",))


def count_item(event: ItemReviewed) -> None:
    if event.asked:
        _follow(event.organisation_id, event.player_id, ("recall",))


def count_release(event: QuestOpened) -> None:
    """More is possible for everybody it was released to."""
    for each in _running(event.organisation_id, clock.now()):
        refresh(each)


def count_enrolled(event: PlayersEnrolled) -> None:
    _again(event.organisation_id, event.player_ids)


def count_member(event: MembershipChanged | PresenceChanged) -> None:
    _again(event.organisation_id, [event.player_id])


def count_members(event: MembershipsChanged) -> None:
    _again(event.organisation_id, event.player_ids)


def _running(organisation_id: UUID, now: datetime, rules: Sequence[str] | None = None) -> list[Competition]:
    return open_ones(organisation_id, week_of(now, organisation(organisation_id).time_zone), rules)


def _follow(organisation_id: UUID, player_id: UUID, rules: Sequence[str]) -> None:
    for each in _running(organisation_id, clock.now(), rules):
        follow(each, player_id)


def _again(organisation_id: UUID, players: Sequence[UUID]) -> None:
    for each in _running(organisation_id, clock.now()):
        refresh(each, players if len(players) <= FEW else None)
