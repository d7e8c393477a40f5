"""A whole text with questions, as a word processor gives it, made into cards.

Every line becomes part of a card, or is told of: nothing that somebody wrote is lost.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from quests.exchange.rules.asking import Asked, Item, Told, card_of, prompt_and_body
from quests.exchange.rules.choices import choice_of, explained
from quests.exchange.rules.lines import MARKERS, Line, Sign, lines_of
from quests.exchange.rules.outline import ASKING, Answers, Question, pairs_at, question_at, said_from, steps_at

MOST_CARDS = 60
MOST_CHARACTERS = 200 * 1024
LONGEST_HEADING = 80
LONGEST_PROMPT = 120
LONGEST_BODY = 600
"""Characters of text cards: what is longer goes on in a card of its own."""

_SENTENCE = re.compile(r"(?P<first>.{1,%d}?[.!?]) +(?P<more>\S.*)" % LONGEST_PROMPT)  # noqa: UP031
_BOLD = re.compile(r"\*\*(?P<text>[^*]+)\*\*")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a text became. `starts` are the lines where the cards begin, one a card."""

    title: str
    cards: list[dict[str, Any]]
    starts: list[int]
    told: list[Told]


def pasted(text: str, language: str) -> Pasted:
    """The cards of a text in that language, in stored form. Never raises; what is no question is a card that tells."""
    reader = _Reader(lines_of(text), language)
    reader.read()
    return Pasted(reader.title, reader.cards, reader.starts, reader.told)


@dataclass
class _Telling:
    """A card that tells, while it is read."""

    line: int
    prompt: str
    headed: bool
    body: list[str] = field(default_factory=list)


