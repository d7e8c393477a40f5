"""The small Markdown of texts: paragraphs, **bold**, *italics*, "- " lists. All else is refused, not mended."""

import re
import unicodedata

_REFUSED = (
    (re.compile(r"</?[a-z!?]", re.I), "no HTML: write words, or leave a space after <"),
    (re.compile(r"&(#x?[0-9a-f]{1,8}|[a-z]{2,31});", re.I), "no HTML entities: write the sign itself"),
    (re.compile(r"!\["), "no images in texts: use the card's picture"),
    (re.compile(r"\][(\[:]"), "no links: name the source under sources"),
    (
        re.compile(r"[a-z][a-z0-9+.-]{1,15}://|\b(javascript|data|vbscript|mailto):\S", re.I),
        "no web addresses: name the source under sources",
    ),
    (re.compile(r"^ {0,3}(#{1,6} |```|~~~)", re.M), "no headings or code: paragraphs, **bold**, *italics* and - lists"),
)

_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def refusals_of(text: str) -> list[str]:
    """What must be mended in a text, one remedy each; empty when it can be shown."""
    remedies = [remedy for pattern, remedy in _REFUSED if pattern.search(text)]
    if any(_is_invisible(sign) for sign in text):
        remedies.append("no control characters: line breaks are written as \\n")
    return remedies


def _is_invisible(sign: str) -> bool:
    """Control signs but the line break, lone surrogates, and signs that turn the direction of writing."""
    return sign != "\n" and (unicodedata.category(sign) in {"Cc", "Cs"} or sign in _DIRECTIONS)
