"""A text as a word processor gives it, cut into lines of which each knows what it may be.

What a line is in the end, the lines around it decide; here only its own signs are read.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

LITERAL = "\\ "
"""What stands before words that are only words, whatever they look like."""

LONGEST_WRAPPED = 40
"""A line at least so long, followed by one that begins with a small letter, was broken by its margin."""


class Sign(StrEnum):
    """What a line begins with."""

    NOTHING = "nothing"
    HEADING = "heading"
    QUESTION = "question"
    ORDER = "order"
    TRUE_FALSE = "true_false"
    ANSWER = "answer"
    EXPLANATION = "explanation"
    NUMBER = "number"
    LETTER = "letter"
    BOX = "box"
    BULLET = "bullet"


MARKERS = frozenset({Sign.LETTER, Sign.BOX, Sign.BULLET})
"""Signs that an answer to choose begins with."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number from 1, how far it stands in, all of it, and what follows its sign.

    `mark` is the number, letter or tick of the sign; `literal` a line that says of itself that it is only text.
    """

    number: int
    indent: int
    text: str
    sign: Sign = Sign.NOTHING
    mark: str = ""
    rest: str = ""
    literal: bool = False

    @property
    def pair(self) -> tuple[str, str] | None:
        """Its two sides, where an arrow stands between."""
        found = None if self.literal else _PAIR.fullmatch(self.rest)
        return (found["left"], found["right"]) if found else None


_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n|[\r\n\v\f\u0085\u2028\u2029]")
_QUOTES = str.maketrans("\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u2032", "\"\"\"\"'''''")
_RUNS = re.compile(r"[ \t]+")

_PAIR = re.compile(r"(?P<left>\S(?:.*?\S)?) *(?:-->|->|=>|→|⟶|➔|➜) *(?P<right>\S.*)")
_LABELS = (
    (Sign.QUESTION, r"(?:spørsmål|oppgave|oppgåve|question|exercise)(?P<mark> ?\d{1,3}(?=[:.)])|(?=:))[:.)]"),
    (Sign.ORDER, r"(?:(?:riktig |rett |correct )?(?:rekkefølge|rekkjefølgje|order|sequence))(?P<mark>):"),
    (Sign.TRUE_FALSE, r"(?:(?:sant|rett|riktig)(?:/| eller )(?:usant|galt|feil)|true(?:/| or )false)(?P<mark>)[:?]"),
    (
        Sign.ANSWER,
        r"(?:(?:(?:de )?(?:riktige?|rette?|correct) )?(?:svar|svaret|answers?)|fasit|løsning|løysing|solution)"
        r"(?P<mark>):",
    ),
    (
        Sign.EXPLANATION,
        r"(?:forklaring|begrunnelse|grunngiving|tilbakemelding|explanation|feedback)"
        r"(?P<mark>(?: (?:til|for|to|on))?(?: (?:\d{1,2}|[a-z]))?) ?:",
    ),
)
_SIGNS = (
    (Sign.HEADING, re.compile(r"(?P<mark>#{1,6}) +(?P<rest>.+)")),
    *((sign, re.compile(label + r" *(?P<rest>.*)", re.I)) for sign, label in _LABELS),
    (Sign.BOX, re.compile(r"(?:[-*•] +)?(?:[\[(](?P<mark>[ xX✓✔]?)[\])]|(?P<tick>[☐☑☒✅])) *(?P<rest>.+)")),
    (Sign.NUMBER, re.compile(r"(?P<mark>\d{1,3})[.)] +(?P<rest>.+)")),
    (Sign.LETTER, re.compile(r"(?P<mark>\*? ?\(?[A-Ja-j])[).:] +(?P<rest>.+)")),
    (Sign.BULLET, re.compile(r"(?P<mark>[-–—•·▪●◦‣*+]) +(?P<rest>.+)|(?P<dot>[•·▪●◦‣])(?P<close>.+)")),
)


def lines_of(text: str) -> list[Line]:
    """The lines that say something, and empty ones between; lines that a margin has broken are whole again."""
    found: list[Line] = []
    for number, raw in enumerate(_BREAKS.split(_normal(text)), 1):
        line = _read(number, raw)
        if found and _goes_on(found[-1], line):
            found[-1] = _read(found[-1].number, " " * found[-1].indent + f"{found[-1].text} {line.text}")
        else:
            found.append(line)
    return found


def _normal(text: str) -> str:
    """Composed, with plain spaces and quotation marks, without signs that cannot be seen."""
    seen = "".join(sign for sign in text if not _is_unseen(sign))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", seen)).translate(_QUOTES)


def _is_unseen(sign: str) -> bool:
    """Soft hyphens, marks of direction, half letters, control signs that are no break."""
    kind = unicodedata.category(sign)
    return kind in ("Cf", "Cs", "Co") or (kind == "Cc" and sign not in "\t\n\r\v\f\u0085")


def _read(number: int, raw: str) -> Line:
    text = _RUNS.sub(" ", raw).strip()
    wide = raw.expandtabs(4)
    indent = len(wide) - len(wide.lstrip(" "))
    if raw.lstrip().startswith("o\t"):  # a word processor's second level of bullets
        text = "-" + text[1:]
    if text.startswith(LITERAL):
        return Line(number, indent, text[2:].strip(), rest=text[2:].strip(), literal=True)
    return replace(with_sign(text), number=number, indent=indent)


def with_sign(text: str) -> Line:
    """The line of that text, as if it stood alone."""
    for sign, pattern in _SIGNS:
        found = pattern.fullmatch(text)
        if found:
            parts = found.groupdict()
            rest = parts["rest"] if parts["rest"] is not None else parts["close"]
            mark = parts.get("tick") or parts["mark"] or ""
            return Line(1, 0, text, sign, mark.strip(" (").lower(), rest.strip())
    return Line(1, 0, text, rest=text)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line is the rest of the one before it."""
    whole = before.literal or line.literal or len(before.text) < LONGEST_WRAPPED or before.text[-1:] in ".!?:;"
    return not whole and line.sign is Sign.NOTHING and line.text[:1].islower() and line.indent <= before.indent
