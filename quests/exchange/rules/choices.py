"""One answer to choose, as somebody wrote it: its words, whether it is marked as right, and why."""

import re
from dataclasses import dataclass

from quests.exchange.rules.lines import LITERAL, Line, Sign


@dataclass(frozen=True, slots=True)
class Choice:
    """`right` is None where nothing is said of it."""

    text: str
    right: bool | None = None
    why: str = ""


_RIGHT = r"riktig(?: svar)?|rett(?: svar)?|korrekt|correct(?: answer)?|right"
_WRONG = r"feil(?: svar)?|galt?(?: svar)?|incorrect|wrong(?: answer)?"
_SAID = re.compile(rf"(?P<text>.*\S) *\((?:(?P<right>{_RIGHT})|(?:{_WRONG}))\) *(?P<after>[-–—:.]? *\S.*)?", re.I)
_BOLD = re.compile(r"(?:\*\*|__)(?P<text>[^*_][^*]*?)(?:\*\*|__)")
_STARRED = re.compile(r"\*(?P<both>[^*]+)\*|(?:\*|✓|✔|✅) ?(?P<text>[^*]+)|(?P<last>[^*]*[^*\s]) ?(?:\*|✓|✔|✅)")
_DASH = re.compile(r"(?P<text>\S.*?) (?:--?|–|—) (?P<why>\S+ \S+ \S.*)")


def choice_of(line: Line) -> Choice:
    """What the line of an answer says. One that says of itself that it is only text is not looked into."""
    told = _ticked(line)
    if line.rest.startswith(LITERAL):
        return Choice(line.rest[2:].strip(), told)
    text, why = _parted(line.rest)
    found = _SAID.fullmatch(text)
    if found:
        after = (found["after"] or "").lstrip("-–—:. ")
        text, told, why = found["text"], bool(found["right"]), f"{after} {why}".strip()
    marked = _marked(text)
    if marked:
        text, told = marked, True if told is None else told
    return Choice(text, told, why)


def explained(line: Line) -> Choice:
    """The same of a line in which no right one is marked: a step, one side of a pair."""
    if line.rest.startswith(LITERAL):
        return Choice(line.rest[2:].strip())
    text, why = _parted(line.rest)
    return Choice(text, None, why)


def _marked(text: str) -> str:
    """The words of an answer that is bold as a whole, or has a star or a tick; empty of any other."""
    bold, starred = _BOLD.fullmatch(text), _STARRED.fullmatch(text)
    if bold:
        return bold["text"].strip()
    return (starred["both"] or starred["text"] or starred["last"] or "").strip() if starred else ""


def _ticked(line: Line) -> bool | None:
    """What the sign before it says."""
    if line.sign is Sign.BOX:
        return line.mark not in ("", "☐")
    return True if line.sign is Sign.LETTER and line.mark.startswith("*") else None


def _parted(text: str) -> tuple[str, str]:
    """The answer, and the sentence after its dash; what is a range or a sum stays whole, and so does what is bold."""
    bold, found = _BOLD.match(text), _DASH.fullmatch(text)
    if not found or (bold and len(found["text"]) < bold.end()):
        return text, ""
    if found["text"][-1].isdigit() and found["why"][0].isdigit():
        return text, ""
    return found["text"], found["why"]
