"""Parts of a card in a draft, which may hold anything: what is no such part is not there."""

from collections.abc import Mapping
from typing import Any

from quests.content.rules.kinds.shapes import is_measure
from quests.content.rules.texts import Card, text_in
from quests.exchange.rules.answers import figure


def things(card: Card, field: str) -> list[Card]:
    """The objects of a list, each with an id."""
    items = card.get(field)
    found = [each for each in items if isinstance(each, Mapping)] if isinstance(items, list) else []
    return [each for each in found if isinstance(each.get("id"), str)]


def right_ones(card: Card) -> list[str]:
    """The ids that the key names, of a card with one right answer or several, or an order."""
    key = card.get("key")
    return [each for each in (key if isinstance(key, list) else [key]) if isinstance(each, str)]


def in_order(card: Card) -> list[Card]:
    """The options as the key orders them; as they stand where it does not."""
    options = {each["id"]: each for each in things(card, "options")}
    return [options[each] for each in right_ones(card) if each in options] or list(options.values())


def pairs(card: Card) -> list[tuple[Card, Card]]:
    """Each thing at the left with what the key gives it; with nothing where it gives none."""
    right = {each["id"]: each for each in things(card, "right")}
    key = card.get("key")
    given: Mapping[str, Any] = key if isinstance(key, Mapping) else {}
    return [(each, right.get(str(given.get(each["id"])), {})) for each in things(card, "left")]


def answer_of(card: Card, language: str) -> str:
    """What is to be written to a number or a word, or stands on the back of a card."""
    key = card.get("key")
    given: Mapping[str, Any] = key if isinstance(key, Mapping) else {}
    if card.get("type") == "flashcard":
        return text_in(card.get("back"), language)
    if card.get("type") == "fill":
        forms = given.get(language)
        return " / ".join(each for each in forms if isinstance(each, str)) if isinstance(forms, list) else ""
    if not is_measure(given.get("value")):
        return ""
    tolerance = given.get("tolerance")
    off = f" ± {figure(tolerance)}" if is_measure(tolerance) and tolerance else ""
    return f"{figure(given['value'])}{off} {text_in(card.get('unit'), language)}".strip()
