"""What a card must be so that it can be shown, answered and graded."""

from collections.abc import Mapping

from quests.content.rules.inspection import Spot, check_list, check_object, check_text, check_unique, is_id
from quests.content.rules.kinds.kind import Asks, Kind
from quests.content.rules.kinds.registry import KINDS, kind_named
from quests.content.rules.kinds.shapes import check_media
from quests.content.rules.texts import Card

MOST_VARIANTS = 10

_COMMON = {"body", "picture"}


def check_card(spot: Spot, card: object) -> None:
    """Note everything that is wrong with one card."""
    kind = kind_named(card.get("type")) if isinstance(card, Mapping) else None
    if not isinstance(card, Mapping) or kind is None:
        where = spot if not isinstance(card, Mapping) else spot.at("type")
        where.refuse("card_type", known=", ".join(KINDS))
        return
    remember = {"remember"} if kind.asks is Asks.RIGHT and kind.remembered else set()
    if "variants" in card and kind.pooled and kind.asks is not Asks.NOTHING:
        _check_pool(spot, card, kind, remember)
    else:
        _check_face(spot, card, kind, {"id", "type"}, remember)
    if "id" in card and not is_id(card["id"]):
        spot.at("id").refuse("id", example="c1")
    if not isinstance(card.get("remember", False), bool):
        spot.at("remember").refuse("not_boolean")


def _check_pool(spot: Spot, card: Card, kind: Kind, allowed: set[str]) -> None:
    """Two or more variants, each with an id and the fields of the card's type."""
    check_object(spot, card, {"id", "type", "variants"}, allowed)
    variants = check_list(spot.at("variants"), card["variants"], 2, MOST_VARIANTS, "variants")
    for number, variant in enumerate(variants):
        below = spot.at("variants").at(number)
        if not isinstance(variant, Mapping):
            below.refuse("not_object")
            continue
        _check_face(below, variant, kind, {"id"}, set())
        if "id" in variant and not is_id(variant["id"]):
            below.at("id").refuse("id", example="v1")
    known = [variant.get("id") for variant in variants if isinstance(variant, Mapping)]
    check_unique(spot.at("variants"), known, "id")


def _check_face(spot: Spot, face: Card, kind: Kind, head: set[str], allowed: set[str]) -> None:
    check_object(spot, face, head | {"prompt"} | kind.needed, _COMMON | kind.allowed | allowed)
    if "prompt" in face:
        check_text(spot.at("prompt"), face["prompt"])
    if face.get("body") is not None:
        check_text(spot.at("body"), face["body"])
    if face.get("picture") is not None or "picture" in kind.needed & face.keys():
        check_media(spot.at("picture"), face.get("picture"), described=True)
    kind.check(spot, face)
