"""What a pilot asks at the end of its post, and what may be told of the answers. Values in, values out."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

MOST_QUESTIONS = 3
LONGEST_QUESTION = 200
ASKS = ("scale", "text")
LEAST, MOST = 1, 5
MOST_TEXTS = 200

WORDS: Mapping[str, Mapping[str, str]] = {
    "path": {"nb": "Prøv ut: {}", "nn": "Prøv ut: {}", "en": "Try out: {}"},
    "story": {
        "nb": "Du er blant dem som får prøve denne posten før alle andre. Si hva du synes til slutt.",
        "nn": "Du er blant dei som får prøve denne posten før alle andre. Sei kva du synest til slutt.",
        "en": "You are among those who try this post before everybody else. Tell us what you think at the end.",
    },
    "goal": {
        "nb": "Det du svarer, gjør posten bedre for de neste.",
        "nn": "Det du svarer, gjer posten betre for dei neste.",
        "en": "What you answer makes the post better for those who come after.",
    },
    "low": {"nb": "Helt uenig", "nn": "Heilt ueinig", "en": "I disagree"},
    "high": {"nb": "Helt enig", "nn": "Heilt einig", "en": "I agree"},
}


def with_questions(document: Mapping[str, Any], questions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The document with the pilot's questions as its last cards: surveys, which are not graded and earn nothing."""
    cards = [*document["cards"], *(_card(each, number, document) for number, each in enumerate(questions, 1))]
    return {**document, "cards": cards}


def question_id(number: int) -> str:
    return f"utproving-{number}"


def _card(question: Mapping[str, Any], number: int, document: Mapping[str, Any]) -> dict[str, Any]:
    """A question in every language of the document: where it was not asked in one, in the first it was asked in."""
    languages, said = document["languages"], question["prompt"]
    first = next(iter(said.values()))
    card: dict[str, Any] = {
        "id": question_id(number),
        "type": "survey",
        "prompt": {language: said.get(language, first) for language in languages},
    }
    if question["asks"] == "text":
        return card | {"free": True}
    ends = {end: {language: WORDS[end][language] for language in languages} for end in ("low", "high")}
    return card | {"scale": {"least": LEAST, "most": MOST, **ends}}


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody answered at the end: by card, with when they were received."""

    order: tuple[datetime, str]
    responses: Mapping[str, Any]
    first_tries: Mapping[str, bool]


def told_of(answers: Collection[Answered], least: int) -> list[Answered]:
    """Whose answers may be told of: people come in by the order they answered, `least` at a time.

    So nobody stands alone in the figures, and two looks at them never differ by one person.
    """
    return sorted(answers, key=lambda each: each.order)[: len(answers) // least * least]


@dataclass(frozen=True, slots=True)
class Rated:
    """What somebody in the pilot said of its version."""

    useful: bool
    reason: str | None


def ratings_of(said: Sequence[Rated], least: int) -> dict[str, Any] | None:
    """How many found it of use, and why, of those in the order they said so, `least` at a time; None of fewer."""
    told = said[: len(said) // least * least]
    if not told:
        return None
    reasons = Counter(each.reason for each in told if each.reason is not None)
    counts = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    return {
        "useful": sum(each.useful for each in told),
        "of": len(told),
        "reasons": [{"reason": reason, "count": count} for reason, count in counts],
    }


def scale_of(answers: Collection[Answered], card: str) -> list[int]:
    """How many chose each step."""
    counted = Counter(int(each.responses[card]) for each in answers if card in each.responses)
    return [counted[step] for step in range(LEAST, MOST + 1)]


def texts_of(answers: Collection[Answered], card: str) -> list[str]:
    """What was written, in the order of the alphabet, so that nobody is known by their place."""
    return sorted(str(each.responses[card]) for each in answers if card in each.responses)[:MOST_TEXTS]


def right_of(answers: Collection[Answered], card: str) -> float | None:
    """How large a share had it right at the first try; None when nobody has tried."""
    tries = [each.first_tries[card] for each in answers if card in each.first_tries]
    return sum(tries) / len(tries) if tries else None
