"""A demo organisation's weeks of play: letters as devices would send them, through the same door as real ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any
from uuid import UUID

from app.core import clock
from app.core.db import committed
from app.demo.people import Player
from app.demo.tries import letter
from app.identity.queries import organisation
from quests.content.queries import version_for
from quests.play.overview import seen_by
from quests.play.receive import receive

AT_ONCE = 100
"""Letters in a transaction."""


@dataclass(frozen=True, slots=True)
class Post:
    """A module of the week as its players meet it."""

    activity: str
    version: str
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter on its way: whose, when it was finished, when it comes in."""

    player_id: UUID
    content: Mapping[str, Any]
    finished_at: datetime
    received_at: datetime


def posts_of(organisation_id: UUID, player: Player, week: date) -> list[Post]:
    """The modules that opened to a player in that week, in order."""
    posts = []
    for seen in seen_by(organisation_id, organisation(organisation_id).revision, player.id):
        for activity in seen.quest.activities if seen.quest.week == week else ():
            version = version_for(organisation_id, activity.module.version)
            assert version is not None  # noqa: S101
            posts.append(Post(str(activity.id), version.version, version.document))
    return posts


def letters_of(
    player: Player, posts: Sequence[Post], within: tuple[datetime, datetime], reach: float, random: Random
) -> Iterator[Sent]:
    """What a player finishes of the posts between two moments, with the chance `reach` to go on after each."""
    opens, end = within
    if end <= opens:
        return
    at = opens + (end - opens) * random.uniform(0.02, 0.7)
    for post in posts:
        if random.random() > reach or at >= end:
            return
        made = letter(random, post.activity, post.version, post.document, at, player.skill)
        finished = datetime.fromisoformat(made["finished_at"])
        received = finished + timedelta(seconds=5)
        if received >= end:
            return
        yield Sent(player.id, made, finished, received)
        at = received + (end - received) * random.uniform(0.0, 0.25)


def deliver(organisation_id: UUID, letters: Iterator[Sent]) -> None:
    """Hand the letters in, many in a transaction, each at its own moment."""
    while bundle := list(islice(letters, AT_ONCE)):
        committed(_received, organisation_id, bundle)


def _received(organisation_id: UUID, bundle: Sequence[Sent]) -> None:
    owner = organisation(organisation_id)  # held, so that it is read once and not for each letter
    for each in bundle:
        sent = each.finished_at + timedelta(seconds=4)
        with clock.standing_at(each.received_at):
            receive(owner.id, each.player_id, each.content, sent, each.received_at)