@dataclass
class _Reader:
    lines: list[Line]
    language: str
    at: int = 0
    title: str = ""
    cards: list[dict[str, Any]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    telling: _Telling | None = None

    def read(self) -> None:
        while (at := said_from(self.lines, self.at)) < len(self.lines):
            self.at = at
            if len(self.cards) >= MOST_CARDS:
                line = self.lines[at]
                self.told.append(Told(line.number, "too_many_cards", line.text))
                return
            question = question_at(self.lines, at)
            if question:
                self._ask(question)
            else:
                self._tell()
        self._close()

    # Cards that tell.

    def _tell(self) -> None:
        """A heading, or a paragraph: lines until an empty one, a heading or a question."""
        first = self.lines[self.at]
        block = [first]
        self.at += 1
        if first.sign is Sign.HEADING:
            self._head(first.number, first.rest, is_title=first.mark == "#")
            return
        while self.at < len(self.lines) and not self._parts(self.lines[self.at - 1], self.at):
            block.append(self.lines[self.at])
            self.at += 1
        heading = _heading_in(block)
        if heading:
            self._head(first.number, heading, is_title=True)
        else:
            self._add(block)

    def _parts(self, before: Line, at: int) -> bool:
        """Whether a paragraph ends before that line."""
        line = self.lines[at]
        if not line.text or line.sign is Sign.HEADING:
            return True
        return not (line.sign is before.sign is Sign.NOTHING) and question_at(self.lines, at) is not None

    def _head(self, line: int, text: str, *, is_title: bool) -> None:
        """A heading begins a card, but the first one, with nothing of its own below it, names the whole."""
        self._close()
        after = said_from(self.lines, self.at)
        bare = after < len(self.lines) and (
            self.lines[after].sign is Sign.HEADING or question_at(self.lines, after) is not None
        )
        if is_title and bare and not self.cards and not self.title:
            self.title = text
        else:
            self.telling = _Telling(line, text, headed=True)

    def _add(self, block: list[Line]) -> None:
        """A paragraph goes on with the card before it, while there is room."""
        words = "\n".join(_shown(each) for each in block)
        before = self.telling
        if before and (not before.body or sum(map(len, before.body)) + len(words) <= LONGEST_BODY):
            before.body.append(words)
            return
        self._close()
        if before and before.headed:
            self.telling = _Telling(block[0].number, before.prompt, headed=True, body=[words])
        else:
            prompt, body = _split(block)
            self.telling = _Telling(block[0].number, prompt, headed=False, body=[body] if body else [])

    def _close(self) -> None:
        if self.telling:
            card: dict[str, Any] = {"type": "text", "prompt": {self.language: self.telling.prompt}}
            if self.telling.body:
                card["body"] = {self.language: "\n\n".join(self.telling.body)}
            self._keep(self.telling.line, card)
        self.telling = None

    def _keep(self, line: int, card: dict[str, Any]) -> None:
        self.cards.append({"id": f"c{len(self.cards) + 1}", **card})
        self.starts.append(line)

    # Questions.

    def _ask(self, question: Question) -> None:
        self._close()
        stem = [self.lines[each] for each in question.stem]
        first = stem[0]
        prompt, body = prompt_and_body(stem, labelled=first.sign in ASKING and bool(first.rest))
        asked = Asked(first.number, prompt, body, question.answers, first.sign is Sign.TRUE_FALSE)
        self.at = question.begins if question.answers is not Answers.NONE else question.stem[-1] + 1
        if question.answers in (Answers.STEPS, Answers.PAIRS, Answers.CHOICES):
            numbered = question.answers is Answers.PAIRS or self.lines[self.at].sign is Sign.NUMBER
            (self._gather_numbered if numbered else self._gather_choices)(asked)
        self._gather_words(asked)
        self._keep(asked.line, card_of(asked, self.language))
        self.told += asked.told

    def _gather_choices(self, asked: Asked) -> None:
        """Answers to choose, each with what explains it."""
        first = self.lines[self.at]
        stars = _stars_mark(self.lines, self.at)
        while (at := said_from(self.lines, self.at)) < len(self.lines):
            line = self.lines[at]
            if not _is_next(line, first, len(asked.items)):
                if not self._gather_word(asked, at, first.indent):
                    return
                continue
            choice = explained(line) if asked.answers is Answers.STEPS else choice_of(line)
            right = choice.right or (True if stars and line.mark == "*" else None)
            asked.items.append(Item(choice.text, right, choice.why))
            self.at = at + 1

    def _gather_numbered(self, asked: Asked) -> None:
        """Steps, pairs, or answers with numbers: the lines that were found ahead, and what explains them."""
        pairs = asked.answers is Answers.PAIRS
        found = pairs_at(self.lines, self.at) if pairs else steps_at(self.lines, self.at)
        first = self.lines[found[0]]
        last = found[-1]
        while (at := said_from(self.lines, self.at)) <= last or (at < len(self.lines) and asked.items):
            line = self.lines[at]
            if at not in found:
                if not self._gather_word(asked, at, first.indent):
                    return
                continue
            asked.items.append(_item(line, asked.answers))
            self.at = at + 1

    def _gather_words(self, asked: Asked) -> None:
        """What is said after the answers: which is right, and why."""
        while (at := said_from(self.lines, self.at)) < len(self.lines):
            if not self._gather_word(asked, at, None):
                return

    def _gather_word(self, asked: Asked, at: int, indent: int | None) -> bool:
        """Take a line that names the right answer or explains one; False where it does neither."""
        line = self.lines[at]
        if line.sign in (Sign.ANSWER, Sign.EXPLANATION):
            self.at = at + 1
            words = line.rest or self._next_words()
            if line.sign is Sign.ANSWER:
                asked.named.append((line.number, words)) if words else None
            elif words:
                _explain(asked, line, words)
            return True
        under = indent is not None and asked.items and line.indent > indent
        if not under or line.sign not in (Sign.NOTHING, Sign.BULLET):
            return False
        asked.items[-1].explain(line.rest)
        self.at = at + 1
        return True

    def _next_words(self) -> str:
        """What stands on the line below a label that stands alone."""
        if self.at < len(self.lines) and self.lines[self.at].sign is Sign.NOTHING and self.lines[self.at].text:
            self.at += 1
            return self.lines[self.at - 1].text
        return ""


def _explain(asked: Asked, line: Line, words: str) -> None:
    """Give an explanation to the answer it names, or to the whole."""
    name = line.mark.split(" ")[-1]
    place = int(name) - 1 if name.isdecimal() else ord(name) - ord("a") if len(name) == 1 else -1
    if 0 <= place < len(asked.items):
        asked.items[place].explain(words)
    else:
        asked.why.append((line.number, words))


def _item(line: Line, answers: Answers) -> Item:
    if answers is Answers.PAIRS and line.pair:
        left, right = line.pair
        other = explained(Line(1, 0, right, rest=right))
        return Item(left, None, other.why, other.text)
    choice = explained(line) if answers is Answers.STEPS else choice_of(line)
    return Item(choice.text, choice.right, choice.why)


def _is_next(line: Line, first: Line, count: int) -> bool:
    """Whether a line is the next of the answers that began with `first`."""
    if line.sign not in MARKERS or line.sign is not first.sign or line.indent > first.indent + 3:
        return False
    return line.sign is not Sign.LETTER or ord(line.mark[-1:]) - ord("a") >= count


def _stars_mark(lines: list[Line], at: int) -> bool:
    """Whether bullets are of several kinds, so that a star among them marks the right one."""
    marks = set()
    while at < len(lines) and (not lines[at].text or lines[at].sign is Sign.BULLET):
        marks.add(lines[at].mark)
        at += 1
    return "*" in marks and len(marks - {""}) > 1


def _heading_in(block: list[Line]) -> str:
    """The words of a paragraph that is a heading: one short line that is no sentence, or a bold one."""
    (line, *more) = block
    if more or line.sign is not Sign.NOTHING or line.literal or len(line.text) > LONGEST_HEADING:
        return ""
    bold = _BOLD.fullmatch(line.text)
    if bold:
        return bold["text"].strip()
    return line.text if line.text[-1] not in ".,;:!?" and line.text[0].isalnum() else ""


def _shown(line: Line) -> str:
    """A line as it stands in a text: bullets of any look are our lists."""
    return f"- {line.rest}" if line.sign is Sign.BULLET and line.mark not in ("-", "–", "—", "+") else line.text


def _split(block: list[Line]) -> tuple[str, str]:
    """A heading for a paragraph that has none: its first line, or its first sentence; and the rest."""
    first = block[0].rest if block[0].sign is Sign.BULLET else block[0].text
    below = "\n".join(_shown(each) for each in block[1:])
    if below and len(first) <= LONGEST_PROMPT:
        return first, below
    found = _SENTENCE.fullmatch(first)
    if not found:
        return first, below
    return found["first"], "\n".join(each for each in (found["more"], below) if each)
