"""A text with questions, as people write them, becomes cards; and nothing of it is lost."""

import json
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quests.exchange.rules.pasted import MOST_CARDS, pasted
from quests.exchange.rules.written import written

NOISE = re.compile(r"[^\W\d_]{3,}")


def card_of(text: str, language: str = "nb") -> dict[str, Any]:
    found = pasted(text, language)
    assert len(found.cards) == 1, found
    return found.cards[0]


def answers(card: dict[str, Any]) -> list[str]:
    return [each["text"]["nb"] for each in card["options"]]


def whys(card: dict[str, Any]) -> list[str]:
    return [each.get("explanation", {}).get("nb", "") for each in card["options"]]


@pytest.mark.parametrize(
    "text",
    [
        "1. Hva gjør du først?\na) Løfter\nb) Blir *\nc) Går",
        "Hva gjør du først?\nA. Løfter\nB. Blir (riktig)\nC. Går",
        "Hva gjør du først?\n\na) Løfter\n\n*b) Blir\n\nc) Går",
        "Hva gjør du først?\n- Løfter\n* Blir\n- Går",
        "Hva gjør du først?\r\n• Løfter\r\n• **Blir**\r\n• Går\r\n",
        "Hva gjør du først?\n[ ] Løfter\n[x] Blir\n[ ] Går",
        "Hva gjør du først?\n☐ Løfter\n☑ Blir\n☐ Går",
        "Hva gjør du først?\n(a) Løfter\n(b) Blir ✓\n(c) Går",
        "Hva gjør du først?\na) Løfter (feil)\nb) Blir (rett)\nc) Går (galt)",
        "What first?\na) Løfter\nb) Blir (correct)\nc) Går",
        "Spørsmål 1: Hva gjør du først?\na) Løfter\nb) Blir\nc) Går\nSvar: b",
        "Spørsmål 1:\nHva gjør du først?\na) Løfter\nb) Blir\nc) Går\n\nFasit: B)",
        "Hva gjør du først?\na) Løfter\nb) Blir\nc) Går\nRiktig svar: Blir",
        "Hva gjør du først?\n1) Løfter\n2) Blir\n3) Går\nSvar: 2",
        "Hva gjør du først?\n\to\tLøfter\n\to\tBlir *\n\to\tGår",
        "Fullfør: Ved fall skal du\na) Løfter\nb) *Blir*\nc) Går",
        "Hva gj\u00f8r du f\u00f8rst?\na)\u00a0L\u00f8fter\nb)\u00a0Bl\u00adir *\nc)\u00a0Ga\u030ar",
    ],
)
def test_one_right_answer_however_it_is_written(text: str) -> None:
    card = card_of(text)
    assert (card["type"], answers(card), card["key"]) == ("choice", ["Løfter", "Blir", "Går"], "b")


def test_each_answer_has_its_explanation_wherever_it_stands() -> None:
    card = card_of(
        "Hva gjør du først?\n"
        "a) Løfter – da kan et brudd bli verre\n"
        "b) Blir (riktig)\n   Hun er trygg med deg.\n"
        "c) Går\n"
        "Forklaring til c: Ingen ser henne.\n"
    )
    assert whys(card) == ["da kan et brudd bli verre", "Hun er trygg med deg.", "Ingen ser henne."]
    card = card_of("Hva?\na) Ja *\nb) Nei\nForklaring: Slik er det.")
    assert whys(card) == ["Slik er det.", ""]
    card = card_of("Hva?\na) Ja\nb) Nei\nSvar: b – fordi det er slik")
    assert (card["key"], whys(card)) == ("b", ["", "fordi det er slik"])


def test_a_range_is_not_taken_apart() -> None:
    assert answers(card_of("Hvor lenge?\na) 10 – 20 minutter er nok *\nb) En time")) == [
        "10 – 20 minutter er nok",
        "En time",
    ]


def test_several_right_answers() -> None:
    for text in ("Hvilke?\n[x] Hode\n[ ] Løfte\n[x] Hjelp", "Hvilke?\na) Hode\nb) Løfte\nc) Hjelp\nSvar: a og c"):
        card = card_of(text)
        assert (card["type"], card["key"]) == ("multiple", ["a", "c"])


