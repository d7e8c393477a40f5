"""How long a module takes, and how quick an answer can be at the least."""

import math

from quests.content.rules.kinds.kind import Asks
from quests.content.rules.kinds.registry import kind_of
from quests.content.rules.pools import faces
from quests.content.rules.texts import Card, Document, text_in

CHARACTERS_READ_A_SECOND = 17
SECONDS_TO_DECIDE = 5
"""Added for each card that is answered."""

LONGEST_SECONDS = 180
"""Game rules, section 1: a module over three minutes is refused."""

QUICKEST_START_SECONDS = 0.8
QUICKEST_CHARACTERS_A_SECOND = 100


def seconds_of(document: Document, language: str) -> int:
    """Whole seconds the module takes in that language, rounded up.

    Everything shown and, for each card that is answered, the mean of its explanations is read at 17 characters a
    second; each decision takes 5 seconds. Sound and video last as long as they do. Of a card with variants the longest
    counts.
    """
    return math.ceil(sum(max(_seconds(face, language) for face in faces(card)) for card in document["cards"]))


def _seconds(card: Card, language: str) -> float:
    kind = kind_of(card)
    explained = [len(text_in(text, language)) for text in kind.texts_explaining(card)]
    after = sum(explained) / len(explained) if explained else 0
    further = sum(len(text_in(text, language)) for text in kind.read(card))
    characters = len(text_in(card.get("unit"), language)) + characters_shown(card, language) + after + further
    deciding = SECONDS_TO_DECIDE * kind.decisions(card) if kind.asks is not Asks.NOTHING else 0
    return characters / CHARACTERS_READ_A_SECOND + deciding + kind.lasts(card)


def characters_shown(card: Card, language: str) -> int:
    """Characters of a flat card shown before the answer: prompt, body, and what its kind shows, as code points."""
    texts = [card.get("prompt"), card.get("body"), *kind_of(card).texts_shown(card)]
    return sum(len(text_in(text, language)) for text in texts)


def too_quick(card: Card, language: str, seconds: float | None) -> bool:
    """Whether an answer came sooner than its text can be read: 0.8 s and 1 s per 100 characters shown.

    A device that does not say how long it took is believed.
    """
    if seconds is None:
        return False
    return seconds < QUICKEST_START_SECONDS + characters_shown(card, language) / QUICKEST_CHARACTERS_A_SECOND
