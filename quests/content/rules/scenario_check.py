"""Whether every play of a scenario comes to an end, and everything in it can be met.

All *positions* (a node with the level of every meter) that plays can come to are found, up to a bound. Levels are
whole numbers from 0 to 100, so there are finitely many; a play goes on for ever exactly where positions form a ring.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from quests.content.rules.inspection import Spot
from quests.content.rules.scenario import Position, Scenario
from quests.content.rules.scenario_shape import check_shape
from quests.content.rules.texts import Card

MOST_POSITIONS = 50_000
MOST_MOVES = 60
"""Choices of a play; so many of them always fit a letter."""


@dataclass(slots=True)
class Explored:
    """All that plays can come to. `followed` gives the positions after each; endings have none."""

    followed: dict[Position, list[Position]] = field(default_factory=dict)
    options: set[tuple[str, str]] = field(default_factory=set)
    ways: set[tuple[str, str, int]] = field(default_factory=set)
    variants: set[tuple[str, int]] = field(default_factory=set)
    whole: bool = True
    """False where there are more than can be looked at."""


def check_scenario(spot: Spot, card: Card) -> None:
    """Note everything that is wrong with a scenario card beside the fields all cards have. Never raises."""
    before = len(spot.faults)
    check_shape(spot, card)
    needed = {"characters", "meters", "start", "nodes", "key"}
    if len(spot.faults) > before or not needed <= card.keys():
        return
    scenario = Scenario(card)
    explored = explore(scenario)
    if not explored.whole:
        spot.at("nodes").refuse("scenario_large", most=MOST_POSITIONS)
        return
    _check_reached(spot.at("nodes"), card, explored)
    moves = longest(explored.followed)
    if moves is None:
        _check_loops(spot.at("nodes"), card, explored)
        return
    if moves > MOST_MOVES:
        spot.at("nodes").refuse("scenario_long", moves=moves, most=MOST_MOVES)
    _check_endings(spot, scenario, explored)
    _check_key(spot.at("key"), scenario, card["key"], explored)


def explore(scenario: Scenario, start: Position | None = None) -> Explored:
    """Every position that a play can come to from the opening, or from there, nearest first."""
    found = Explored()
    waiting = deque([start or scenario.opening])
    found.followed[waiting[0]] = []
    while waiting:
        here = waiting.popleft()
        found.followed[here] = followed = _followed(scenario, here, found)
        for position in followed:
            if position not in found.followed:
                if len(found.followed) >= MOST_POSITIONS:
                    found.whole = False
                    return found
                found.followed[position] = []
                waiting.append(position)
    return found


def _followed(scenario: Scenario, here: Position, found: Explored) -> list[Position]:
    """The positions one choice further, noting what was met."""
    node = scenario.nodes[here.node]
    told = scenario.told(here)
    found.variants.update((here.node, number) for number, each in enumerate(node.get("variants", ())) if each is told)
    after = []
    for option in scenario.options(here):
        position = scenario.after(here, option)
        found.options.add((here.node, option["id"]))
        if not isinstance(option["to"], str):
            taken = next(n for n, way in enumerate(option["to"]) if scenario.holds(way.get("when"), position.meters))
            found.ways.add((here.node, option["id"], taken))
        after.append(position)
    return after


def longest(followed: Mapping[Position, Iterable[Position]]) -> int | None:
    """The most choices that a play can take; None where one can go on for ever.

    Positions are taken away once all that lead to them are gone (A. B. Kahn, "Topological sorting of large networks",
    CACM 5, 1962); what is left over lies on a ring or behind one.
    """
    moves, _ = _levels(followed)
    return max(moves.values()) if len(moves) == len(followed) else None


def _levels(followed: Mapping[Position, Iterable[Position]]) -> tuple[dict[Position, int], set[Position]]:
    """The longest way to each position that is not on or behind a ring, and those that are."""
    before: dict[Position, int] = dict.fromkeys(followed, 0)
    for after in followed.values():
        for position in after:
            before[position] += 1
    moves = {position: 0 for position, count in before.items() if count == 0}
    far = dict(moves)
    free = deque(moves)
    while free:
        here = free.popleft()
        moves[here] = far[here]
        for position in followed[here]:
            far[position] = max(far.get(position, 0), far[here] + 1)
            before[position] -= 1
            if before[position] == 0:
                free.append(position)
    return moves, set(followed) - set(moves)


def _check_reached(spot: Spot, card: Card, explored: Explored) -> None:
    """No node, option, way or text that no play meets, and always something to choose."""
    reached = {position.node for position in explored.followed}
    ends = {node["id"] for node in card["nodes"] if node.get("ending")}
    stuck = {here.node for here, after in explored.followed.items() if not after and here.node not in ends}
    for number, node in enumerate(card["nodes"]):
        below = spot.at(number)
        if node["id"] not in reached:
            below.refuse("scenario_ending_never" if node.get("ending") else "scenario_node_never", node=node["id"])
            continue
        if node["id"] in stuck:
            below.refuse("scenario_dead_end", node=node["id"])
        _check_met(below, node, explored)


def _check_met(spot: Spot, node: Mapping[str, Any], explored: Explored) -> None:
    for number in range(len(node.get("variants", ()))):
        if (node["id"], number) not in explored.variants:
            spot.at("variants").at(number).refuse("scenario_variant_never", node=node["id"])
    for number, option in enumerate(node.get("options", ())):
        below = spot.at("options").at(number)
        if (node["id"], option["id"]) not in explored.options:
            below.refuse("scenario_option_never", node=node["id"])
        elif not isinstance(option["to"], str):
            for way in range(len(option["to"])):
                if (node["id"], option["id"], way) not in explored.ways:
                    below.at("to").at(way).refuse("scenario_way_never", node=node["id"])


def _check_loops(spot: Spot, card: Card, explored: Explored) -> None:
    """Tell of each node that a play can come round to for ever."""
    _, behind = _levels(explored.followed)
    backwards: dict[Position, list[Position]] = {position: [] for position in behind}
    for position in behind:
        for after in explored.followed[position]:
            backwards[after].append(position)
    _, around = _levels(backwards)
    nodes = {position.node for position in around}
    for number, node in enumerate(card["nodes"]):
        if node["id"] in nodes:
            spot.at(number).refuse("scenario_loop", node=node["id"])


def _check_endings(spot: Spot, scenario: Scenario, explored: Explored) -> None:
    """At least one good and one bad ending that plays come to, and more than one way through."""
    endings = {here.node for here in explored.followed if scenario.is_over(here)}
    goods = {bool(scenario.nodes[ending]["good"]) for ending in endings}
    if endings and True not in goods:
        spot.at("nodes").refuse("scenario_no_good")
    if endings and False not in goods:
        spot.at("nodes").refuse("scenario_no_bad")
    if all(len(after) <= 1 for after in explored.followed.values()):
        spot.at("nodes").refuse("scenario_one_way")


def _check_key(spot: Spot, scenario: Scenario, key: object, explored: Explored) -> None:
    """The key is a whole play to a good ending, and none reaches more goals."""
    way = scenario.walked(key)
    result = None if way is None else scenario.result(way[-1])
    if result is None or not result.good:
        spot.refuse("scenario_key")
        return
    ends = [scenario.result(here) for here in explored.followed if scenario.is_over(here)]
    most = max(end.reached for end in ends if end.good)
    if result.reached < most:
        spot.refuse("scenario_key_goals", reached=result.reached, most=most)
