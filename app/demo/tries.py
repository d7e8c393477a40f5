"""How somebody might answer a module: mostly right, sometimes at the second try, always after having read it."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from quests.content.rules.reading import characters_shown, is_exercise

Card = Mapping[str, Any]


def wrong_response(card: Card) -> Any:
    """An answer of the right shape that is not right."""
    key = card["key"]
    ids = [each["id"] for each in card.get("options", ())]
    if card["type"] == "choice":
        return next(each for each in ids if each != key)
    if card["type"] == "multiple":
        return [each for each in ids if each not in key] or key[:1]
    if card["type"] == "order":
        return [*key[1:], key[0]]
    if card["type"] == "match":
        lefts, rights = list(key), list(key.values())
        return dict(zip(lefts, [*rights[1:], rights[0]], strict=True))
    return key["value"] + 2 * key["tolerance"] + 1


def right_response(card: Card) -> Any:
    return card["key"]["value"] if card["type"] == "number" else card["key"]


def letter(
    random: Random, activity: str, version: str, document: Mapping[str, Any], started_at: datetime, skill: float
) -> dict[str, Any]:
    """A finished attempt as a device would tell of it, every exercise right in the end."""
    at = started_at
    answers = []
    for card, right in _plan(random, document, skill):
        seconds = round(2 + characters_shown(card, "nb") / 100 + random.uniform(1, 9), 1)
        at += timedelta(seconds=seconds)
        response = right_response(card) if right else wrong_response(card)
        answers.append({"card": card["id"], "response": response, "answered_at": rfc3339(at), "seconds": seconds})
    return {
        "id": str(UUID(int=random.getrandbits(128), version=4)),
        "kind": "module",
        "activity": activity,
        "module_version": version,
        "language": "nb",
        "seed": random.randrange(2**31),
        "started_at": rfc3339(started_at),
        "finished_at": rfc3339(at + timedelta(seconds=3)),
        "answers": answers,
    }


def _plan(random: Random, document: Mapping[str, Any], skill: float) -> Iterator[tuple[Card, bool]]:
    """Each exercise once; those answered wrong come back at the end until they have been right."""
    waiting = [card for card in document["cards"] if is_exercise(card)]
    while waiting:
        again = []
        for card in waiting:
            right = random.random() < skill
            yield card, right
            if not right:
                again.append(card)
        waiting, skill = again, 0.9
