"""Whether a scenario card has the shape of one: its parts, their texts, and that each refers to what is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
from quests.content.rules.scenario import HIGHEST
from quests.content.rules.texts import Card

MOODS = ("calm", "worried", "upset", "relieved", "closed")
PLACES = ("ward", "shop", "office", "home")
LOOKS = ("a", "b", "c", "d", "e", "f", "phone")
"""Who is drawn; `phone` for somebody who is only heard."""

MOST_NODES = 80
LONGEST_SAID = 600
"""Characters of what is told at a node, or of an explanation."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids that may be referred to."""

    characters: frozenset[str]
    meters: frozenset[str]
    nodes: frozenset[str]


def check_shape(spot: Spot, card: Card) -> None:
    """Note what is wrong with the parts of a card, whatever they are; where a play leads is looked at elsewhere."""
    known = _Known(*(_ids(card.get(field)) for field in ("characters", "meters", "nodes")))
    _check_parts(spot.at("characters"), card.get("characters"), 1, 6, "characters", _check_character)
    _check_parts(spot.at("meters"), card.get("meters"), 1, 5, "meters", _check_meter)
    if card.get("place") is not None and card["place"] not in PLACES:
        spot.at("place").refuse("one_of", known=", ".join(PLACES))
    if "start" in card:
        _check_node_id(spot.at("start"), card["start"], known)
    _check_parts(
        spot.at("nodes"), card.get("nodes"), 3, MOST_NODES, "nodes", lambda below, node: _check_node(below, node, known)
    )


def _check_parts(spot: Spot, parts: object, least: int, most: int, what: str, check: Any) -> None:
    """Things with ids, each checked, no id twice."""
    listed = check_list(spot, parts, least, most, what)
    for number, part in enumerate(listed):
        below = spot.at(number)
        if not isinstance(part, Mapping):
            below.refuse("not_object")
            continue
        if "id" in part and not is_id(part["id"]):
            below.at("id").refuse("id", example="a")
        check(below, part)
    check_unique(spot, [part.get("id") for part in listed if isinstance(part, Mapping)], "id")


def _check_character(spot: Spot, character: Mapping[str, Any]) -> None:
    check_object(spot, character, {"id", "name"}, {"look"})
    if "name" in character:
        check_text(spot.at("name"), character["name"], LONGEST_LINE)
    if character.get("look") is not None and character["look"] not in LOOKS:
        spot.at("look").refuse("one_of", known=", ".join(LOOKS))


def _check_meter(spot: Spot, meter: Mapping[str, Any]) -> None:
    check_object(spot, meter, {"id", "text", "start", "enough"}, set())
    if "text" in meter:
        check_text(spot.at("text"), meter["text"], 40)
    for field in ("start", "enough"):
        if field in meter and not _is_whole(meter[field], 0, HIGHEST):
            spot.at(field).refuse("scenario_level")


def _check_node(spot: Spot, node: Mapping[str, Any], known: _Known) -> None:
    if "ending" in node:
        check_object(spot, node, {"id", "ending", "good", "title", "text"}, {"who", "mood"})
        if node["ending"] is not True:
            spot.at("ending").refuse("scenario_ending")
        if "good" in node and not isinstance(node["good"], bool):
            spot.at("good").refuse("not_boolean")
        if "title" in node:
            check_text(spot.at("title"), node["title"], LONGEST_LINE)
        if "text" in node:
            check_text(spot.at("text"), node["text"], LONGEST_SAID)
    else:
        check_object(spot, node, {"id", "variants" if "variants" in node else "text"}, {"who", "mood", "options"})
        if "text" in node and "variants" not in node:
            check_text(spot.at("text"), node["text"], LONGEST_SAID)
        if "variants" in node:
            _check_firsts(spot.at("variants"), node["variants"], "node_texts", known, _check_variant)
        _check_options(spot, node, known)
    _check_who(spot, node, known)


def _check_who(spot: Spot, node: Mapping[str, Any], known: _Known) -> None:
    if node.get("who") is not None and not _is_one_of(node["who"], known.characters):
        spot.at("who").refuse("scenario_who")
    _check_mood(spot, node)