@pytest.mark.parametrize(
    "text",
    [
        "Rekkefølge: Hva først?\n1. Sikre\n2. Varsle\n3. Hjelpe",
        "Rekkefølge: Hva først?\n- Sikre\n- Varsle\n- Hjelpe",
        "2. Hva først?\n1. Sikre\n\n2. Varsle\n\n3. Hjelpe",
        "Hva først?\n1) Sikre\n2) Varsle\n3) Hjelpe",
    ],
)
def test_steps_in_their_order(text: str) -> None:
    card = card_of(text)
    assert (card["type"], card["prompt"], answers(card)) == (
        "order",
        {"nb": "Hva først?"},
        ["Sikre", "Varsle", "Hjelpe"],
    )
    assert card["key"] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("answer", "value", "tolerance", "unit"),
    [
        ("30", 30, 0, None),
        ("30 ± 5", 30, 5, None),
        ("30 ± 5 minutter", 30, 5, "minutter"),
        ("30 minutter (+/- 5)", 30, 5, "minutter"),
        ("2,5 mg", 2.5, 0, "mg"),
        ("1 000 ± 50 ml", 1000, 50, "ml"),
        ("25–35 minutter", 30, 5, "minutter"),
        ("0,1-0,2", 0.15, 0.05, None),
        ("−4 °C", -4, 0, "°C"),
        ("70 %", 70, 0, "%"),
    ],
)
def test_a_number(answer: str, value: float, tolerance: float, unit: str | None) -> None:
    card = card_of(f"Hvor mye?\nSvar: {answer}\nForklaring: Slik er det.")
    assert (card["type"], card["key"]) == ("number", {"value": value, "tolerance": tolerance})
    assert card.get("unit", {}).get("nb") == unit
    assert card["explanation"] == {"nb": "Slik er det."}


def test_words_to_write_and_a_card_to_turn() -> None:
    card = card_of("Hva heter det?\nSvar: Hemoglobin / Hb\nForklaring: Et protein.")
    assert (card["type"], card["key"], card["explanation"]) == (
        "fill",
        {"nb": ["Hemoglobin", "Hb"]},
        {"nb": "Et protein."},
    )
    long = "Bli hos personen, se etter skader, og tilkall hjelp før noen løftes"
    assert card_of(f"Hva gjør du?\nSvar: {long}") == {
        "id": "c1",
        "type": "flashcard",
        "prompt": {"nb": "Hva gjør du?"},
        "back": {"nb": long},
    }


def test_pairs() -> None:
    card = card_of(
        "Koble sammen\nSlag mot hodet -> Meld\nBlodfortynnende → Følg med\nSår => Meld\nForklaring til a: Alltid."
    )
    assert [each["text"]["nb"] for each in card["left"]] == ["Slag mot hodet", "Blodfortynnende", "Sår"]
    assert [each["text"]["nb"] for each in card["right"]] == ["Meld", "Følg med"]
    assert card["key"] == {"a": "1", "b": "2", "c": "1"}
    assert card["left"][0]["explanation"] == {"nb": "Alltid."}


def test_true_or_false() -> None:
    for text in (
        "Sant/usant: Det virker.\nSvar: usant\nForklaring: Nei.",
        "Sant eller usant? Det virker.\nFasit: usant\nForklaring: Nei.",
        "1. Det virker.\nSvar: Usant\nForklaring: Nei.",
    ):
        card = card_of(text)
        assert (card["prompt"]["nb"], answers(card), card["key"]) == ("Det virker.", ["Sant", "Usant"], "b")
        assert whys(card) == ["", "Nei."]
    assert pasted("True or false: It works.\nAnswer: true", "en").cards[0]["options"][0]["text"] == {"en": "True"}


def test_headings_and_paragraphs_are_cards_that_tell() -> None:
    found = pasted(
        "# Håndhygiene\n\n## Hvorfor\n\nHender sprer smitte.\n\nDe fleste vet det.\n\n"
        "Når\nFør og etter. Alltid.\n\nHusk dette:\n• Vask\n• Tørk\n\nVask du også?\na) Ja *\nb) Nei\n",
        "nb",
    )
    assert found.title == "Håndhygiene"
    told = [(each["prompt"]["nb"], each.get("body", {}).get("nb", "")) for each in found.cards[:-1]]
    assert told[0][0] == "Hvorfor"
    assert told[0][1].startswith("Hender sprer smitte.\n\nDe fleste vet det.")
    assert "- Vask\n- Tørk" in told[-1][1]
    assert found.cards[-1]["type"] == "choice"
    assert found.starts[0] == 3


