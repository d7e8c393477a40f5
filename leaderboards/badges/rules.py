"""What a badge is: a line of data that names an event, a fact and how much of it. Nothing in it is ever run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast

from app.core.weeks import wall_clock

Kind = Literal["learning", "rhythm", "helping"]
KINDS: tuple[Kind, ...] = ("learning", "rhythm", "helping")
LANGUAGES = ("nb", "nn", "en")
NIGHT_ENDS = 5
"""The hour, from midnight."""

THREE_STARS = 3

CONDITIONS: Mapping[str, frozenset[str]] = {
    "attempt_played": frozenset(
        {"modules", "quests_in_week", "weeks_in_a_row", "flawless_exercises", "at_night", "three_star_talks"}
    ),
    "item_reviewed": frozenset({"recalls", "days_recalled"}),
    "tests_compared": frozenset({"points_gained"}),
    "question_answered": frozenset({"questions_answered"}),
}
"""By event: the facts that a badge may ask for when it happens."""

_NAMES = frozenset({"slug", "kind", "event", "fact", "at_least", "drawing", "hidden", "name", "description"})


@dataclass(frozen=True, slots=True)
class Badge:
    """Earned when `event` happens and `fact` is `at_least` so much. `hidden`: not told of before it is earned."""

    slug: str
    kind: Kind
    event: str
    fact: str
    at_least: int
    drawing: str
    hidden: bool
    name: Mapping[str, str]
    description: Mapping[str, str]


def badges_in(entries: Iterable[Mapping[str, Any]]) -> tuple[Badge, ...]:
    """The badges that entries of the file describe. Raises ValueError that names what is wrong, and where."""
    found = tuple(_badge(each) for each in entries)
    slugs = [each.slug for each in found]
    if twice := {each for each in slugs if slugs.count(each) > 1}:
        raise ValueError(f"more than one badge is called {sorted(twice)}")
    return found


def _badge(entry: Mapping[str, Any]) -> Badge:
    slug, event, hidden = entry.get("slug"), str(entry.get("event")), entry.get("hidden")
    at_least, facts = entry.get("at_least"), CONDITIONS.get(event)
    wrong = {
        "members": entry.keys() != _NAMES,
        "slug": not _is_slug(slug),
        "drawing": not _is_slug(entry.get("drawing")),
        "kind": entry.get("kind") not in KINDS,
        "event": facts is None,
        "fact": facts is not None and entry.get("fact") not in facts,
        "at_least": isinstance(at_least, bool) or not isinstance(at_least, int) or at_least < 1,
        "hidden": not isinstance(hidden, bool),
        "name": not _in_all_languages(entry.get("name")),
        "description": not _in_all_languages(entry.get("description")),
    }
    if found := [name for name, is_wrong in wrong.items() if is_wrong]:
        raise ValueError(f"the badge {slug!r} is wrong in {', '.join(found)}")
    return Badge(**cast(Any, dict(entry)))


def _is_slug(value: object) -> bool:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
    return isinstance(value, str) and 0 < len(value) <= 40 and all(each in letters for each in value)


def _in_all_languages(value: object) -> bool:
    if not isinstance(value, dict) or set(value) != set(LANGUAGES):
        return False
    return all(isinstance(each, str) and each.strip() for each in value.values())


def earned_by(badges: Iterable[Badge], facts: Mapping[str, int]) -> list[Badge]:
    """Those of these badges that these facts earn, in their order."""
    return [each for each in badges if facts.get(each.fact, 0) >= each.at_least]


def is_night(moment: datetime, zone: str) -> bool:
    """Whether the clock in `zone` shows an hour from midnight until five."""
    return wall_clock(moment, zone).hour < NIGHT_ENDS


def points_gained(before: tuple[int, int], after: tuple[int, int]) -> int:
    """By how many whole percentage points more was right (of how many) in the second test; 0 for no more."""
    (right, of), (right_after, of_after) = before, after
    return max(0, (100 * right_after) // of_after - -(-100 * right // of)) if of and of_after else 0
