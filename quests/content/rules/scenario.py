"""A conversation with decisions, walked: where a play stands, what may be chosen, how it ends and what that is worth.

A play stands in a *position*: a node, and the level of each meter from 0 to 100. Choosing an option adds its effects,
each meter kept within its bounds, and leads on: to a node, or to the first of several whose condition the meters then
meet. Conditions (`{"trust": {"least": 40, "most": 70}}`, ends included) also decide which of a node's texts is shown
and whether an option is, so that what was said early shows later.

The same arithmetic stands in `pwa/src/rules/scenario.ts`; `tests/vectors/scenario.json` keeps the two together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quests.content.rules.texts import Card

HIGHEST = 100
"""The top of every meter; the bottom is 0."""

MOST_STARS = 3

Move = tuple[str, str]
"""The node a play stood in, and the option chosen there."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a play stands. `meters` are in the order of the card."""

    node: str
    meters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """How a meter ended: its level, and whether that is enough."""

    meter: str
    score: int
    reached: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What a play came to."""

    ending: str
    good: bool
    goals: tuple[Goal, ...]
    stars: int

    @property
    def reached(self) -> int:
        """How many of the goals were reached."""
        return sum(goal.reached for goal in self.goals)


class Scenario:
    """A valid scenario card, source or served, ready to be walked."""

    def __init__(self, card: Card) -> None:
        self.meters: Sequence[Mapping[str, Any]] = card["meters"]
        self.nodes: Mapping[str, Mapping[str, Any]] = {node["id"]: node for node in card["nodes"]}
        self.opening = Position(card["start"], tuple(meter["start"] for meter in self.meters))
        self._places = {meter["id"]: place for place, meter in enumerate(self.meters)}

    def is_over(self, position: Position) -> bool:
        """Whether the play has come to an ending."""
        return bool(self.nodes[position.node].get("ending"))

    def options(self, position: Position) -> list[Mapping[str, Any]]:
        """What may be chosen there, in the order of the card."""
        options = self.nodes[position.node].get("options", ())
        return [option for option in options if self.holds(option.get("when"), position.meters)]

    def told(self, position: Position) -> Mapping[str, Any]:
        """What the node shows there: itself, or the first of its variants whose condition holds."""
        node = self.nodes[position.node]
        return next((each for each in node.get("variants", ()) if self.holds(each.get("when"), position.meters)), node)

    def after(self, position: Position, option: Mapping[str, Any]) -> Position:
        """Where an option that may be chosen there leads."""
        effects = option.get("effects", {})
        meters = tuple(
            min(HIGHEST, max(0, level + effects.get(meter["id"], 0)))
            for meter, level in zip(self.meters, position.meters, strict=True)
        )
        return Position(self.led(option["to"], meters), meters)

    def led(self, to: str | Sequence[Mapping[str, Any]], meters: tuple[int, ...]) -> str:
        """The node that a way leads to at these levels."""
        if isinstance(to, str):
            return to
        return str(next(way["to"] for way in to if self.holds(way.get("when"), meters)))

    def holds(self, when: Mapping[str, Any] | None, meters: tuple[int, ...]) -> bool:
        """Whether every meter that the condition names lies within its ends."""
        return all(
            span.get("least", 0) <= meters[self._places[meter]] <= span.get("most", HIGHEST)
            for meter, span in (when or {}).items()
        )

    def walked(self, response: object) -> list[Position] | None:
        """The positions of a whole play, the opening first and an ending last; None when it is no such play.

        The response is a list of (node, option), each move made from the node where the one before it led.
        """
        way = [self.opening]
        for move in response if isinstance(response, list) else ():
            option = None if self.is_over(way[-1]) else self._chosen(way[-1], move)
            if option is None:
                return None
            way.append(self.after(way[-1], option))
        return way if isinstance(response, list) and self.is_over(way[-1]) else None

    def result(self, ending: Position) -> Result:
        """What a play that ended there came to."""
        goals = tuple(
            Goal(meter["id"], level, level >= meter["enough"])
            for meter, level in zip(self.meters, ending.meters, strict=True)
        )
        good = bool(self.nodes[ending.node]["good"])
        return Result(ending.node, good, goals, stars_of(good, goals))

    def _chosen(self, position: Position, move: object) -> Mapping[str, Any] | None:
        if not isinstance(move, list | tuple) or len(move) != 2 or move[0] != position.node:
            return None
        return next((option for option in self.options(position) if option["id"] == move[1]), None)


def stars_of(good: bool, goals: Sequence[Goal]) -> int:
    """None without a good ending. One for it, a second for half of the goals, a third for all of them (ours)."""
    reached = sum(goal.reached for goal in goals)
    if not good:
        return 0
    return 1 + (2 * reached >= len(goals)) + (reached == len(goals))


def result_of(card: Card, response: object) -> Result | None:
    """What an answer to a valid scenario card came to; None when it is no whole play of it."""
    scenario = Scenario(card)
    way = scenario.walked(response)
    return None if way is None else scenario.result(way[-1])


def ending_of(card: Card, response: object) -> Mapping[str, Any]:
    """The node that a whole play of a valid card ends in."""
    scenario = Scenario(card)
    return scenario.nodes[(scenario.walked(response) or [scenario.opening])[-1].node]


def chosen_in(card: Card, response: object) -> list[Mapping[str, Any]]:
    """The options that a whole play of a valid card chose, in their order."""
    scenario = Scenario(card)
    way = scenario.walked(response) or []
    moves = response if way and isinstance(response, list) else []
    return [_named(scenario.options(here), move[1]) for here, move in zip(way, moves, strict=False)]


def way_to(card: Card, *, good: bool) -> list[list[str]]:
    """The moves of a shortest play of a valid card to an ending of that sort."""
    scenario = Scenario(card)
    moves: dict[Position, list[list[str]]] = {scenario.opening: []}
    waiting = [scenario.opening]
    for here in waiting:
        if scenario.is_over(here) and bool(scenario.nodes[here.node]["good"]) is good:
            return moves[here]
        for option in scenario.options(here):
            after = scenario.after(here, option)
            if after not in moves:
                moves[after] = [*moves[here], [here.node, option["id"]]]
                waiting.append(after)
    raise LookupError("a valid scenario has endings of both sorts")


def best_way(card: Card) -> list[tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]]]:
    """The node, what it tells and the option chosen, for each move of the card's key."""
    scenario = Scenario(card)
    way = scenario.walked(card["key"]) or []
    chosen = chosen_in(card, card["key"])
    return [(scenario.nodes[here.node], scenario.told(here), option) for here, option in zip(way, chosen, strict=False)]


def _named(options: Sequence[Mapping[str, Any]], id: str) -> Mapping[str, Any]:
    return next(option for option in options if option["id"] == id)
