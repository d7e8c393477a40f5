"""One row of a spreadsheet and the card it is, both ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quests.content.rules.inspection import is_id
from quests.content.rules.texts import Card, text_in
from quests.exchange.rules.answers import forms_of, measure_of
from quests.exchange.rules.asking import Asked, Item, card_of
from quests.exchange.rules.columns import (
    CARD,
    KIND,
    KINDS,
    LETTERS,
    QUESTION,
    REMEMBER,
    RIGHT,
    SITUATION,
    WHY,
    YES,
    Column,
    is_yes,
    kind_of_name,
)
from quests.exchange.rules.lines import LITERAL, with_sign
from quests.exchange.rules.outline import Answers
from quests.exchange.rules.parts import answer_of, in_order, pairs, right_ones, things

Row = Mapping[Column, str]
"""What stands in a row, by column; empty cells are left out."""

_WAYS = {"order": Answers.STEPS, "match": Answers.PAIRS, "choice": Answers.CHOICES, "multiple": Answers.CHOICES}


@dataclass(slots=True)
class Read:
    """A row that was read: its card, or None where it cannot be one, and codes of what is to be said of it."""

    card: dict[str, Any] | None = None
    notes: list[str] = field(default_factory=list)


def read_row(row: Row, language: str) -> Read:
    """The card that a row is, without its id where it has none. Without a kind the kind is what the answers make it."""
    read = Read()
    kind = kind_of_name(row.get(KIND, ""))
    if row.get(KIND) and kind is None:
        read.notes.append("kind_unknown")
    if kind == "other":
        read.notes.append("only_in_app")
    if not row.get(QUESTION):
        read.notes.append("no_question")
    if kind == "other" or not row.get(QUESTION):
        return read
    card = _text(row, language) if kind == "text" else _asked(row, kind, language, read)
    if card is None:
        return read
    if is_id(row.get(CARD, "")):
        card = {"id": row[CARD], **card}
    if is_yes(row.get(REMEMBER, "")):
        if card["type"] in ("text", "flashcard"):
            read.notes.append("not_remembered")
        else:
            card["remember"] = True
    read.card = card
    return read


def _text(row: Row, language: str) -> dict[str, Any]:
    body = {"body": {language: row[SITUATION]}} if SITUATION in row else {}
    return {"type": "text", "prompt": {language: row[QUESTION]}, **body}


def _asked(row: Row, kind: str | None, language: str, read: Read) -> dict[str, Any] | None:
    items = _items(row, kind, read)
    right = row.get(RIGHT, "")
    asked = Asked(0, row[QUESTION], row.get(SITUATION, ""), _WAYS.get(kind or "", Answers.WRITTEN), kind == "truth")
    if kind in ("order", "match") or kind is None or kind in _WAYS:
        asked.items = items
    elif items:
        read.notes.append("answers_unused")
    if kind == "number" and right and measure_of(right) is None:
        read.notes.append("not_number")
        return None
    if kind == "fill" and right and not forms_of(right):
        read.notes.append("word_long")
    if right and kind not in ("order", "match"):
        asked.named = [(0, LITERAL + right if kind == "flashcard" else right)]
    if row.get(WHY):
        asked.why = [(0, row[WHY])]
    if kind == "match" and any(not each.other for each in items):
        read.notes.append("no_pair")
        return None
    card = card_of(asked, language)
    read.notes += [each.code for each in asked.told]
    return _as_multiple(card) if kind == "multiple" else card


def _items(row: Row, kind: str | None, read: Read) -> list[Item]:
    """The answers, close together: a gap between them moves the letters, and is told."""
    places = [place for place in range(len(LETTERS)) if (place, 0) in row]
    if places != list(range(len(places))):
        read.notes.append("gap")
    if any((place, 1) in row and place not in places for place in range(len(LETTERS))):
        read.notes.append("explanation_unplaced")
    found = []
    for place in places:
        text, why = row[place, 0], row.get((place, 1), "")
        pair = with_sign(f"1. {' '.join(text.split())}").pair if kind == "match" else None
        found.append(Item(pair[0], None, why, pair[1]) if pair else Item(text, None, why))
    return found


def _as_multiple(card: dict[str, Any]) -> dict[str, Any]:
    """Where only one of several is right, it stays a question with several."""
    if card["type"] == "choice" and "key" in card:
        return {**card, "type": "multiple", "key": [card["key"]]}
    return card


def row_of(card: Card, language: str, words: str) -> dict[Column, str]:
    """The row of a card in one language, its kind and its marks in `words`."""
    kind = card.get("type") if "variants" not in card else None
    kind, options = kind if isinstance(kind, str) else None, things(card, "options")
    row: dict[Column, str] = {
        KIND: KINDS.get(kind or "", KINDS["other"])[words],
        QUESTION: text_in(card.get("prompt"), language),
        SITUATION: text_in(card.get("body"), language),
        CARD: str(card.get("id", "")),
        REMEMBER: YES[words] if card.get("remember") is True else "",
    }
    if kind in ("choice", "multiple"):
        right = [letter for letter, each in zip(LETTERS, options, strict=False) if each["id"] in right_ones(card)]
        row |= {**_answers(options, language), RIGHT: ", ".join(right)}
    elif kind == "order":
        row |= _answers(in_order(card), language)
    elif kind == "match":
        row |= _pairs(card, language)
    elif kind in ("number", "fill", "flashcard"):
        row |= {RIGHT: answer_of(card, language), WHY: text_in(card.get("explanation"), language)}
    return {column: text for column, text in row.items() if text}


def _answers(items: Sequence[Card], language: str) -> dict[Column, str]:
    row: dict[Column, str] = {}
    for place, item in enumerate(items[: len(LETTERS)]):
        row[place, 0] = text_in(item.get("text"), language)
        row[place, 1] = text_in(item.get("explanation"), language)
    return row


def _pairs(card: Card, language: str) -> dict[Column, str]:
    found = pairs(card)[: len(LETTERS)]
    row = _answers([left for left, _ in found], language)
    for place, (_, right) in enumerate(found):
        row[place, 0] = f"{row[place, 0]} → {text_in(right.get('text'), language)}"
    return row
