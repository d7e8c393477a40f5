"""An exercise that is a conversation with decisions: right where it comes to a good ending."""

from typing import Any

from quests.content.rules.kinds.kind import Asks, Kind, Outcome, verdict
from quests.content.rules.scenario import best_way, ending_of, result_of
from quests.content.rules.scenario_check import check_scenario
from quests.content.rules.texts import Card

_SPOKEN = frozenset({"text", "title", "explanation", "who", "mood"})


def _grade_scenario(card: Card, response: object, language: str) -> Outcome:
    result = result_of(card, response)
    return verdict(result is not None, result is not None and result.good)


def _said(card: Card) -> list[object]:
    """What is said on the best way: nobody can have decided before reading as much."""
    return [told["text"] for _, told, _ in best_way(card)]


def _read(card: Card) -> list[object]:
    """What else is read on the best way: what could be chosen, how it ends, and why each choice was good."""
    way = best_way(card)
    offered = [option["text"] for node, _, _ in way for option in node["options"]]
    ending = ending_of(card, card["key"])
    return [*offered, *(option["explanation"] for _, _, option in way), ending["title"], ending["text"]]


def _structure(card: Card) -> dict[str, Any]:
    """All that decides where a play leads; not what is said, by whom, or how anybody looks."""
    meters = [{field: meter[field] for field in ("id", "start", "enough")} for meter in card["meters"]]
    nodes = [_silent(node) for node in card["nodes"]]
    return {"meters": meters, "start": card["start"], "nodes": nodes, "key": card["key"]}


def _silent(part: Any) -> Any:
    if isinstance(part, list):
        return [_silent(each) for each in part]
    if isinstance(part, dict):
        kept = {name: value for name, value in part.items() if name not in _SPOKEN}
        return {name: value if name in ("effects", "when") else _silent(value) for name, value in kept.items()}
    return part


DECIDING = (
    Kind(
        name="scenario",
        asks=Asks.RIGHT,
        needed=frozenset({"characters", "meters", "start", "nodes", "key"}),
        allowed=frozenset({"place"}),
        pooled=False,
        remembered=False,
        check=check_scenario,
        grade=_grade_scenario,
        structure=_structure,
        shown=_said,
        explained=lambda card: (),
        read=_read,
        decisions=lambda card: len(card["key"]),
    ),
)
