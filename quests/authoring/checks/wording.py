"""Advice on single texts: too long, negated twice, addresses that nobody can tap, answers that only point at others."""

import re
from collections.abc import Iterator

from quests.authoring.checks.check import Check, Document, advise, cards_of, placed, spoken_in, text_of
from quests.authoring.checks.walking import texts_of, words_of

LONGEST = {"prompt": 180, "body": 600, "text": 140, "explanation": 300, "back": 300}
"""Characters that fit a phone's screen with what stands around them."""

_LAST = re.compile(r"/(\w+)$")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_SAYING_NO = {
    "nb": r"ikke|ingen|ingenting|aldri|uten|verken|unngå|unngår|unntatt|la være|usant|umulig",
    "nn": r"ikkje|ingen|ingenting|aldri|utan|verken|unngå|unngår|unnateke|la vere|usant|umogleg",
    "en": r"not|never|no one|nobody|nothing|without|neither|avoid|except|false|impossible|\w+n't",
}
_NEGATIONS = {language: re.compile(rf"\b(?:{words})\b", re.I) for language, words in _SAYING_NO.items()}
_ANSWERS = r"(?:svarene|svara|alternativene|alternativa|delene|delane|over|ovenfor)"
_IN_ENGLISH = r"(?:of )?(?:the |these )?(?:above|answers|options|alternatives)\b.*"
_THE = r"(?:(?:de|disse|dei|desse) )?(?:(?:andre|tre|fire) )?"
_ALL = re.compile(
    rf"\W*(?:(?:alle|begge) {_THE}{_ANSWERS}\b.*|(?:all|both) {_IN_ENGLISH}|alt (?:det )?ovenfor\W*)", re.I
)
_NONE = re.compile(rf"\W*(?:ingen (?:av )?{_THE}{_ANSWERS}\b.*|ingen av de[mi]\W*|none {_IN_ENGLISH})", re.I)
_ADDRESS = re.compile(
    r"(?<![\w.@-])(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:no|com|org|net|se|dk|eu|uk|int|info))"
    r"(?:/[^\s,;)]*)?(?![\w@])",
    re.I,
)
_MAIL = re.compile(r"(?<![^\s@])[^\s@]+@[^\s@]+\.\w{2,}")


def wording_checks(document: Document) -> Iterator[Check]:
    """What to think about in the words, text by text."""
    for text in texts_of(document):
        field = _LAST.search(f"/{text.name}")
        most = LONGEST.get(field[1], 0) if field else 0
        for language in spoken_in(document):
            said = "\n".join(words_of(text.said.get(language)))
            if most and len(said) > most:
                yield advise("long_text", text.place, language, length=len(said), most=most)
            if field and field[1] == "prompt" and _is_negated_twice(said, language):
                yield advise("double_negation", text.place, language)
            address = _MAIL.search(said) or _ADDRESS.search(said)
            if address:
                yield advise("address", text.place, language, address=address[0][:80])
    yield from _pointing(document)


def _is_negated_twice(text: str, language: str) -> bool:
    return any(len(_NEGATIONS[language].findall(each)) > 1 for each in _SENTENCES.split(text))


def _pointing(document: Document) -> Iterator[Check]:
    """Answers that only say something of the other answers, which stand in another order for everybody."""
    for place, card in cards_of(document):
        if card.get("type") not in ("choice", "multiple"):
            continue
        for where, option in placed(card, "options", f"{place}."):
            for language in spoken_in(document):
                said = text_of(option, "text", language)
                if _ALL.fullmatch(said):
                    yield advise("all_of_them", f"{where}.text", language)
                elif _NONE.fullmatch(said):
                    yield advise("none_of_them", f"{where}.text", language)
