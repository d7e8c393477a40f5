"""Who reacts to what, in order. One page, no logic."""

from collections.abc import Mapping, Sequence

from app.core.events import Event, Reaction

REACTIONS: Mapping[type[Event], Sequence[Reaction]] = {}
