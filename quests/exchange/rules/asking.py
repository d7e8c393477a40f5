"""The lines of one question, gathered, and the card that they make."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Any

from quests.exchange.rules.answers import Measure, forms_of, measure_of, named_in, truth_of
from quests.exchange.rules.lines import LITERAL, Line
from quests.exchange.rules.outline import Answers

TRUTH = {"nb": ("Sant", "Usant"), "nn": ("Sant", "Usant"), "en": ("True", "False")}
"""What is chosen between where something is so or not."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line of which something must be said: a code, and the words that found no place in a card."""

    line: int
    code: str
    text: str


@dataclass(slots=True)
class Item:
    """An answer to choose, a step, or a pair with its `other` side."""

    text: str
    right: bool | None = None
    why: str = ""
    other: str = ""

    def explain(self, words: str) -> None:
        self.why = f"{self.why} {words}".strip()


@dataclass(slots=True)
class Asked:
    """A question as it was read. `named` are the lines after `Svar:`, `why` explains the whole."""

    line: int
    prompt: str
    body: str
    answers: Answers
    is_truth: bool = False
    items: list[Item] = field(default_factory=list)
    named: list[tuple[int, str]] = field(default_factory=list)
    why: list[tuple[int, str]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def prompt_and_body(stem: Sequence[Line], *, labelled: bool) -> tuple[str, str]:
    """What is asked, and what is told before: the last line that asks, else the first."""
    said = [each.rest if number == 0 else each.text for number, each in enumerate(stem)]
    said = [each for each in said if each] or [stem[0].text]
    asking = 0 if labelled else max((n for n, each in enumerate(said) if each.endswith("?")), default=0)
    return said[asking], "\n".join(each for n, each in enumerate(said) if n != asking)


def card_of(asked: Asked, language: str) -> dict[str, Any]:
    """The card, without its id. What cannot be placed in it is told in `asked.told`."""
    if asked.answers is Answers.PAIRS:
        card = _match(asked, language)
    elif asked.answers is Answers.STEPS:
        card = _order(asked, language)
    elif asked.items:
        card = _choice(asked, language)
    else:
        card = _written(asked, language)
    head: dict[str, Any] = {"type": card.pop("type"), "prompt": {language: asked.prompt}}
    return head | ({"body": {language: asked.body}} if asked.body else {}) | card


def id_of(place: int) -> str:
    """a to z, then o27, o28 …"""
    return ascii_lowercase[place] if place < len(ascii_lowercase) else f"o{place + 1}"


def _options(items: Sequence[Item], language: str) -> list[dict[str, Any]]:
    return [
        {"id": id_of(place), "text": {language: each.text}}
        | ({"explanation": {language: each.why}} if each.why else {})
        for place, each in enumerate(items)
    ]


def _choice(asked: Asked, language: str) -> dict[str, Any]:
    """One right answer, or several; none where nobody said which."""
    _mark(asked)
    right = [place for place, each in enumerate(asked.items) if each.right]
    _explain_right(asked, right)
    if not right:
        asked.told.append(Told(asked.line, "no_key", asked.prompt))
    if len(asked.items) == 1:
        asked.told.append(Told(asked.line, "one_option", asked.prompt))
    options = _options(asked.items, language)
    if len(right) > 1:
        return {"type": "multiple", "options": options, "key": [id_of(each) for each in right]}
    return {"type": "choice", "options": options} | ({"key": id_of(right[0])} if right else {})


def _mark(asked: Asked) -> None:
    """Mark the answers that are named after `Svar:`."""
    words = [each.text for each in asked.items]
    for line, text in asked.named:
        found = named_in(text, words)
        if found is None:
            asked.told.append(Told(line, "answer_unknown", text))
            continue
        for place in found.which:
            asked.items[place].right = True
        if found.more:
            asked.items[found.which[0]].explain(found.more)


def _explain_right(asked: Asked, right: Sequence[int]) -> None:
    """An explanation of the whole is that of the right answer."""
    for line, words in asked.why:
        if right:
            bare = next((each for each in right if not asked.items[each].why), right[0])
            asked.items[bare].explain(words)
        else:
            asked.told.append(Told(line, "explanation_unplaced", words))


def _order(asked: Asked, language: str) -> dict[str, Any]:
    _tell_left(asked)
    options = _options(asked.items, language)
    return {"type": "order", "options": options, "key": [each["id"] for each in options]}


def _match(asked: Asked, language: str) -> dict[str, Any]:
    """Pairs; what stands at the right twice is one thing that two belong to."""
    _tell_left(asked)
    others = list(dict.fromkeys(each.other for each in asked.items))
    right = [{"id": str(place + 1), "text": {language: each}} for place, each in enumerate(others)]
    left = _options(asked.items, language)
    key = {one["id"]: str(others.index(each.other) + 1) for one, each in zip(left, asked.items, strict=True)}
    return {"type": "match", "left": left, "right": right, "key": key}


def _tell_left(asked: Asked) -> None:
    """Tell what has no place in a card whose answer is its own order."""
    asked.told += [Told(line, "answer_unknown", text) for line, text in asked.named]
    asked.told += [Told(line, "explanation_unplaced", text) for line, text in asked.why]


def _written(asked: Asked, language: str) -> dict[str, Any]:
    """A number or a word to write, something that is so or not, a card to turn; or a question nobody answered."""
    why = " ".join(words for _, words in asked.why)
    said = list(dict.fromkeys(text for _, text in asked.named))
    truth = truth_of(said[0]) if len(said) == 1 else None
    if truth is not None or (asked.is_truth and not said):
        return _truth(asked, truth, language)
    if not said:
        asked.told.append(Told(asked.line, "no_options", asked.prompt))
        asked.told += [Told(line, "explanation_unplaced", words) for line, words in asked.why]
        return {"type": "choice", "options": []}
    explained = {"explanation": {language: why}} if why else {}
    measure = measure_of(said[0]) if len(said) == 1 else None
    if measure:
        return _number(measure, language) | explained
    forms = forms_of(" / ".join(said)) if not said[0].startswith(LITERAL) else []
    if forms:
        return {"type": "fill", "key": {language: forms}} | explained
    back = "; ".join(said).removeprefix(LITERAL).strip()
    return {"type": "flashcard", "back": {language: f"{back} {why}".strip()}}


def _truth(asked: Asked, truth: bool | None, language: str) -> dict[str, Any]:
    asked.items = [Item(words, right) for words, right in zip(TRUTH[language], (truth, truth is False), strict=True)]
    asked.named = []
    return _choice(asked, language)


def _number(measure: Measure, language: str) -> dict[str, Any]:
    unit = {"unit": {language: measure.unit}} if measure.unit else {}
    return {"type": "number", "key": {"value": measure.value, "tolerance": measure.tolerance}} | unit
