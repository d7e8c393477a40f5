"""Rows of a spreadsheet as cards, and back: out and in again is the same."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quests.exchange.rules.columns import KIND, KINDS, MODULE, QUESTION, RIGHT, Column, columns_of, headers
from quests.exchange.rules.rows import read_row
from quests.exchange.rules.sheets import MOST_CARDS, rows_of, sheet_of
from quests.exchange.rules.template import choices, examples, help_rows, table_of, widths
from quests.exchange.spreadsheets import Table, read_sheet, write_sheet

Json = dict[str, Any]


def cells(rows: list[dict[Column, str]], language: str = "nb") -> list[tuple[int, list[str], tuple[int, ...]]]:
    return [(number, row, ()) for number, row in enumerate(table_of(rows, language), 1)]


def read(row: dict[Column, str]) -> tuple[str | None, list[str]]:
    found = read_row(row, "nb")
    return found.card and found.card["type"], found.notes


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_examples_are_sound_and_stay_out(language: str) -> None:
    rows = examples(language)
    sheet = sheet_of(cells(rows, language), language)
    assert sheet is not None
    assert {each.state for each in sheet.rows} == {"example"}
    assert sheet.modules == {}
    kept = sheet_of(cells([{**row, MODULE: "Fall"} for row in rows], language), language)
    assert kept is not None
    assert [each.state for each in kept.rows] == ["ok"] * 5
    assert [each["type"] for each in kept.modules["Fall"]] == ["choice", "order", "number", "choice", "match"]
    assert len(widths(language)) == len(headers(language))
    assert all(len(each) == 2 for each in help_rows(language))
    assert sorted(map(len, choices(language).values())) == [1, len(KINDS) - 1]


def test_columns_are_known_in_any_language_and_order() -> None:
    for language in ("nb", "nn", "en"):
        shuffled = headers(language)[::-1]
        assert len(columns_of(shuffled)) == len(shuffled)
        assert shuffled[columns_of(shuffled)[QUESTION]] == headers(language)[3]
    assert sheet_of([(1, ["Navn", "Adresse"], ())], "nb") is None
    assert sheet_of([], "nb") is None
    found = sheet_of([(1, ["spørsmål ", "Vekt"], ()), (2, ["Hva?", "3"], ())], "nb")
    assert found is not None
    assert found.unread == ["Vekt"]


@pytest.mark.parametrize(
    ("row", "kind", "notes"),
    [
        ({QUESTION: "Hva?", RIGHT: "B", (0, 0): "Ja", (1, 0): "Nei"}, "choice", []),
        ({QUESTION: "Hva?", RIGHT: "A, B", (0, 0): "Ja", (1, 0): "Nei"}, "multiple", []),
        ({QUESTION: "Hva?", RIGHT: "b", (0, 0): "Ja", (1, 0): "Nei", KIND: "Flere riktige svar"}, "multiple", []),
        ({QUESTION: "Hva?", RIGHT: "Nei", (0, 0): "Ja", (1, 0): "Nei"}, "choice", []),
        ({QUESTION: "Hva?", (0, 0): "Ja", (1, 0): "Nei"}, "choice", ["no_key"]),
        ({QUESTION: "Hva?", RIGHT: "F", (0, 0): "Ja", (1, 0): "Nei"}, "choice", ["answer_unknown", "no_key"]),
        ({QUESTION: "Hva?", RIGHT: "A", (0, 0): "Ja", (2, 0): "Nei"}, "choice", ["gap"]),
        ({QUESTION: "Hva?", RIGHT: "30 ± 5 min"}, "number", []),
        ({QUESTION: "Hva?", RIGHT: "mange", KIND: "Tall"}, None, ["not_number"]),
        ({QUESTION: "Hva?", RIGHT: "Hb / Hemoglobin"}, "fill", []),
        ({QUESTION: "Hva?", RIGHT: "Hb", KIND: "Snu kortet"}, "flashcard", []),
        ({QUESTION: "Hva?", RIGHT: "Usant", KIND: "sant eller usant"}, "choice", []),
        ({QUESTION: "Hva?", (0, 0): "a", (1, 0): "b", KIND: "Order"}, "order", []),
        ({QUESTION: "Hva?", (0, 0): "a -> 1", (1, 0): "b", KIND: "Par"}, None, ["no_pair"]),
        ({QUESTION: "Hei", KIND: "Tekst"}, "text", []),
        ({QUESTION: "Hva?", KIND: "Quiz", RIGHT: "Ord"}, "fill", ["kind_unknown"]),
        ({QUESTION: "Hva?", KIND: "Bare i Løype"}, None, ["only_in_app"]),
        ({RIGHT: "B"}, None, ["no_question"]),
    ],
)
def test_a_row(row: dict[Column, str], kind: str | None, notes: list[str]) -> None:
    assert read(row) == (kind, notes)


def test_rows_without_a_post_belong_to_the_one_above_and_too_many_are_told() -> None:
    first: dict[Column, str] = {MODULE: "Fall", QUESTION: "Hva?", RIGHT: "Ord"}
    more: list[dict[Column, str]] = [{QUESTION: f"Hva {n}?", RIGHT: "Ord"} for n in range(MOST_CARDS)]
    sheet = sheet_of(cells([first, *more, {MODULE: "Brann", QUESTION: "Når?", RIGHT: "Nå"}]), "nb")
    assert sheet is not None
    assert {title: len(each) for title, each in sheet.modules.items()} == {"Fall": MOST_CARDS, "Brann": 1}
    assert [each.row for each in sheet.rows if each.notes == ("too_many_cards",)] == [MOST_CARDS + 2]
    assert len({each["id"] for each in sheet.modules["Fall"]}) == MOST_CARDS


def test_more_text_than_a_draft_holds_is_told_row_by_row() -> None:
    rows: list[dict[Column, str]] = [{QUESTION: "x" * 8000, (0, 0): "y" * 8000, RIGHT: "A"} for _ in range(40)]
    sheet = sheet_of(cells(rows), "nb")
    assert sheet is not None
    (kept,) = sheet.modules.values()
    assert 10 < len(kept) < 20
    assert sum("too_many_cards" in each.notes for each in sheet.rows) == 40 - len(kept)


WORDS = st.text("abc =+-@<>&\"'æøå\n\t_x0041,;/.?", min_size=1, max_size=30).map(str.strip).filter(bool)
SHORT = st.text("abcæ", min_size=1, max_size=8)


def by_language(text: st.SearchStrategy[str]) -> st.SearchStrategy[Json]:
    return text.map(lambda words: {"nb": words})


@st.composite
def cards(draw: st.DrawFn) -> Json:
    """A card of a kind that a row can hold."""
    kind = draw(st.sampled_from(["text", "choice", "multiple", "order", "match", "number", "fill", "flashcard"]))
    card: Json = {"type": kind, "prompt": draw(by_language(WORDS))}
    if draw(st.booleans()):
        card["body"] = draw(by_language(WORDS))
    ids = "abcdefgh"[: draw(st.integers(2, 8))]
    explained = [{"explanation": draw(by_language(WORDS))} if draw(st.booleans()) else {} for _ in ids]
    if kind in ("choice", "multiple", "order"):
        card["options"] = [
            {"id": id, "text": draw(by_language(WORDS)), **why} for id, why in zip(ids, explained, strict=True)
        ]
        several = sorted(draw(st.sets(st.sampled_from(ids), min_size=2)))
        card["key"] = {"choice": draw(st.sampled_from(ids)), "multiple": several, "order": list(ids)}[kind]
    if kind == "match":
        card["left"] = [
            {"id": id, "text": draw(by_language(SHORT)), **why} for id, why in zip(ids, explained, strict=True)
        ]
        card["right"] = [{"id": str(n), "text": {"nb": f"{draw(SHORT)} {n}"}} for n in range(1, len(ids) + 1)]
        card["key"] = {id: str(n) for n, id in enumerate(ids, 1)}
    if kind == "number":
        card["key"] = {"value": draw(st.integers(-999, 9999)), "tolerance": draw(st.integers(0, 9))}
        if draw(st.booleans()):
            card["unit"] = {"nb": "minutter"}
    if kind == "fill":
        card["key"] = {"nb": [f"{draw(SHORT)}{n}" for n in range(draw(st.integers(1, 3)))]}
    if kind in ("number", "fill") and draw(st.booleans()):
        card["explanation"] = draw(by_language(WORDS))
    if kind == "flashcard":
        card["back"] = draw(by_language(WORDS))
    if kind not in ("text", "flashcard") and draw(st.booleans()):
        card["remember"] = True
    return card


@given(st.lists(cards(), min_size=1, max_size=4), st.sampled_from(["nb", "nn", "en"]))
@settings(max_examples=60, deadline=None)
def test_what_goes_out_comes_in_the_same(made: list[Json], words: str) -> None:
    held = [{"id": f"k{number}", **card} for number, card in enumerate(made)]
    rows = rows_of({"title": {"nb": "Fall"}, "languages": ["nb"], "cards": held}, "nb", words)
    table = Table("Spørsmål", table_of(rows, words), widths(words), choices(words))
    lines = read_sheet(write_sheet(table, "Hjelp", help_rows(words)))
    found = sheet_of([(each.number, each.cells, each.formulas) for each in lines], "nb")
    assert found is not None
    assert found.modules == {"Fall": held}, found.rows
    assert [each.state for each in found.rows] == ["ok"] * len(held)
