"""The library's arithmetic: what is found by which words, how titles are made of names, whether there is room."""

import unicodedata
from collections.abc import Iterable, Mapping

LICENCES = ("cc0", "cc_by", "cc_by_sa", "own", "permission")
"""On what terms a medium may be shown: three of Creative Commons, one's own work, or leave that was given."""

LONGEST_TITLE, LONGEST_ALT, LONGEST_CREDIT, LONGEST_SOURCE = 120, 500, 200, 500
MIB = 2**20


def folded(words: Iterable[str]) -> str:
    """All these words in one line, without capitals and with accents in one form."""
    return " ".join(unicodedata.normalize("NFC", each).casefold() for each in words if each)


def is_found(asked: str, found_by: str) -> bool:
    """Whether every word asked for stands somewhere in what is folded."""
    return all(word in found_by for word in folded([asked]).split())


def title_of(name: str) -> str:
    """A title made of the name of a file: without its ending, with spaces for the signs that stand for them."""
    stem, dot, ending = name.rpartition(".")
    bare = stem if dot and stem and len(ending) <= 4 else name
    kept = "".join(" " if each in "_-" or not each.isprintable() else each for each in bare)
    return " ".join(kept.split())[:LONGEST_TITLE].strip()


def has_room(taken: int, more: int, most: int) -> bool:
    """Whether so many more bytes go into a library that may hold `most`."""
    return taken + more <= most


def search_words(title: str, alt: Mapping[str, str], credit: str) -> str:
    """What a medium can be found by."""
    return folded([title, *(alt[language] for language in sorted(alt)), credit])
