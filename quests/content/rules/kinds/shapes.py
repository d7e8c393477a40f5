"""Shapes that several kinds of cards share, checked."""

import math
import re
from collections.abc import Collection, Mapping
from typing import Any

from quests.content.rules.inspection import Spot, check_list, check_object, check_text, check_unique, is_id

_HASH = re.compile(r"[0-9a-f]{64}")


def check_media(spot: Spot, value: object, *, described: bool) -> None:
    """A file of the package, or the hash of one; a picture with a text that tells what it shows.

    A picture may name its focus, as fractions of it: the point that stays where a screen shows a part only.
    """
    source = "media" if isinstance(value, Mapping) and "media" in value else "file"
    told = {"seconds", "bytes"} if source == "media" else set()  # computed; when it comes back, anew
    told = {"focus"} if described else told
    given = check_object(spot, value, {source, "alt"} if described else {source}, told)
    if given is None:
        return
    if source == "media" and not (isinstance(given["media"], str) and _HASH.fullmatch(given["media"])):
        spot.at("media").refuse("picture_hash" if described else "media_hash")
    if source == "file" and "file" in given and not (isinstance(given["file"], str) and given["file"]):
        spot.at("file").refuse("picture_file")
    if described and "alt" in given:
        check_text(spot.at("alt"), given["alt"], 500)
    if described and "focus" in given:
        focus = check_object(spot.at("focus"), given["focus"], {"x", "y"}, set())
        check_place(spot.at("focus"), focus or {}, ("x", "y"))


def check_items(
    spot: Spot,
    items: object,
    *,
    least: int = 2,
    most: int = 8,
    explained: bool = True,
    further: Collection[str] = (),
    optional: Collection[str] = (),
) -> list[Mapping[str, Any]]:
    """Things to choose among, each with id and text, explained or not, and further fields; those that are objects."""
    known = check_list(spot, items, least, most, "options_explained" if explained else "options_plain")
    needed = {"id", "text", *further} | ({"explanation"} if explained else set())
    found = []
    for number, item in enumerate(known):
        below = spot.at(number)
        given = check_object(below, item, needed, {"explanation", *optional})
        if given is None:
            continue
        found.append(given)
        if "id" in given and not is_id(given["id"]):
            below.at("id").refuse("id", example="a")
        for field in ("text", "explanation"):
            if field in given:
                check_text(below.at(field), given[field])
    check_unique(spot, [item.get("id") for item in found], "id")
    return found


def check_place(spot: Spot, item: Mapping[str, Any], fields: Collection[str]) -> None:
    """Fractions of the picture, from 0 to 1; a region lies within it."""
    for field in fields:
        if field in item and not (is_measure(item[field]) and 0 <= item[field] <= 1):
            spot.at(field).refuse("fraction")
            return
    for edge, size in (("x", "w"), ("y", "h")):
        if size in item and edge in item and not 0 < item[size] <= 1 - item[edge] + 1e-9:
            spot.at(size).refuse("outside_picture")


def is_measure(value: object) -> bool:
    """A number to count with, no larger than a trillion."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= 10**12 and math.isfinite(value)


def ids_in(items: object) -> set[str]:
    """The ids of items, as far as they are any."""
    given = [item.get("id") for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
    return {value for value in given if isinstance(value, str)}


def are_ids(values: object, ids: Collection[str]) -> bool:
    """Whether it is a list of some of these ids."""
    return isinstance(values, list) and all(isinstance(value, str) and value in ids for value in values)


def check_key_list(spot: Spot, key: object, ids: Collection[str], *, whole: bool) -> None:
    """One or more of the ids, each once; with `whole` all of them, in the right order."""
    formed = isinstance(key, list) and bool(key) and are_ids(key, ids) and len(set(key)) == len(key)
    if not formed or (whole and isinstance(key, list) and len(key) != len(ids)):
        spot.refuse("key_order" if whole else "key_multiple")


def check_key_pairs(spot: Spot, key: object, left: Collection[str], right: Collection[str], code: str) -> None:
    """Each id of one list with an id of the other."""
    sides = list(key.values()) if isinstance(key, Mapping) else None
    if not isinstance(key, Mapping) or set(key) != set(left) or not are_ids(sides, right):
        spot.refuse(code)


def some_of(card: Mapping[str, Any], field: str, response: object) -> list[str]:
    """The ids that a response lists, none of them twice and all of them known; empty where it is no such list."""
    if not isinstance(response, list) or not all(isinstance(each, str) for each in response):
        return []
    known = {item["id"] for item in card[field]}
    return response if len(set(response)) == len(response) and set(response) <= known else []
