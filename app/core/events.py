"""Events say what has happened; reactions answer in the same transaction, in the order of `app/reactions.py`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Past tense, ids and graded facts, never a model."""

    organisation_id: UUID


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should be told: a code and the figures its sentence needs."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


Reaction = Callable[[Any], Sequence[Notice] | None]

_reactions: dict[type[Event], tuple[Reaction, ...]] = {}


def connect(reactions: Mapping[type[Event], Sequence[Reaction]]) -> None:
    """Set who reacts to what. Called once, by the factory."""
    _reactions.clear()
    _reactions.update({event: tuple(functions) for event, functions in reactions.items()})


def publish(event: Event) -> list[Notice]:
    """Let every reaction to `event` run, in order; their notices, in order."""
    notices: list[Notice] = []
    for reaction in _reactions.get(type(event), ()):
        notices.extend(reaction(event) or ())
    return notices
