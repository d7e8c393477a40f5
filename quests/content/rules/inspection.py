"""Looking through a document from outside and telling precisely what is wrong, where, and how to mend it.

A `Spot` is a place in a file. Checks return the value when it has the right shape and None after a fault, so that an
inspection goes on and tells everything at once. Nothing that JSON can hold makes a check raise.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from quests.content.rules.markdown import refusals_of
from quests.content.rules.remedies import Remedy, remedy

LONGEST_TEXT = 2000
LONGEST_LINE = 200
"""Characters of a title, a name, a unit."""

MOST_FAULTS = 200
"""As many are told at once; the rest shows when these are mended."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True)
class Fault:
    """What is wrong at a place of a file, said as the way to mend it."""

    file: str
    path: str
    remedy: Remedy

    def __str__(self) -> str:
        """As `modules/hygiene.json: cards[3].options: needs two or more options`."""
        return ": ".join(part for part in (self.file, self.path, str(self.remedy)) if part)


@dataclass(frozen=True)
class Spot:
    """A place in a file under inspection; all spots of an inspection share one list of faults."""

    faults: list[Fault]
    file: str
    path: str = ""
    languages: tuple[str, ...] = ()
    plain: bool = False
    """Whether the document is in one language, with plain strings for texts."""

    def at(self, step: str | int) -> "Spot":
        """The place below: a field, or an item by its number from 0."""
        if isinstance(step, int):
            return replace(self, path=f"{self.path}[{step}]")
        return replace(self, path=f"{self.path}.{_shown(step)}" if self.path else _shown(step))

    def of(self, file: str) -> "Spot":
        """The start of another file in the same inspection."""
        return Spot(self.faults, _shown(file))

    def refuse(self, code: str, **given: object) -> None:
        """Note a fault here, by a code of REMEDIES."""
        self.refuse_by(remedy(code, **given))

    def refuse_by(self, found: Remedy) -> None:
        """Note a fault here, whose remedy is known."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(self.file, self.path, found))


def _shown(name: str) -> str:
    """A name from a stranger, fit to be printed."""
    return name if len(name) <= 80 and name.isprintable() else ascii(name[:80])


def is_slug(value: object) -> bool:
    """Whether it is a short name in small letters, digits and single hyphens, at most 80 characters."""
    return isinstance(value, str) and len(value) <= 80 and bool(_SLUG.fullmatch(value))


def is_id(value: object) -> bool:
    """Whether it can name a card or an option: letters, digits, `_` and `-`, at most 40 characters."""
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def check_object(spot: Spot, value: object, needed: set[str], allowed: set[str]) -> Mapping[str, Any] | None:
    """An object with the needed fields and no unknown ones; it is returned, with faults noted, as soon as it is one."""
    if not isinstance(value, Mapping):
        spot.refuse("not_object")
        return None
    for field in sorted(needed - value.keys()):
        spot.at(field).refuse("missing")
    for field in sorted(value.keys() - needed - allowed):
        spot.at(field).refuse("unknown_field")
    return value


def check_list(spot: Spot, value: object, least: int, most: int, what: str) -> list[Any]:
    """The list, where it has from `least` to `most` items; else a fault and what there is of it up to `most`."""
    if not isinstance(value, list) or not least <= len(value) <= most:
        spot.refuse("count", least=least, most=most, what=what)
    return value[:most] if isinstance(value, list) else []


def check_string(spot: Spot, value: object, longest: int = LONGEST_TEXT) -> None:
    """A string that says something, at most `longest` characters, in the small Markdown."""
    if not isinstance(value, str):
        spot.refuse("not_text")
    elif not value.strip():
        spot.refuse("empty")
    elif len(value) > longest:
        spot.refuse("too_long", length=len(value), most=longest)
    else:
        for code in refusals_of(value):
            spot.refuse(code)


def check_text(spot: Spot, value: object, longest: int = LONGEST_TEXT) -> None:
    """A text in each language of the document."""
    check_each_language(spot, value, lambda below, text: check_string(below, text, longest))


def check_each_language(spot: Spot, value: object, check: Callable[[Spot, object], None]) -> None:
    """Check what is given for each language of the document; a plain document gives it once, without languages."""
    if spot.plain:
        check(spot, value)
    elif not isinstance(value, Mapping):
        spot.refuse("each_language", languages=", ".join(spot.languages))
    else:
        for language in spot.languages:
            if language in value:
                check(spot.at(language), value[language])
            else:
                spot.at(language).refuse("language_missing")
        for language in sorted(value.keys() - set(spot.languages)):
            spot.at(language).refuse("language_foreign")


def check_unique(spot: Spot, values: list[object], what: str) -> None:
    """No value twice; values that are no strings are left to their own checks."""
    seen: set[str] = set()
    for number, value in enumerate(values):
        if isinstance(value, str):
            if value in seen:
                spot.at(number).refuse("twice", value=value[:80], what=what)
            seen.add(value)
