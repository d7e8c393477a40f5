"""Whether a word that was written is one of the accepted ones, small misspellings forgiven.

The same arithmetic stands in `pwa/src/rules/spelling.ts`; `tests/vectors/grading.json` keeps the two together.
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_WORD = 200
"""Code points of an answer, as it was written."""

_SPACES = re.compile("[\t\n\r \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufe0f\ufeff]")
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`]")
_CONTROLS = re.compile("[\0-\b\v\f\x0e-\x1f\x7f\ud800-\udfff]")
_ENDS = " .,;:!?"


def is_writing(text: str, longest: int) -> bool:
    """Whether somebody can have written it: not too long, no control signs but line breaks, no half letters."""
    return len(text) <= longest and not _CONTROLS.search(text)


def says_something(text: str) -> bool:
    """Whether there is more in it than spaces and signs that cannot be seen."""
    return _UNSEEN.sub("", _SPACES.sub("", text)) != ""


def plain(text: str) -> str:
    """The word as it is compared: composed, in small letters, single spaces, no signs at its ends.

    By way of upper case, so that ß is ss and ligatures are their letters.
    """
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    text = _APOSTROPHES.sub("'", _HYPHENS.sub("-", _SPACES.sub(" ", text)))
    return unicodedata.normalize("NFC", text.lower().upper().lower()).strip(_ENDS)


def accepted(text: str, forms: Iterable[str], wrong: Iterable[str] = (), *, exact: bool = False) -> str | None:
    """The accepted form that was meant, the nearest and first of them; None where it is none.

    Letters missing, doubled, mistaken or two swapped are forgiven: one of them in a word of 4 to 7 signs, two in a
    longer one; none in a shorter one, in one with digits, in an `exact` one, or where it makes one of the `wrong`.
    """
    given = plain(text)
    known = [(form, plain(form)) for form in forms]
    for form, meant in known:
        if given == meant:
            return form
    if exact or given in {plain(each) for each in wrong}:
        return None
    near = [(_distance(given, meant), place) for place, (_, meant) in enumerate(known)]
    fits = [(far, place) for far, place in near if far <= _forgiven(known[place][1])]
    return known[min(fits)[1]][0] if fits else None


def _forgiven(word: str) -> int:
    """How many misspellings are."""
    if len(word) < 4 or any("0" <= sign <= "9" for sign in word):
        return 0
    return 1 if len(word) < 8 else 2


def _distance(one: str, other: str) -> int:
    """Optimal string alignment: letters put in, left out, changed, or two neighbours swapped.

    F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964).
    """
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != wanted))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
