"""Advice on the questions of a draft: whether the right answer gives itself away, and whether there is a good mix."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from quests.authoring.checks.check import Check, Document, advise, cards_of, placed, spoken_in, text_of
from quests.content.rules.kinds.kind import Asks
from quests.content.rules.kinds.registry import kind_named

CLEARLY_LONGER = 1.3
FEWEST_JUDGED = 3
MOST_ALIKE = 0.75
SUITABLE = (3, 5)
"""Exercises of a module: game rules, section 1."""

ENOUGH_ANSWERS = 4


def answering_checks(document: Document) -> Iterator[Check]:
    """What to think about in the questions."""
    cards = list(cards_of(document))
    choices = [(place, card) for place, card in cards if card.get("type") == "choice"]
    yield from _given_away(document, choices)
    yield from _same_letter(choices)
    yield from _mix(document)
    for place, card in cards:
        if card.get("type") in ("choice", "multiple"):
            yield from _alike(place, card, spoken_in(document))
            count = len(list(placed(card, "options")))
            if count > ENOUGH_ANSWERS:
                yield advise("many_options", f"{place}.options", count=count)


def _given_away(document: Document, choices: list[tuple[str, Mapping[str, Any]]]) -> Iterator[Check]:
    """Where the right answer is clearly the longest in most questions, guessing is as good as knowing."""
    for language in spoken_in(document)[:1]:
        longest = [place for place, card in choices if _is_longest(card, language)]
        if len(choices) >= FEWEST_JUDGED and len(longest) * 2 > len(choices):
            yield advise("longest_right", longest[0], language, count=len(longest), total=len(choices))


def _is_longest(card: Mapping[str, Any], language: str) -> bool:
    key = card.get("key")
    if not isinstance(key, str):
        return False
    lengths = [(each.get("id") == key, len(text_of(each, "text", language))) for _, each in placed(card, "options")]
    right = max((length for is_right, length in lengths if is_right), default=0)
    wrong = max((length for is_right, length in lengths if not is_right), default=0)
    return right > CLEARLY_LONGER * wrong > 0


def _same_letter(choices: list[tuple[str, Mapping[str, Any]]]) -> Iterator[Check]:
    letters = [letter for _, card in choices if (letter := _letter(card))]
    if len(letters) > FEWEST_JUDGED:
        ((letter, count),) = Counter(letters).most_common(1)
        if count >= MOST_ALIKE * len(letters):
            yield advise("same_letter", "cards", letter=letter, count=count, total=len(letters))


def _letter(card: Mapping[str, Any]) -> str:
    ids = [each.get("id") for _, each in placed(card, "options")]
    key = card.get("key")
    known = isinstance(key, str) and key in ids[:26]
    return chr(ord("A") + ids.index(key)) if known else ""


def _mix(document: Document) -> Iterator[Check]:
    """How many questions, of which kinds, and what comes first."""
    cards = [card for _, card in placed(document, "cards")]
    kinds = [kind_named(card.get("type")) for card in cards]
    asked = [kind.name for kind in kinds if kind is not None and kind.asks is Asks.RIGHT]
    scenario = "scenario" in asked
    if asked and not scenario and not SUITABLE[0] <= len(asked) <= SUITABLE[1] and "exam" not in document:
        code = "few_exercises" if len(asked) < SUITABLE[0] else "many_exercises"
        yield advise(code, "cards", count=len(asked), least=SUITABLE[0], most=SUITABLE[1])
    if len(asked) > FEWEST_JUDGED and len(set(asked)) == 1:
        yield advise("one_kind", "cards", kind=asked[0], count=len(asked))
    first = [kind.asks for kind in kinds[:2] if kind is not None]
    if len(first) == 2 and asked and all(each is Asks.NOTHING for each in first):
        yield advise("starts_telling", "cards[0]")


def _alike(place: str, card: Mapping[str, Any], languages: tuple[str, ...]) -> Iterator[Check]:
    """Two answers with the same words, or the same explanation of all."""
    options = list(placed(card, "options", f"{place}."))
    for language in languages:
        seen: set[str] = set()
        for where, option in options:
            said = text_of(option, "text", language).strip().casefold()
            if said and said in seen:
                yield advise("same_option", f"{where}.text", language)
            seen.add(said)
        whys = {text_of(option, "explanation", language).strip() for _, option in options}
        if len(options) > 1 and len(whys) == 1 and "" not in whys:
            yield advise("same_explanation", f"{place}.options", language)
