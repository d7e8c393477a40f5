"""What is written after `Svar:`: which answers it names, a number with its tolerance, or words that count as right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quests.content.rules.spelling import plain

LONGEST_FORM = 60
"""Characters of a word to be written; what is longer is read on the back of a card instead."""

MOST_FORMS = 20

_FIGURE = r"[-−+]?(?:\d{1,3}(?: \d{3}){1,3}|\d{1,12})(?:[.,]\d{1,10})?"
_UNIT = r"(?:[%°‰]|[^\W\d_])[^\d;=±|]{0,30}?"
_OFF = rf"(?:\(? ?(?:±|\+/-|\+-) ?(?P<tolerance>{_FIGURE}) ?(?P<late>{_UNIT})?\)?)?"
_NUMBER = re.compile(rf"(?:ca\.? )?(?P<value>{_FIGURE}) ?(?P<unit>{_UNIT})? ?{_OFF}\.?")
_RANGE = re.compile(rf"(?P<least>{_FIGURE}) ?(?:-|–|—|til|to) ?(?P<most>{_FIGURE}) ?(?P<unit>{_UNIT})?\.?")
_AND = re.compile(r" ?[,;&+/] ?| og | and ")
_NAME = re.compile(r"\(?(?P<name>[A-Za-z]|\d{1,2})[).:]?")
_NAMED = re.compile(r"\(?(?P<name>[A-Za-z]|\d{1,2})(?:[).:]| ?[-–—]) +(?P<more>.+)")
_OR = re.compile(r" / | \| | ?; ?")
TRUE = frozenset({"sant", "true", "rett", "riktig"})
FALSE = frozenset({"usant", "false", "galt", "feil"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A number, by how much another may differ from it, and what it counts."""

    value: int | float
    tolerance: int | float
    unit: str


@dataclass(frozen=True, slots=True)
class Named:
    """The numbers from 0 of the answers that are named, and what else is said."""

    which: tuple[int, ...]
    more: str = ""


def named_in(text: str, answers: Sequence[str]) -> Named | None:
    """Which of the answers are meant: by letter, by number, or by their own words. None where it cannot be known."""
    parts = [_NAME.fullmatch(part.strip()) for part in _AND.split(text.rstrip("."))]
    places = [_place(part["name"]) for part in parts if part]
    if len(places) == len(parts) and all(place < len(answers) for place in places):
        return Named(tuple(dict.fromkeys(places)))
    words = [plain(each) for each in answers]
    if plain(text) in words:
        return Named((words.index(plain(text)),))
    found = _NAMED.fullmatch(text)
    if found and _place(found["name"]) < len(answers):
        place = _place(found["name"])
        return Named((place,), "" if plain(found["more"]) == words[place] else found["more"])
    several = [plain(part) for part in _OR.split(text)]
    if len(several) > 1 and all(each in words for each in several):
        return Named(tuple(dict.fromkeys(words.index(each) for each in several)))
    return None


def _place(name: str) -> int:
    """0 for a, A and 1; far beyond all for what names nothing."""
    place = int(name) - 1 if name.isdecimal() else ord(name.lower()) - ord("a")
    return place if place >= 0 else 10**6


def truth_of(text: str) -> bool | None:
    """Whether it says that something is so, or not; None where it says neither."""
    word = plain(text)
    return True if word in TRUE else False if word in FALSE else None


def measure_of(text: str) -> Measure | None:
    """`30`, `30 ± 5 minutter`, `25–35 minutter`; None where it is no number."""
    if _OR.search(text):
        return None
    found = _RANGE.fullmatch(text)
    if found:
        least, most = _figure(found["least"]), _figure(found["most"])
        if least < most:
            return Measure(_plain((least + most) / 2), _plain((most - least) / 2), (found["unit"] or "").strip())
    found = _NUMBER.fullmatch(text)
    if not found or (found["unit"] and found["late"]):
        return None
    tolerance = abs(_figure(found["tolerance"] or "0"))
    unit = (found["unit"] or found["late"] or "").strip(" (")
    return Measure(_plain(_figure(found["value"])), _plain(tolerance), unit)


def _figure(text: str) -> Decimal:
    return Decimal(text.replace(" ", "").replace(",", ".").replace("−", "-"))


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def figure(number: float) -> str:
    """A number without powers of ten."""
    return format(Decimal(repr(number)), "f")


def forms_of(text: str) -> list[str]:
    """The words that count as right, each once; empty where it is longer than anybody should have to write."""
    forms = [each.strip() for each in _OR.split(text)]
    kept = list({plain(each): each for each in reversed(forms) if plain(each)}.values())[::-1]
    return kept if 0 < len(kept) <= MOST_FORMS and all(len(each) <= LONGEST_FORM for each in kept) else []
