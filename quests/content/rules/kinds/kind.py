"""What the rest of the rules need to know of a kind of card."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quests.content.rules.inspection import Spot
from quests.content.rules.texts import Card


class Asks(StrEnum):
    """What a card wants of the person."""

    NOTHING = "nothing"  # it tells
    WORD = "word"  # it is answered, earns nothing and is never wrong
    RIGHT = "right"  # an exercise


class Outcome(StrEnum):
    """What an answer is worth; `malformed` is one that no form gives, and the server refuses it."""

    RIGHT = "right"
    WRONG = "wrong"
    GIVEN = "given"
    MALFORMED = "malformed"


def verdict(formed: bool, right: bool) -> Outcome:
    """Right or wrong where the answer has its form."""
    if not formed:
        return Outcome.MALFORMED
    return Outcome.RIGHT if right else Outcome.WRONG


def given(formed: bool) -> Outcome:
    """The same for what is not graded."""
    return Outcome.GIVEN if formed else Outcome.MALFORMED


def items_of(card: Card, lists: Iterable[str]) -> Iterator[Card]:
    """Everything in these lists of a card, one after the other."""
    for field in lists:
        yield from card.get(field) or ()


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of card. `card` is always a flat one: of a pool, the variant drawn.

    `needed` and `allowed` are its fields beside id, type, prompt, body and picture; `lists` those that hold things
    with ids. `check` notes what is wrong with them. Documents give texts by language or, served, as plain strings.
    """

    name: str
    asks: Asks
    needed: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    pooled: bool = True
    """Whether it may be one of several variants, drawn by the letter's seed."""
    remembered: bool = True
    """Whether an exercise of this kind may come back in reviews."""
    check: Callable[[Spot, Card], None]
    grade: Callable[[Card, object, str], Outcome] = lambda card, response, language: Outcome.MALFORMED
    """(card, response, language): never raises, whatever the response is."""
    structure: Callable[[Card], dict[str, Any]] = lambda card: {"key": card["key"]} if "key" in card else {}
    """What play rests on beside the ids of `lists`; the same whatever is done to texts and pictures."""
    shown: Callable[[Card], Iterable[object]] | None = None
    """The texts shown before the answer, beside prompt and body; those of the items in `lists` where not said."""
    lasts: Callable[[Card], int] = lambda card: 0
    """Seconds of what is listened to or watched, as far as they are known yet."""
    explained: Callable[[Card], Iterable[object]] | None = None
    """The texts of which one answer meets some: the explanations of items and card where not said."""
    read: Callable[[Card], Iterable[object]] = lambda card: ()
    """What else is read in full on the way to an answer and after it."""
    decisions: Callable[[Card], int] = lambda card: 1
    """How many times the person decides."""

    def texts_shown(self, card: Card) -> Iterable[object]:
        """What is read before the answer, beside prompt and body."""
        if self.shown is not None:
            return self.shown(card)
        return [item.get("text") for item in items_of(card, self.lists)]

    def texts_explaining(self, card: Card) -> list[object]:
        """What may be read after the answer."""
        if self.explained is not None:
            return list(self.explained(card))
        found = [item["explanation"] for item in items_of(card, self.lists) if item.get("explanation")]
        return [*found, card["explanation"]] if card.get("explanation") else found
