"""A round of reviews at the end of the first week, of those one can sign in as: some of it recalled, some still due."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.core.weeks import local_date
from app.demo.people import Player
from app.demo.play import Sent
from app.demo.tries import right_response, wrong_response
from app.identity.queries import organisation
from quests.content.queries import published, version_for
from quests.content.rules.pools import drawn
from quests.content.rules.reading import characters_shown
from quests.review.queries import Item, ceilings_now, items_of
from quests.review.rules import agenda


def rounds_of(organisation_id: UUID, players: Iterable[Player], at: datetime, random: Random) -> Iterator[Sent]:
    """The round that each of these players plays then, of what is due; none where nothing is."""
    settings, day = ceilings_now(organisation_id), local_date(at, organisation(organisation_id).time_zone)
    for player in players:
        planned = agenda(items_of(organisation_id, player.id), day, 0, settings.a_week, settings.retention)
        due = [item for asked_from, item in planned if asked_from <= day][: settings.a_round]
        if player.reviews and due:
            made = _letter(organisation_id, due, at, player.skill, random)
            finished = datetime.fromisoformat(made["finished_at"])
            yield Sent(player.id, made, finished, finished + timedelta(seconds=5))


def _letter(organisation_id: UUID, items: list[Item], at: datetime, skill: float, random: Random) -> dict[str, Any]:
    seed = random.randrange(2**31)
    modules = published(organisation_id, {each.module_id for each in items})
    start, answers = at, []
    for item in items:
        found = version_for(organisation_id, modules[item.module_id].version)
        assert found is not None  # noqa: S101
        card = drawn(found.cards[item.card], seed)
        right = random.random() < skill
        for response in [right_response(card)] if right else [wrong_response(card), right_response(card)]:
            seconds = round(2 + characters_shown(card, "nb") / 100 + random.uniform(1, 9), 1)
            at += timedelta(seconds=seconds)
            told = {"card": item.card, "response": response, "answered_at": rfc3339(at), "seconds": seconds}
            answers.append({**told, "module_version": found.version})
    return {
        "id": str(UUID(int=random.getrandbits(128), version=4)),
        "kind": "review",
        "activity": None,
        "module_version": None,
        "language": "nb",
        "seed": seed,
        "started_at": rfc3339(start),
        "finished_at": rfc3339(at + timedelta(seconds=3)),
        "answers": answers,
    }
