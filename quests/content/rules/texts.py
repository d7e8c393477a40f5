"""Texts in several languages.

A source document gives each text as an object, `{"nb": …, "nn": …, "en": …}`; a served document is in one language and
gives plain strings. The rules read both.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Document = Mapping[str, Any]
"""A module document, source or served, as JSON gives it."""

Card = Mapping[str, Any]
"""One card of a module document."""

LANGUAGES = ("nb", "nn", "en")
"""The languages content may be written in."""


def text_in(text: object, language: str) -> str:
    """The text in that language; of a plain string the string itself; empty where there is none."""
    if isinstance(text, Mapping):
        text = text.get(language)
    return text if isinstance(text, str) else ""


def languages_of(document: Document) -> tuple[str, ...]:
    """The languages whose texts the document holds, in its own order: of a document in one language that one alone."""
    language = document.get("language")
    if isinstance(language, str):
        return (language,)
    languages = document.get("languages")
    if not isinstance(languages, Sequence) or isinstance(languages, str):
        return ()
    return tuple(language for language in languages if isinstance(language, str))