def test_a_situation_stands_above_its_question() -> None:
    card = card_of("1. Klokka er tre. Solveig sitter på gulvet.\nHva gjør du?\na) Blir *\nb) Går")
    assert (card["prompt"]["nb"], card["body"]["nb"]) == ("Hva gjør du?", "Klokka er tre. Solveig sitter på gulvet.")
    card = card_of("1. Klokka er tre. Solveig sitter på gulvet.\n\nHva gjør du?\n\na) Blir *\n\nb) Går")
    assert (card["prompt"]["nb"], card["body"]["nb"]) == ("Hva gjør du?", "Klokka er tre. Solveig sitter på gulvet.")


def test_lines_broken_by_a_margin_are_whole_again() -> None:
    card = card_of(
        "1. Hva gjør du når noen ligger på gulvet\nog er våken?\n"
        "a) Blir hos personen og ser etter skader før\nnoen løfter *\nb) Går"
    )
    assert card["prompt"]["nb"] == "Hva gjør du når noen ligger på gulvet og er våken?"
    assert answers(card)[0] == "Blir hos personen og ser etter skader før noen løfter"


def test_what_is_amiss_is_told_with_its_line() -> None:
    told = pasted("Hei.\n\n1. Hva?\na) Ja\nb) Nei\n\n2. Hvorfor?\n\n3. Når?\na) Nå\nSvar: f", "nb").told
    assert [(each.line, each.code) for each in told] == [
        (3, "no_key"),
        (7, "no_options"),
        (11, "answer_unknown"),
        (9, "no_key"),
        (9, "one_option"),
    ]
    many = pasted("\n\n".join(f"{n}. Hva?\na) Ja *\nb) Nei" for n in range(1, 100)), "nb")
    assert len(many.cards) == MOST_CARDS
    assert (many.told[-1].code, many.told[-1].line) == ("too_many_cards", MOST_CARDS * 4 + 1)


WORD = st.text("abcdefgæøåÆA", min_size=3, max_size=8)
SENTENCE = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
STARTS = [
    "",
    "",
    "1. ",
    "2) ",
    "a) ",
    "B. ",
    "*b) ",
    "- ",
    "* ",
    "• ",
    "– ",
    "[x] ",
    "[ ] ",
    "# ",
    "## ",
    "Svar: ",
    "\\ ",
]
STARTS += [
    "Fasit: ",
    "Forklaring: ",
    "Forklaring til b: ",
    "Spørsmål 1: ",
    "Rekkefølge: ",
    "Sant/usant: ",
    "  ",
    "\t",
    "**",
]
ENDS = ["", "", ".", "?", ":", " *", " (riktig)", " (feil)", " – fordi det er slik", " -> ", "**", " ✓", "; ", " / "]
ROW = st.tuples(st.sampled_from(STARTS), SENTENCE, st.sampled_from(ENDS), st.sampled_from(["", "", "Ekstra her"])).map(
    "".join
)
ANYTHING = st.one_of(
    ROW, ROW, ROW, st.just(""), st.sampled_from(["Svar: 30 ± 5 min", "Svar: sant", "Svar: a, b", "Fasit: 1"])
)
TEXTS = st.lists(ANYTHING, max_size=25).map("\n".join)


@given(st.one_of(TEXTS, st.text(max_size=300)), st.sampled_from(["nb", "nn", "en"]))
@settings(max_examples=300, deadline=None)
def test_it_never_raises_and_what_is_written_out_is_read_as_the_same_cards(text: str, language: str) -> None:
    found = pasted(text, language)
    assert len(found.cards) == len(found.starts)
    again = pasted(written(found.title, found.cards, language), language)
    assert again.cards == found.cards
    assert again.title == found.title


@given(TEXTS)
@settings(max_examples=200, deadline=None)
@example("Hva?\na) Ja\nSvar: q – ingen vet")
def test_every_word_is_in_a_card_or_told(text: str) -> None:
    found = pasted(text, "nb")
    kept = json.dumps([found.title, found.cards, [each.text for each in found.told]], ensure_ascii=False)
    labels = {"Svar", "Fasit", "Forklaring", "Spørsmål", "Rekkefølge", "Sant", "usant", "sant", "til", "riktig", "feil"}
    missing = [word for word in NOISE.findall(text) if word not in labels and word not in kept]
    assert missing == []


def test_a_long_text_is_read_in_time() -> None:
    for line in (
        "1. Hva?\n",
        "a -> b\n",
        "- a\n",
        "Spørsmål: x\n\nord\n\n",
        "1. x\n",
        "a" * 5000 + " - ",
        "Svar: a\n",
        "x\n- y\n",
    ):
        assert pasted((line * 200_000)[: 200 * 1024], "nb").cards
