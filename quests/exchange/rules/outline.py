"""Where in the lines of a text a question begins, how far it is asked, and what its answers are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quests.exchange.rules.choices import choice_of
from quests.exchange.rules.lines import MARKERS, Line, Sign


class Answers(StrEnum):
    """What follows a question."""

    CHOICES = "choices"
    STEPS = "steps"
    PAIRS = "pairs"
    WRITTEN = "written"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Question:
    """The numbers of the lines that ask, and where what answers them begins."""

    stem: tuple[int, ...]
    begins: int
    answers: Answers


ASKING = frozenset({Sign.QUESTION, Sign.ORDER, Sign.TRUE_FALSE})
_OPENING = ASKING | {Sign.NOTHING, Sign.NUMBER}
_TOLD = frozenset({Sign.ANSWER, Sign.EXPLANATION})
FARTHEST = 60
"""Lines that are looked at ahead, so that reading takes time by the length of the text alone."""

_ORDERLY = re.compile(r"rekkefølge|rekkjefølgje|order|sequence|steg|trinn|step", re.I)
_NUMBERED_ANSWER = re.compile(r"\d{1,2}(?: ?(?:[,;&+]|og|and) ?\d{1,2})*[.)]?")


def said_from(lines: Sequence[Line], at: int) -> int:
    """The first line from `at` that is not empty, or how many there are."""
    while at < len(lines) and not lines[at].text:
        at += 1
    return at


def question_at(lines: Sequence[Line], at: int) -> Question | None:
    """The question that begins there; None where what stands there only tells."""
    first = lines[at]
    if first.sign not in _OPENING or (first.sign is Sign.NOTHING and first.pair and len(pairs_at(lines, at)) > 1):
        return None
    stem, end = _stem(lines, at)
    begins = said_from(lines, end)
    found = _answers(lines, stem, begins)
    if found is Answers.NONE and (first.sign in ASKING or first.sign is Sign.NUMBER):
        further, end = _stem_across(lines, stem, end)
        found = _answers(lines, further, said_from(lines, end))
        if found is not Answers.NONE:
            return Question(further, said_from(lines, end), found)
    asks = first.sign in ASKING or (first.sign is Sign.NUMBER and _ends_asking(lines, stem))
    return Question(stem, begins, found) if asks or found is not Answers.NONE else None


def _stem(lines: Sequence[Line], at: int) -> tuple[tuple[int, ...], int]:
    """The lines that ask, without an empty one between; a label that stands alone is of what comes next."""
    stem, end = [at], at + 1
    if lines[at].sign in ASKING and not lines[at].rest:
        end = said_from(lines, end)
    while end < len(lines) and _tells(lines, end):
        stem.append(end)
        end += 1
    return tuple(stem), end


def _stem_across(lines: Sequence[Line], stem: tuple[int, ...], end: int) -> tuple[tuple[int, ...], int]:
    """The same over empty lines, as word processors part paragraphs."""
    further = list(stem)
    while end < len(lines) and (not lines[end].text or _tells(lines, end)):
        if lines[end].text:
            further.append(end)
        end += 1
    return tuple(further), end


def _tells(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    return bool(line.text) and line.sign is Sign.NOTHING and not (line.pair and len(pairs_at(lines, at)) > 1)


def _ends_asking(lines: Sequence[Line], stem: Sequence[int]) -> bool:
    return any(lines[each].text.endswith("?") for each in stem)


def _answers(lines: Sequence[Line], stem: Sequence[int], at: int) -> Answers:
    """What stands there, if it answers what was asked before."""
    if at >= len(lines):
        return Answers.NONE
    line = lines[at]
    if len(pairs_at(lines, at)) > 1:
        return Answers.PAIRS
    if line.sign is Sign.ANSWER:
        return Answers.WRITTEN
    labelled = lines[stem[0]].sign
    if line.sign in MARKERS and labelled is Sign.ORDER:
        return Answers.STEPS
    if line.sign is Sign.BOX or (line.sign is Sign.LETTER and line.mark[-1:] == "a"):
        return Answers.CHOICES
    if line.sign is Sign.BULLET:
        asked = labelled in ASKING or _ends_asking(lines, stem) or _is_answered(lines, at)
        return Answers.CHOICES if asked else Answers.NONE
    return _numbered(lines, stem, at)


def _numbered(lines: Sequence[Line], stem: Sequence[int], at: int) -> Answers:
    """Whether numbered lines are steps in their order, or answers to choose, or nothing that was asked for."""
    steps = steps_at(lines, at)
    if len(steps) < 2:
        return Answers.NONE
    after = said_from(lines, steps[-1] + 1)
    named = after < len(lines) and lines[after].sign is Sign.ANSWER and _NUMBERED_ANSWER.fullmatch(lines[after].rest)
    marked = any(choice_of(lines[each]).right is not None for each in steps)
    labelled, orderly = lines[stem[0]].sign, any(_ORDERLY.search(lines[each].text) for each in stem)
    if labelled is Sign.ORDER:
        return Answers.STEPS
    if labelled not in ASKING and not orderly and not _ends_asking(lines, stem):
        return Answers.NONE
    return Answers.CHOICES if named or marked else Answers.STEPS


def _is_answered(lines: Sequence[Line], at: int) -> bool:
    """Whether one of these bullets is marked as right, or an answer is named after them."""
    stars = 0
    first = at
    while at < len(lines) and (not lines[at].text or lines[at].sign is Sign.BULLET):
        if lines[at].text:
            stars += lines[at].mark == "*"
            if choice_of(lines[at]).right is not None:
                return True
        at += 1
    bullets = sum(bool(each.text) for each in lines[first:at])
    return 0 < stars < bullets or (at < len(lines) and lines[at].sign is Sign.ANSWER)


def steps_at(lines: Sequence[Line], at: int) -> list[int]:
    """The lines numbered 1, 2, 3 from there; none where one of them asks something, or is answered itself."""
    found: list[int] = []
    while at < len(lines):
        line = lines[at]
        if line.sign is Sign.NUMBER and line.mark == str(len(found) + 1) and not line.rest.endswith("?"):
            found.append(at)
        elif line.sign is Sign.NUMBER and line.rest.endswith("?") and line.mark == str(len(found) + 1):
            return []
        elif line.text and not (found and (line.sign is Sign.EXPLANATION or _is_under(lines[found[-1]], line))):
            break
        at += 1
    return [] if at < len(lines) and lines[at].sign in MARKERS else found


def pairs_at(lines: Sequence[Line], at: int) -> list[int]:
    """The lines with two sides from there; none where others of the same kind go on without."""
    found: list[int] = []
    end = min(len(lines), at + FARTHEST)
    while at < end:
        line = lines[at]
        if line.text and line.sign not in _TOLD and line.pair:
            found.append(at)
        elif line.text and not (found and line.sign is Sign.EXPLANATION):
            break
        at += 1
    goes_on = found and at < end and lines[at].sign in MARKERS and lines[at].sign is lines[found[0]].sign
    return [] if goes_on else found


def _is_under(above: Line, line: Line) -> bool:
    return line.sign in (Sign.NOTHING, Sign.BULLET) and line.indent > above.indent
