"""The page of a copy: plain HTML without scripts, which opens anywhere, also without a network."""

from collections.abc import Mapping
from datetime import date, datetime
from html import escape
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from app.identity.models import LANGUAGES
from app.identity.viewer import Viewer
from app.privacy.shape import Words
from app.privacy.texts import en, nb, nn
from quests.paths.rules import in_language

WORDS: Mapping[str, Words] = {"nb": nb.WORDS, "nn": nn.WORDS, "en": en.WORDS}
UPRIGHT = frozenset({"person", "settings"})
"""Sections of one row, which reads better from top to bottom."""
ONLY_IN_DATA = frozenset(
    {"letter", "version", "release", "for_what", "card", "verdict", "weight", "result", "evidence", "progress"}
)
"""Columns that say something to machines only."""
CODED = frozenset(
    {"kind", "matter", "role", "outcome", "what", "weekly_goal", "state", "settled", "language", "period", "licence"}
    | {"why", "note", "found"},
)
STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}"
    "h1{font-size:1.6rem;line-height:1.25}h2{margin:2rem 0 .25rem}div{overflow-x:auto}"
    "table{border-collapse:collapse;font-size:.9rem}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8886}"
    "td{font-variant-numeric:tabular-nums}"
)


class Page:
    """Writes the page piece by piece, as the rows come."""

    NAMES: ClassVar[Mapping[str, str]] = {"nb": "les-meg.html", "nn": "les-meg.html", "en": "read-me.html"}

    def __init__(self, who: Viewer, now: datetime) -> None:
        self._who, self._words, self._now = who, WORDS[who.language], now
        self._zone = ZoneInfo(who.time_zone)
        self._name = ""

    def head(self) -> bytes:
        words = self._words
        title = escape(words.title.format(name=self._who.name))
        made = escape(words.made.format(organisation=self._who.organisation_name, moment=self._moment(self._now)))
        return (
            f'<!doctype html><html lang="{self._who.language}"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>'
            f"<body><main><h1>{title}</h1><p>{made}</p><p>{escape(words.about)}</p>"
        ).encode()

    def section(self, name: str) -> bytes:
        self._name = name
        heading, about = self._words.sections[name]
        return f"<section><h2>{escape(heading)}</h2><p>{escape(about)}</p>".encode()

    def row(self, row: Mapping[str, Any], *, is_first: bool) -> bytes:
        shown = {name: value for name, value in row.items() if name not in ONLY_IN_DATA}
        cells = {self._words.columns[name]: escape(self._said(name, value)) for name, value in shown.items()}
        if self._name in UPRIGHT:
            lines = "".join(f'<tr><th scope="row">{name}</th><td>{value}</td></tr>' for name, value in cells.items())
            return f"<table>{lines}".encode()
        head = "".join(f'<th scope="col">{name}</th>' for name in cells)
        start = f'<div tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>' if is_first else ""
        line = "".join(f"<td>{value}</td>" for value in cells.values())
        return f"{start}<tr>{line}</tr>".encode()

    def section_end(self, count: int) -> bytes:
        if not count:
            return f"<p>{escape(self._words.nothing)}</p></section>".encode()
        return b"</table></section>" if self._name in UPRIGHT else b"</tbody></table></div></section>"

    def foot(self) -> bytes:
        return b"</main></body></html>"

    def _said(self, name: str, value: Any) -> str:
        """A value as a person reads it."""
        if value is None:
            return "–"
        if isinstance(value, bool):
            return self._words.yes if value else self._words.no
        if name == "share":
            return f"{value:.0%}"
        if isinstance(value, datetime):
            return self._moment(value)
        if isinstance(value, date):
            return value.strftime(self._words.day)
        if isinstance(value, Mapping):
            return self._mapped(value)
        return self._words.values.get(str(value), str(value)) if name in CODED else str(value)

    def _mapped(self, value: Mapping[str, Any]) -> str:
        """A text by language, or counts by name."""
        if any(language in value for language in LANGUAGES):
            return in_language(value, self._who.language)
        return ", ".join(f"{self._words.values.get(name, name)}: {each}" for name, each in value.items())

    def _moment(self, moment: datetime) -> str:
        return moment.astimezone(self._zone).strftime(f"{self._words.day} %H:%M")
