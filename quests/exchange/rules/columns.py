"""The columns of a spreadsheet with questions, and its kinds of questions, by name in the three languages.

A file is understood whichever of them it is written in, and in whatever order its columns stand.
"""

from collections.abc import Mapping, Sequence

from quests.content.rules.spelling import plain

LETTERS = "ABCDEFGH"
"""Answers of a row: as many as a card may have."""

MODULE, KIND, SITUATION, QUESTION, RIGHT, WHY, REMEMBER, CARD = range(8)

_HEADERS: Mapping[str, Sequence[str]] = {
    "nb": ("Post", "Slag", "Situasjon", "Spørsmål", "Riktig svar", "Forklaring", "Husk", "Kort-id"),
    "nn": ("Post", "Slag", "Situasjon", "Spørsmål", "Rett svar", "Forklaring", "Hugs", "Kort-id"),
    "en": ("Post", "Kind", "Situation", "Question", "Right answer", "Explanation", "Remember", "Card id"),
}
_ANSWER = {
    "nb": ("Svar {}", "Forklaring {}"),
    "nn": ("Svar {}", "Forklaring {}"),
    "en": ("Answer {}", "Explanation {}"),
}

KINDS: Mapping[str, Mapping[str, str]] = {
    "choice": {"nb": "Ett riktig svar", "nn": "Eitt rett svar", "en": "One right answer"},
    "multiple": {"nb": "Flere riktige svar", "nn": "Fleire rette svar", "en": "Several right answers"},
    "truth": {"nb": "Sant eller usant", "nn": "Sant eller usant", "en": "True or false"},
    "order": {"nb": "Rekkefølge", "nn": "Rekkjefølgje", "en": "Order"},
    "match": {"nb": "Par", "nn": "Par", "en": "Pairs"},
    "number": {"nb": "Tall", "nn": "Tal", "en": "Number"},
    "fill": {"nb": "Skriv et ord", "nn": "Skriv eit ord", "en": "Write a word"},
    "flashcard": {"nb": "Snu kortet", "nn": "Snu kortet", "en": "Turn the card"},
    "text": {"nb": "Tekst", "nn": "Tekst", "en": "Text"},
    "other": {"nb": "Bare i Løype", "nn": "Berre i Løype", "en": "Only in Løype"},
}
"""`other` is of cards that go out by name alone, and do not come in."""

YES = {"nb": "Ja", "nn": "Ja", "en": "Yes"}
_YESES = frozenset({"ja", "yes", "x", "1", "sant", "true"})

Column = int | tuple[int, int]
"""One of the eight, or (place of the answer, 0 for its words and 1 for its explanation)."""


def headers(language: str) -> list[str]:
    """The first row of a file, in the order the columns are written."""
    first, last = _HEADERS[language][: RIGHT + 1], _HEADERS[language][RIGHT + 1 :]
    answers = [name.format(letter) for letter in LETTERS for name in _ANSWER[language]]
    return [*first, *answers, *last]


def columns_of(header: Sequence[str]) -> dict[Column, int]:
    """Which column stands where, by the names in the first row; the first of two with the same name."""
    known = _known()
    found: dict[Column, int] = {}
    for place, name in enumerate(header):
        column = known.get(plain(name))
        if column is not None:
            found.setdefault(column, place)
    return found


def _known() -> dict[str, Column]:
    names: dict[str, Column] = {}
    for language, row in _HEADERS.items():
        names |= {plain(name): column for column, name in enumerate(row)}
        for place, letter in enumerate(LETTERS):
            names |= {plain(name.format(letter)): (place, part) for part, name in enumerate(_ANSWER[language])}
    return names


def kind_of_name(name: str) -> str | None:
    """The kind that is meant, in whichever language; None where none is."""
    said = plain(name)
    return next((kind for kind, names in KINDS.items() if said in {kind, *map(plain, names.values())}), None)


def is_yes(text: str) -> bool:
    return plain(text) in _YESES
