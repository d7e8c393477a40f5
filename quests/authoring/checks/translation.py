"""Whether translations are as old as what they translate.

Beside a draft is kept of which source text each translation was made: `{name of text: {language: hash of the source}}`.
The draft itself knows nothing of it. The source is the language the draft was written in, the first of its list.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from quests.authoring.checks.check import Check, Document, advise, spoken_in
from quests.authoring.checks.walking import Text, texts_of, words_of

Sources = Mapping[str, Mapping[str, str]]


def fingerprint(value: object) -> str:
    """16 hex digits of what a text says in one language."""
    return hashlib.sha256("\n\n".join(words_of(value)).encode()).hexdigest()[:16]


def updated_sources(
    before: Document | None, after: Document, sources: Sources, source: str | None = None
) -> dict[str, dict[str, str]]:
    """What is to be kept beside a draft when it is saved.

    A translation that was written or changed is of the source as it is now; one that was not touched stays of the
    source it was made of, which is the one before where nothing was known. Names that are gone are forgotten.
    """
    source = source or _source_of(after)
    earlier = {each.name: each.said for each in texts_of(before)} if before is not None else {}
    kept: dict[str, dict[str, str]] = {}
    for text in texts_of(after):
        old, known = earlier.get(text.name, {}), sources.get(text.name, {})
        made = {
            language: _made_of(text, old, known, language, source)
            for language in text.said
            if language != source and text.has(language) and text.has(source)
        }
        if made:
            kept[text.name] = made
    return kept


def _made_of(text: Text, old: Mapping[str, Any], known: Mapping[str, str], language: str, source: str) -> str:
    if words_of(old.get(language)) != words_of(text.said[language]):
        return fingerprint(text.said[source])
    return known.get(language) or fingerprint(old.get(source))


def stale(document: Document, sources: Sources, source: str | None = None) -> list[tuple[Text, str]]:
    """The texts whose source has changed since they were translated, each with its language."""
    source = source or _source_of(document)
    found = []
    for text in texts_of(document):
        for language, made_of in sources.get(text.name, {}).items():
            if text.has(language) and text.has(source) and made_of != fingerprint(text.said[source]):
                found.append((text, language))
    return found


def coverage(document: Document, sources: Sources) -> dict[str, str]:
    """By language: `whole`, `stale` (all there, some older than the source), `part`, `none`."""
    counts = counted(document, sources)
    return {language: _state(**each) for language, each in counts.items()}


def counted(document: Document, sources: Sources) -> dict[str, dict[str, int]]:
    """By language: how many texts there are to write, how many are written, how many of them are stale."""
    source = _source_of(document)
    spoken = spoken_in(document)
    needed = [each for each in texts_of(document) if each.has(source)]
    old = stale(document, sources)
    return {
        language: {
            "texts": len(needed),
            "written": sum(each.has(language) for each in needed) if language in spoken else 0,
            "stale": sum(one == language for _, one in old),
        }
        for language in ("nb", "nn", "en")
    }


def _state(texts: int, written: int, stale: int) -> str:
    if not written:
        return "none"
    if written < texts:
        return "part"
    return "stale" if stale else "whole"


def translation_checks(document: Document, sources: Sources) -> list[Check]:
    """Translations to look at again, and languages that the draft does not speak."""
    found = [advise("stale", text.place, language) for text, language in stale(document, sources)]
    spoken = spoken_in(document)
    if spoken:
        found += [advise("not_spoken", "languages", each) for each in ("nb", "nn", "en") if each not in spoken]
    return found


def _source_of(document: Document) -> str:
    spoken = spoken_in(document)
    return spoken[0] if spoken else "nb"
