"""How hard a text is to read.

LIX = words per sentence + per cent of words longer than six letters. C. H. Björnsson, *Läsbarhet*, Liber 1968; made
for Swedish, and in use for Norwegian. 25 is a children's book, 35 fiction, 45 a newspaper, 55 an official letter.
"""

import re
from collections.abc import Iterator

from quests.authoring.checks.check import Check, Document, advise, spoken_in
from quests.authoring.checks.walking import texts_of, words_of

HARD = 40
"""LIX of a whole module above which it is told: what is read standing, on a phone, between two tasks."""

HARD_TEXT = 50
FEWEST_WORDS = 25
"""Of a text to be judged alone: in shorter ones a single long word decides."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"(?<![.!?:])[.!?:]++(?=\s|$)|\n++")
_READ = re.compile(r"(?:^|/)(?:prompt|body|text|explanation|back|quote|transcript|takeaways)$")


def lix(text: str) -> int | None:
    """The number, rounded; None of a text without words."""
    words = _WORD.findall(text)
    if not words:
        return None
    sentences = sum(bool(_WORD.search(each)) for each in _END.split(text)) or 1
    long = sum(len(each) > 6 for each in words)
    return round(len(words) / sentences + 100 * long / len(words))


def ease_checks(document: Document) -> Iterator[Check]:
    """Modules and single texts that are hard to read, by language."""
    for language in spoken_in(document):
        whole = []
        for text in texts_of(document):
            said = "\n".join(words_of(text.said.get(language))) if _READ.search(text.name) else ""
            if not said:
                continue
            whole.append(said)
            found = lix(said) if len(_WORD.findall(said)) >= FEWEST_WORDS else None
            if found is not None and found > HARD_TEXT:
                yield advise("lix_text", text.place, language, lix=found, most=HARD_TEXT)
        found = lix("\n".join(whole))
        if found is not None and found > HARD and len(_WORD.findall(" ".join(whole))) >= FEWEST_WORDS:
            yield advise("lix_module", "", language, lix=found, most=HARD)
