"""How long a module takes, and how quick an answer can be at the least."""

import math
from collections.abc import Iterator

from quests.content.rules.texts import Card, Document, text_in

CHARACTERS_READ_A_SECOND = 17
SECONDS_TO_DECIDE = 5
"""Added for each exercise."""

LONGEST_SECONDS = 180
"""Game rules, section 1: a module over three minutes is refused."""

QUICKEST_START_SECONDS = 0.8
QUICKEST_CHARACTERS_A_SECOND = 100


def is_exercise(card: Card) -> bool:
    """Whether the card is answered and graded."""
    return bool(card["type"] != "text")


def seconds_of(document: Document, language: str) -> int:
    """Whole seconds the module takes in that language, rounded up.

    Everything shown and, for each exercise, the mean of its explanations is read at 17 characters a second; each
    exercise takes 5 seconds to decide.
    """
    characters = 0.0
    exercises = 0
    for card in document["cards"]:
        characters += len(text_in(card.get("unit"), language)) + characters_shown(card, language)
        if is_exercise(card):
            exercises += 1
            characters += _mean_explanation(card, language)
    return math.ceil(characters / CHARACTERS_READ_A_SECOND + SECONDS_TO_DECIDE * exercises)


def characters_shown(card: Card, language: str) -> int:
    """Characters shown before the answer: prompt, body, options and both sides of pairs, as code points."""
    texts = [card.get("prompt"), card.get("body"), *(item.get("text") for item in _items(card))]
    return sum(len(text_in(text, language)) for text in texts)


def too_quick(card: Card, language: str, seconds: float | None) -> bool:
    """Whether an answer came sooner than its text can be read: 0.8 s and 1 s per 100 characters shown.

    A device that does not say how long it took is believed.
    """
    if seconds is None:
        return False
    return seconds < QUICKEST_START_SECONDS + characters_shown(card, language) / QUICKEST_CHARACTERS_A_SECOND


def _items(card: Card) -> Iterator[Card]:
    for field in ("options", "left", "right"):
        yield from card.get(field) or ()


def _mean_explanation(card: Card, language: str) -> float:
    """Mean length of the explanations that one answer can meet, in characters."""
    given = [item["explanation"] for item in _items(card) if item.get("explanation")]
    if card.get("explanation"):
        given.append(card["explanation"])
    return sum(len(text_in(text, language)) for text in given) / len(given) if given else 0.0
