"""A whole spreadsheet as modules of cards, row by row, and a module as a spreadsheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from quests.content.rules.inspection import LONGEST_LINE, LONGEST_TEXT
from quests.content.rules.spelling import plain
from quests.content.rules.texts import Document, text_in
from quests.exchange.rules.columns import MODULE, QUESTION, Column, columns_of
from quests.exchange.rules.rows import Row, read_row, row_of
from quests.exchange.rules.template import EXAMPLE

MOST_CARDS = 60
MOST_MODULES = 50
MOST_BYTES = 240 * 1024
"""Of the cards of one module: a draft holds 256 KiB."""

UNNAMED = {"nb": "Nye spørsmål", "nn": "Nye spørsmål", "en": "New questions"}


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a row: `ok`, `partly` with notes, `not`, or `example`, which stays out."""

    row: int
    module: str
    kind: str | None
    prompt: str
    state: str
    notes: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """`modules` are the cards by the title of their module, in the order of the rows; `unread` its other columns."""

    rows: list[Told] = field(default_factory=list)
    modules: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


Cells = tuple[int, Sequence[str], Sequence[int]]
"""A row: its number, its cells, and the columns (from 0) where formulas stand."""


def sheet_of(lines: Sequence[Cells], language: str) -> Sheet | None:
    """The modules of a spreadsheet whose first line is its header; None where no column is for questions."""
    header = lines[0][1] if lines else ()
    columns = columns_of(header)
    if QUESTION not in columns:
        return None
    sheet = Sheet(unread=[name for place, name in enumerate(header) if name and place not in columns.values()])
    title = UNNAMED[language]
    for number, cells, formulas in lines[1:]:
        row = {column: cells[place] for column, place in columns.items() if place < len(cells) and cells[place]}
        title = " ".join(row.get(MODULE, title).split())[:LONGEST_LINE]
        _take(sheet, number, title, row, bool(formulas), language)
    for cards in sheet.modules.values():
        _name(cards)
    return sheet


def _take(sheet: Sheet, number: int, title: str, row: Row, has_formulas: bool, language: str) -> None:
    prompt = row.get(QUESTION, "")[:LONGEST_LINE]
    if plain(title) in map(plain, EXAMPLE.values()):
        sheet.rows.append(Told(number, title, None, prompt, "example", ()))
        return
    notes = ["formula"] if has_formulas else []
    if not set(row) - {MODULE}:  # a title alone begins a module and is no question
        if has_formulas:
            sheet.rows.append(Told(number, title, None, "", "not", tuple(notes)))
        return
    if any(len(text) > LONGEST_TEXT for text in row.values()):
        notes.append("text_long")
    read = read_row(row, language)
    notes += read.notes
    if read.card and title not in sheet.modules and len(sheet.modules) >= MOST_MODULES:
        read.card, notes = None, [*notes, "too_many_modules"]
    if read.card and not _has_room(sheet.modules.get(title, []), read.card):
        read.card, notes = None, [*notes, "too_many_cards"]
    if read.card:
        sheet.modules.setdefault(title, []).append(read.card)
    state = "not" if read.card is None else "partly" if notes else "ok"
    kind = read.card["type"] if read.card else None
    sheet.rows.append(Told(number, title, kind, prompt, state, tuple(dict.fromkeys(notes))))


def _has_room(cards: list[dict[str, Any]], card: dict[str, Any]) -> bool:
    return len(cards) < MOST_CARDS and sum(len(orjson.dumps(each)) for each in (*cards, card)) <= MOST_BYTES


def _name(cards: list[dict[str, Any]]) -> None:
    """Give an id to each card that has none, or the same as one before it."""
    taken = {str(each["id"]) for each in cards if "id" in each}
    used: set[str] = set()
    free = (each for number in range(1, 10_000) if (each := f"c{number}") not in taken)
    for place, card in enumerate(cards):
        known = card.get("id")
        cards[place] = {"id": known if known and known not in used else next(free), **_without_id(card)}
        used.add(cards[place]["id"])


def _without_id(card: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in card.items() if name != "id"}


def rows_of(document: Document, language: str, words: str) -> list[dict[Column, str]]:
    """The rows of a module in one language, kinds and marks in `words`."""
    title = text_in(document.get("title"), language) or text_in(document.get("title"), document["languages"][0])
    return [{MODULE: title, **row_of(card, language, words)} for card in document["cards"]]