def _check_mood(spot: Spot, part: Mapping[str, Any]) -> None:
    if part.get("mood") is not None and part["mood"] not in MOODS:
        spot.at("mood").refuse("one_of", known=", ".join(MOODS))


def _check_options(spot: Spot, node: Mapping[str, Any], known: _Known) -> None:
    if not node.get("options"):
        spot.refuse("scenario_dead_end", node=_shown(node))
        return
    _check_parts(
        spot.at("options"),
        node["options"],
        1,
        4,
        "options_explained",
        lambda below, option: _check_option(below, option, known),
    )


def _check_option(spot: Spot, option: Mapping[str, Any], known: _Known) -> None:
    check_object(spot, option, {"id", "text", "explanation", "to"}, {"effects", "when"})
    if "text" in option:
        check_text(spot.at("text"), option["text"], 300)
    if "explanation" in option:
        check_text(spot.at("explanation"), option["explanation"], LONGEST_SAID)
    if "effects" in option:
        _check_effects(spot.at("effects"), option["effects"], known)
    if "when" in option:
        _check_when(spot.at("when"), option["when"], known)
    if isinstance(option.get("to"), list):
        _check_firsts(spot.at("to"), option["to"], "ways", known, _check_way)
    elif "to" in option:
        _check_node_id(spot.at("to"), option["to"], known)


def _check_firsts(spot: Spot, parts: object, what: str, known: _Known, check: Any) -> None:
    """A list of which the first fitting entry counts, so that each but the last has its `when`."""
    listed = check_list(spot, parts, 1, 6, what)
    for number, part in enumerate(listed):
        below = spot.at(number)
        if not isinstance(part, Mapping):
            below.refuse("not_object")
            continue
        check(below, part, known)
        if number == len(listed) - 1:
            if "when" in part:
                below.at("when").refuse("scenario_last_when")
        elif "when" in part:
            _check_when(below.at("when"), part["when"], known)
        else:
            below.at("when").refuse("missing")


def _check_variant(spot: Spot, variant: Mapping[str, Any], known: _Known) -> None:
    check_object(spot, variant, {"text"}, {"when", "mood"})
    if "text" in variant:
        check_text(spot.at("text"), variant["text"], LONGEST_SAID)
    _check_mood(spot, variant)


def _check_way(spot: Spot, way: Mapping[str, Any], known: _Known) -> None:
    check_object(spot, way, {"to"}, {"when"})
    if "to" in way:
        _check_node_id(spot.at("to"), way["to"], known)


def _check_node_id(spot: Spot, value: object, known: _Known) -> None:
    if not _is_one_of(value, known.nodes):
        spot.refuse("scenario_node")


def _check_effects(spot: Spot, effects: object, known: _Known) -> None:
    if not isinstance(effects, Mapping) or not set(effects) <= known.meters:
        spot.refuse("scenario_meters")
        return
    for meter, change in effects.items():
        if not _is_whole(change, -HIGHEST, HIGHEST):
            spot.at(meter).refuse("scenario_effect")


def _check_when(spot: Spot, when: object, known: _Known) -> None:
    if not isinstance(when, Mapping) or not when or not set(when) <= known.meters:
        spot.refuse("scenario_meters")
        return
    for meter, span in when.items():
        ends = set(span) if isinstance(span, Mapping) else set()
        formed = bool(ends) and ends <= {"least", "most"}
        if not formed or not all(_is_whole(level, 0, HIGHEST) for level in span.values()):
            spot.at(meter).refuse("scenario_when")


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_one_of(value: object, ids: frozenset[str]) -> bool:
    return isinstance(value, str) and value in ids


def _ids(parts: object) -> frozenset[str]:
    listed: Sequence[object] = parts if isinstance(parts, list) else ()
    found = [part.get("id") for part in listed if isinstance(part, Mapping)]
    return frozenset(each for each in found if isinstance(each, str))


def _shown(node: Mapping[str, Any]) -> str:
    return ascii(node.get("id"))[1:-1][:40]
