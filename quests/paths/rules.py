"""When quests open, and in which language a text is shown. Values in, values out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from app.core.weeks import moment_at

FALLBACK = {"nb": ("nb", "nn", "en"), "nn": ("nn", "nb", "en"), "en": ("en", "nb", "nn")}
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Opening:
    """A planned release: when it opens and when its week is over, and the Monday of the week it counts in."""

    week: date
    opens_at: datetime
    closes_at: datetime


def openings(monday: date, count: int, hour: int, zone: str, first_at: datetime | None = None) -> list[Opening]:
    """One opening a week from `monday`, at `hour` local time; the first at `first_at` where that is given.

    A week is over when the next one opens, so that a night shift from Sunday still belongs to the week it began in.
    """
    weeks = [monday + n * WEEK for n in range(count)]
    plan = [Opening(week, moment_at(week, hour, zone), moment_at(week + WEEK, hour, zone)) for week in weeks]
    if first_at is not None and plan:
        plan[0] = Opening(monday, first_at, max(plan[0].closes_at, first_at + timedelta(hours=1)))
    return plan


def deadline_of(opening: Opening, days: int | None) -> datetime:
    """When a mandatory quest is due: so many days after it opens, else when its week is over."""
    return opening.closes_at if days is None else opening.opens_at + timedelta(days=days)


def is_meant(audience: Mapping[str, Any], places: Collection[str], roles: Collection[str]) -> bool:
    """Whether an audience means somebody: in one of its departments and holding one of its roles, where it names them.

    `places` are the ids of the person's departments with all above them. Who is named by nothing is not meant.
    """
    departments, named = audience.get("departments"), audience.get("roles")
    if not (audience.get("everyone") or departments or named):
        return False
    inside = not departments or any(str(each) in places for each in departments)
    return inside and (not named or any(each in roles for each in named))


def tastes(teaser_from: date | None, opens_at: datetime | None, today: date, now: datetime) -> bool:
    """Whether teasers may be tried: from their day until the run opens, and never without a moment that it opens."""
    return teaser_from is not None and opens_at is not None and teaser_from <= today and now < opens_at


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in that language, else in the one nearest to it, else in any there is."""
    for each in FALLBACK.get(language, ()):
        if each in texts:
            return texts[each]
    return next(iter(texts.values()), "")
