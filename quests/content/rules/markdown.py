"""The small Markdown of texts: paragraphs, **bold**, *italics*, "- " lists. All else is refused, not mended."""

import re
import unicodedata

_REFUSED = (
    (re.compile(r"</?[a-z!?]", re.I), "no_html"),
    (re.compile(r"&(#x?[0-9a-f]{1,8}|[a-z]{2,31});", re.I), "no_entities"),
    (re.compile(r"!\["), "no_images"),
    (re.compile(r"\][(\[:]"), "no_links"),
    (re.compile(r"[a-z][a-z0-9+.-]{1,15}://|\b(javascript|data|vbscript|mailto):\S", re.I), "no_addresses"),
    (re.compile(r"^ {0,3}(#{1,6} |```|~~~)", re.M), "no_headings"),
)

_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def refusals_of(text: str) -> list[str]:
    """The codes of what must be mended in a text, one remedy each; empty when it can be shown."""
    codes = [code for pattern, code in _REFUSED if pattern.search(text)]
    if any(_is_invisible(sign) for sign in text):
        codes.append("no_controls")
    return codes


def _is_invisible(sign: str) -> bool:
    """Control signs but the line break, lone surrogates, and signs that turn the direction of writing."""
    return sign != "\n" and (unicodedata.category(sign) in {"Cc", "Cs"} or sign in _DIRECTIONS)
