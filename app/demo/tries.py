"""How somebody might answer a module: mostly right, sometimes at the second try, always after having read it."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from quests.content.rules.kinds.registry import is_exercise
from quests.content.rules.pools import drawn
from quests.content.rules.reading import characters_shown
from quests.content.rules.scenario import way_to

Card = Mapping[str, Any]

LANGUAGE = "nb"


def wrong_response(card: Card) -> Any:
    """An answer of the right shape that is not right."""
    key = card["key"]
    ids = [each["id"] for each in card.get("options") or card.get("regions") or ()]
    match card["type"]:
        case "choice":
            return next(each for each in ids if each != key)
        case "multiple" | "hotspot":
            return [each for each in ids if each not in key] or key[:1]
        case "order":
            return [*key[1:], key[0]]
        case "match":
            lefts, rights = list(key), list(key.values())
            return dict(zip(lefts, [*rights[1:], rights[0]], strict=True))
        case "sort":
            buckets = [each["id"] for each in card["buckets"]]
            return {item: next(each for each in buckets if each != place) for item, place in key.items()}
        case "fill":
            return "?-" * 20
        case "scenario":
            return way_to(card, good=False)
    return key["value"] + 2 * key["tolerance"] + 1


def right_response(card: Card) -> Any:
    """The answer that is right, a word in the language that people of the demo answer in."""
    match card["type"]:
        case "number":
            return card["key"]["value"]
        case "fill":
            return (card["key"] if isinstance(card["key"], list) else card["key"][LANGUAGE])[0]
    return card["key"]


def letter(
    random: Random, activity: str, version: str, document: Mapping[str, Any], started_at: datetime, skill: float
) -> dict[str, Any]:
    """A finished attempt as a device would tell of it, every exercise right in the end."""
    at = started_at
    answers = []
    seed = random.randrange(2**31)
    for asked, right in _plan(random, document, skill):
        card = drawn(asked, seed)
        seconds = round(2 + characters_shown(card, LANGUAGE) / 100 + random.uniform(1, 9), 1)
        at += timedelta(seconds=seconds)
        response = right_response(card) if right else wrong_response(card)
        shown = {"variant": card["variant"]} if "variant" in card else {}
        answer = {"card": card["id"], "response": response, "answered_at": rfc3339(at), "seconds": seconds}
        answers.append(answer | shown)
    return {
        "id": str(UUID(int=random.getrandbits(128), version=4)),
        "kind": "module",
        "activity": activity,
        "module_version": version,
        "language": LANGUAGE,
        "seed": seed,
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
