"""Right or wrong as a whole, whatever was handed in.

The same rules stand in `pwa/src/rules/grading.ts`; `tests/vectors/grading.json` keeps the two together.
"""

from quests.content.rules.kinds.kind import Outcome
from quests.content.rules.kinds.registry import kind_of
from quests.content.rules.texts import Card

__all__ = ["Outcome", "grade"]


def grade(card: Card, response: object, language: str) -> Outcome:
    """Grade one answer to a valid flat card, source or served; what asks nothing has no well-formed answer."""
    return kind_of(card).grade(card, response, language)
