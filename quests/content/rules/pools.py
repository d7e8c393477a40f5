"""Cards that are one of several: which one an attempt shows is drawn by its seed, so that the server can rebuild it.

The same arithmetic stands in `pwa/src/rules/pools.ts`; `tests/vectors/shuffle.json` keeps the two together.
"""

from typing import Any

from quests.content.rules.shuffle import fnv1a, mulberry32
from quests.content.rules.texts import Card


def faces(card: Card) -> list[Card]:
    """Every flat card that may be shown: the variants of a pool under the pool's id, or the card itself."""
    if "variants" not in card:
        return [card]
    return [_face(card, variant) for variant in card["variants"]]


def drawn(card: Card, seed: int) -> Card:
    """The flat card that an attempt with that seed shows."""
    if "variants" not in card:
        return card
    place = mulberry32(fnv1a(f"{seed}:{card['id']}:variant"))() % len(card["variants"])
    return _face(card, card["variants"][place])


def _face(card: Card, variant: Card) -> dict[str, Any]:
    shared = {name: value for name, value in card.items() if name != "variants"}
    return {**shared, **variant, "id": card["id"], "variant": variant["id"]}
