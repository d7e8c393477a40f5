"""Translations as a spreadsheet: what each text is, the source, and the column to write in."""

from collections.abc import Iterable, Sequence

from quests.content.rules.spelling import plain
from quests.exchange.rules.translations import Given, Unit

LANGUAGE_NAMES = {
    "nb": {"nb": "Bokmål", "nn": "Nynorsk", "en": "Engelsk"},
    "nn": {"nb": "Bokmål", "nn": "Nynorsk", "en": "Engelsk"},
    "en": {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"},
}
WIDTHS = (30, 60, 60, 28)
TITLES = {"nb": ("Oversettelse", "Slik gjør du"), "nn": ("Omsetjing", "Slik gjer du"), "en": ("Translation", "How to")}
_WHERE = {"nb": "Hva", "nn": "Kva", "en": "What"}
_ID = "Id"
_HELP = {
    "nb": "Skriv i kolonnen «{target}». Tomme celler endrer ingenting. La de andre kolonnene stå.",
    "nn": "Skriv i kolonnen «{target}». Tomme celler endrar ingenting. La dei andre kolonnane stå.",
    "en": "Write in the column “{target}”. Empty cells change nothing. Leave the other columns.",
}


def table_of(units: Iterable[Unit], source: str, target: str, words: str) -> list[list[str]]:
    """The header and a row a text."""
    names = LANGUAGE_NAMES[words]
    header = [_WHERE[words], names[source], names[target], _ID]
    return [header, *([each.where, each.source, each.target, each.id] for each in units)]


def help_of(target: str, words: str) -> list[tuple[str, str]]:
    return [("", _HELP[words].format(target=LANGUAGE_NAMES[words][target]))]


def given_in(lines: Sequence[Sequence[str]], source: str, target: str) -> list[Given] | None:
    """The translations of a sheet whose first line is its header; None where its columns are not all there."""
    header = [plain(each) for each in lines[0]] if lines else []
    places = [_place(header, {_ID}), _place(header, _called(source)), _place(header, _called(target))]
    if None in places[::2]:
        return None
    ids, sources, targets = places
    return [
        Given(_cell(line, ids), None if sources is None else _cell(line, sources), _cell(line, targets))
        for line in lines[1:]
    ]


def _called(language: str) -> set[str]:
    return {names[language] for names in LANGUAGE_NAMES.values()}


def _place(header: Sequence[str], names: set[str]) -> int | None:
    return next((place for place, name in enumerate(header) if name in map(plain, names)), None)


def _cell(line: Sequence[str], place: int | None) -> str:
    return line[place] if place is not None and place < len(line) else ""
