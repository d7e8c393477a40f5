"""What a card must be so that it can be shown, answered and graded."""

import math
import re
from collections.abc import Mapping
from typing import Any

from quests.content.rules.inspection import (
    LONGEST_LINE,
    Spot,
    check_list,
    check_object,
    check_text,
    check_unique,
    is_id,
)

ITEM_LISTS = {"choice": ("options",), "multiple": ("options",), "order": ("options",), "match": ("left", "right")}
TYPES = ("text", "choice", "multiple", "order", "match", "number")

_COMMON = {"body", "picture"}
_HASH = re.compile(r"[0-9a-f]{64}")


def check_card(spot: Spot, card: object) -> None:
    """Note everything that is wrong with one card."""
    kind = card.get("type") if isinstance(card, Mapping) else None
    if not isinstance(card, Mapping) or kind not in TYPES:
        where = spot if not isinstance(card, Mapping) else spot.at("type")
        where.refuse("card_type", known=", ".join(TYPES))
        return
    check_object(spot, card, {"id", "type", "prompt"} | _needed(kind), _COMMON | _allowed(kind))
    if "id" in card and not is_id(card["id"]):
        spot.at("id").refuse("id", example="c1")
    _check_texts(spot, card, kind)
    if card.get("picture") is not None:
        _check_picture(spot.at("picture"), card["picture"])
    if not isinstance(card.get("remember", False), bool):
        spot.at("remember").refuse("not_boolean")
    for field in ITEM_LISTS.get(kind, ()):
        if field in card:
            _check_items(spot.at(field), card[field], explained=field != "right")
    if kind != "text" and "key" in card:
        _check_key(spot.at("key"), card, kind)


def _needed(kind: str) -> set[str]:
    if kind == "text":
        return set()
    return {"key", "explanation"} if kind == "number" else {"key", *ITEM_LISTS[kind]}


def _allowed(kind: str) -> set[str]:
    if kind == "text":
        return set()
    return {"remember", "unit"} if kind == "number" else {"remember"}


def _check_texts(spot: Spot, card: Mapping[str, Any], kind: str) -> None:
    if "prompt" in card:
        check_text(spot.at("prompt"), card["prompt"])
    if card.get("body") is not None:
        check_text(spot.at("body"), card["body"])
    if kind == "number":
        if "explanation" in card:
            check_text(spot.at("explanation"), card["explanation"])
        if card.get("unit") is not None:
            check_text(spot.at("unit"), card["unit"], LONGEST_LINE)


def _check_picture(spot: Spot, picture: object) -> None:
    """A file of the package, or the hash of one, with a text that tells what it shows."""
    source = "media" if isinstance(picture, Mapping) and "media" in picture else "file"
    given = check_object(spot, picture, {source, "alt"}, set())
    if given is None:
        return
    if source == "media" and not (isinstance(given["media"], str) and _HASH.fullmatch(given["media"])):
        spot.at("media").refuse("picture_hash")
    if source == "file" and "file" in given and not (isinstance(given["file"], str) and given["file"]):
        spot.at("file").refuse("picture_file")
    if "alt" in given:
        check_text(spot.at("alt"), given["alt"], 500)


def _check_items(spot: Spot, items: object, *, explained: bool) -> None:
    """Two to eight options, or sides of pairs; only the right side of a pair goes without an explanation."""
    known = check_list(spot, items, 2, 8, "options_explained" if explained else "options_plain")
    for number, item in enumerate(known):
        below = spot.at(number)
        given = check_object(below, item, {"id", "text"} | ({"explanation"} if explained else set()), {"explanation"})
        if given is None:
            continue
        if "id" in given and not is_id(given["id"]):
            below.at("id").refuse("id", example="a")
        for field in ("text", "explanation"):
            if field in given:
                check_text(below.at(field), given[field])
    check_unique(spot, [item.get("id") for item in known if isinstance(item, Mapping)], "id")


def _check_key(spot: Spot, card: Mapping[str, Any], kind: str) -> None:
    key = card["key"]
    if kind == "number":
        _check_number_key(spot, key)
    elif kind == "match":
        left, right = _ids(card.get("left")), _ids(card.get("right"))
        sides = list(key.values()) if isinstance(key, Mapping) else [None]
        if not isinstance(key, Mapping) or set(key) != left or not _are_ids(sides, right):
            spot.refuse("key_match")
    elif kind == "choice":
        if not _are_ids([key], _ids(card.get("options"))):
            spot.refuse("key_choice")
    else:
        _check_list_key(spot, key, _ids(card.get("options")), whole=kind == "order")


def _check_list_key(spot: Spot, key: object, ids: set[str], *, whole: bool) -> None:
    formed = isinstance(key, list) and bool(key) and _are_ids(key, ids) and len(set(key)) == len(key)
    if not formed or (whole and isinstance(key, list) and len(key) != len(ids)):
        spot.refuse("key_order" if whole else "key_multiple")


def _check_number_key(spot: Spot, key: object) -> None:
    given = check_object(spot, key, {"value", "tolerance"}, set()) or {}
    for field in ("value", "tolerance"):
        if field in given and not _is_measure(given[field]):
            spot.at(field).refuse("measure")
    if _is_measure(given.get("tolerance")) and given["tolerance"] < 0:
        spot.at("tolerance").refuse("negative")


def _is_measure(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= 10**12 and math.isfinite(value)


def _ids(items: object) -> set[str]:
    """The ids of options, as far as they are any."""
    given = [item.get("id") for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
    return {value for value in given if isinstance(value, str)}


def _are_ids(values: list[Any], ids: set[str]) -> bool:
    return all(isinstance(value, str) and value in ids for value in values)
