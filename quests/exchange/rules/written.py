"""Cards written out as a text that people can read and mend, and that is read again as the same cards."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from quests.content.rules.texts import Card, text_in
from quests.exchange.rules.choices import Choice, choice_of, explained
from quests.exchange.rules.lines import LITERAL, Sign, with_sign
from quests.exchange.rules.parts import answer_of, in_order, pairs, right_ones, things

WORDS = {
    "nb": {"question": "Spørsmål", "order": "Rekkefølge", "key": "Fasit", "answer": "Svar", "why": "Forklaring"},
    "nn": {"question": "Spørsmål", "order": "Rekkjefølgje", "key": "Fasit", "answer": "Svar", "why": "Forklaring"},
    "en": {"question": "Question", "order": "Order", "key": "Answer", "answer": "Answer", "why": "Explanation"},
}
_MOST_LETTERS = 10
_WRITABLE = frozenset({"text", "choice", "multiple", "order", "match", "number", "fill", "flashcard"})


def is_writable(card: Card) -> bool:
    """Whether a card can be written as a text: no pictures to point at, no conversation, no pool."""
    kind = card.get("type")
    return isinstance(kind, str) and kind in _WRITABLE and "variants" not in card


def written(title: str, cards: Sequence[Card], language: str) -> str:
    """The text of these cards in one language, those left out that cannot be written."""
    parts = ["\n".join(_written(card, language)) for card in cards if is_writable(card)]
    return "\n\n".join(([f"# {_line(title)}"] if title else []) + parts) + "\n"


def _written(card: Card, language: str) -> Iterator[str]:
    prompt, body = _line(text_in(card.get("prompt"), language)), text_in(card.get("body"), language)
    label = WORDS[language]["order" if card["type"] == "order" else "question"]
    yield f"## {prompt}" if card["type"] == "text" else f"{label}: {prompt}"
    for line in body.split("\n") if body else ():
        yield line if not line or _is_plain(line) else LITERAL + line
    match card["type"]:
        case "choice" | "multiple":
            yield from _choices(card, language)
        case "order":
            yield from _steps(card, language)
        case "match":
            yield from _pairs(card, language)
        case "number" | "fill" | "flashcard":
            yield from _answered(card, language)


def _is_plain(line: str) -> bool:
    """Whether it is read as nothing but words: no sign before it, no heading, not the rest of another line."""
    read = with_sign(line)
    ends = line[-1] in ".!?:;" and not line[0].islower() and not line.startswith(LITERAL)
    return ends and read.sign is Sign.NOTHING and not read.pair


def _choices(card: Card, language: str) -> Iterator[str]:
    options = things(card, "options")
    lettered = len(options) <= _MOST_LETTERS
    for place, option in enumerate(options):
        words = _line(text_in(option.get("text"), language))
        mark = f"{ascii_lowercase[place]})" if lettered else "-"
        read = with_sign(f"{mark} {words}")
        same = read.sign is not Sign.BOX and choice_of(read) == Choice(words)
        yield f"{mark} {words}" if same else f"{mark} {LITERAL}{words}"
        yield from _why(place, option, language)
    right = [place for place, each in enumerate(options) if each["id"] in right_ones(card)]
    if right:
        yield f"{WORDS[language]['key']}: {', '.join(map(_name, right))}"


def _steps(card: Card, language: str) -> Iterator[str]:
    steps = in_order(card)
    words = [_literal(text_in(each.get("text"), language)) for each in steps]
    numbered = len(steps) > 1 and not any(each.endswith("?") for each in words)
    for place, (step, said) in enumerate(zip(steps, words, strict=True)):
        boxed = not numbered and with_sign(f"- {said}").sign is not Sign.BULLET
        yield f"{place + 1}. {said}" if numbered else f"- {LITERAL if boxed else ''}{said}"
        yield from _why(place, step, language)


def _pairs(card: Card, language: str) -> Iterator[str]:
    found = pairs(card)
    for place, (left, right) in enumerate(found):
        sides = _line(text_in(left.get("text"), language)), _literal(text_in(right.get("text"), language))
        yield f"{place + 1}. {sides[0]} -> {sides[1]}"
    for place, (left, _) in enumerate(found):
        yield from _why(place, left, language)


def _answered(card: Card, language: str) -> Iterator[str]:
    """What is to be written, or read on the back."""
    said = _line(answer_of(card, language))
    if said:
        yield f"{WORDS[language]['answer']}: {LITERAL if card['type'] == 'flashcard' else ''}{said}"
    why = _line(text_in(card.get("explanation"), language))
    if why:
        yield f"{WORDS[language]['why']}: {why}"


def _why(place: int, part: Card, language: str) -> Iterator[str]:
    words = _line(text_in(part.get("explanation"), language))
    if words:
        yield f"   {WORDS[language]['why']} {'to' if language == 'en' else 'til'} {_name(place)}: {words}"


def _literal(text: str) -> str:
    """The words of a step, or of the right side of a pair, so that no explanation is seen in them."""
    words = _line(text)
    return words if explained(with_sign(f"1. {words}")) == Choice(words) else LITERAL + words


def _line(text: str) -> str:
    return " ".join(text.split())


def _name(place: int) -> str:
    return ascii_lowercase[place] if place < len(ascii_lowercase) else str(place + 1)
